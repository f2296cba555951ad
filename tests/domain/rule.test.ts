import { describe, expect, it, test } from 'vitest'
import {
  checkRule,
  daysOfRule,
  type FreeDay,
  type FreeDays,
  gapsOfRule,
  type HolidayPolicy,
  nextDayOfRule,
  type Pattern,
  type Rule,
  type SchoolBreak,
  weekdaysOfRule,
} from '../../src/domain/rule.ts'
import { day, month, range, rule } from '../support/schedules.ts'

const everyMonth = { kind: 'every-month' } as const
const keep: HolidayPolicy = { public: 'keep', school: 'keep', closed: 'keep' }

const firstAndThirdWednesday: Pattern = {
  kind: 'monthly-weekday',
  ordinals: [1, 3],
  weekdays: [3],
  months: everyMonth,
}

function daysFrom(from: string, until: string, said: Rule, freeDays?: FreeDays): string {
  return daysOfRule(said, range(from, until), freeDays)
    .map(({ day }) => day)
    .join(' ')
}

describe('every week', () => {
  const tuesdays: Pattern = { kind: 'weekly', weekdays: [2], every: 1, anchor: null }
  const everyTwoWeeks: Pattern = { kind: 'weekly', weekdays: [2], every: 2, anchor: day('2026-03-05') }

  it('knows no change of clocks', () => {
    const sundays = rule({ kind: 'weekly', weekdays: [7], every: 1, anchor: null })
    expect(daysFrom('2026-03-22', '2026-04-05', sundays)).toBe('2026-03-22 2026-03-29 2026-04-05')
    expect(daysFrom('2026-10-18', '2026-11-01', sundays)).toBe('2026-10-18 2026-10-25 2026-11-01')
  })

  it('names several weekdays in order, whatever order they were written in', () => {
    const said = rule({ kind: 'weekly', weekdays: [5, 1, 5], every: 1, anchor: null })
    expect(daysFrom('2026-06-01', '2026-06-14', said)).toBe('2026-06-01 2026-06-05 2026-06-08 2026-06-12')
  })

  it('counts every second week from the week of its anchor, any day of which will do', () => {
    expect(daysFrom('2026-03-01', '2026-04-05', rule(everyTwoWeeks))).toBe('2026-03-03 2026-03-17 2026-03-31')
    expect(daysFrom('2026-03-01', '2026-04-05', rule({ ...everyTwoWeeks, anchor: day('2026-03-02') }))).toBe(
      '2026-03-03 2026-03-17 2026-03-31',
    )
  })

  it('counts over a year’s end with its week 53', () => {
    expect(daysFrom('2026-12-01', '2027-01-31', rule(everyTwoWeeks))).toBe(
      '2026-12-08 2026-12-22 2027-01-05 2027-01-19',
    )
  })

  it('counts back from an anchor that lies ahead', () => {
    expect(daysFrom('2025-12-20', '2026-01-31', rule(everyTwoWeeks))).toBe('2025-12-23 2026-01-06 2026-01-20')
  })

  it('begins only with its validity, however far back the anchor counts', () => {
    const said = rule(everyTwoWeeks, { from: day('2026-03-10'), until: day('2026-03-31') })
    expect(daysFrom('2026-01-01', '2026-12-31', said)).toBe('2026-03-17 2026-03-31')
  })

  it('names nothing where the stretch has none of its days or ends before it begins', () => {
    expect(daysFrom('2026-06-03', '2026-06-08', rule(tuesdays))).toBe('')
    expect(daysFrom('2026-06-09', '2026-06-02', rule(tuesdays))).toBe('')
  })
})

describe('by the number of the week', () => {
  const unevenTuesdays = rule({ kind: 'week-parity', weekdays: [2], parity: 'uneven' })
  const evenTuesdays = rule({ kind: 'week-parity', weekdays: [2], parity: 'even' })

  it('meets in two uneven weeks in a row after week 53 of 2026', () => {
    expect(daysFrom('2026-12-10', '2027-01-20', unevenTuesdays)).toBe(
      '2026-12-15 2026-12-29 2027-01-05 2027-01-19',
    )
  })

  it('skips from week 52 to week 2', () => {
    expect(daysFrom('2026-12-10', '2027-01-20', evenTuesdays)).toBe('2026-12-22 2027-01-12')
  })
})

