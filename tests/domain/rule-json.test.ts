import { expect, test } from 'vitest'
import { clockTimeSchema, ruleSchema } from '../../src/domain/rule-json.ts'
import { day, rule } from '../support/schedules.ts'

const everyMonth = { kind: 'every-month' } as const
const amnesty = rule({ kind: 'monthly-weekday', ordinals: [1, 3], weekdays: [3], months: everyMonth })

test.each([
  amnesty,
  rule({ kind: 'weekly', weekdays: [1, 5], every: 2, anchor: day('2026-03-03') }),
  rule({ kind: 'week-parity', weekdays: [2], parity: 'uneven' }),
  rule({ kind: 'monthly-day', days: [31], shortMonth: 'last-day', months: everyMonth }),
  rule({ kind: 'yearly', month: 2, day: 29, shortMonth: 'skip' }),
  rule(
    { kind: 'dates', days: [day('2026-07-07')] },
    {
      from: day('2026-01-01'),
      until: day('2026-12-31'),
      season: { from: '11-01', until: '02-29' },
      holidays: { public: 'skip', school: 'keep', closed: 'next-day' },
    },
  ),
  rule(
    { kind: 'weekly', weekdays: [1], every: 1, anchor: null },
    { holidays: { public: 'next-week', school: 'skip', closed: 'keep', schoolOnly: ['easter', 'summer'] } },
  ),
])('a rule of the kind $pattern.kind comes back as it was written', (written) => {
  expect(ruleSchema.parse(JSON.parse(JSON.stringify(written)))).toEqual(written)
})

const plain = JSON.stringify(amnesty)
test.each([
  ['no object', 'null'],
  ['an array', '[]'],
  ['an unknown field', plain.replace('"pattern"', '"colour":"red","pattern"')],
  ['an unknown kind', plain.replace('monthly-weekday', 'monthly')],
  ['a sixth Wednesday', plain.replace('[1,3]', '[6]')],
  ['a weekday 8', plain.replace('"weekdays":[3]', '"weekdays":[8]')],
  ['a weekday in words', plain.replace('"weekdays":[3]', '"weekdays":["3"]')],
  ['a day that is none', plain.replace('"from":null', '"from":"2026-02-30"')],
  ['a season that is none', plain.replace('"season":null', '"season":{"from":"02-30","until":"10-31"}')],
  [
    'school holidays that are none',
    plain.replace(
      '"holidays":null',
      '"holidays":{"public":"keep","school":"skip","closed":"keep","schoolOnly":["spring"]}',
    ),
  ],
  ['half a holiday policy', plain.replace('"holidays":null', '"holidays":{"public":"skip"}')],
])('a rule is refused with %s', (_what, json) => {
  expect(json).not.toBe(plain)
  expect(ruleSchema.safeParse(JSON.parse(json)).success).toBe(false)
})

test('every 0 weeks is refused, because it would never end', () => {
  const every = (n: number) => rule({ kind: 'weekly', weekdays: [1], every: n, anchor: null })
  expect([0, 1, 53].map((n) => ruleSchema.safeParse(every(n)).success)).toEqual([false, true, false])
})

test('a time of day has two digits for the hour', () => {
  expect(['19:30', '24:00', '7:30'].map((text) => clockTimeSchema.safeParse(text).success)).toEqual([
    true,
    true,
    false,
  ])
})
