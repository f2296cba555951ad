import { describe, expect, it, test } from 'vitest'
import type { Land } from '../../src/domain/land.ts'
import type { HolidayPolicy, Pattern, Rule } from '../../src/domain/rule.ts'
import type { Schedule } from '../../src/domain/schedule.ts'
import { sayRule, saySchedule } from '../../src/i18n/say-rule.ts'
import { day, month, rule, schedule, slot } from '../support/schedules.ts'

const everyMonth = { kind: 'every-month' } as const
const keep = { public: 'keep', school: 'keep', closed: 'keep' } as const

const weekly = (weekdays: (1 | 2 | 3 | 4 | 5 | 6 | 7)[]): Pattern => ({
  kind: 'weekly',
  weekdays,
  every: 1,
  anchor: null,
})

const everyTwoWeeks: Pattern = { kind: 'weekly', weekdays: [2], every: 2, anchor: day('2026-03-05') }
const firstAndThirdWednesday: Pattern = {
  kind: 'monthly-weekday',
  ordinals: [1, 3],
  weekdays: [3],
  months: everyMonth,
}

function secondSaturdayIn(...months: number[]): Pattern {
  return { kind: 'monthly-weekday', ordinals: [2], weekdays: [6], months: { kind: 'in-months', months } }
}

function secondThursdayEvery(every: number): Pattern {
  return {
    kind: 'monthly-weekday',
    ordinals: [2],
    weekdays: [4],
    months: { kind: 'every-n-months', every, anchor: month('2026-01') },
  }
}

function fifteenthIn(...months: number[]): Pattern {
  return { kind: 'monthly-day', days: [15], shortMonth: 'skip', months: { kind: 'in-months', months } }
}

