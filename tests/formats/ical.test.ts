import { expect, it } from 'vitest'
import { CALENDAR_FOOT, calendarHead } from '../../src/formats/ical.ts'
import { unfolded } from '../support/calendar-lines.ts'

const HEAD = calendarHead({
  name: 'Termine in Duisburg, Treffpunkt',
  description: 'Treffen und Veranstaltungen',
  language: 'de',
  page: 'https://t.example/orte/duisburg',
  source: 'https://t.example/orte/duisburg.ics',
})

it('a calendar says its name twice, how often to ask for it, and the zone of its times', () => {
  expect(unfolded(HEAD + CALENDAR_FOOT)).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Treffpunkt//Kalender//DE',
    'CALSCALE:GREGORIAN',
    'NAME:Termine in Duisburg\\, Treffpunkt',
    'X-WR-CALNAME:Termine in Duisburg\\, Treffpunkt',
    'DESCRIPTION:Treffen und Veranstaltungen',
    'X-WR-CALDESC:Treffen und Veranstaltungen',
    'URL:https://t.example/orte/duisburg',
    'SOURCE;VALUE=URI:https://t.example/orte/duisburg.ics',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    'BEGIN:VTIMEZONE',
    'TZID:Europe/Berlin',
    'BEGIN:DAYLIGHT',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'TZNAME:CEST',
    'DTSTART:19810329T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    'END:DAYLIGHT',
    'BEGIN:STANDARD',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'TZNAME:CET',
    'DTSTART:19961027T030000',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    'END:STANDARD',
    'END:VTIMEZONE',
    'END:VCALENDAR',
  ])
})

it('every line ends with carriage return and line feed', () => {
  expect(HEAD.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})
