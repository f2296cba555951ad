import { describe, expect, test } from 'vitest'
import { archiveEvent, changeEvent, createEvent, eventDraftOf } from '../../src/operations/events.ts'
import { anEvent, aVenue, idOf, openTown, problemsOf, type Town } from '../support/cast.ts'
import { eventDraft } from '../support/drafts.ts'
import { day, time } from '../support/schedules.ts'

const draftIn = ({ cityId, groupId }: Town) => eventDraft({ cityId }, groupId)
const GONE = 999

describe('creating an event', () => {
  test('is for whoever looks after its city', () => {
    const town = openTown()
    const id = idOf(createEvent(town.office, town.by.coordinator, draftIn(town)))
    const event = town.office.store.events.bySlug('fest-der-vielfalt')
    expect(event).toMatchObject({ ...draftIn(town), id, slug: 'fest-der-vielfalt', version: 1 })
    expect(event?.uid).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('is for nobody else', () => {
    const town = openTown()
    for (const person of [town.by.otherCoordinator, town.by.editor, town.by.staff, town.by.stranger])
      expect(() => createEvent(town.office, person, draftIn(town))).toThrow('forbidden')
    expect(town.office.store.events.upcoming(day('2026-01-01'), { limit: 10, offset: 0 })).toEqual([])
  })

  test('gives the next free address where none was chosen', () => {
    const town = openTown()
    const { office, cityId, groupId } = town
    anEvent(office, { cityId }, groupId)
    const id = anEvent(office, { cityId }, groupId)
    expect(office.store.events.byId(id)?.slug).toBe('fest-der-vielfalt-2')
    const chosen = eventDraft({ cityId, slug: 'fest-der-vielfalt' }, groupId)
    expect(problemsOf(createEvent(office, town.by.coordinator, chosen))).toEqual(['slug slug.taken'])
  })

  test('is refused with all that is wrong', () => {
    const town = openTown()
    const { office, cityId, otherCityId, groupId } = town
    const venueId = aVenue(office, { cityId: otherCityId })
    const item = {
      day: day('2026-06-22'),
      start: time('18:00'),
      end: time('17:30'),
      title: '',
      description: '',
      place: '',
    }
    const draft = eventDraft(
      {
        cityId,
        venueId,
        roomId: GONE,
        title: '',
        start: time('18:00'),
        end: time('12:00'),
        yearlySince: 14,
        cancelledBecause: ' ',
        programme: [item],
        participations: [
          { organisationId: groupId, role: 'host', text: '', stand: '', withOrganisationId: groupId },
        ],
        report: { text: '', attendance: -1, workingGroups: [], demands: [] },
      },
      groupId,
    )
    expect(problemsOf(createEvent(office, town.by.coordinator, draft))).toEqual([
      'title title.missing',
      'end end.beforeStart',
      'yearlySince year.outOfRange',
      'cancelledBecause cancelledBecause.missing',
      'programme.0.title title.missing',
      'programme.0.day day.outsideEvent',
      'programme.0.end end.beforeStart',
      'participations.0.withOrganisationId participation.withItself',
      'participations organiser.missing',
      'report.text text.missing',
      'report.attendance attendance.malformed',
      'venueId venueId.otherCity',
      'venueId roomId.elsewhere',
    ])
  })

  test('is refused where it ends before it begins, or is in a room of nowhere', () => {
    const town = openTown()
    const draft = { ...draftIn(town), endsOn: day('2026-06-19'), roomId: GONE }
    expect(problemsOf(createEvent(town.office, town.by.coordinator, draft))).toEqual([
      'endsOn endsOn.beforeStart',
      'venueId venueId.missing',
    ])
  })
})

describe('changing an event', () => {
  function stored(town: Town) {
    const id = anEvent(town.office, { cityId: town.cityId }, town.groupId)
    return { id, draft: { ...draftIn(town), slug: 'fest-der-vielfalt', summary: 'Mit Musik.' } }
  }

  test('keeps every saved state, with who saved it', () => {
    const town = openTown()
    const { id, draft } = stored(town)
    expect(changeEvent(town.office, town.by.coordinator, { id, version: 1, draft })).toEqual({
      kind: 'saved',
      id,
      version: 2,
    })
    expect(town.office.store.events.byId(id)).toMatchObject({ summary: 'Mit Musik.', version: 2 })
    const history = town.office.store.revisions.ofEntry('event', id)
    expect(history.map(({ version, by, origin, state }) => [version, by, origin, state.summary])).toEqual([
      [2, 'coordinator', 'form', 'Mit Musik.'],
      [1, 'System', 'terminal', ''],
    ])
  })

  test('is for an editor of the group that organises it, who neither creates nor archives one', () => {
    const town = openTown()
    const { id, draft } = stored(town)
    expect(changeEvent(town.office, town.by.editor, { id, version: 1, draft }).kind).toBe('saved')
    const archiving = { id, version: 2, act: 'archive' } as const
    expect(() => archiveEvent(town.office, town.by.editor, archiving)).toThrow('forbidden')
  })

  test('is not for a stranger', () => {
    const town = openTown()
    const { id, draft } = stored(town)
    for (const person of [town.by.otherCoordinator, town.by.staff, town.by.stranger])
      expect(() => changeEvent(town.office, person, { id, version: 1, draft })).toThrow('forbidden')
    expect(() => changeEvent(town.office, town.by.coordinator, { id: GONE, version: 1, draft })).toThrow(
      'not-found',
    )
    expect(town.office.store.events.byId(id)?.version).toBe(1)
  })

  test('from an outdated copy changes nothing and says which version stands', () => {
    const town = openTown()
    const { id, draft } = stored(town)
    changeEvent(town.office, town.by.coordinator, { id, version: 1, draft })
    const late = { ...draft, title: 'Sommerfest', slug: '' }
    expect(changeEvent(town.office, town.by.coordinator, { id, version: 1, draft: late })).toEqual({
      kind: 'outdated',
      version: 2,
    })
    expect(town.office.store.events.byId(id)).toMatchObject({ title: 'Fest der Vielfalt', version: 2 })
    expect(town.office.store.revisions.ofEntry('event', id)).toHaveLength(2)
  })

  test('to another city needs a home there, too', () => {
    const town = openTown()
    const { id, draft } = stored(town)
    const moved = { ...draft, cityId: town.otherCityId }
    expect(() => changeEvent(town.office, town.by.coordinator, { id, version: 1, draft: moved })).toThrow(
      'forbidden',
    )
    expect(changeEvent(town.office, town.by.administrator, { id, version: 1, draft: moved }).kind).toBe(
      'saved',
    )
  })

  test('with another title gives another address, and the old one leads on to it', () => {
    const town = openTown()
    const { id, draft } = stored(town)
    const renamed = { ...draft, slug: '', title: 'Sommerfest der Vielfalt' }
    changeEvent(town.office, town.by.coordinator, { id, version: 1, draft: renamed })
    const { events } = town.office.store
    expect(events.byId(id)?.slug).toBe('sommerfest-der-vielfalt')
    expect(events.slugAfter('fest-der-vielfalt')).toBe('sommerfest-der-vielfalt')
    const next = anEvent(town.office, { cityId: town.cityId }, town.groupId)
    expect(events.byId(next)?.slug).toBe('fest-der-vielfalt-2')
    changeEvent(town.office, town.by.coordinator, {
      id,
      version: 2,
      draft: { ...draft, slug: 'fest-der-vielfalt' },
    })
    expect(events.byId(id)?.slug).toBe('fest-der-vielfalt')
    expect(events.slugAfter('fest-der-vielfalt')).toBeNull()
  })

  test('without naming its address keeps it while the title stays', () => {
    const town = openTown()
    anEvent(town.office, { cityId: town.cityId }, town.groupId)
    const { id, draft } = stored(town)
    changeEvent(town.office, town.by.coordinator, { id, version: 1, draft: { ...draft, slug: '' } })
    expect(town.office.store.events.byId(id)?.slug).toBe('fest-der-vielfalt-2')
  })

  test('is found by search at once, by its organiser, too', () => {
    const town = openTown()
    const { id, draft } = stored(town)
    changeEvent(town.office, town.by.coordinator, {
      id,
      version: 1,
      draft: { ...draft, slug: '', title: 'Sommerfest' },
    })
    const { search } = town.office.store
    const hit = { noun: 'event', entryId: id }
    expect(search.find('vielfalt', 5)).toEqual([])
    expect(search.find('sommerfest', 5)).toEqual([hit])
    expect(search.find('brücken', 5, { noun: 'event' })).toEqual([hit])
  })

  test('raises the content version, so that no cached page outlives it', () => {
    const town = openTown()
    const { id, draft } = stored(town)
    const before = town.office.store.content.version(0)
    changeEvent(town.office, town.by.coordinator, { id, version: 1, draft })
    expect(town.office.store.content.version(0)).toBeGreaterThan(before)
  })
})

describe('archiving an event', () => {
  test('takes it off the lists and out of the search, and it can be brought back', () => {
    const town = openTown()
    const { office, by, cityId, groupId } = town
    const id = anEvent(office, { cityId }, groupId)
    const seen = () => [
      office.store.events.upcoming(day('2026-06-03'), { limit: 5, offset: 0 }).length,
      office.store.search.find('vielfalt', 5).length,
    ]
    expect(archiveEvent(office, by.coordinator, { id, version: 1, act: 'archive' }).kind).toBe('saved')
    expect(seen()).toEqual([0, 0])
    expect(archiveEvent(office, by.coordinator, { id, version: 2, act: 'bring-back' }).kind).toBe('saved')
    expect(seen()).toEqual([1, 1])
    const history = office.store.revisions.ofEntry('event', id)
    expect(history.map(({ state }) => state.archivedAt)).toEqual([null, '2026-06-03T10:00:00Z', undefined])
  })

  test('is neither for a stranger nor from an outdated copy', () => {
    const { office, by, cityId, groupId } = openTown()
    const id = anEvent(office, { cityId }, groupId)
    expect(() => archiveEvent(office, by.otherCoordinator, { id, version: 1, act: 'archive' })).toThrow(
      'forbidden',
    )
    expect(archiveEvent(office, by.coordinator, { id, version: 7, act: 'archive' })).toEqual({
      kind: 'outdated',
      version: 1,
    })
    expect(office.store.events.byId(id)?.archivedAt).toBeNull()
  })
})

test('an event can be read back into the draft it came from', () => {
  const town = openTown()
  const id = anEvent(town.office, { cityId: town.cityId }, town.groupId)
  const event = town.office.store.events.byId(id)
  expect(event && eventDraftOf(event)).toEqual({ ...draftIn(town), slug: 'fest-der-vielfalt' })
})
