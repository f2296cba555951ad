// Random RRULEs in several zones: the dates that readers see are those that an independent library expands.
import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, dayFromNumber, dayNumber } from '../../../src/domain/day.ts'
import { datesOf } from '../../../src/domain/schedule.ts'
import { readCalendar } from '../../../src/formats/ical-reading/read-calendar.ts'
import { calendar } from '../../support/calendars.ts'
import { day, range } from '../../support/schedules.ts'

const TWO_YEARS = range('2026-01-01', '2027-12-31')
const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const ZONES = ['Europe/Berlin', 'Europe/Berlin', 'Europe/London', 'America/New_York', 'UTC', null]

const days = fc
  .integer({ min: dayNumber(day('2024-01-01')), max: dayNumber(day('2026-12-31')) })
  .map(dayFromNumber)
const codes = fc.subarray(CODES, { minLength: 1, maxLength: 3 })
const numbered = fc
  .tuple(fc.subarray(['1', '2', '3', '4', '5', '-1', '-2'], { minLength: 1, maxLength: 2 }), codes)
  .map(([ordinals, weekdays]) =>
    weekdays.flatMap((weekday) => ordinals.map((ordinal) => `${ordinal}${weekday}`)),
  )
const byMonth = fc
  .subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], { minLength: 1, maxLength: 4 })
  .map((months) => `BYMONTH=${months}`)
const byMonthDay = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant(-1)), { minLength: 1, maxLength: 3 })
  .map((all) => `BYMONTHDAY=${all}`)
const interval = fc.integer({ min: 1, max: 4 }).map((n) => (n === 1 ? '' : `INTERVAL=${n}`))
const weekStart = fc.constantFrom('', '', 'WKST=MO', 'WKST=SU')
const perhaps = (part: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), part)

const parts: fc.Arbitrary<readonly string[]> = fc.oneof(
  fc.tuple(
    fc.constant('FREQ=DAILY'),
    interval,
    perhaps(codes.map((all) => `BYDAY=${all}`)),
    perhaps(byMonth),
  ),
  fc.tuple(
    fc.constant('FREQ=WEEKLY'),
    interval,
    codes.map((all) => `BYDAY=${all}`),
    weekStart,
    perhaps(byMonth),
  ),
  fc.tuple(
    fc.constant('FREQ=MONTHLY'),
    interval,
    numbered.map((all) => `BYDAY=${all}`),
    perhaps(byMonth),
  ),
  fc.tuple(fc.constant('FREQ=MONTHLY'), interval, perhaps(byMonthDay), perhaps(byMonth)),
  fc.tuple(
    fc.constant('FREQ=MONTHLY'),
    codes.map((all) => `BYDAY=${all}`),
    fc.constantFrom('BYSETPOS=1', 'BYSETPOS=-1', 'BYSETPOS=2,3'),
  ),
  fc.constantFrom(
    ['FREQ=MONTHLY', `BYDAY=${CODES}`, 'BYSETPOS=-1'],
    ['FREQ=MONTHLY', 'BYMONTHDAY=28,29,30', 'BYSETPOS=-1'],
    ['FREQ=MONTHLY', 'BYDAY=MO,TU,WE,TH,FR', 'BYSETPOS=-1'],
    ['FREQ=MONTHLY', 'BYDAY=FR', 'BYMONTHDAY=13'],
    ['FREQ=YEARLY', 'BYDAY=2MO'],
    ['FREQ=YEARLY', `BYWEEKNO=${Array.from({ length: 27 }, (_, n) => 2 * n + 1)}`, 'BYDAY=TU'],
    ['FREQ=YEARLY', `BYWEEKNO=${Array.from({ length: 26 }, (_, n) => 2 * n + 2)}`, 'BYDAY=TU,FR'],
    ['FREQ=YEARLY', 'BYYEARDAY=100,-1'],
  ),
  fc.tuple(fc.constant('FREQ=YEARLY'), interval, byMonth, perhaps(numbered.map((all) => `BYDAY=${all}`))),
  fc.tuple(fc.constant('FREQ=YEARLY'), interval, perhaps(byMonth), byMonthDay),
  fc.tuple(fc.constant('FREQ=YEARLY'), interval),
)

const ends: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 60 }).map((count) => `COUNT=${count}`) },
  { weight: 1, arbitrary: days.map((until) => `UNTIL=${compact(addDays(until, 300))}T120000Z`) },
)

const rules = fc.record({
  rrule: fc.tuple(parts, ends).map(([all, end]) => [...all, end].filter((part) => part !== '').join(';')),
  start: days,
  time: fc.constantFrom('0930', '1330', '1900'),
  zone: fc.constantFrom(...ZONES),
})