describe('by a weekday of the month', () => {
  const table: [string, Pattern, string, string, string][] = [
    [
      'the 1st and 3rd Wednesday',
      firstAndThirdWednesday,
      '2026-06-01',
      '2026-07-31',
      '2026-06-03 2026-06-17 2026-07-01 2026-07-15',
    ],
    [
      'the 2nd Saturday of uneven months',
      {
        kind: 'monthly-weekday',
        ordinals: [2],
        weekdays: [6],
        months: { kind: 'in-months', months: [11, 9, 7, 5, 3, 1] },
      },
      '2026-01-01',
      '2026-06-30',
      '2026-01-10 2026-03-14 2026-05-09',
    ],
    [
      'the last Friday, be it the 4th or the 5th',
      { kind: 'monthly-weekday', ordinals: [-1], weekdays: [5], months: everyMonth },
      '2026-04-01',
      '2026-06-30',
      '2026-04-24 2026-05-29 2026-06-26',
    ],
    [
      'the last but one Friday',
      { kind: 'monthly-weekday', ordinals: [-2], weekdays: [5], months: everyMonth },
      '2026-04-01',
      '2026-06-30',
      '2026-04-17 2026-05-22 2026-06-19',
    ],
    [
      'the 5th Friday, which is not the last one of every month',
      { kind: 'monthly-weekday', ordinals: [5], weekdays: [5], months: everyMonth },
      '2026-01-01',
      '2026-07-31',
      '2026-01-30 2026-05-29 2026-07-31',
    ],
    [
      'the Thursday after the 1st Tuesday, which is not the 1st Thursday',
      { kind: 'monthly-weekday', ordinals: [1], weekdays: [2], months: everyMonth, daysLater: 2 },
      '2026-09-01',
      '2026-11-30',
      '2026-09-03 2026-10-08 2026-11-05',
    ],
    [
      'the Monday after the last Sunday, also where it falls into the next month',
      {
        kind: 'monthly-weekday',
        ordinals: [-1],
        weekdays: [7],
        months: { kind: 'in-months', months: [5] },
        daysLater: 1,
      },
      '2026-06-01',
      '2026-06-30',
      '2026-06-01',
    ],
    [
      'the 4th and the last Friday where they are one day',
      { kind: 'monthly-weekday', ordinals: [4, -1, 5], weekdays: [5], months: everyMonth },
      '2026-04-01',
      '2026-05-31',
      '2026-04-24 2026-05-22 2026-05-29',
    ],
    [
      'the 1st of two weekdays each, in the order of the calendar',
      { kind: 'monthly-weekday', ordinals: [1], weekdays: [1, 3], months: everyMonth },
      '2026-07-01',
      '2026-07-31',
      '2026-07-01 2026-07-06',
    ],
    [
      'every three months, also before the anchor',
      {
        kind: 'monthly-weekday',
        ordinals: [2],
        weekdays: [4],
        months: { kind: 'every-n-months', every: 3, anchor: month('2026-10') },
      },
      '2025-12-01',
      '2026-12-31',
      '2026-01-08 2026-04-09 2026-07-09 2026-10-08',
    ],
    [
      'every five months, over a year’s end',
      {
        kind: 'monthly-weekday',
        ordinals: [1],
        weekdays: [1],
        months: { kind: 'every-n-months', every: 5, anchor: month('2026-01') },
      },
      '2026-01-01',
      '2027-12-31',
      '2026-01-05 2026-06-01 2026-11-02 2027-04-05 2027-09-06',
    ],
  ]
  test.each(table)('%s', (_what, pattern, from, until, days) => {
    expect(daysFrom(from, until, rule(pattern))).toBe(days)
  })
})

