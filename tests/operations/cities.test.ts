import { expect, test } from 'vitest'
import { archiveCity, createCity } from '../../src/operations/cities.ts'
import { archiveClosingDay, createClosingDay } from '../../src/operations/closing-days.ts'
import { idOf, openTown, problemsOf } from '../support/cast.ts'
import { cityDraft } from '../support/drafts.ts'
import { day } from '../support/schedules.ts'

const GIESSEN = cityDraft({ name: 'Gießen', land: 'HE', ags: '06531005', postcodes: ['35390', '35394'] })

test('an administrator creates a city, under an address made from its name', () => {
  const { office, by } = openTown()
  const id = idOf(createCity(office, by.administrator, GIESSEN))
  expect(office.store.cities.bySlug('giessen')).toEqual({
    ...GIESSEN,
    slug: 'giessen',
    id,
    version: 1,
    archivedAt: null,
  })
})

test('nobody else does', () => {
  const { office, by } = openTown()
  for (const person of [by.coordinator, by.editor, by.staff, by.stranger])
    expect(() => createCity(office, person, GIESSEN)).toThrow('forbidden')
  expect(office.store.cities.bySlug('giessen')).toBeNull()
})

test('its history begins with what was typed, and who typed it', () => {
  const { office, by } = openTown()
  const id = idOf(createCity(office, by.administrator, GIESSEN))
  expect(office.store.revisions.ofEntry('city', id)).toMatchObject([
    { version: 1, by: 'administrator', origin: 'form', state: { ...GIESSEN, slug: 'giessen' } },
  ])
})

test('a chosen address must be free and have the shape of one', () => {
  const { office, by } = openTown()
  const create = (slug: string) => problemsOf(createCity(office, by.administrator, { ...GIESSEN, slug }))
  expect(create('duisburg')).toEqual(['slug slug.taken'])
  expect(create('Gießen!')).toEqual(['slug slug.malformed'])
})

test('all that is wrong is said at once', () => {
  const { office, by } = openTown()
  const draft = cityDraft({ name: ' ', ags: '0653', postcodes: ['3539'], latitude: 50.5, longitude: null })
  expect(problemsOf(createCity(office, by.administrator, draft))).toEqual([
    'name name.missing',
    'ags ags.malformed',
    'postcodes postcode.malformed',
    'latitude coordinates.malformed',
  ])
})

test('the list of cities counts the groups that are still there', () => {
  const { office, groupId } = openTown()
  office.store.organisations.setArchived(groupId, 1, '2026-06-03T10:00:00Z', '2026-06-03T10:00:00Z')
  const counts = office.store.cities.all().map((city) => [city.name, city.organisationCount])
  expect(counts).toEqual([
    ['Dortmund', 1],
    ['Duisburg', 0],
  ])
})

test('a key of another Land is refused, for the Land decides the holidays', () => {
  const { office, by } = openTown()
  const create = (fields: Parameters<typeof cityDraft>[0]) =>
    problemsOf(createCity(office, by.administrator, cityDraft({ name: 'Neu', ...fields })))
  expect(create({ land: 'NW', ags: '06531005' })).toEqual(['ags ags.otherLand'])
  expect(create({ land: 'HE', ags: '06531005' })).toEqual(['was saved'])
})

test('what is over or archived keeps no city from the archive', () => {
  const { office, by } = openTown({ now: '2026-06-03T10:00:00Z' })
  const id = idOf(createCity(office, by.administrator, GIESSEN))
  const closing = { venueId: null, cityId: id, kind: 'closed', reason: 'Stadtfest' } as const
  const archive = () => archiveCity(office, by.administrator, { id, version: 1, act: 'archive' })
  idOf(
    createClosingDay(office, by.administrator, {
      ...closing,
      from: day('2026-06-01'),
      until: day('2026-06-02'),
    }),
  )
  const coming = { ...closing, from: day('2026-06-03'), until: day('2026-06-03') }
  const today = idOf(createClosingDay(office, by.administrator, coming))
  expect(problemsOf(archive())).toEqual(['zugehoerig city.closingDays'])
  archiveClosingDay(office, by.administrator, { id: today, version: 1, act: 'archive' })
  expect(archive().kind).toBe('saved')
})
