import { describe, expect, it, test } from 'vitest'
import { datesOf } from '../../../src/domain/schedule.ts'
import { readCalendar } from '../../../src/formats/ical-reading/read-calendar.ts'
import { saySchedule } from '../../../src/i18n/say-rule.ts'
import { calendar, evening, rehearsal } from '../../support/calendars.ts'
import { range } from '../../support/schedules.ts'

const HORIZON = range('2025-06-01', '2027-12-31')

const read = (...events: readonly (readonly string[])[]) => readCalendar(calendar(...events), HORIZON)
const unread = (...events: readonly (readonly string[])[]) =>
  read(...events).unread.map(({ title, reason }) => `${title}: ${reason}`)

/** What a calendar says of its only meeting: its rule in words, and its dates in June 2026. */
function said(...events: readonly (readonly string[])[]) {
  const [meeting, ...others] = read(...events).meetings
  if (meeting === undefined || others.length > 0) throw new Error('not one meeting')
  const dates = datesOf(meeting.schedule, meeting.exceptions, range('2026-06-01', '2026-06-30'))
  return {
    ...meeting,
    rule: saySchedule(meeting.schedule, 'de'),
    june: dates.map(
      ({ day, start, end, state, movedTo }) =>
        `${day.slice(8)} ${start ?? ''}-${end ?? ''}${state === 'held' ? '' : ` ${state}`}${movedTo === null ? '' : ` to ${movedTo.slice(5)}`}`,
    ),
  }
}

describe('a series', () => {
  it('becomes a rule where we have one', () => {
    expect(
      said(rehearsal('LOCATION:Gemeindehaus\\, Saal', 'DESCRIPTION:Neue sind willkommen.')),
    ).toMatchObject({
      foreignUid: 'probe@chor.example',
      title: 'Probe',
      place: 'Gemeindehaus, Saal',
      description: 'Neue sind willkommen.',
      rule: 'Jeden Donnerstag ab 8. Januar 2026, 19:30–21:30 Uhr',
      june: ['04 19:30-21:30', '11 19:30-21:30', '18 19:30-21:30', '25 19:30-21:30'],
      keptRule: '',
    })
  })

  it('that no rule of ours can hold is kept as text, with its dates', () => {
    const first = said(rehearsal('RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1'))
    expect(first).toMatchObject({
      keptRule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1',
      june: ['01 19:30-21:30'],
    })
    expect(first.schedule.slots[0]?.rule.pattern.kind).toBe('dates')
    expect(
      said(rehearsal('RRULE:FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR')).schedule.slots[0]?.rule.pattern,
    ).toEqual({
      kind: 'dates',
      days: ['2026-02-13', '2026-03-13', '2026-11-13', '2027-08-13'],
    })
  })

  it.each([
    ['RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20260611T173000Z', ['04', '11']],
    ['RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20260611T172959Z', ['04']],
    ['RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20260611', ['04', '11']],
    ['RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20260611T193000', ['04', '11']],
    ['RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=99991231T235959Z', ['04', '11', '18', '25']],
    ['RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=23', ['04', '11']],
    ['RRULE:FREQ=WEEKLY;BYDAY=TH;BYHOUR=19;BYMINUTE=30;BYSECOND=0', ['04', '11', '18', '25']],
    ['RRULE:freq=weekly; byday=th ;', ['04', '11', '18', '25']],
  ])('ends as %s says', (line, days) => {
    expect(said(rehearsal(line)).june.map((date) => date.slice(0, 2))).toEqual(days)
  })

  it('that ended before our time is left out', () => {
    expect(
      read(rehearsal('DTSTART:20200109T193000', 'DTEND:20200109T203000', 'RRULE:FREQ=WEEKLY;COUNT=3')),
    ).toEqual({
      meetings: [],
      unread: [],
    })
  })

  it('shows what is left out as cancelled, and moves what is moved', () => {
    const dates = said(
      rehearsal('EXDATE;TZID=Europe/Berlin:20260604T193000', 'EXDATE;VALUE=DATE:20260618'),
      rehearsal(
        'RECURRENCE-ID;TZID=Europe/Berlin:20260611T193000',
        'DTSTART;TZID=Europe/Berlin:20260612T200000',
        'DTEND;TZID=Europe/Berlin:20260612T210000',
      ),
      rehearsal('RECURRENCE-ID:20260625T173000Z', 'STATUS:CANCELLED'),
    ).june
    expect(dates).toEqual([
      '04 19:30-21:30 cancelled',
      '11 19:30-21:30 cancelled to 06-12',
      '12 20:00-21:00 moved',
      '18 19:30-21:30 cancelled',
      '25 19:30-21:30 cancelled',
    ])
  })

  it('has the dates that are added to it', () => {
    const line = 'RDATE;TZID=Europe/Berlin:20260601T180000,20260602T180000'
    expect(said(rehearsal('RRULE:FREQ=YEARLY', line)).june).toEqual(['01 18:00-20:00', '02 18:00-20:00'])
    expect(
      said(rehearsal('RRULE:FREQ=YEARLY', 'RDATE;VALUE=PERIOD:20260601T160000Z/PT1H')).june,
    ).toHaveLength(1)
    const listed = rehearsal(line).filter((each) => !each.startsWith('RRULE'))
    expect(said(listed).rule).toBe(
      'Am 8. Januar 2026, 19:30–21:30 Uhr; am 1. und 2. Juni 2026, 18:00–20:00 Uhr',
    )
  })

  it('that is cancelled as a whole is none', () => {
    expect(read(rehearsal('STATUS:CANCELLED')).meetings).toEqual([])
  })

  it('sent twice counts as it was sent last', () => {
    expect(said(rehearsal('SEQUENCE:2', 'SUMMARY:Neu'), rehearsal('SEQUENCE:1', 'SUMMARY:Alt')).title).toBe(
      'Neu',
    )
  })

  it('of several days each has all of them', () => {
    const weekend = rehearsal(
      'DTSTART;VALUE=DATE:20260605',
      'DTEND;VALUE=DATE:20260608',
      'RRULE:FREQ=MONTHLY;BYDAY=1FR',
    )
    expect(said(weekend).june).toEqual(['05 -', '06 -', '07 -'])
    expect(said([...weekend, 'EXDATE;VALUE=DATE:20260605']).june).toEqual([
      '05 - cancelled',
      '06 - cancelled',
      '07 - cancelled',
    ])
  })

  it('beyond midnight has no end', () => {
    expect(said(rehearsal('DTSTART:20260108T220000', 'DTEND:20260109T010000')).june[0]).toBe('04 22:00-')
    expect(said(rehearsal('DTSTART:20260108T220000', 'DTEND:20260109T000000')).june[0]).toBe('04 22:00-24:00')
    expect(said(rehearsal('DTSTART:20260108T220000', 'DTEND:20260108T220000')).june[0]).toBe('04 22:00-')
  })
})