describe('by the day of the month, and yearly', () => {
  const the31st = { kind: 'monthly-day', days: [31], months: everyMonth } as const
  const table: [string, Pattern, string, string, string][] = [
    [
      'a 31st that short months do not have',
      { ...the31st, shortMonth: 'skip' },
      '2026-01-01',
      '2026-05-31',
      '2026-01-31 2026-03-31 2026-05-31',
    ],
    [
      'a 31st that means the last day never drifts',
      { ...the31st, shortMonth: 'last-day' },
      '2026-01-01',
      '2026-05-31',
      '2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31',
    ],
    [
      'the 30th and 31st of a short month are one last day',
      { ...the31st, days: [30, 31], shortMonth: 'last-day' },
      '2026-02-01',
      '2026-03-31',
      '2026-02-28 2026-03-30 2026-03-31',
    ],
    [
      '29 February only where there is one',
      { kind: 'yearly', month: 2, day: 29, shortMonth: 'skip' },
      '2024-01-01',
      '2028-12-31',
      '2024-02-29 2028-02-29',
    ],
    [
      '29 February, or else the day before',
      { kind: 'yearly', month: 2, day: 29, shortMonth: 'last-day' },
      '2024-01-01',
      '2026-12-31',
      '2024-02-29 2025-02-28 2026-02-28',
    ],
    [
      '9 November',
      { kind: 'yearly', month: 11, day: 9, shortMonth: 'skip' },
      '2025-11-09',
      '2026-11-09',
      '2025-11-09 2026-11-09',
    ],
    [
      'single dates in order and each once',
      { kind: 'dates', days: ['2026-07-21', '2026-07-07', '2026-07-21', '2026-08-04'].map(day) },
      '2026-07-01',
      '2026-07-31',
      '2026-07-07 2026-07-21',
    ],
  ]
  test.each(table)('%s', (_what, pattern, from, until, days) => {
    expect(daysFrom(from, until, rule(pattern))).toBe(days)
  })
})

describe('validity and season', () => {
  it('holds on the first and last day of its validity', () => {
    const said = rule(firstAndThirdWednesday, { from: day('2026-06-03'), until: day('2026-07-01') })
    expect(daysFrom('2026-01-01', '2026-12-31', said)).toBe('2026-06-03 2026-06-17 2026-07-01')
  })

  it('rests out of season', () => {
    const said = rule(firstAndThirdWednesday, { season: { from: '11-01', until: '01-20' } })
    expect(daysFrom('2026-10-01', '2027-03-31', said)).toBe(
      '2026-11-04 2026-11-18 2026-12-02 2026-12-16 2027-01-06 2027-01-20',
    )
  })
})

