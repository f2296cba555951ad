import { expect, test } from 'vitest'
import { type ClosingDayDraft, checkClosingDay } from '../../src/domain/closing-day.ts'
import { range } from '../support/schedules.ts'

const sound: ClosingDayDraft = {
  venueId: 1,
  cityId: null,
  kind: 'closed',
  reason: 'Umbau',
  ...range('2026-06-04', '2026-06-05'),
}

test.each<[string, Partial<ClosingDayDraft>, string[]]>([
  ['nothing, for sound ones', {}, []],
  ['nothing, for a holiday of a city', { venueId: null, cityId: 1, kind: 'holiday' }, []],
  ['nothing, for a whole year', range('2026-01-01', '2026-12-31'), []],
  ['no reason', { reason: '  ' }, ['reason reason.missing']],
  ['neither house nor city', { venueId: null }, ['place closingDay.place.missing']],
  ['both house and city', { cityId: 1 }, ['place closingDay.place.missing']],
  ['a holiday of one house', { kind: 'holiday' }, ['kind closingDay.holidayOfHouse']],
  ['an end before the start', range('2026-06-04', '2026-06-03'), ['until until.beforeFrom']],
  ['more than a year', range('2026-01-01', '2027-01-02'), ['until closingDay.tooLong']],
  [
    'everything at once',
    { venueId: null, reason: '', ...range('2026-06-04', '2026-06-03') },
    ['place closingDay.place.missing', 'until until.beforeFrom', 'reason reason.missing'],
  ],
])('closing days cannot be saved with %s', (_what, fields, problems) => {
  const found = checkClosingDay({ ...sound, ...fields })
  expect(found.map(({ field, key }) => `${field} ${key}`)).toEqual(problems)
})