describe('the days of a rule, in German and English', () => {
  const table: [Rule, string, string][] = [
    [rule(weekly([3])), 'Jeden Mittwoch', 'Every Wednesday'],
    [rule(weekly([4, 2])), 'Jeden Dienstag und Donnerstag', 'Every Tuesday and Thursday'],
    [rule(weekly([1, 2])), 'Jeden Montag und Dienstag', 'Every Monday and Tuesday'],
    [rule(weekly([1, 3, 5])), 'Jeden Montag, Mittwoch und Freitag', 'Every Monday, Wednesday and Friday'],
    [rule(weekly([1, 2, 3, 4, 5])), 'Montag bis Freitag', 'Monday to Friday'],
    [rule(weekly([1, 2, 3, 6])), 'Montag bis Mittwoch und Samstag', 'Monday to Wednesday and Saturday'],
    [rule(weekly([1, 2, 3, 4, 5, 6, 7])), 'Täglich', 'Daily'],
    [
      rule(everyTwoWeeks),
      'Alle zwei Wochen dienstags ab 3. März 2026 (gerade Woche)',
      'Every two weeks on Tuesday from 3 March 2026 (even week)',
    ],
    [
      rule({ ...everyTwoWeeks, weekdays: [2, 4], every: 3 }),
      'Alle drei Wochen dienstags und donnerstags ab 3. März 2026',
      'Every three weeks on Tuesday and Thursday from 3 March 2026',
    ],
    [
      rule(everyTwoWeeks, { from: day('2026-09-01'), until: day('2026-12-31') }),
      'Alle zwei Wochen dienstags vom 1. September bis 31. Dezember 2026 (gerade Woche)',
      'Every two weeks on Tuesday from 1 September to 31 December 2026 (even week)',
    ],
    [
      rule({ kind: 'week-parity', weekdays: [2], parity: 'uneven' }),
      'In ungeraden Kalenderwochen dienstags',
      'In odd calendar weeks on Tuesday',
    ],
    [
      rule({ kind: 'week-parity', weekdays: [1, 2, 3, 4], parity: 'even' }),
      'In geraden Kalenderwochen montags bis donnerstags',
      'In even calendar weeks on Monday to Thursday',
    ],
    [
      rule(firstAndThirdWednesday),
      'Jeden 1. und 3. Mittwoch im Monat',
      'Every 1st and 3rd Wednesday of the month',
    ],
    [
      rule({ ...firstAndThirdWednesday, ordinals: [-1], weekdays: [5] }),
      'Jeden letzten Freitag im Monat',
      'Every last Friday of the month',
    ],
    [
      rule({ ...firstAndThirdWednesday, ordinals: [-1, -2, 2] }),
      'Jeden 2., vorletzten und letzten Mittwoch im Monat',
      'Every 2nd, last but one and last Wednesday of the month',
    ],
    [
      rule({ ...firstAndThirdWednesday, ordinals: [1], weekdays: [1, 2] }),
      'Jeden 1. Montag und 1. Dienstag im Monat',
      'Every 1st Monday and 1st Tuesday of the month',
    ],
    [
      rule({ ...firstAndThirdWednesday, ordinals: [5] }),
      'Jeden 5. Mittwoch im Monat (falls es ihn gibt)',
      'Every 5th Wednesday of the month (if there is one)',
    ],
    [
      rule({ ...firstAndThirdWednesday, ordinals: [1, 3, 5] }),
      'Jeden 1., 3. und 5. Mittwoch im Monat (den 5. nur, wenn es ihn gibt)',
      'Every 1st, 3rd and 5th Wednesday of the month (the 5th if there is one)',
    ],
    [
      rule({ ...firstAndThirdWednesday, ordinals: [1], weekdays: [2], daysLater: 2 }),
      'Jeden Donnerstag nach dem 1. Dienstag im Monat',
      'Every Thursday after the 1st Tuesday of the month',
    ],
    [
      rule({ ...firstAndThirdWednesday, ordinals: [-1], weekdays: [7], daysLater: -1 }),
      'Jeden Samstag vor dem letzten Sonntag im Monat',
      'Every Saturday before the last Sunday of the month',
    ],
    [
      rule(secondSaturdayIn(1, 3, 5, 7, 9, 11)),
      'Jeden 2. Samstag in ungeraden Monaten',
      'Every 2nd Saturday in odd-numbered months',
    ],
    [
      rule(secondSaturdayIn(2, 4, 6, 8, 10, 12)),
      'Jeden 2. Samstag in geraden Monaten',
      'Every 2nd Saturday in even-numbered months',
    ],
    [
      rule(secondSaturdayIn(1, 3, 5, 7, 9)),
      'Jeden 2. Samstag im Januar, März, Mai, Juli und September',
      'Every 2nd Saturday in January, March, May, July and September',
    ],
    [
      rule(secondSaturdayIn(10, 11, 12, 1, 2, 3)),
      'Jeden 2. Samstag von Oktober bis März',
      'Every 2nd Saturday from October to March',
    ],
    [rule(secondSaturdayIn(5)), 'Jeden 2. Samstag im Mai', 'Every 2nd Saturday in May'],
    [
      rule(secondSaturdayIn(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)),
      'Jeden 2. Samstag im Monat',
      'Every 2nd Saturday of the month',
    ],
    [
      rule(secondThursdayEvery(3)),
      'Alle drei Monate am 2. Donnerstag (ab Januar 2026)',
      'Every three months on the 2nd Thursday (from January 2026)',
    ],
    [
      rule(secondThursdayEvery(3), { from: day('2026-02-10') }),
      'Alle drei Monate am 2. Donnerstag (ab April 2026)',
      'Every three months on the 2nd Thursday (from April 2026)',
    ],
    [
      rule(secondThursdayEvery(12)),
      'Jährlich am 2. Donnerstag im Januar',
      'Every year on the 2nd Thursday in January',
    ],
    [
      rule(secondThursdayEvery(24)),
      'Alle zwei Jahre am 2. Donnerstag im Januar (ab 2026)',
      'Every two years on the 2nd Thursday in January (from 2026)',
    ],
    [
      rule({ kind: 'monthly-day', days: [15, 1], shortMonth: 'skip', months: everyMonth }),
      'Am 1. und 15. jedes Monats',
      'On the 1st and 15th of every month',
    ],
    [
      rule({ kind: 'monthly-day', days: [31], shortMonth: 'skip', months: everyMonth }),
      'Am 31. jedes Monats (nicht in kürzeren Monaten)',
      'On the 31st of every month (not in shorter months)',
    ],
    [
      rule({ kind: 'monthly-day', days: [31], shortMonth: 'last-day', months: everyMonth }),
      'Am letzten Tag jedes Monats',
      'On the last day of every month',
    ],
    [
      rule({ kind: 'monthly-day', days: [30], shortMonth: 'last-day', months: everyMonth }),
      'Am 30. jedes Monats (in kürzeren Monaten am letzten Tag)',
      'On the 30th of every month (in shorter months on the last day)',
    ],
    [rule(fifteenthIn(3, 4, 5)), 'Jeweils am 15. von März bis Mai', 'On the 15th from March to May'],
    [rule(fifteenthIn(5, 11)), 'Jeweils am 15. im Mai und November', 'On the 15th in May and November'],
    [rule(fifteenthIn(5)), 'Jährlich am 15. Mai', 'Every year on the 15th in May'],
    [
      rule({ kind: 'yearly', month: 11, day: 9, shortMonth: 'skip' }),
      'Jährlich am 9. November',
      'Every year on 9 November',
    ],
    [
      rule({ kind: 'yearly', month: 2, day: 29, shortMonth: 'skip' }),
      'Jährlich am 29. Februar (nur in Schaltjahren)',
      'Every year on 29 February (in leap years only)',
    ],
    [
      rule({ kind: 'yearly', month: 2, day: 29, shortMonth: 'last-day' }),
      'Jährlich am 29. Februar (sonst am 28. Februar)',
      'Every year on 29 February (otherwise on 28 February)',
    ],
    [
      rule({ kind: 'dates', days: [day('2026-07-21'), day('2026-07-07')] }),
      'Am 7. und 21. Juli 2026',
      'On 7 and 21 July 2026',
    ],
    [
      rule({ kind: 'dates', days: ['2026-07-07', '2026-07-21', '2026-08-04', '2027-01-12'].map(day) }),
      'Am 7. und 21. Juli, am 4. August 2026 und am 12. Januar 2027',
      'On 7 and 21 July, on 4 August 2026 and on 12 January 2027',
    ],
    [
      rule({
        kind: 'dates',
        days: ['01', '02', '03', '04', '05', '06', '07', '08', '09'].map((d) => day(`2026-07-${d}`)),
      }),
      'Am 1., 2., 3., 4., 5., 6., 7., 8. und 9. Juli 2026',
      'On 1, 2, 3, 4, 5, 6, 7, 8 and 9 July 2026',
    ],
  ]
  for (const [said, german, english] of table) {
    test(german, () => {
      expect([sayRule(said, 'de'), sayRule(said, 'en')]).toEqual([german, english])
    })
  }
})