describe('holidays', () => {
  const thursdays: Pattern = { kind: 'weekly', weekdays: [4], every: 1, anchor: null }
  const holiday = (name: string): FreeDay => ({ kind: 'public', name })
  const summer: FreeDay = { kind: 'school', name: 'Sommerferien', schoolBreak: 'summer' }
  const freeDays: FreeDays = (at) => {
    if (at === '2026-05-14') return [holiday('Christi Himmelfahrt')]
    if (at === '2026-05-15') return [{ kind: 'closed', name: 'Brückentag', closes: 'city' }]
    if (at === '2026-06-04') return [holiday('Fronleichnam')]
    if (at >= '2026-07-20' && at <= '2026-09-01') return [summer]
    return []
  }

  it('takes no notice of them without a policy, or without a calendar of them', () => {
    const may = '2026-05-07 2026-05-14 2026-05-21 2026-05-28'
    expect(daysFrom('2026-05-01', '2026-05-31', rule(thursdays), freeDays)).toBe(may)
    const skipping = rule(thursdays, { holidays: { ...keep, public: 'skip' } })
    expect(daysFrom('2026-05-01', '2026-05-31', skipping)).toBe(may)
  })

  it('falls away on a kind of day that is skipped, and says which', () => {
    const said = rule(thursdays, { holidays: { ...keep, public: 'skip' } })
    expect(daysFrom('2026-05-07', '2026-06-11', said, freeDays)).toBe(
      '2026-05-07 2026-05-21 2026-05-28 2026-06-11',
    )
    expect(gapsOfRule(said, range('2026-05-07', '2026-06-11'), freeDays)).toEqual([
      { day: '2026-05-14', kind: 'public', name: 'Christi Himmelfahrt', movedTo: null },
      { day: '2026-06-04', kind: 'public', name: 'Fronleichnam', movedTo: null },
    ])
  })

  it('waits for the next day that is not given up as well', () => {
    const said = rule(thursdays, { holidays: { ...keep, public: 'next-day', closed: 'skip' } })
    expect(daysOfRule(said, range('2026-05-08', '2026-05-20'), freeDays)).toEqual([
      { day: '2026-05-16', movedFrom: '2026-05-14', reason: 'Christi Himmelfahrt' },
    ])
    expect(gapsOfRule(said, range('2026-05-08', '2026-05-20'), freeDays)).toEqual([
      { day: '2026-05-14', kind: 'public', name: 'Christi Himmelfahrt', movedTo: '2026-05-16' },
    ])
  })

  it('finds the day that was pushed into the stretch from before it', () => {
    const said = rule(thursdays, { holidays: { ...keep, public: 'next-day' } })
    expect(daysFrom('2026-06-05', '2026-06-05', said, freeDays)).toBe('2026-06-05')
    expect(daysFrom('2026-06-04', '2026-06-04', said, freeDays)).toBe('')
  })

  it('meets once where a pushed day lands on one of its own', () => {
    const said = rule(
      { kind: 'weekly', weekdays: [4, 5], every: 1, anchor: null },
      { holidays: { ...keep, public: 'next-day' } },
    )
    expect(daysOfRule(said, range('2026-06-04', '2026-06-10'), freeDays)).toEqual([
      { day: '2026-06-05', movedFrom: null, reason: null },
    ])
  })

  it('meets once after holidays that took several of its days', () => {
    const said = rule(thursdays, { holidays: { ...keep, school: 'next-day' } })
    expect(daysFrom('2026-07-20', '2026-09-05', said, freeDays)).toBe('2026-09-02 2026-09-03')
  })

  it('does not wait for ever', () => {
    const said = rule(thursdays, { holidays: { ...keep, closed: 'next-day' } })
    const closed: FreeDays = () => [{ kind: 'closed', name: 'Umbau', closes: 'house' }]
    expect(daysOfRule(said, range('2026-06-01', '2026-12-31'), closed)).toEqual([])
    expect(gapsOfRule(said, range('2026-06-04', '2026-06-04'), closed)).toEqual([
      { day: '2026-06-04', kind: 'closed', name: 'Umbau', movedTo: null },
    ])
  })

  describe('for several reasons at once', () => {
    const christmas: FreeDay = { kind: 'school', name: 'Weihnachtsferien', schoolBreak: 'christmas' }
    const both: FreeDays = (at) => (at === '2026-12-24' ? [christmas, holiday('Heiligabend')] : [])
    const before = range('2026-12-24', '2026-12-24')
    const table: [string, HolidayPolicy, object[]][] = [
      [
        'falls away if any of them takes it away',
        { ...keep, school: 'next-day', public: 'skip' },
        [{ day: '2026-12-24', kind: 'public', name: 'Heiligabend', movedTo: null }],
      ],
      [
        'is put off by the first that puts it off',
        { ...keep, school: 'next-week', public: 'next-day' },
        [{ day: '2026-12-24', kind: 'school', name: 'Weihnachtsferien', movedTo: '2026-12-31' }],
      ],
      [
        'tells the first that applies',
        { ...keep, school: 'skip', public: 'skip' },
        [{ day: '2026-12-24', kind: 'school', name: 'Weihnachtsferien', movedTo: null }],
      ],
      ['is held if none of them applies', keep, []],
    ]
    test.each(table)('it %s', (_what, holidays, gaps) => {
      const said = rule(thursdays, { holidays })
      expect(gapsOfRule(said, before, both)).toEqual(gaps)
      expect(daysOfRule(said, before, both)).toHaveLength(gaps.length === 0 ? 1 : 0)
    })
  })

  it('waits a week, and another while that is free, too', () => {
    const firstThursday: Pattern = {
      kind: 'monthly-weekday',
      ordinals: [1],
      weekdays: [4],
      months: { kind: 'every-month' },
    }
    const said = rule(firstThursday, { holidays: { ...keep, public: 'next-week' } })
    const free: FreeDays = (at) => (at === '2026-06-11' ? [holiday('Stadtfest')] : freeDays(at))
    expect(daysOfRule(said, range('2026-06-01', '2026-06-30'), free)).toEqual([
      { day: '2026-06-18', movedFrom: '2026-06-04', reason: 'Fronleichnam' },
    ])
    expect(gapsOfRule(said, range('2026-06-01', '2026-06-30'), free)).toEqual([
      { day: '2026-06-04', kind: 'public', name: 'Fronleichnam', movedTo: '2026-06-18' },
    ])
  })

  it('rests in the school holidays that are named only', () => {
    const august = range('2026-08-01', '2026-08-31')
    const skipping = (...schoolOnly: SchoolBreak[]) =>
      daysOfRule(rule(thursdays, { holidays: { ...keep, school: 'skip', schoolOnly } }), august, freeDays)
    expect(skipping('summer')).toEqual([])
    expect(skipping('easter', 'autumn')).toHaveLength(4)
  })

  it('is held by nobody in a closed house, whatever the rule says', () => {
    const shut =
      (closes: 'house' | 'city'): FreeDays =>
      () => [{ kind: 'closed', name: 'Umbau', closes }]
    const may = range('2026-05-01', '2026-05-31')
    for (const holidays of [null, keep]) {
      expect(daysOfRule(rule(thursdays, { holidays }), may, shut('house'))).toEqual([])
      expect(daysOfRule(rule(thursdays, { holidays }), may, shut('city'))).toHaveLength(4)
    }
  })

  it('has no gaps without a policy', () => {
    expect(gapsOfRule(rule(thursdays), range('2026-05-01', '2026-06-30'), freeDays)).toEqual([])
  })
})

