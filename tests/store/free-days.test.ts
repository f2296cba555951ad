import { describe, expect, it } from 'vitest'
import type { ClosingDayDraft } from '../../src/domain/closing-day.ts'
import { holidayNames } from '../../src/i18n/holiday-names.ts'
import { archiveClosingDay, changeClosingDay, createClosingDay } from '../../src/operations/closing-days.ts'
import { aCity, aVenue, idOf } from '../support/cast.ts'
import { openOffice, SYSTEM, type TestOffice } from '../support/office.ts'
import { day, range } from '../support/schedules.ts'

const german = holidayNames('de')

function closingOf(fields: Partial<ClosingDayDraft>): ClosingDayDraft {
  const days = range('2026-06-04', '2026-06-05')
  return { venueId: null, cityId: null, kind: 'closed', reason: 'Umbau', ...days, ...fields }
}

function reasonsAt(office: TestOffice, cityId: number, venueId: number | null, at: string): string[] {
  const { freeDays } = office.store.freeDays.at(german)({ cityId, venueId })
  return freeDays(day(at)).map(({ name }) => name)
}

describe('the free days of a place', () => {
  it('are those of its Land', () => {
    const office = openOffice()
    const duisburg = aCity(office, { name: 'Duisburg', land: 'NW' })
    const leipzig = aCity(office, { name: 'Leipzig', land: 'SN' })
    expect(reasonsAt(office, duisburg, null, '2026-06-04')).toEqual(['Fronleichnam'])
    expect(reasonsAt(office, leipzig, null, '2026-06-04')).toEqual([])
    expect(reasonsAt(office, leipzig, null, '2026-11-18')).toEqual(['Buß- und Bettag'])
    expect(reasonsAt(office, duisburg, null, '2026-12-25')).toEqual([
      '1. Weihnachtstag',
      'Weihnachtsferien NRW',
    ])
    expect(office.store.freeDays.at(german)({ cityId: leipzig, venueId: null }).schoolKnownUntil).toBe(
      '2030-08-23',
    )
  })

  it('change neither with the clocks nor with the zone of the machine', () => {
    const office = openOffice()
    const cityId = aCity(office, { land: 'NW' })
    expect(reasonsAt(office, cityId, null, '2026-03-29')).toEqual([])
    expect(reasonsAt(office, cityId, null, '2026-03-30')).toEqual(['Osterferien NRW'])
    expect(reasonsAt(office, cityId, null, '2026-10-25')).toEqual(['Herbstferien NRW'])
    expect(reasonsAt(office, cityId, null, '2026-11-01')).toEqual(['Allerheiligen'])
  })

  it('are the closing days of the house, and of its city, after the holidays of the Land', () => {
    const office = openOffice()
    const cityId = aCity(office, { land: 'NW' })
    const venueId = aVenue(office, { cityId })
    const otherId = aVenue(office, { cityId, name: 'Bürgerhaus' })
    createClosingDay(office, SYSTEM, closingOf({ venueId }))
    createClosingDay(office, SYSTEM, closingOf({ cityId, reason: 'Stadtfest', from: day('2026-06-05') }))
    expect(reasonsAt(office, cityId, venueId, '2026-06-04')).toEqual([
      'Fronleichnam',
      'Haus geschlossen: Umbau',
    ])
    expect(reasonsAt(office, cityId, venueId, '2026-06-05')).toEqual([
      'Schließtag: Stadtfest',
      'Haus geschlossen: Umbau',
    ])
    expect(reasonsAt(office, cityId, otherId, '2026-06-05')).toEqual(['Schließtag: Stadtfest'])
    const closes = (of: number | null) =>
      office.store.freeDays
        .at(german)({ cityId, venueId: of })
        .freeDays(day('2026-06-05'))
        .map((free) => (free.kind === 'closed' ? free.closes : free.kind))
    expect([closes(otherId), closes(null)]).toEqual([['house'], ['city']])
  })

  it('have a holiday of one town in that town alone, as any holiday', () => {
    const office = openOffice()
    const munich = aCity(office, { name: 'München', land: 'BY' })
    const nuremberg = aCity(office, { name: 'Nürnberg', land: 'BY' })
    const assumption = range('2027-08-15', '2027-08-15')
    const draft = closingOf({ cityId: munich, kind: 'holiday', reason: 'Mariä Himmelfahrt', ...assumption })
    createClosingDay(office, SYSTEM, draft)
    const at = office.store.freeDays.at(german)
    expect(at({ cityId: munich, venueId: null }).freeDays(day('2027-08-15'))[0]).toEqual({
      kind: 'public',
      name: 'Mariä Himmelfahrt',
    })
    expect(reasonsAt(office, nuremberg, null, '2027-08-15')).toEqual(['Sommerferien Bayern'])
  })

  it('follow every change of a closing day, and cost one statement otherwise', () => {
    const office = openOffice()
    const cityId = aCity(office, { land: 'NW' })
    const venueId = aVenue(office, { cityId })
    const at = () => reasonsAt(office, cityId, venueId, '2026-06-10')
    expect(at()).toEqual([])
    const draft = closingOf({ venueId, ...range('2026-06-10', '2026-06-10') })
    const id = idOf(createClosingDay(office, SYSTEM, draft))
    expect(at()).toEqual(['Haus geschlossen: Umbau'])
    changeClosingDay(office, SYSTEM, { id, version: 1, draft: { ...draft, reason: 'Ausbau' } })
    expect(at()).toEqual(['Haus geschlossen: Ausbau'])
    office.statements.length = 0
    expect(at()).toEqual(['Haus geschlossen: Ausbau'])
    expect(office.statements).toHaveLength(1)
    archiveClosingDay(office, SYSTEM, { id, version: 2, act: 'archive' })
    expect(at()).toEqual([])
  })

  it('keep nothing of a write that was undone', () => {
    const office = openOffice()
    const cityId = aCity(office, { land: 'NW' })
    const at = () => reasonsAt(office, cityId, null, '2026-06-10')
    const draft = closingOf({ cityId, ...range('2026-06-10', '2026-06-10') })
    expect(() =>
      office.store.transaction(() => {
        office.store.closingDays.insert(draft, '2026-06-03T10:00:00Z')
        expect(at()).toEqual(['Schließtag: Umbau'])
        throw new Error('undone')
      }),
    ).toThrow('undone')
    expect(at()).toEqual([])
    office.store.closingDays.insert({ ...draft, reason: 'Neubau' }, '2026-06-03T10:00:00Z')
    expect(at()).toEqual(['Schließtag: Neubau'])
  })

  it('are asked for of no city that does not exist', () => {
    expect(() => openOffice().store.freeDays.at(german)({ cityId: 7, venueId: null })).toThrow(RangeError)
  })
})
