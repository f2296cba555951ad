import { describe, expect, it } from 'vitest'
import type { FreeDays, Rule } from '../../../src/domain/rule.ts'
import type { ScheduleException } from '../../../src/domain/schedule.ts'
import { dateLines } from '../../support/calendar-lines.ts'
import { day, range, rule, slot, time } from '../../support/schedules.ts'

const wednesdays = rule(
  { kind: 'weekly', weekdays: [3], every: 1, anchor: null },
  { from: day('2026-06-03') },
)
const oddOnes = rule({
  kind: 'monthly-weekday',
  ordinals: [1, 3],
  weekdays: [3],
  months: { kind: 'every-month' },
})
const chor = slot(wednesdays, '19:30', '21:30')

const cancelled = (on: string): ScheduleException => ({
  kind: 'cancelled',
  on: day(on),
  start: null,
  reason: 'Sturm',
})
const moved = (on: string, to: string): ScheduleException => ({
  kind: 'moved',
  on: day(on),
  start: null,
  to: { day: day(to), start: time('18:00'), end: null },
  reason: null,
})
const added = (on: string): ScheduleException => ({
  kind: 'added',
  on: day(on),
  start: time('10:00'),
  end: null,
  reason: null,
})

const HELD = ['SUMMARY:Chor', 'STATUS:CONFIRMED']
const WHOLE = [
  'UID:chor',
  'DTSTART;TZID=Europe/Berlin:20260603T193000',
  'DTEND;TZID=Europe/Berlin:20260603T213000',
  'RRULE:FREQ=WEEKLY;BYDAY=WE',
  ...HELD,
]

describe('a weekly meeting', () => {
  it('is one entry that comes back', () => {
    expect(dateLines([chor])).toEqual([WHOLE])
  })

  it('keeps a cancelled date, called off', () => {
    expect(dateLines([chor], { exceptions: [cancelled('2026-06-10')] })).toEqual([
      WHOLE,
      [
        'UID:chor',
        'RECURRENCE-ID;TZID=Europe/Berlin:20260610T193000',
        'DTSTART;TZID=Europe/Berlin:20260610T193000',
        'DTEND;TZID=Europe/Berlin:20260610T213000',
        'SUMMARY:Fällt aus: Chor',
        'STATUS:CANCELLED',
        'TRANSP:TRANSPARENT',
      ],
    ])
  })

  it('has a moved date once, on its new day', () => {
    expect(dateLines([chor], { exceptions: [moved('2026-06-10', '2026-06-12')] })).toEqual([
      WHOLE,
      [
        'UID:chor',
        'RECURRENCE-ID;TZID=Europe/Berlin:20260610T193000',
        'DTSTART;TZID=Europe/Berlin:20260612T180000',
        ...HELD,
      ],
    ])
  })

  it('has an added date as an entry of its own, which stays the same when it is moved', () => {
    expect(dateLines([chor], { exceptions: [added('2026-06-13')] })[1]).toEqual([
      'UID:chor-added-20260613',
      'DTSTART;TZID=Europe/Berlin:20260613T100000',
      ...HELD,
    ])
    const exceptions = [added('2026-06-13'), moved('2026-06-13', '2026-06-14')]
    expect(dateLines([chor], { exceptions })[1]?.[0]).toBe('UID:chor-added-20260613')
  })

  it('calls off what is far ahead, too', () => {
    expect(dateLines([chor], { exceptions: [cancelled('2029-01-03')] })[1]).toContain(
      'RECURRENCE-ID;TZID=Europe/Berlin:20290103T193000',
    )
  })

  it('ends with its rule', () => {
    const until: Rule = { ...wednesdays, until: day('2026-07-15') }
    expect(dateLines([slot(until, '19:30')])[0]).toContain(
      'RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20260715T215959Z',
    )
  })

  it('begins with the year before its last change where its rule has no beginning', () => {
    const always: Rule = { ...wednesdays, from: null }
    expect(dateLines([slot(always, '19:30')])[0]).toContain('DTSTART;TZID=Europe/Berlin:20250101T193000')
  })

  it('without a time lasts the whole day, and without an end none is made up', () => {
    expect(dateLines([slot(wednesdays)])[0]).toEqual([
      'UID:chor',
      'DTSTART;VALUE=DATE:20260603',
      'DTEND;VALUE=DATE:20260604',
      'RRULE:FREQ=WEEKLY;BYDAY=WE',
      ...HELD,
      'TRANSP:TRANSPARENT',
    ])
    expect(dateLines([slot(wednesdays, '19:30')])[0]?.join()).not.toContain('DTEND')
  })

  it('that is over, or begins after the stretch, is in no calendar', () => {
    expect(dateLines([slot({ ...wednesdays, from: null, until: day('2026-04-30') })])).toEqual([])
    expect(dateLines([slot({ ...wednesdays, from: day('2026-08-01') })])).toEqual([])
  })
})