describe('the next day of a rule', () => {
  it('is today, if today is one', () => {
    expect(nextDayOfRule(rule(firstAndThirdWednesday), day('2026-06-03'))).toBe('2026-06-03')
    expect(nextDayOfRule(rule(firstAndThirdWednesday), day('2026-06-04'))).toBe('2026-06-17')
  })

  it('is found years ahead', () => {
    const leapDay = rule({ kind: 'yearly', month: 2, day: 29, shortMonth: 'skip' })
    expect(nextDayOfRule(leapDay, day('2024-03-01'))).toBe('2028-02-29')
  })

  it('is none when the rule has ended, or lies more than five years ahead', () => {
    expect(
      nextDayOfRule(rule(firstAndThirdWednesday, { until: day('2026-06-03') }), day('2026-06-04')),
    ).toBeNull()
    const far = rule({ kind: 'dates', days: [day('2040-01-01')] })
    expect(nextDayOfRule(far, day('2026-06-04'))).toBeNull()
  })

  it('can be asked for at the end of the calendar', () => {
    const waiting = rule(firstAndThirdWednesday, { holidays: { ...keep, public: 'next-day' } })
    expect(nextDayOfRule(waiting, day('2200-12-31'), () => [])).toBeNull()
    expect(nextDayOfRule(waiting, day('1900-01-01'), () => [])).toBe('1900-01-03')
  })
})

test.each<[Pattern, readonly number[]]>([
  [{ kind: 'weekly', weekdays: [5, 2], every: 1, anchor: null }, [2, 5]],
  [{ kind: 'week-parity', weekdays: [7], parity: 'even' }, [7]],
  [firstAndThirdWednesday, [3]],
  [{ kind: 'dates', days: [day('2026-06-07'), day('2026-06-01'), day('2026-06-08')] }, [1, 7]],
  [{ kind: 'monthly-day', days: [1], shortMonth: 'skip', months: everyMonth }, [1, 2, 3, 4, 5, 6, 7]],
  [{ kind: 'yearly', month: 11, day: 9, shortMonth: 'skip' }, [1, 2, 3, 4, 5, 6, 7]],
])('%j can fall on the weekdays %j', (pattern, weekdays) => {
  expect(weekdaysOfRule(rule(pattern))).toEqual(weekdays)
})