describe('how long a rule holds, and what happens on holidays', () => {
  const table: [Partial<Rule>, string, string][] = [
    [{ season: { from: '03-01', until: '10-31' } }, 'von März bis Oktober', 'from March to October'],
    [{ season: { from: '11-01', until: '02-28' } }, 'von November bis Februar', 'from November to February'],
    [{ season: { from: '12-01', until: '12-31' } }, 'im Dezember', 'in December'],
    [
      { season: { from: '03-15', until: '10-15' } },
      'vom 15. März bis 15. Oktober',
      'from 15 March to 15 October',
    ],
    [{ from: day('2026-09-01') }, 'ab 1. September 2026', 'from 1 September 2026'],
    [{ until: day('2026-06-30') }, 'bis 30. Juni 2026', 'until 30 June 2026'],
    [
      { from: day('2026-09-01'), until: day('2027-06-30') },
      'vom 1. September 2026 bis 30. Juni 2027',
      'from 1 September 2026 to 30 June 2027',
    ],
    [
      { season: { from: '03-01', until: '10-31' }, until: day('2027-06-30') },
      'von März bis Oktober, bis 30. Juni 2027',
      'from March to October, until 30 June 2027',
    ],
  ]
  for (const [terms, german, english] of table) {
    test(german, () => {
      const said = rule(weekly([3]), terms)
      expect(sayRule(said, 'de')).toBe(`Jeden Mittwoch ${german}`)
      expect(sayRule(said, 'en')).toBe(`Every Wednesday ${english}`)
    })
  }

  const policies: [Rule['holidays'], string, string][] = [
    [keep, '', ''],
    [{ ...keep, public: 'skip' }, ', nicht an Feiertagen', ', not on public holidays'],
    [{ ...keep, school: 'skip' }, ', nicht in den Schulferien', ', not in the school holidays'],
    [{ ...keep, closed: 'skip' }, ', nicht an Schließtagen', ', not on days when the house is closed'],
    [
      { ...keep, public: 'skip', school: 'skip' },
      ', nicht an Feiertagen und in den Schulferien',
      ', not on public holidays or in the school holidays',
    ],
    [
      { ...keep, public: 'next-day', school: 'skip' },
      ', nicht in den Schulferien, an Feiertagen stattdessen am nächsten möglichen Tag',
      ', not in the school holidays, on public holidays on the next possible day instead',
    ],
    [
      { ...keep, public: 'next-week' },
      ', an Feiertagen stattdessen eine Woche später',
      ', on public holidays a week later instead',
    ],
    [
      { ...keep, school: 'skip', schoolOnly: ['summer'] },
      ', nicht in den Sommerferien',
      ', not in the summer holidays',
    ],
    [
      { ...keep, public: 'skip', school: 'skip', schoolOnly: ['summer', 'easter'] },
      ', nicht an Feiertagen und in den Oster- und Sommerferien',
      ', not on public holidays or in the Easter and summer holidays',
    ],
  ]
  for (const [holidays, german, english] of policies) {
    test(german === '' ? 'a policy that keeps every day is not worth a word' : german.slice(2), () => {
      const said = schedule([slot(rule(weekly([3]), { holidays }), '19:30')])
      expect(saySchedule(said, 'de')).toBe(`Jeden Mittwoch, 19:30 Uhr${german}`)
      expect(saySchedule(said, 'en')).toBe(`Every Wednesday, 19:30${english}`)
    })
  }
})