describe('a zone', () => {
  const weekly = (start: string) =>
    said(rehearsal(start, 'DURATION:PT1H').filter((line) => !line.startsWith('DTEND')))

  it.each([
    ['DTSTART;TZID="W. Europe Standard Time":20260108T193000', '19:30'],
    ['DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien":20260108T193000', '19:30'],
    ['DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20260108T193000', '19:30'],
    ['DTSTART;TZID=Europe/Vienna:20260108T193000', '19:30'],
    ['DTSTART:20260108T193000', '19:30'],
    ['DTSTART;TZID=Europe/London:20260108T183000', '19:30'],
    ['DTSTART;TZID="GMT Standard Time":20260108T183000', '19:30'],
  ])('of %s keeps its time over the changes of clocks', (start, time) => {
    const meeting = weekly(start)
    expect(meeting.schedule.slots.map(({ rule, start }) => [rule.pattern.kind, start])).toEqual([
      ['weekly', time],
    ])
  })

  it('that changes its clocks on other days than ours moves the dates in between', () => {
    const { schedule, keptRule } = weekly('DTSTART;TZID=America/New_York:20260108T120000')
    const dates = datesOf(schedule, [], range('2026-03-01', '2026-04-05'))
    expect(dates.map(({ day, start }) => `${day.slice(5)} ${start}`)).toEqual([
      '03-05 18:00',
      '03-12 17:00',
      '03-19 17:00',
      '03-26 17:00',
      '04-02 18:00',
    ])
    expect(keptRule).toBe('FREQ=WEEKLY;BYDAY=TH')
  })

  it('that knows no summer is heard an hour later in ours', () => {
    const { schedule } = weekly('DTSTART:20260108T183000Z')
    expect(datesOf(schedule, [], range('2026-03-26', '2026-04-02')).map(({ start }) => start)).toEqual([
      '19:30',
      '20:30',
    ])
  })

  it('can lie so far away that a date falls on another day', () => {
    const { schedule } = said(
      rehearsal(
        'DTSTART;TZID=Asia/Tokyo:20260109T033000',
        'DTEND;TZID=Asia/Tokyo:20260109T043000',
        'RRULE:FREQ=WEEKLY',
      ),
    )
    expect(
      datesOf(schedule, [], range('2026-01-01', '2026-01-10')).map(({ day, start }) => [day, start]),
    ).toEqual([['2026-01-08', '19:30']])
  })

  it('that the calendar defines with our offsets is ours, and one that nobody knows is told', () => {
    const zone = (offset: string) => [
      'BEGIN:VTIMEZONE',
      'TZID:Eigene',
      'BEGIN:STANDARD',
      'DTSTART:16011028T030000',
      'TZOFFSETFROM:+0200',
      `TZOFFSETTO:${offset}`,
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:16010325T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    ]
    const inZone = (offset: string) =>
      readCalendar(
        calendar(rehearsal('DTSTART;TZID=Eigene:20260108T193000')).replace(
          'PRODID',
          `${zone(offset).join('\r\n')}\r\nPRODID`,
        ),
        HORIZON,
      )
    expect(inZone('+0100').meetings[0]?.schedule.slots[0]?.start).toBe('19:30')
    expect(inZone('+0130')).toMatchObject({ meetings: [], unread: [{ title: 'Probe', reason: 'zone' }] })
  })
})