describe('what keeps a rule from being one', () => {
  const weekly = { kind: 'weekly', weekdays: [3], every: 1, anchor: null } as const
  const byWeekday = { kind: 'monthly-weekday', ordinals: [1], weekdays: [3], months: everyMonth } as const
  const byDay = { kind: 'monthly-day', days: [15], shortMonth: 'skip', months: everyMonth } as const
  const table: [string, Rule, string[]][] = [
    ['nothing, for a sound one', rule(firstAndThirdWednesday), []],
    ['no weekday', rule({ ...weekly, weekdays: [] }), ['rule.weekdays.missing']],
    ['every 0 weeks', rule({ ...weekly, every: 0 }), ['rule.every.range']],
    [
      'no school holidays where only some are meant',
      rule(weekly, { holidays: { ...keep, school: 'skip', schoolOnly: [] } }),
      ['rule.schoolBreaks.missing'],
    ],
    ['every 53 weeks', rule({ ...weekly, every: 53, anchor: day('2026-01-01') }), ['rule.every.range']],
    ['every 1.5 weeks', rule({ ...weekly, every: 1.5 }), ['rule.every.range']],
    [
      'days later than two weekdays',
      rule({ ...firstAndThirdWednesday, weekdays: [1, 2], daysLater: 1 }),
      ['rule.daysLater.range'],
    ],
    ['more than a week later', rule({ ...firstAndThirdWednesday, daysLater: 8 }), ['rule.daysLater.range']],
    ['every two weeks, but from when', rule({ ...weekly, every: 2 }), ['rule.anchor.missing']],
    [
      'no weekday in even weeks',
      rule({ kind: 'week-parity', weekdays: [], parity: 'even' }),
      ['rule.weekdays.missing'],
    ],
    [
      'no ordinal, no weekday',
      rule({ ...byWeekday, ordinals: [], weekdays: [] }),
      ['rule.ordinals.missing', 'rule.weekdays.missing'],
    ],
    [
      'in no month',
      rule({ ...byWeekday, months: { kind: 'in-months', months: [] } }),
      ['rule.months.missing'],
    ],
    [
      'a 13th month',
      rule({ ...byWeekday, months: { kind: 'in-months', months: [1, 13] } }),
      ['rule.month.range'],
    ],
    [
      'every 0 months',
      rule({ ...byDay, months: { kind: 'every-n-months', every: 0, anchor: month('2026-01') } }),
      ['rule.every.range'],
    ],
    ['no day of the month', rule({ ...byDay, days: [] }), ['rule.days.missing']],
    [
      'day 0 and day 32',
      rule({ ...byDay, days: [0, 32] }),
      ['rule.dayOfMonth.range', 'rule.dayOfMonth.range'],
    ],
    ['31 April', rule({ kind: 'yearly', month: 4, day: 31, shortMonth: 'skip' }), ['rule.dayOfMonth.range']],
    ['month 0', rule({ kind: 'yearly', month: 0, day: 1, shortMonth: 'skip' }), ['rule.month.range']],
    ['no date', rule({ kind: 'dates', days: [] }), ['rule.days.missing']],
    [
      'an end before the beginning',
      rule(weekly, { from: day('2026-06-02'), until: day('2026-06-01') }),
      ['rule.until.beforeFrom'],
    ],
    [
      'a season that is no day of the year',
      rule(weekly, { season: { from: '02-30', until: '10-31' } }),
      ['rule.season.malformed'],
    ],
  ]
  test.each(table)('%s', (_what, said, keys) => {
    expect(checkRule(said).map(({ key }) => key)).toEqual(keys)
  })

  it('tells what was wrong and what would be right', () => {
    expect(checkRule(rule({ ...byDay, days: [32] }))).toEqual([
      { key: 'rule.dayOfMonth.range', params: { value: 32, least: 1, most: 31 } },
    ])
  })
})