describe('whose holidays are meant', () => {
  const table: [HolidayPolicy, Land, string, string][] = [
    [
      { ...keep, public: 'skip' },
      'NW',
      'nicht an Feiertagen in Nordrhein-Westfalen',
      'not on public holidays in North Rhine-Westphalia',
    ],
    [
      { public: 'skip', school: 'skip', closed: 'skip' },
      'SL',
      'nicht an Feiertagen, in den Schulferien im Saarland und an Schließtagen',
      'not on public holidays, in the school holidays in Saarland or on days when the house is closed',
    ],
    [
      { ...keep, public: 'next-week', school: 'skip', schoolOnly: ['autumn'] },
      'BY',
      'nicht in den Herbstferien, an Feiertagen in Bayern stattdessen eine Woche später',
      'not in the autumn holidays, on public holidays in Bavaria a week later instead',
    ],
    [{ ...keep, closed: 'skip' }, 'HE', 'nicht an Schließtagen', 'not on days when the house is closed'],
  ]
  test.each(table)('%j in %s: %s', (holidays, land, german, english) => {
    const said = rule(weekly([3]), { holidays })
    expect(sayRule(said, 'de', { land })).toBe(`Jeden Mittwoch, ${german}`)
    expect(sayRule(said, 'en', { land })).toBe(`Every Wednesday, ${english}`)
  })

  it('is not said of a rule without a word on holidays', () => {
    expect(sayRule(rule(weekly([3])), 'de', { land: 'NW' })).toBe('Jeden Mittwoch')
  })
})