describe('single events', () => {
  it('of the same title and place are one meeting with several dates', () => {
    const meeting = said(
      evening('20260620', 'Konzert', 'LOCATION:Kirche'),
      evening('20260606', 'Konzert', 'LOCATION:Kirche'),
      evening('20260613', 'Konzert', 'LOCATION:Kirche', 'STATUS:CANCELLED'),
    )
    expect(meeting.june).toEqual(['06 19:00-', '13 19:00- cancelled', '20 19:00-'])
    expect(meeting.rule).toBe('Am 6., 13. und 20. Juni 2026, 19 Uhr')
  })

  it('that say something else of themselves stay apart', () => {
    const both = read(
      evening('20260620', 'Konzert'),
      evening('20260621', 'Konzert', 'DESCRIPTION:Mit Gästen'),
    )
    expect(both.meetings.map(({ description }) => description)).toEqual(['', 'Mit Gästen'])
  })

  it('keep their name as long as they say the same', () => {
    const uid = (...days: readonly string[]) => said(...days.map((day) => evening(day, 'Konzert'))).foreignUid
    expect(uid('20260620')).toBe(uid('20260601', '20260630'))
  })

  it('last as many days as they say', () => {
    expect(said(evening('20260605', 'Freizeit', 'DTEND;TZID=Europe/Berlin:20260607T140000')).june).toEqual([
      '05 19:00-',
      '06 -',
      '07 -',
    ])
    expect(
      said(['UID:1', 'SUMMARY:Ausflug', 'DTSTART;VALUE=DATE:20260605', 'DURATION:P2D']).june,
    ).toHaveLength(2)
    expect(said(['UID:1', 'SUMMARY:Ausflug', 'DTSTART:20260605']).june).toEqual(['05 -'])
  })

  it('long past or far ahead are left out', () => {
    expect(read(evening('20240605', 'Konzert'), evening('20280605', 'Konzert'))).toEqual({
      meetings: [],
      unread: [],
    })
  })
})