describe('random RRULEs', () => {
  test('fall on the days and at the times that the library finds, over two years with their changes of clocks', () => {
    let ours = 0
    fc.assert(
      fc.property(rules, (random) => {
        const { meetings, unread } = readCalendar(calendarOf(random), TWO_YEARS)
        expect(unread).toEqual([])
        const found = meetings.flatMap(({ schedule }) => datesOf(schedule, [], TWO_YEARS))
        expect(found.map(({ day, start }) => `${day} ${start}`)).toEqual(byLibrary(random))
        ours += meetings.filter(({ keptRule }) => keptRule === '').length
      }),
      { numRuns: 400 },
    )
    // Most of what people write is one of our rules; if nothing were, the test would show nothing.
    expect(ours).toBeGreaterThan(40)
  }, 120_000)
})

describe('a calendar', () => {
  test('may hold whatever it likes: it is read or told, and nothing breaks', () => {
    const lines = fc.oneof(
      fc.constantFrom(...LINES),
      fc
        .tuple(fc.constantFrom(...LINES), fc.string({ maxLength: 12 }))
        .map(([line, noise]) => `${line}${noise}`),
      fc
        .tuple(fc.constantFrom(...LINES), fc.nat(60), fc.string({ maxLength: 3 }))
        .map(([line, at, noise]) => `${line.slice(0, at)}${noise}${line.slice(at + 1)}`),
    )
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 14 }), (all) => {
        const text = `BEGIN:VCALENDAR\nBEGIN:VEVENT\n${all.join('\n')}\nEND:VEVENT\nEND:VCALENDAR`
        const { meetings, unread } = readCalendar(text, TWO_YEARS)
        for (const { schedule, exceptions, title } of meetings) {
          datesOf(schedule, exceptions, TWO_YEARS)
          expect(title).not.toBe('')
        }
        expect(meetings.length + unread.length).toBeLessThanOrEqual(all.length + 1)
      }),
      { numRuns: 2000 },
    )
  }, 120_000)
})

const LINES = [
  'UID:1',
  'SUMMARY:Probe',
  'DTSTART;TZID=Europe/Berlin:20260108T193000',
  'DTSTART;VALUE=DATE:19500101',
  'DTSTART:21491231T235900Z',
  'DTEND:20260108T213000Z',
  'DTEND;VALUE=DATE:20260110',
  'DURATION:P30DT23H',
  'RRULE:FREQ=WEEKLY;BYDAY=TH;INTERVAL=2;WKST=SU',
  'RRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=19500101T000000Z',
  'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=4999',
  'RRULE:FREQ=DAILY;INTERVAL=999',
  'RECURRENCE-ID:20260115T183000Z',
  'EXDATE;TZID=Europe/Berlin:20260122T193000,20260129T193000',
  'RDATE;VALUE=PERIOD:20260601T160000Z/PT1H',
  'STATUS:CANCELLED',
  'BEGIN:VALARM',
  'END:VALARM',
  'END:VEVENT',
  'BEGIN:VEVENT',
]

type Random = {
  readonly rrule: string
  readonly start: Day
  readonly time: string
  readonly zone: string | null
}

function calendarOf({ rrule, start, time, zone }: Random): string {
  const at = `${compact(start)}T${time}00`
  const line =
    zone === 'UTC' ? `DTSTART:${at}Z` : zone === null ? `DTSTART:${at}` : `DTSTART;TZID=${zone}:${at}`
  return calendar(['UID:1', 'SUMMARY:Probe', line, `RRULE:${rrule}`])
}

function byLibrary({ rrule, start, time, zone }: Random): string[] {
  const rule = new RRuleTemporal({
    rruleString: `DTSTART;TZID=${zone ?? 'Europe/Berlin'}:${compact(start)}T${time}00\nRRULE:${rrule}`,
  })
  // With room on both sides: asked for 1 January alone, the library forgets that it may lie in the old year's week 52.
  const dates = rule.between(
    new Date(`${addDays(TWO_YEARS.from, -10)}T12:00:00Z`),
    new Date(`${addDays(TWO_YEARS.until, 10)}T12:00:00Z`),
    true,
  )
  return dates
    .map((at) => at.withTimeZone('Europe/Berlin').toPlainDateTime().toString())
    .map((text) => `${text.slice(0, 10)} ${text.slice(11, 16)}`)
    .filter((text) => text >= TWO_YEARS.from && text < '2028')
}

function compact(at: Day): string {
  return at.replaceAll('-', '')
}