describe('a whole schedule in one sentence', () => {
  const amnesty = slot(rule(firstAndThirdWednesday), '19:30')
  const stand = slot(rule(secondSaturdayIn(1, 3, 5, 7, 9, 11)), null)
  const table: [string, Schedule, string, string][] = [
    [
      'a meeting',
      schedule([amnesty]),
      'Jeden 1. und 3. Mittwoch im Monat, 19:30 Uhr',
      'Every 1st and 3rd Wednesday of the month, 19:30',
    ],
    [
      'no time is known',
      schedule([stand]),
      'Jeden 2. Samstag in ungeraden Monaten',
      'Every 2nd Saturday in odd-numbered months',
    ],
    [
      'telephone hours',
      schedule([
        slot(rule(weekly([1, 2, 3, 4])), '08:00', '16:00'),
        slot(rule(weekly([5])), '08:00', '14:00'),
      ]),
      'Montag bis Donnerstag 8–16 Uhr, Freitag 8–14 Uhr',
      'Monday to Thursday 08:00–16:00, Friday 08:00–14:00',
    ],
    [
      'one time that is no full hour gives minutes to all',
      schedule([
        slot(rule(weekly([1, 2, 3, 4])), '08:00', '16:00'),
        slot(rule(weekly([5])), '08:00', '12:30'),
      ]),
      'Montag bis Donnerstag 08:00–16:00 Uhr, Freitag 08:00–12:30 Uhr',
      'Monday to Thursday 08:00–16:00, Friday 08:00–12:30',
    ],
    [
      'a break at noon, written as one slot a day',
      schedule([
        slot(rule(weekly([1])), '14:00', '16:00'),
        slot(rule(weekly([1])), '08:00', '12:00'),
        slot(rule(weekly([2])), '08:00', '12:00'),
        slot(rule(weekly([3])), '08:00', '12:00'),
        slot(rule(weekly([4])), '08:00', '12:00'),
        slot(rule(weekly([4])), '14:00', '18:00'),
      ]),
      'Montag 8–12 und 14–16 Uhr, Dienstag und Mittwoch 8–12 Uhr, Donnerstag 8–12 und 14–18 Uhr',
      'Monday 08:00–12:00 and 14:00–16:00, Tuesday and Wednesday 08:00–12:00, Thursday 08:00–12:00 and 14:00–18:00',
    ],
    [
      'hours with terms',
      schedule([
        slot(
          rule(weekly([1, 2, 3, 4, 5]), {
            season: { from: '03-01', until: '10-31' },
            holidays: { ...keep, public: 'skip' },
          }),
          '08:00',
          '24:00',
        ),
      ]),
      'Montag bis Freitag 8–24 Uhr, von März bis Oktober, nicht an Feiertagen',
      'Monday to Friday 08:00–24:00, from March to October, not on public holidays',
    ],
    [
      'every two weeks',
      schedule([slot(rule(everyTwoWeeks), '18:00', '20:00')]),
      'Alle zwei Wochen dienstags ab 3. März 2026 (gerade Woche), 18–20 Uhr',
      'Every two weeks on Tuesday from 3 March 2026 (even week), 18:00–20:00',
    ],
    [
      'single dates',
      schedule([slot(rule({ kind: 'dates', days: [day('2026-07-07'), day('2026-07-21')] }), '09:00')]),
      'Am 7. und 21. Juli 2026, 9 Uhr',
      'On 7 and 21 July 2026, 09:00',
    ],
    [
      'the same days at two times',
      schedule([amnesty, slot(amnesty.rule, '15:00', '16:30')]),
      'Jeden 1. und 3. Mittwoch im Monat, 15:00–16:30 und 19:30 Uhr',
      'Every 1st and 3rd Wednesday of the month, 15:00–16:30 and 19:30',
    ],
    [
      'slots of different kinds',
      schedule([amnesty, stand]),
      'Jeden 1. und 3. Mittwoch im Monat, 19:30 Uhr; jeden 2. Samstag in ungeraden Monaten',
      'Every 1st and 3rd Wednesday of the month, 19:30; every 2nd Saturday in odd-numbered months',
    ],
    [
      'slots of different kinds with the same word on holidays',
      schedule(
        [amnesty, stand].map((each) => ({
          ...each,
          rule: { ...each.rule, holidays: { ...keep, public: 'skip' as const } },
        })),
      ),
      'Jeden 1. und 3. Mittwoch im Monat, 19:30 Uhr; jeden 2. Samstag in ungeraden Monaten; nicht an Feiertagen',
      'Every 1st and 3rd Wednesday of the month, 19:30; every 2nd Saturday in odd-numbered months; not on public holidays',
    ],
    [
      'midnight as an end',
      schedule([slot(rule(weekly([6])), '22:30', '24:00')]),
      'Jeden Samstag, 22:30–24:00 Uhr',
      'Every Saturday, 22:30–24:00',
    ],
    ['a note alone', schedule([], 'nach Vereinbarung'), 'Nach Vereinbarung', 'Nach Vereinbarung'],
    [
      'a note beside a slot',
      schedule([amnesty], 'sonst nach Vereinbarung'),
      'Jeden 1. und 3. Mittwoch im Monat, 19:30 Uhr – sonst nach Vereinbarung',
      'Every 1st and 3rd Wednesday of the month, 19:30 – sonst nach Vereinbarung',
    ],
    ['nothing', schedule([]), '', ''],
  ]
  test.each(table)('%s', (_what, said, german, english) => {
    expect([saySchedule(said, 'de'), saySchedule(said, 'en')]).toEqual([german, english])
  })

  it('says an unfinished rule without failing', () => {
    expect(sayRule(rule({ kind: 'weekly', weekdays: [], every: 2, anchor: null }), 'de')).toBe(
      'Alle zwei Wochen',
    )
    expect(sayRule(rule({ kind: 'dates', days: [] }), 'de')).toBe('')
  })
})
