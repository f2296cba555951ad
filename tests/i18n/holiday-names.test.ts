import { expect, it, test } from 'vitest'
import type { ClosingDay } from '../../src/domain/closing-day.ts'
import { PUBLIC_HOLIDAYS } from '../../src/domain/holidays.ts'
import { SITE_LANGUAGES } from '../../src/domain/language.ts'
import { holidayNames } from '../../src/i18n/holiday-names.ts'
import { range } from '../support/schedules.ts'

test.each([
  ['de', 'Christi Himmelfahrt'],
  ['en', 'Ascension Day'],
] as const)('Ascension is called in %s „%s“', (language, name) => {
  expect(holidayNames(language).publicHoliday('ascension')).toBe(name)
})

it('knows every holiday by a name of its own in every language', () => {
  for (const language of SITE_LANGUAGES) {
    const names = PUBLIC_HOLIDAYS.map(holidayNames(language).publicHoliday)
    expect(new Set(names).size).toBe(PUBLIC_HOLIDAYS.length)
  }
})

it('says of school holidays whose they are', () => {
  const easter = { ...range('2026-03-30', '2026-04-11'), schoolBreak: 'easter', isExtra: false } as const
  expect(holidayNames('de').schoolHolidays(easter, 'NW')).toBe('Osterferien NRW')
  expect(holidayNames('de').schoolHolidays(easter, 'SL')).toBe('Osterferien Saarland')
  expect(holidayNames('en').schoolHolidays(easter, 'BY')).toBe('Easter holidays (Bavaria)')
  expect(holidayNames('de').schoolHolidays({ ...easter, isExtra: true }, 'BY')).toBe(
    'Schulfreier Tag (Bayern)',
  )
})

it('says of closing days whether the house is closed or the city', () => {
  const closing: ClosingDay = {
    ...range('2026-02-16', '2026-02-16'),
    id: 1,
    version: 1,
    archivedAt: null,
    venueId: null,
    cityId: 1,
    kind: 'closed',
    reason: 'Rosenmontag',
  }
  const { closing: said } = holidayNames('de')
  expect(said(closing)).toBe('Schließtag: Rosenmontag')
  expect(said({ ...closing, cityId: null, venueId: 1, reason: 'Umbau' })).toBe('Haus geschlossen: Umbau')
  expect(said({ ...closing, kind: 'holiday', reason: 'Mariä Himmelfahrt' })).toBe('Mariä Himmelfahrt')
})
