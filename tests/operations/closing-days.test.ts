import { describe, expect, test } from 'vitest'
import type { ClosingDayDraft } from '../../src/domain/closing-day.ts'
import {
  archiveClosingDay,
  changeClosingDay,
  createClosingDay,
  draftOf,
  restoreClosingDay,
} from '../../src/operations/closing-days.ts'
import { aVenue, idOf, openTown, problemsOf, type Town } from '../support/cast.ts'
import { day, range } from '../support/schedules.ts'

function closing(fields: Partial<ClosingDayDraft>): ClosingDayDraft {
  const days = range('2026-07-20', '2026-08-07')
  return { venueId: null, cityId: null, kind: 'closed', reason: 'Betriebsferien', ...days, ...fields }
}

function others({ by }: Town) {
  return [by.otherCoordinator, by.editor, by.staff, by.stranger]
}

describe('adding closing days', () => {
  test('of a house is for whoever looks after its city, and all of it comes back', () => {
    const town = openTown()
    const { office, by, cityId } = town
    const draft = closing({ venueId: aVenue(office, { cityId }) })
    for (const person of others(town))
      expect(() => createClosingDay(office, person, draft)).toThrow('forbidden')
    const id = idOf(createClosingDay(office, by.coordinator, draft))
    expect(office.store.closingDays.byId(id)).toEqual({ ...draft, id, version: 1, archivedAt: null })
    expect(office.store.revisions.ofEntry('closing-day', id)).toMatchObject([
      { version: 1, by: 'coordinator', origin: 'form', state: draft },
    ])
  })

  test('of a city is for whoever looks after it', () => {
    const town = openTown()
    const { office, by, cityId } = town
    const draft = closing({ cityId, reason: 'Rosenmontag' })
    for (const person of others(town))
      expect(() => createClosingDay(office, person, draft)).toThrow('forbidden')
    expect(createClosingDay(office, by.coordinator, draft).kind).toBe('saved')
  })

  test('is refused with everything that is wrong, and nothing is kept', () => {
    const { office, by, cityId } = openTown()
    const draft = closing({ cityId, reason: '', until: day('2026-07-19') })
    expect(problemsOf(createClosingDay(office, by.coordinator, draft))).toEqual([
      'until until.beforeFrom',
      'reason reason.missing',
    ])
    expect(office.store.closingDays.lines()).toEqual([])
  })

  test('is not possible of what does not exist', () => {
    const { office, by } = openTown()
    for (const draft of [closing({ venueId: 999 }), closing({ cityId: 999 })])
      expect(() => createClosingDay(office, by.administrator, draft)).toThrow('not-found')
  })
})

describe('changing closing days', () => {
  const opened = () => {
    const town = openTown()
    const { office, by, cityId } = town
    const draft = closing({ cityId })
    return { ...town, draft, id: idOf(createClosingDay(office, by.coordinator, draft)) }
  }

  test('keeps every saved state, and is for nobody else', () => {
    const town = opened()
    const { office, by, id, draft } = town
    const change = { id, version: 1, draft: { ...draft, until: day('2026-08-14') } }
    for (const person of others(town))
      expect(() => changeClosingDay(office, person, change)).toThrow('forbidden')
    expect(changeClosingDay(office, by.coordinator, change)).toEqual({ kind: 'saved', id, version: 2 })
    const history = office.store.revisions.ofEntry('closing-day', id)
    expect(history.map(({ version, state }) => [version, state.until])).toEqual([
      [2, '2026-08-14'],
      [1, '2026-08-07'],
    ])
  })

  test('does not close a city where one is not at home', () => {
    const { office, by, id, draft, otherCityId } = opened()
    const change = { id, version: 1, draft: { ...draft, cityId: otherCityId } }
    expect(() => changeClosingDay(office, by.coordinator, change)).toThrow('forbidden')
  })

  test('comes too late with an outdated copy', () => {
    const { office, by, id, draft } = opened()
    changeClosingDay(office, by.administrator, { id, version: 1, draft: { ...draft, reason: 'Umbau' } })
    const late = changeClosingDay(office, by.coordinator, { id, version: 1, draft })
    expect(late).toEqual({ kind: 'outdated', version: 2 })
    expect(office.store.closingDays.byId(id)?.reason).toBe('Umbau')
  })

  test('is refused where something is wrong', () => {
    const { office, by, id, draft } = opened()
    const wrong = { id, version: 1, draft: { ...draft, ...range('2026-01-01', '2027-06-01') } }
    expect(problemsOf(changeClosingDay(office, by.coordinator, wrong))).toEqual(['until closingDay.tooLong'])
    expect(() => changeClosingDay(office, by.coordinator, { ...wrong, id: 999 })).toThrow('not-found')
  })

  test('can be taken back, put back, and restored to an earlier state', () => {
    const town = opened()
    const { office, by, id, draft } = town
    const away = { id, version: 1, act: 'archive' } as const
    for (const person of others(town))
      expect(() => archiveClosingDay(office, person, away)).toThrow('forbidden')
    expect(archiveClosingDay(office, by.coordinator, away).kind).toBe('saved')
    expect(office.store.closingDays.byId(id)?.archivedAt).toBe('2026-06-03T10:00:00Z')
    expect(archiveClosingDay(office, by.coordinator, away)).toEqual({ kind: 'outdated', version: 2 })
    archiveClosingDay(office, by.coordinator, { id, version: 2, act: 'bring-back' })
    changeClosingDay(office, by.coordinator, { id, version: 3, draft: { ...draft, reason: 'Umbau' } })
    restoreClosingDay(office, by.coordinator, { id, version: 4, earlier: 1 })
    const stored = office.store.closingDays.byId(id)
    expect(stored).toMatchObject({ version: 5, reason: 'Betriebsferien', archivedAt: null })
    expect(stored === null ? null : draftOf(stored)).toEqual(draft)
    expect(() => restoreClosingDay(office, by.coordinator, { id, version: 5, earlier: 9 })).toThrow(
      'not-found',
    )
    expect(() => restoreClosingDay(office, by.stranger, { id, version: 5, earlier: 1 })).toThrow('forbidden')
  })
})

test('a house is closed by its own closing days and by those of its city, but not by a holiday', () => {
  const { office, by, cityId } = openTown()
  const house = { id: aVenue(office, { cityId }), cityId }
  const single = range('2026-06-10', '2026-06-10')
  createClosingDay(office, by.coordinator, closing({ venueId: house.id, ...single, reason: 'Umbau' }))
  createClosingDay(office, by.coordinator, closing({ cityId, ...single, reason: 'Stadtfest' }))
  createClosingDay(
    office,
    by.coordinator,
    closing({ cityId, ...single, kind: 'holiday', reason: 'Feiertag' }),
  )
  const gone = idOf(createClosingDay(office, by.coordinator, closing({ cityId, ...single })))
  archiveClosingDay(office, by.coordinator, { id: gone, version: 1, act: 'archive' })
  const reasons = (from: string, until: string) =>
    office.store.closingDays.ofHouse(house, range(from, until)).map(({ reason }) => reason)
  expect(reasons('2026-06-01', '2026-06-10')).toEqual(['Umbau', 'Stadtfest'])
  expect(reasons('2026-06-11', '2026-06-30')).toEqual([])
})