describe('holidays', () => {
  const free: FreeDays = (on) => (on === '2026-06-10' ? [{ kind: 'public', name: 'Fronleichnam' }] : [])
  const heeding = (action: 'skip' | 'next-day'): Rule => ({
    ...wednesdays,
    holidays: { public: action, school: 'keep', closed: 'keep' },
  })

  it('that take a date away are left out, and a series that heeds them promises no more than is known', () => {
    expect(dateLines([slot(heeding('skip'), '19:30')], { freeDays: free })).toEqual([
      [
        'UID:chor',
        'DTSTART;TZID=Europe/Berlin:20260603T193000',
        'RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20260731T215959Z',
        'EXDATE;TZID=Europe/Berlin:20260610T193000',
        ...HELD,
      ],
    ])
  })

  it('bring in a date that was moved from beyond what is promised as an entry of its own', () => {
    const exceptions = [moved('2026-09-02', '2026-07-10')]
    expect(dateLines([slot(heeding('skip'), '19:30')], { exceptions, freeDays: free })[1]).toEqual([
      'UID:chor-20260902',
      'DTSTART;TZID=Europe/Berlin:20260710T180000',
      ...HELD,
    ])
  })

  it('that put a date off move it', () => {
    expect(dateLines([slot(heeding('next-day'), '19:30')], { freeDays: free })[1]).toEqual([
      'UID:chor',
      'RECURRENCE-ID;TZID=Europe/Berlin:20260610T193000',
      'DTSTART;TZID=Europe/Berlin:20260611T193000',
      ...HELD,
    ])
  })
})

describe('a meeting on the 1st and 3rd Wednesday', () => {
  const june = range('2026-06-01', '2026-06-30')

  it('is one entry for each date, called after its day', () => {
    expect(dateLines([slot(oddOnes, '19:30')], {}, june)).toEqual([
      ['UID:chor-20260603', 'DTSTART;TZID=Europe/Berlin:20260603T193000', ...HELD],
      ['UID:chor-20260617', 'DTSTART;TZID=Europe/Berlin:20260617T193000', ...HELD],
    ])
  })

  it('keeps the name of a date that is moved, and a date that is cancelled', () => {
    const exceptions = [moved('2026-06-03', '2026-06-04'), cancelled('2026-06-17')]
    expect(dateLines([slot(oddOnes, '19:30')], { exceptions }, june)).toEqual([
      [
        'UID:chor-20260617',
        'DTSTART;TZID=Europe/Berlin:20260617T193000',
        'SUMMARY:Fällt aus: Chor',
        'STATUS:CANCELLED',
        'TRANSP:TRANSPARENT',
      ],
      ['UID:chor-20260603', 'DTSTART;TZID=Europe/Berlin:20260604T180000', ...HELD],
    ])
  })
})

describe('several slots', () => {
  it('are several entries with names of their own', () => {
    const fridays: Rule = {
      ...wednesdays,
      pattern: { kind: 'weekly', weekdays: [5], every: 1, anchor: null },
    }
    const uids = dateLines([chor, slot(fridays, '17:00')]).map(([uid]) => uid)
    expect(uids).toEqual(['UID:chor', 'UID:chor-slot2'])
  })

  it('that share a date have it once', () => {
    const second: Rule = { ...wednesdays, pattern: { ...oddOnes.pattern } }
    const lines = dateLines([chor, slot(second, '19:30', '21:30')])
    expect(lines).toEqual([WHOLE])
  })
})
