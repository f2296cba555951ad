import { describe, expect, test } from 'vitest'
import type { EventDraft, ParticipationDraft } from '../../src/domain/event.ts'
import { archiveEvent } from '../../src/operations/events.ts'
import type { EventDate } from '../../src/store/events.ts'
import { anEvent, anOrganisation, aTopic, aVenue, openTown, type Town } from '../support/cast.ts'
import { day, range, time } from '../support/schedules.ts'

function on(town: Town, startsOn: string, fields: Partial<EventDraft> = {}): number {
  const days = { startsOn: day(startsOn), endsOn: day(startsOn) }
  return anEvent(town.office, { cityId: town.cityId, title: startsOn, ...days, ...fields }, town.groupId)
}

function participation(organisationId: number, fields: Partial<ParticipationDraft> = {}): ParticipationDraft {
  return { organisationId, role: 'participant', text: '', stand: '', withOrganisationId: null, ...fields }
}

const titles = (events: readonly EventDate[]) => events.map((event) => event.title)

test('an event comes back with everything that was put in, in its order', () => {
  const town = openTown()
  const { office, cityId, groupId, otherGroupId } = town
  const venueId = aVenue(office, { cityId })
  const roomId = office.store.venues.byId(venueId)?.rooms[0]?.id ?? null
  const draft: Partial<EventDraft> = {
    summary: 'Ein Fest.',
    description: 'Mit **Musik**.',
    endsOn: day('2026-06-21'),
    start: time('12:00'),
    end: time('11:00'),
    venueId,
    roomId,
    place: 'auf dem Hof',
    yearlySince: 2014,
    cancelledBecause: 'Sturm',
    topicIds: [aTopic(office, 'Vielfalt'), aTopic(office, 'Musik')],
    programme: [
      { day: day('2026-06-21'), start: time('10:00'), end: null, title: 'B', description: 'b', place: 'Hof' },
      { day: null, start: null, end: null, title: 'A', description: '', place: '' },
    ],
    participations: [
      participation(otherGroupId, { role: 'organiser', text: 'lädt ein', stand: '7' }),
      participation(groupId, { role: 'partner', withOrganisationId: otherGroupId }),
    ],
    report: { text: 'Schön war es.', attendance: 60, workingGroups: ['Arbeit'], demands: ['Mehr', 'Besser'] },
  }
  const id = anEvent(office, { cityId, ...draft }, groupId)
  office.statements.length = 0
  const event = office.store.events.bySlug('fest-der-vielfalt')
  expect(office.statements).toHaveLength(1)
  expect(event).toMatchObject({ ...draft, id, cityId, version: 1, archivedAt: null })
  expect(office.store.events.byId(id)).toEqual(event)
  expect(office.store.events.byId(999)).toBeNull()
})

describe('the events between two days', () => {
  test('are those of which at least one day lies there, in order of time', () => {
    const town = openTown()
    on(town, '2026-05-31')
    on(town, '2026-06-30')
    on(town, '2026-06-10', { title: 'abends', start: time('19:30') })
    on(town, '2026-06-10', { title: 'mittags', start: time('12:00') })
    on(town, '2026-05-20', { title: 'wochenlang', endsOn: day('2026-07-20') })
    on(town, '2026-07-01')
    const { events } = town.office.store
    expect(titles(events.between(range('2026-06-01', '2026-06-30')))).toEqual([
      'wochenlang',
      'mittags',
      'abends',
      '2026-06-30',
    ])
  })

  test('can be narrowed to a city and to a topic', () => {
    const town = openTown()
    const { cityId, otherCityId } = town
    const topicId = aTopic(town.office, 'Musik')
    on(town, '2026-06-10', { title: 'hier mit Musik', topicIds: [topicId] })
    on(town, '2026-06-11', { title: 'hier' })
    on(town, '2026-06-12', { title: 'dort mit Musik', cityId: otherCityId, topicIds: [topicId] })
    const june = range('2026-06-01', '2026-06-30')
    const { events } = town.office.store
    expect(titles(events.between(june, { cityId }))).toEqual(['hier mit Musik', 'hier'])
    expect(titles(events.between(june, { topicId }))).toEqual(['hier mit Musik', 'dort mit Musik'])
    expect(titles(events.between(june, { cityId: otherCityId, topicId }))).toEqual(['dort mit Musik'])
  })

  test('carry what a list shows', () => {
    const town = openTown()
    const venueId = aVenue(town.office, { cityId: town.cityId })
    const id = on(town, '2026-06-10', { venueId, start: time('19:30'), summary: 'Ein Abend.' })
    const [event] = town.office.store.events.between(range('2026-06-10', '2026-06-10'))
    expect(event).toMatchObject({
      id,
      slug: '2026-06-10',
      summary: 'Ein Abend.',
      startsOn: '2026-06-10',
      endsOn: '2026-06-10',
      start: '19:30',
      end: null,
      cityName: 'Duisburg',
      venueName: 'Internationales Zentrum',
      venueSlug: 'internationales-zentrum',
      cancelledBecause: null,
      updatedAt: '2026-06-03T10:00:00Z',
    })
  })

  test('do not link to a venue that is archived', () => {
    const town = openTown()
    const venueId = aVenue(town.office, { cityId: town.cityId })
    on(town, '2026-06-10', { venueId })
    town.office.database.prepare(`UPDATE venue SET archived_at = '2026-06-03T10:00:00Z'`).run()
    const [event] = town.office.store.events.between(range('2026-06-10', '2026-06-10'))
    expect(event).toMatchObject({ venueName: 'Internationales Zentrum', venueSlug: null })
  })
})