describe('what is not taken in is told with its reason', () => {
  test.each([
    ['no title', rehearsal('SUMMARY: '), ': no-title'],
    ['no start', rehearsal('DTSTART:demnächst'), 'Probe: no-start'],
    ['a day that is none', rehearsal('DTSTART:20260231T190000'), 'Probe: no-start'],
    ['a time that is none', rehearsal('DTSTART:20260228T250000'), 'Probe: no-start'],
    ['a private event, without its title', rehearsal('CLASS:PRIVATE'), ': private'],
    ['a rule of nobody', rehearsal('RRULE:FREQ=WEEKLY;BYDAY=XX'), 'Probe: rule'],
    ['a rule with parts of nobody', rehearsal('RRULE:FREQ=WEEKLY;BYEASTER=1'), 'Probe: rule'],
    ['a rule in another calendar', rehearsal('RRULE:RSCALE=HEBREW;FREQ=YEARLY'), 'Probe: rule'],
    ['an end that is none', rehearsal('RRULE:FREQ=WEEKLY;UNTIL=bald'), 'Probe: rule'],
    ['every hour', rehearsal('RRULE:FREQ=HOURLY'), 'Probe: too-often'],
    ['several times a day', rehearsal('RRULE:FREQ=DAILY;BYHOUR=8,12,19'), 'Probe: too-often'],
    ['two rules', [...rehearsal(), 'RRULE:FREQ=WEEKLY;BYDAY=MO'], 'Probe: rule'],
    ['a rule of what is left out', rehearsal('EXRULE:FREQ=MONTHLY'), 'Probe: rule'],
    ['a date left out that cannot be read', rehearsal('EXDATE:bald'), 'Probe: malformed'],
    [
      'a date left out in a zone of nobody',
      rehearsal('EXDATE;TZID=Eigene:20260611T193000'),
      'Probe: malformed',
    ],
    ['a date added that is none', rehearsal('RDATE;VALUE=DATE:20260231'), 'Probe: malformed'],
    ['longer than a month', rehearsal('DTEND:20260808T190000'), 'Probe: too-long'],
    [
      'this and all following',
      rehearsal('RECURRENCE-ID;RANGE=THISANDFUTURE:20260611T173000Z'),
      'Probe: following-dates',
    ],
  ])('%s', (_what, event, told) => {
    expect(unread(event)).toEqual([told])
  })

  it('and a date with another title than its series', () => {
    const other = rehearsal(
      'RECURRENCE-ID;TZID=Europe/Berlin:20260611T193000',
      'SUMMARY:Offene Probe',
      'DTSTART:20260611T193000',
      'DTEND:20260611T213000',
    )
    expect(unread(rehearsal(), other)).toEqual(['Offene Probe: other-details'])
  })

  it('with a bound on how many there are', () => {
    const events = Array.from({ length: 250 }, (_, index) => evening('20260605', `Konzert ${index}`))
    const reading = read(...events)
    expect([reading.meetings.length, reading.unread.length]).toEqual([200, 50])
    const rules = Array.from({ length: 40 }, (_, index) =>
      rehearsal(`UID:${index}`, 'RRULE:FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR'),
    )
    expect(read(...rules).unread).toHaveLength(10)
    const left = Array.from(
      { length: 500 },
      (_, index) =>
        `EXDATE:2026${String(1 + (index % 12)).padStart(2, '0')}01T10${String(index % 60).padStart(2, '0')}00`,
    )
    expect(unread(rehearsal(...left))).toEqual(['Probe: too-many'])
  })
})

describe('a text', () => {
  const text = calendar(rehearsal('DESCRIPTION:Wir singen.\\nAlle sind\r\n  willkommen.'))

  it.each([
    ['with a mark of order', `\uFEFF${text}`],
    ['with bare line feeds', text.replaceAll('\r\n', '\n')],
    ['with bare carriage returns', text.replaceAll('\r\n', '\r')],
    ['with lines that are none', text.replace('SUMMARY', 'Unsinn ohne Zeichen\r\n=?\r\nSUMMARY')],
    [
      'with an alarm',
      text.replace(
        'SUMMARY',
        'BEGIN:VALARM\r\nTRIGGER:-PT15M\r\nDESCRIPTION:Klingeling\r\nEND:VALARM\r\nSUMMARY',
      ),
    ],
    ['with small letters', text.replaceAll(/^[A-Z-]+(?=[;:])/gm, (name) => name.toLowerCase())],
  ])('%s is read all the same', (_what, changed) => {
    const [meeting] = readCalendar(changed, HORIZON).meetings
    expect(meeting).toMatchObject({ title: 'Probe', description: 'Wir singen.\nAlle sind willkommen.' })
  })

  it('loses its HTML, its control codes, and what is too long', () => {
    const html =
      'DESCRIPTION:<p>Hallo &amp; <b>willkommen</b></p><ul><li>Eins</li></ul><script>alert(1)</script>'
    const meeting = said(rehearsal(html, `SUMMARY:\u202eProbe\u0007 ${'x'.repeat(300)}`))
    expect(meeting.description).toBe('Hallo & willkommen\n- Eins\nalert(1)')
    expect(meeting.title).toMatch(/^Probe x{193}…$/)
  })

  it('of broken events has those that are not', () => {
    const broken = text.replace(
      'BEGIN:VEVENT',
      'BEGIN:VEVENT\r\nSUMMARY:Kaputt\r\nDTSTART;TZID=\r\nEND:VEVENT\r\nBEGIN:VEVENT',
    )
    expect(readCalendar(broken, HORIZON)).toMatchObject({
      meetings: [{ title: 'Probe' }],
      unread: [{ title: 'Kaputt', reason: 'no-start' }],
    })
  })
})
