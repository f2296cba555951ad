// Reads calendars with two libraries that know nothing of ours: ical.js for the text, rrule-temporal for what recurs.
import ICAL from 'ical.js'
import { RRuleTemporal } from 'rrule-temporal'
import { addDays, type DayRange } from '../../src/domain/day.ts'
import type { ForeignDate } from './foreign-calendar.ts'

/** The dates of a calendar whose beginning lies within the range; the same answer as the reader outside Node gives. */
export function readInNode(text: string, range: DayRange): ForeignDate[] {
  const entries = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  const overrides = entries.filter((entry) => entry.hasProperty('recurrence-id'))
  const replaced = new Set(
    overrides.map((entry) => `${textOf(entry, 'uid')} ${momentOf(entry, 'recurrence-id')}`),
  )
  const starts = entries.flatMap((entry) =>
    startsOf(entry, range)
      .filter((start) => overrides.includes(entry) || !replaced.has(`${textOf(entry, 'uid')} ${start}`))
      .map((start) => ({ entry, start })),
  )
  return starts
    .filter(({ start }) => start.slice(0, 10) >= range.from && start.slice(0, 10) <= range.until)
    .map(({ entry, start }) => ({
      start,
      end: endOf(entry, start),
      status: textOf(entry, 'status'),
      uid: textOf(entry, 'uid'),
    }))
}

function startsOf(entry: ICAL.Component, range: DayRange): string[] {
  const rule = entry.getFirstPropertyValue('rrule')
  const start = momentOf(entry, 'dtstart')
  if (rule === null) return [start]
  const except = new Set(
    entry.getAllProperties('exdate').flatMap((property) => property.getValues().map(momentText)),
  )
  const isDay = !start.includes('T')
  const begins = isDay
    ? `DTSTART;TZID=UTC:${compact(start)}T120000`
    : `DTSTART;TZID=Europe/Berlin:${compact(start)}00`
  const until = (found: string) => (isDay ? `${found}T235959Z` : found)
  const rruleString = `${begins}\nRRULE:${String(rule).replace(/(?<=UNTIL=)\d{8}$/, until)}`
  return (
    new RRuleTemporal({ rruleString })
      // With room on both sides, because the library asks for instants.
      .between(
        new Date(`${addDays(range.from, -7)}T00:00:00Z`),
        new Date(`${addDays(range.until, 7)}T00:00:00Z`),
        true,
      )
      .map((at) => (isDay ? at.toPlainDate().toString() : at.toPlainDateTime().toString().slice(0, 16)))
      .filter((at) => !except.has(at))
  )
}

/** As long after this date's beginning as the entry's own end is after its own beginning. */
function endOf(entry: ICAL.Component, start: string): string {
  if (!entry.hasProperty('dtend')) return start
  const length = instantOf(momentOf(entry, 'dtend')) - instantOf(momentOf(entry, 'dtstart'))
  return new Date(instantOf(start) + length).toISOString().slice(0, start.length)
}

/** Wall times are counted without a zone: an hour's change in between moves no end. */
function instantOf(moment: string): number {
  return Date.parse(moment.includes('T') ? `${moment}:00Z` : `${moment}T00:00:00Z`)
}

function textOf(entry: ICAL.Component, name: string): string {
  return String(entry.getFirstPropertyValue(name))
}

function momentOf(entry: ICAL.Component, name: string): string {
  return momentText(entry.getFirstPropertyValue(name))
}

function momentText(value: unknown): string {
  return String(value).slice(0, 16)
}

function compact(moment: string): string {
  return moment.replace(/[-:]/g, '')
}
