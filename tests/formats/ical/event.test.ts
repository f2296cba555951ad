import { describe, expect, it } from 'vitest'
import { type CalendarEvent, eventEntry } from '../../../src/formats/ical.ts'
import { FACTS, unfolded } from '../../support/calendar-lines.ts'
import { day, time } from '../../support/schedules.ts'

const FEST: CalendarEvent = {
  facts: FACTS,
  told: { summary: 'Fest; der Vielfalt', description: 'Musik' },
  startsOn: day('2026-06-20'),
  endsOn: day('2026-06-20'),
  start: null,
  end: null,
  isCancelled: false,
}
const linesOf = (fields: Partial<CalendarEvent>) => unfolded(eventEntry({ ...FEST, ...fields }).text())
const timesOf = (fields: Partial<CalendarEvent>) =>
  linesOf(fields)
    .filter((line) => line.startsWith('DT'))
    .slice(1)

describe('an event', () => {
  it('is told whole', () => {
    expect(linesOf({ start: time('12:00'), end: time('18:00') })).toEqual([
      'BEGIN:VEVENT',
      'UID:chor',
      'DTSTAMP:20260603T100000Z',
      'LAST-MODIFIED:20260603T100000Z',
      'SEQUENCE:2',
      'DTSTART;TZID=Europe/Berlin:20260620T120000',
      'DTEND;TZID=Europe/Berlin:20260620T180000',
      'SUMMARY:Fest\\; der Vielfalt',
      'DESCRIPTION:Musik',
      'LOCATION:Saal',
      'URL:https://t.example/chor',
      'CONTACT:Chor der Brücken',
      'CATEGORIES:Musik',
      'STATUS:CONFIRMED',
      'END:VEVENT',
    ])
  })

  it('of which only the beginning is known has no end', () => {
    expect(timesOf({ start: time('12:00') })).toEqual(['DTSTART;TZID=Europe/Berlin:20260620T120000'])
  })

  it('without times is a whole day', () => {
    expect(timesOf({})).toEqual(['DTSTART;VALUE=DATE:20260620', 'DTEND;VALUE=DATE:20260621'])
  })

  it('of several days goes from the first to the last', () => {
    expect(timesOf({ endsOn: day('2026-06-22') })).toEqual([
      'DTSTART;VALUE=DATE:20260620',
      'DTEND;VALUE=DATE:20260623',
    ])
    expect(timesOf({ endsOn: day('2026-06-22'), start: time('18:00'), end: time('16:00') })).toEqual([
      'DTSTART;TZID=Europe/Berlin:20260620T180000',
      'DTEND;TZID=Europe/Berlin:20260622T160000',
    ])
  })

  it('of several days with half its times known is whole days', () => {
    const wholeDays = ['DTSTART;VALUE=DATE:20260620', 'DTEND;VALUE=DATE:20260623']
    expect(timesOf({ endsOn: day('2026-06-22'), start: time('18:00') })).toEqual(wholeDays)
    expect(timesOf({ endsOn: day('2026-06-22'), end: time('16:00') })).toEqual(wholeDays)
  })

  it('that is cancelled stays, and keeps nobody busy', () => {
    expect(linesOf({ start: time('12:00'), isCancelled: true }).slice(-3)).toEqual([
      'STATUS:CANCELLED',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ])
  })
})
