// What a program of somebody else reads out of our calendars is what our pages show.
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { addDays, isWithin } from '../../../src/domain/day.ts'
import { datesOf, isTrace, type ScheduledDate, takesPlace } from '../../../src/domain/schedule.ts'
import { CALENDAR_FOOT, calendarHead, entriesText, meetingEntries } from '../../../src/formats/ical.ts'
import { describeWithForeignReader, type ForeignDate } from '../../support/foreign-calendar.ts'
import { readInNode } from '../../support/node-calendar.ts'
import { meetings, type RandomMeeting, TWO_YEARS } from '../../support/random-meetings.ts'
import { day, range, rule, slot } from '../../support/schedules.ts'

const MEETINGS = 150
const AROUND = range('2025-11-01', '2028-02-29')

describeWithForeignReader('a reader outside Node', (read) => {
  test('finds the dates that pages show, for random schedules over two years', () => {
    const sample = fc.sample(meetings, { numRuns: MEETINGS, seed: 53 })
    const found = read(sample.map(calendarOf), AROUND)
    sample.forEach((meeting, index) => {
      const dates = (found[index] ?? []).filter(({ start }) => isWithin(day(start.slice(0, 10)), TWO_YEARS))
      expect(dates.map(keyOfForeign).sort()).toEqual(keysShown(meeting))
    })
  }, 120_000)

  it('keeps the hour over both changes of the clock, and two weeks apart over week 53', () => {
    const fortnightly = { kind: 'weekly', weekdays: [7], every: 2, anchor: day('2026-03-29') } as const
    const schedule = { slots: [slot(rule(fortnightly), '19:30', '21:00')], note: null }
    const [dates = []] = read([calendarOf({ schedule, exceptions: [], freeDays: undefined })], TWO_YEARS)
    const starts = dates.map(({ start }) => start)
    expect(starts.filter((start) => !start.endsWith('T19:30'))).toEqual([])
    expect(starts).toEqual(expect.arrayContaining(['2026-03-29T19:30', '2026-10-25T19:30']))
    expect(
      starts.filter((start) => /^202(6-12|7-01)/.test(start)).map((start) => start.slice(0, 10)),
    ).toEqual(['2026-12-06', '2026-12-20', '2027-01-03', '2027-01-17', '2027-01-31'])
  })

  it('finds two uneven weeks after one another, as pages do', () => {
    const uneven = { kind: 'week-parity', weekdays: [2], parity: 'uneven' } as const
    const schedule = { slots: [slot(rule(uneven), '18:00')], note: null }
    const [dates = []] = read([calendarOf({ schedule, exceptions: [], freeDays: undefined })], TWO_YEARS)
    const around = dates
      .map(({ start }) => start.slice(0, 10))
      .filter((on) => on > '2026-12-10' && on < '2027-01-15')
    expect(around).toEqual(['2026-12-15', '2026-12-29', '2027-01-05'])
  })
})

test('two libraries of Node find the dates that pages show, for random schedules over two years', () => {
  fc.assert(
    fc.property(meetings, (meeting) => {
      expect(readInNode(calendarOf(meeting), TWO_YEARS).map(keyOfForeign).sort()).toEqual(keysShown(meeting))
    }),
    { numRuns: 2 * MEETINGS },
  )
}, 120_000)

function calendarOf({ schedule, exceptions, freeDays }: RandomMeeting): string {
  const head = {
    name: 'Chor',
    description: '',
    language: 'de',
    page: 'https://t.example/',
    source: 'https://t.example/a.ics',
  } as const
  const facts = {
    uid: 'f2b1',
    sequence: 0,
    updatedAt: '2026-06-03T10:00:00Z',
    location: '',
    url: '',
    organiser: '',
    categories: [],
  }
  const tell = () => ({ summary: 'Chor', description: '' })
  const entries = meetingEntries({ facts, schedule, exceptions, freeDays, knownUntil: null, tell }, TWO_YEARS)
  return calendarHead(head) + entriesText(entries) + CALENDAR_FOOT
}

function keysShown({ schedule, exceptions, freeDays }: RandomMeeting): string[] {
  return datesOf(schedule, exceptions, TWO_YEARS, freeDays)
    .filter((date) => !isTrace(date))
    .map(keyOfShown)
    .sort()
}

function keyOfShown(date: ScheduledDate): string {
  const { day: on, start, end } = date
  const status = takesPlace(date) ? 'CONFIRMED' : 'CANCELLED'
  if (start === null) return `${on} to ${addDays(on, 1)} ${status}`
  // An entry without an end ends when it begins (RFC 5545 §3.6.1).
  const until = end === '24:00' ? `${addDays(on, 1)}T00:00` : `${on}T${end ?? start}`
  return `${on}T${start} to ${until} ${status}`
}

function keyOfForeign({ start, end, status }: ForeignDate): string {
  return `${start} to ${end} ${status}`
}
