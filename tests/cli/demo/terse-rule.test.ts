import { describe, expect, it } from 'vitest'
import { terseScheduleSchema } from '../../../src/cli/demo/terse-rule.ts'
import { day } from '../../support/schedules.ts'

const schema = terseScheduleSchema(day('2026-11-22'))
const ruleOf = (rule: unknown) => schema.safeParse({ slots: [{ rule }] }).data?.slots[0]?.rule

describe('a rule in the data', () => {
  it('leaves out what goes without saying', () => {
    expect(ruleOf({ pattern: { kind: 'weekly', weekdays: [2] } })).toEqual({
      pattern: { kind: 'weekly', weekdays: [2], every: 1, anchor: null },
      from: null,
      until: null,
      season: null,
      holidays: null,
    })
    expect(
      ruleOf({ pattern: { kind: 'monthly-day', days: [31] }, holidays: { public: 'skip' } }),
    ).toMatchObject({
      pattern: { shortMonth: 'skip', months: { kind: 'every-month' } },
      holidays: { public: 'skip', school: 'keep', closed: 'keep' },
    })
  })

  it('may speak of days around today', () => {
    expect(
      ruleOf({ pattern: { kind: 'dates', days: ['today+6 tuesday', '2027-01-01'] }, from: 'today-30' }),
    ).toMatchObject({
      pattern: { days: ['2026-12-01', '2027-01-01'] },
      from: '2026-10-23',
    })
  })

  it.each([
    ['an unknown field', { pattern: { kind: 'weekly', weekdays: [2] }, untill: '2027-01-01' }],
    ['an unknown pattern', { pattern: { kind: 'daily' } }],
    ['a day that is none', { pattern: { kind: 'dates', days: ['soon'] } }],
    ['no pattern', {}],
    ['no rule', 'every Tuesday'],
  ])('is refused with %s', (_, rule) => {
    expect(ruleOf(rule)).toBeUndefined()
  })
})
