import type { DayRange } from '../../src/domain/day.ts'
import type { FreeDays } from '../../src/domain/rule.ts'
import type { ScheduledDate, ScheduleException, Slot } from '../../src/domain/schedule.ts'
import { meetingEntries } from '../../src/formats/ical.ts'
import { range } from './schedules.ts'

export const FACTS = {
  uid: 'chor',
  sequence: 2,
  updatedAt: '2026-06-03T10:00:00Z',
  location: 'Saal',
  url: 'https://t.example/chor',
  organiser: 'Chor der Brücken',
  categories: ['Musik'],
} as const

const SAID_OF_EVERY_DATE = /^(DTSTAMP|LAST-MODIFIED|SEQUENCE|LOCATION|URL|CONTACT|CATEGORIES|END|DESCRIPTION)/

type Dates = { readonly exceptions?: readonly ScheduleException[]; readonly freeDays?: FreeDays }

/** The entries of a meeting from May to July 2026, each as the lines that tell its dates, unfolded. */
export function dateLines(
  slots: readonly Slot[],
  { exceptions = [], freeDays }: Dates = {},
  stretch: DayRange = range('2026-05-01', '2026-07-31'),
): string[][] {
  const schedule = { slots, note: null }
  const tell = (date: ScheduledDate | null) => ({
    summary: date?.state === 'cancelled' ? 'Fällt aus: Chor' : 'Chor',
    description: date?.reason ?? '',
  })
  const entries = meetingEntries(
    { facts: FACTS, schedule, exceptions, freeDays, knownUntil: null, tell },
    stretch,
  )
  return entries.map(({ text }) =>
    unfolded(text())
      .filter((line) => !SAID_OF_EVERY_DATE.test(line))
      .slice(1),
  )
}

/** The lines of a calendar with every fold undone (RFC 5545 §3.1). */
export function unfolded(text: string): string[] {
  return text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line !== '')
}
