import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/domain/day.ts'
import type { Schedule } from '../../src/domain/schedule.ts'
import { sayScheduleFrom } from '../../src/i18n/say-schedule-from.ts'
import { day, rule, schedule, slot } from '../support/schedules.ts'

const TODAY = day('2026-06-03')
const mondays = slot(rule({ kind: 'weekly', weekdays: [1], every: 1, anchor: null }), '18:00')
const on = (...days: readonly string[]) =>
  slot(rule({ kind: 'dates', days: days.map(day) }), '19:30', '21:30')
const fortnights = (count: number) =>
  on(...Array.from({ length: count }, (_, index) => addDays(day('2026-05-28'), 14 * index)))
const said = (given: Schedule) => sayScheduleFrom(given, { today: TODAY, language: 'de' })

describe('a schedule from today on', () => {
  it.each([
    ['rules are said as ever', [mondays], 'Jeden Montag, 18 Uhr'],
    [
      'dates that are over are left out',
      [on('2026-05-01', '2026-06-03', '2026-07-01')],
      'Am 3. Juni und am 1. Juli 2026, 19:30–21:30 Uhr',
    ],
    ['many dates are counted', [fortnights(9)], '8 einzelne Termine bis 17. September 2026, 19:30–21:30 Uhr'],
    [
      'beside a rule, too',
      [mondays, fortnights(9)],
      'Jeden Montag, 18 Uhr; 8 einzelne Termine bis 17. September 2026, 19:30–21:30 Uhr',
    ],
    ['what is all over is said as it was', [on('2026-05-01')], 'Am 1. Mai 2026, 19:30–21:30 Uhr'],
  ])('%s', (_what, slots, sentence) => {
    expect(said(schedule(slots))).toBe(sentence)
  })

  it('keeps its note, and is said in English', () => {
    expect(said(schedule([fortnights(9)], 'nach Absprache'))).toMatch(/Uhr – nach Absprache$/)
    expect(sayScheduleFrom(schedule([fortnights(9)]), { today: TODAY, language: 'en' })).toMatch(
      /^8 single dates until 17 September 2026, /,
    )
  })
})