describe('what is to come and what is past', () => {
  function year(): Town {
    const town = openTown()
    for (const date of ['2026-03-01', '2026-06-02', '2026-06-03', '2026-09-01']) on(town, date)
    on(town, '2026-05-01', { title: 'seit Mai', endsOn: day('2026-06-03') })
    on(town, '2026-04-01', { title: 'dort', cityId: town.otherCityId })
    return town
  }

  test('today belongs to what is to come, and so does what is under way', () => {
    const { events } = year().office.store
    expect(titles(events.upcoming(day('2026-06-03'), { limit: 10, offset: 0 }))).toEqual([
      'seit Mai',
      '2026-06-03',
      '2026-09-01',
    ])
    expect(titles(events.upcoming(day('2026-06-03'), { limit: 2, offset: 0 }))).toEqual([
      'seit Mai',
      '2026-06-03',
    ])
  })

  test('what is past comes page by page, the latest first', () => {
    const { events } = year().office.store
    const today = day('2026-06-03')
    expect(titles(events.past(today, { limit: 2, offset: 0 }))).toEqual(['2026-06-02', 'dort'])
    expect(titles(events.past(today, { limit: 2, offset: 2 }))).toEqual(['2026-03-01'])
    expect(events.pastCount(today)).toBe(3)
  })

  test('each for a city alone', () => {
    const { office, otherCityId } = year()
    const there = { cityId: otherCityId }
    expect(titles(office.store.events.past(day('2026-06-03'), { limit: 10, offset: 0 }, there))).toEqual([
      'dort',
    ])
    expect(office.store.events.pastCount(day('2026-06-03'), there)).toBe(1)
    expect(office.store.events.upcoming(day('2026-06-03'), { limit: 10, offset: 0 }, there)).toEqual([])
  })
})

test('an organisation shows the events it takes part in, the latest first, with what it does there', () => {
  const town = openTown()
  const { office, cityId, groupId, otherGroupId } = town
  const partner = anOrganisation(office, { name: 'AWO', cityId })
  const asPartner = participation(partner, { role: 'partner', text: 'kocht', withOrganisationId: groupId })
  on(town, '2023-05-07', { participations: [participation(groupId, { role: 'organiser' }), asPartner] })
  on(town, '2026-09-01', { participations: [participation(partner, { role: 'organiser' })] })
  on(town, '2026-06-01', { participations: [participation(otherGroupId, { role: 'organiser' })] })
  office.statements.length = 0
  expect(office.store.events.ofOrganisation(partner)).toMatchObject([
    { title: '2026-09-01', role: 'organiser', text: '', withOrganisationId: null },
    { title: '2023-05-07', role: 'partner', text: 'kocht', withOrganisationId: groupId },
  ])
  expect(office.statements).toHaveLength(1)
})

test('a venue shows what takes place in it', () => {
  const town = openTown()
  const venueId = aVenue(town.office, { cityId: town.cityId })
  on(town, '2026-06-10', { title: 'im Haus', venueId })
  on(town, '2026-06-10', { title: 'anderswo' })
  on(town, '2026-07-10', { title: 'später', venueId })
  const june = range('2026-06-01', '2026-06-30')
  expect(titles(town.office.store.events.atVenue(venueId, june))).toEqual(['im Haus'])
})

test('what a search found is read in one statement', () => {
  const town = openTown()
  const ids = [on(town, '2026-09-01'), on(town, '2026-06-10'), on(town, '2026-07-01')]
  town.office.statements.length = 0
  expect(titles(town.office.store.events.dates(ids.slice(0, 2)))).toEqual(['2026-06-10', '2026-09-01'])
  expect(town.office.statements).toHaveLength(1)
})

test('an archived event stands in no list', () => {
  const town = openTown()
  const { cityId, groupId, office } = town
  const venueId = aVenue(office, { cityId })
  const id = on(town, '2026-06-10', { venueId })
  const { events } = office.store
  const lists = () => [
    events.between(range('2026-06-01', '2026-06-30')),
    events.upcoming(day('2026-06-01'), { limit: 5, offset: 0 }, { cityId }),
    events.past(day('2026-07-01'), { limit: 5, offset: 0 }),
    events.ofOrganisation(groupId),
    events.atVenue(venueId, range('2026-06-01', '2026-06-30')),
    events.dates([id]),
  ]
  expect(lists().map((list) => list.length)).toEqual([1, 1, 1, 1, 1, 1])
  archiveEvent(office, town.by.coordinator, { id, version: 1, act: 'archive' })
  expect(lists().map((list) => list.length)).toEqual([0, 0, 0, 0, 0, 0])
  expect(events.pastCount(day('2026-07-01'))).toBe(0)
})

test('the days of a calendar are found by an index, everywhere, in a city and in a house', () => {
  const { office, cityId } = openTown()
  const june = range('2026-06-01', '2026-06-30')
  const { events } = office.store
  const indexOf = (ask: () => unknown) => {
    office.statements.length = 0
    ask()
    const plan = office.database
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${office.statements[0]}`)
      .all()
    return plan
      .map((step) => /USING INDEX (event_by_\w+)/.exec(step.detail)?.[1])
      .find((name) => name !== undefined)
  }
  expect(indexOf(() => events.between(june))).toBe('event_by_day')
  expect(indexOf(() => events.between(june, { cityId }))).toBe('event_by_city')
  expect(indexOf(() => events.upcoming(june.from, { limit: 5, offset: 0 }, { cityId }))).toBe('event_by_city')
  expect(indexOf(() => events.past(june.from, { limit: 5, offset: 0 }))).toBe('event_by_day')
  expect(indexOf(() => events.atVenue(1, june))).toBe('event_by_venue')
})
