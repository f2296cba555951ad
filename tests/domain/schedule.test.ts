import { describe, expect, it, test } from 'vitest'
import { addDays, daysOf } from '../../src/domain/day.ts'
import type { FreeDays, Pattern } from '../../src/domain/rule.ts'
import {
  checkSchedule,
  datesAndGapsOf,
  datesOf,
  isGap,
  isTrace,
  nextDates,
  nextDatesAndGaps,
  type Pause,
  pauseOf,
  pausesFrom,
  type Schedule,
  type ScheduledDate,
  type ScheduleException,
  takesPlace,
} from '../../src/domain/schedule.ts'
import { day, range, rule, schedule, slot, time } from '../support/schedules.ts'

const keep = { public: 'keep', school: 'keep', closed: 'keep' } as const
const firstAndThirdWednesday: Pattern = {
  kind: 'monthly-weekday',
  ordinals: [1, 3],
  weekdays: [3],
  months: { kind: 'every-month' },
}
const weekdays = (...days: (1 | 2 | 3 | 4 | 5 | 6 | 7)[]): Pattern => ({
  kind: 'weekly',
  weekdays: days,
  every: 1,
  anchor: null,
})

/** Wednesdays 3 and 17 June, 1 and 15 July 2026, at half past seven. */
const amnesty = schedule([slot(rule(firstAndThirdWednesday), '19:30', '21:00')])
const june = range('2026-06-01', '2026-06-30')

function cancelled(on: string, reason: string | null = null, start: string | null = null): ScheduleException {
  return { kind: 'cancelled', on: day(on), start: start === null ? null : time(start), reason }
}

function added(on: string, start: string | null = null): ScheduleException {
  return { kind: 'added', on: day(on), start: start === null ? null : time(start), end: null, reason: null }
}

function moved(
  on: string,
  to: string,
  start: string | null = null,
  end: string | null = null,
): ScheduleException {
  return {
    kind: 'moved',
    on: day(on),
    start: null,
    to: {
      day: day(to),
      start: start === null ? null : time(start),
      end: end === null ? null : time(end),
    },
    reason: 'Raum belegt',
  }
}

function pause(from: string, until: string): Pause {
  return { kind: 'paused', from: day(from), until: day(until), reason: 'Pause' }
}

/** '2026-06-03 19:30-21:00 cancelled to 2026-06-10' */
function told(dates: readonly ScheduledDate[]): string[] {
  return dates.map(({ day, start, end, state, movedFrom, movedTo }) =>
    [
      day,
      end === null ? start : `${start}-${end}`,
      state === 'held' ? null : state,
      movedFrom === null ? null : `from ${movedFrom}`,
      movedTo === null ? null : `to ${movedTo}`,
    ]
      .filter((part) => part !== null)
      .join(' '),
  )
}

describe('the dates of a schedule', () => {
  it('come from its rule and its times', () => {
    expect(datesOf(amnesty, [], june)).toEqual([
      {
        day: '2026-06-03',
        start: '19:30',
        end: '21:00',
        state: 'held',
        movedFrom: null,
        movedTo: null,
        reason: null,
      },
      {
        day: '2026-06-17',
        start: '19:30',
        end: '21:00',
        state: 'held',
        movedFrom: null,
        movedTo: null,
        reason: null,
      },
    ])
  })

  it('come by day and start, those without a start first', () => {
    const said = schedule([
      slot(rule(weekdays(3)), '15:00'),
      slot(rule(weekdays(3)), '09:30'),
      slot(rule(weekdays(2, 3))),
    ])
    expect(told(datesOf(said, [], range('2026-06-01', '2026-06-03')))).toEqual([
      '2026-06-02',
      '2026-06-03',
      '2026-06-03 09:30',
      '2026-06-03 15:00',
    ])
  })

  it('stand once where two slots name the same one', () => {
    const said = schedule([slot(rule(weekdays(3)), '19:30'), slot(rule(firstAndThirdWednesday), '19:30')])
    expect(datesOf(said, [], range('2026-06-03', '2026-06-03'))).toHaveLength(1)
  })

  it('are none where there is only a note', () => {
    expect(datesOf(schedule([], 'nach Vereinbarung'), [], june)).toEqual([])
  })
})

describe('a cancelled date', () => {
  it('stays visible with its reason', () => {
    const [first] = datesOf(amnesty, [cancelled('2026-06-03', 'Feiertagswoche')], june)
    expect(first).toMatchObject({
      day: '2026-06-03',
      state: 'cancelled',
      movedTo: null,
      reason: 'Feiertagswoche',
    })
    expect(first && takesPlace(first)).toBe(false)
    expect(first && isTrace(first)).toBe(false)
  })

  it('is one of its day where a start is named, and all of it where none is', () => {
    const twice = schedule([slot(rule(weekdays(3)), '10:00'), slot(rule(weekdays(3)), '15:00')])
    const wednesday = range('2026-06-03', '2026-06-03')
    expect(told(datesOf(twice, [cancelled('2026-06-03', null, '15:00')], wednesday))).toEqual([
      '2026-06-03 10:00',
      '2026-06-03 15:00 cancelled',
    ])
    expect(told(datesOf(twice, [cancelled('2026-06-03')], wednesday))).toEqual([
      '2026-06-03 10:00 cancelled',
      '2026-06-03 15:00 cancelled',
    ])
  })

  it('says nothing about a day the schedule does not name', () => {
    expect(told(datesOf(amnesty, [cancelled('2026-06-04')], june))).toEqual([
      '2026-06-03 19:30-21:00',
      '2026-06-17 19:30-21:00',
    ])
  })

  it('leaves the date standing that was added instead', () => {
    expect(told(datesOf(amnesty, [cancelled('2026-06-03'), added('2026-06-03', '17:00')], june))).toEqual([
      '2026-06-03 17:00 added',
      '2026-06-03 19:30-21:00 cancelled',
      '2026-06-17 19:30-21:00',
    ])
  })
})

describe('an added date', () => {
  it('stands among the others', () => {
    expect(told(datesOf(amnesty, [added('2026-06-10', '18:00'), added('2026-07-22')], june))).toEqual([
      '2026-06-03 19:30-21:00',
      '2026-06-10 18:00 added',
      '2026-06-17 19:30-21:00',
    ])
  })

  it('can be cancelled in turn', () => {
    const exceptions = [added('2026-06-10', '18:00'), cancelled('2026-06-10', null, '18:00')]
    expect(told(datesOf(amnesty, exceptions, june))).toContain('2026-06-10 18:00 cancelled')
  })

  it('is there even where only a note says the rest', () => {
    expect(told(datesOf(schedule([], 'nach Vereinbarung'), [added('2026-06-10')], june))).toEqual([
      '2026-06-10 added',
    ])
  })
})

describe('a moved date', () => {
  const toTenth = moved('2026-06-03', '2026-06-10')

  it('is held on its new day and leaves a trace on the old one', () => {
    const dates = datesOf(amnesty, [toTenth], june)
    expect(told(dates)).toEqual([
      '2026-06-03 19:30-21:00 cancelled to 2026-06-10',
      '2026-06-10 19:30-21:00 moved from 2026-06-03',
      '2026-06-17 19:30-21:00',
    ])
    expect(dates.map(takesPlace)).toEqual([false, true, true])
    expect(dates.map(isTrace)).toEqual([true, false, false])
    expect(dates.map(({ reason }) => reason)).toEqual(['Raum belegt', 'Raum belegt', null])
  })

  it('is seen by readers of either day alone', () => {
    expect(told(datesOf(amnesty, [toTenth], range('2026-06-01', '2026-06-05')))).toEqual([
      '2026-06-03 19:30-21:00 cancelled to 2026-06-10',
    ])
    expect(told(datesOf(amnesty, [toTenth], range('2026-06-09', '2026-06-12')))).toEqual([
      '2026-06-10 19:30-21:00 moved from 2026-06-03',
    ])
  })

  it('may get other times, on another day or on its own', () => {
    expect(told(datesOf(amnesty, [moved('2026-06-03', '2026-06-04', '18:00', '19:00')], june))[1]).toBe(
      '2026-06-04 18:00-19:00 moved from 2026-06-03',
    )
    expect(told(datesOf(amnesty, [moved('2026-06-03', '2026-06-03', '18:00')], june)).slice(0, 2)).toEqual([
      '2026-06-03 18:00 moved from 2026-06-03',
      '2026-06-03 19:30-21:00 cancelled to 2026-06-03',
    ])
  })

  it('can be moved again', () => {
    const exceptions = [toTenth, moved('2026-06-10', '2026-06-24')]
    const twice = [
      '2026-06-03 19:30-21:00 cancelled to 2026-06-10',
      '2026-06-10 19:30-21:00 cancelled from 2026-06-03 to 2026-06-24',
      '2026-06-17 19:30-21:00',
      '2026-06-24 19:30-21:00 moved from 2026-06-10',
    ]
    expect(told(datesOf(amnesty, exceptions, june))).toEqual(twice)
    expect(told(datesOf(amnesty, exceptions, range('2026-06-24', '2026-06-24')))).toEqual(twice.slice(3))
  })

  it('can be cancelled, named by its new day or by its old one', () => {
    for (const on of ['2026-06-10', '2026-06-03']) {
      expect(told(datesOf(amnesty, [toTenth, cancelled(on)], june)), on).toContain(
        '2026-06-10 19:30-21:00 cancelled from 2026-06-03',
      )
    }
  })

  it('takes every slot of its day along, each at its time, or all to one new time', () => {
    const twice = schedule([slot(rule(weekdays(3)), '10:00'), slot(rule(weekdays(3)), '15:00')])
    const thursday = range('2026-06-04', '2026-06-04')
    expect(told(datesOf(twice, [moved('2026-06-03', '2026-06-04')], thursday))).toEqual([
      '2026-06-04 10:00 moved from 2026-06-03',
      '2026-06-04 15:00 moved from 2026-06-03',
    ])
    expect(told(datesOf(twice, [moved('2026-06-03', '2026-06-04', '11:00')], thursday))).toEqual([
      '2026-06-04 11:00 moved from 2026-06-03',
    ])
  })

  it('is held as promised even where the rule no longer names its old day', () => {
    expect(told(datesOf(amnesty, [moved('2026-06-08', '2026-06-09', '18:00')], june))).toEqual([
      '2026-06-03 19:30-21:00',
      '2026-06-09 18:00 moved from 2026-06-08',
      '2026-06-17 19:30-21:00',
    ])
  })
})

describe('a date that a holiday puts off and somebody moves', () => {
  const putOff = { public: 'next-week', school: 'keep', closed: 'keep' } as const
  const christmas: FreeDays = (on) =>
    on === '2027-12-25' ? [{ kind: 'public', name: 'Erster Weihnachtstag' }] : []
  const fourthSaturday = { ...firstAndThirdWednesday, ordinals: [4], weekdays: [6] } as const
  const saturdays = schedule([slot(rule(fourthSaturday, { holidays: putOff }), '18:00', '20:00')])
  const move = (on: string, to: string): ScheduleException => ({
    kind: 'moved',
    on: day(on),
    start: null,
    to: { day: day(to), start: null, end: null },
    reason: null,
  })

  it('keeps its times, though it is put off beyond what is asked for', () => {
    const dates = datesOf(
      saturdays,
      [move('2027-12-25', '2027-12-20')],
      range('2027-12-20', '2027-12-31'),
      christmas,
    )
    expect(dates.filter(takesPlace)).toMatchObject([{ day: '2027-12-20', start: '18:00', end: '20:00' }])
  })

  it('leaves another date that is put off to the same day and hour where it is', () => {
    const nextDay = { ...putOff, public: 'next-day' } as const
    const onlyOn = (on: string) => rule({ kind: 'dates', days: [day(on)] }, { holidays: nextDay })
    const both = schedule([slot(onlyOn('2027-12-25'), '18:00'), slot(onlyOn('2027-12-26'), '18:00')])
    const holidays: FreeDays = (on) =>
      on === '2027-12-25' || on === '2027-12-26' ? [{ kind: 'public', name: 'Weihnachten' }] : []
    const dates = datesOf(
      both,
      [move('2027-12-25', '2027-12-20')],
      range('2027-12-20', '2027-12-31'),
      holidays,
    )
    expect(dates.filter(takesPlace).map((date) => date.day)).toEqual(['2027-12-20', '2027-12-27'])
  })
})

describe('a holiday', () => {
  const freeDays: FreeDays = (at) => (at === '2026-06-03' ? [{ kind: 'public', name: 'Stadtfest' }] : [])

  const skipping = { ...keep, public: 'skip' } as const
  const skipped = schedule([slot(rule(firstAndThirdWednesday, { holidays: skipping }), '19:30')])

  it('takes a date away where the rule skips it, and leaves a gap with the reason to whoever asks for gaps', () => {
    expect(told(datesOf(skipped, [], june, freeDays))).toEqual(['2026-06-17 19:30'])
    const dates = datesAndGapsOf(skipped, [], june, freeDays)
    expect(told(dates)).toEqual(['2026-06-03 19:30 skipped', '2026-06-17 19:30'])
    expect(dates.map((date) => [isGap(date), takesPlace(date), date.reason])).toEqual([
      [true, false, 'Stadtfest'],
      [false, true, null],
    ])
  })

  it('is no gap where something is held at that time after all', () => {
    const twice = schedule([...skipped.slots, slot(rule(weekdays(3)), '19:30')])
    expect(told(datesAndGapsOf(twice, [], range('2026-06-03', '2026-06-03'), freeDays))).toEqual([
      '2026-06-03 19:30',
    ])
    const exceptions = [added('2026-06-03', '19:30')]
    expect(told(datesAndGapsOf(skipped, exceptions, june, freeDays))).toEqual([
      '2026-06-03 19:30 added',
      '2026-06-17 19:30',
    ])
  })

  it('can be made up for: the date it took away is moved with its times', () => {
    const exceptions = [moved('2026-06-03', '2026-06-10')]
    expect(told(datesOf(skipped, exceptions, june, freeDays))).toEqual([
      '2026-06-03 19:30 cancelled to 2026-06-10',
      '2026-06-10 19:30 moved from 2026-06-03',
      '2026-06-17 19:30',
    ])
  })

  it('stays the reason when somebody cancels the date as well, but not in a pause', () => {
    const reasonOf = (exception: ScheduleException) =>
      datesAndGapsOf(skipped, [exception], june, freeDays)[0]?.reason
    expect(reasonOf(cancelled('2026-06-03', 'Krank'))).toBe('Stadtfest')
    expect(reasonOf(pause('2026-06-01', '2026-06-10'))).toBe('Pause')
  })

  it('comes along uncounted with the next dates, for whoever asks for gaps', () => {
    expect(told(nextDatesAndGaps(skipped, [], day('2026-06-01'), 2, freeDays))).toEqual([
      '2026-06-03 19:30 skipped',
      '2026-06-17 19:30',
      '2026-07-01 19:30',
    ])
    expect(told(nextDates(skipped, [], day('2026-06-01'), 1, freeDays))).toEqual(['2026-06-17 19:30'])
  })

  it('moves it like a person would where the rule waits, and says why', () => {
    const said = schedule([
      slot(rule(firstAndThirdWednesday, { holidays: { ...keep, public: 'next-day' } }), '19:30'),
    ])
    const dates = datesOf(said, [], june, freeDays)
    expect(told(dates)).toEqual([
      '2026-06-03 19:30 cancelled to 2026-06-04',
      '2026-06-04 19:30 moved from 2026-06-03',
      '2026-06-17 19:30',
    ])
    expect(dates.map(({ reason }) => reason)).toEqual(['Stadtfest', 'Stadtfest', null])
    expect(told(datesOf(said, [moved('2026-06-03', '2026-06-10')], june, freeDays))).toEqual([
      '2026-06-03 19:30 cancelled to 2026-06-04',
      '2026-06-04 19:30 cancelled from 2026-06-03 to 2026-06-10',
      '2026-06-10 19:30 moved from 2026-06-03',
      '2026-06-17 19:30',
    ])
  })
})

describe('a pause', () => {
  const july = range('2026-07-01', '2026-07-31')

  it('takes every date of its days away, both ends included, with its reason', () => {
    expect(told(datesOf(amnesty, [pause('2026-07-01', '2026-07-15')], july))).toEqual([
      '2026-07-01 19:30-21:00 cancelled',
      '2026-07-15 19:30-21:00 cancelled',
    ])
    expect(datesOf(amnesty, [pause('2026-07-01', '2026-07-15')], july)[0]?.reason).toBe('Pause')
    expect(told(datesOf(amnesty, [pause('2026-07-02', '2026-07-14')], july))).toEqual([
      '2026-07-01 19:30-21:00',
      '2026-07-15 19:30-21:00',
    ])
  })

  it('leaves what somebody added or moved into it, and what was moved out of it', () => {
    const exceptions = [
      pause('2026-07-01', '2026-07-31'),
      added('2026-07-09', '18:00'),
      moved('2026-06-17', '2026-07-08'),
      moved('2026-07-15', '2026-08-12'),
    ]
    expect(told(datesOf(amnesty, exceptions, july))).toEqual([
      '2026-07-01 19:30-21:00 cancelled',
      '2026-07-08 19:30-21:00 moved from 2026-06-17',
      '2026-07-09 18:00 added',
      '2026-07-15 19:30-21:00 cancelled to 2026-08-12',
    ])
  })

  it('lets a date that is added in it be cancelled in turn', () => {
    const exceptions = [
      pause('2026-07-01', '2026-07-31'),
      added('2026-07-09', '18:00'),
      cancelled('2026-07-09', 'Krank', '18:00'),
    ]
    expect(told(datesOf(amnesty, exceptions, range('2026-07-09', '2026-07-09')))).toEqual([
      '2026-07-09 18:00 cancelled',
    ])
  })

  it('is known as the reason of what it takes away, and of nothing else', () => {
    const summer = pause('2026-07-01', '2026-07-31')
    const exceptions = [summer, cancelled('2026-08-05', 'Krank'), moved('2026-07-15', '2026-08-12')]
    const dates = datesOf(amnesty, exceptions, range('2026-07-01', '2026-08-12'))
    expect(dates.map((date) => [date.day, pauseOf(date, exceptions)])).toEqual([
      ['2026-07-01', summer],
      ['2026-07-15', null],
      ['2026-08-05', null],
      ['2026-08-12', null],
    ])
  })

  it('is told until it is over, the earliest first', () => {
    const [summer, winter] = [pause('2026-07-01', '2026-07-31'), pause('2026-12-20', '2027-01-06')]
    expect(pausesFrom([winter, summer], day('2026-07-31'))).toEqual([summer, winter])
    expect(pausesFrom([winter, summer], day('2026-08-01'))).toEqual([winter])
  })
})

describe('the next dates', () => {
  it('begin today and are as many as asked for', () => {
    expect(told(nextDates(amnesty, [], day('2026-06-17'), 3))).toEqual([
      '2026-06-17 19:30-21:00',
      '2026-07-01 19:30-21:00',
      '2026-07-15 19:30-21:00',
    ])
    expect(nextDates(amnesty, [], day('2026-06-17'), 0)).toEqual([])
  })

  it('count a cancelled one, and bring the trace of a moved one along uncounted', () => {
    const exceptions = [cancelled('2026-06-03'), moved('2026-06-17', '2026-06-18')]
    expect(told(nextDates(amnesty, exceptions, day('2026-06-01'), 2))).toEqual([
      '2026-06-03 19:30-21:00 cancelled',
      '2026-06-17 19:30-21:00 cancelled to 2026-06-18',
      '2026-06-18 19:30-21:00 moved from 2026-06-17',
    ])
  })

  it('name of a pause its first date, uncounted, and go on behind it', () => {
    const summer: ScheduleException = { ...pause('2026-06-10', '2026-07-31'), reason: 'Sommerpause' }
    expect(told(nextDates(amnesty, [summer], day('2026-06-01'), 2))).toEqual([
      '2026-06-03 19:30-21:00',
      '2026-06-17 19:30-21:00 cancelled',
      '2026-08-05 19:30-21:00',
    ])
  })

  it('follow each other day by day over years, none left out and none twice', () => {
    const daily = schedule([slot(rule(weekdays(1, 2, 3, 4, 5, 6, 7)))])
    const next = nextDates(daily, [], day('2026-06-01'), 1000).map((date) => date.day)
    expect(next).toEqual(daysOf({ from: day('2026-06-01'), until: addDays(day('2026-06-01'), 999) }))
  })

  it('are found years ahead, and are fewer where there are no more', () => {
    const yearly = schedule([slot(rule({ kind: 'yearly', month: 11, day: 9, shortMonth: 'skip' }))])
    expect(told(nextDates(yearly, [], day('2026-11-10'), 9))).toEqual([
      '2027-11-09',
      '2028-11-09',
      '2029-11-09',
      '2030-11-09',
      '2031-11-09',
    ])
  })
})

describe('what keeps a schedule from being saved', () => {
  const monday = rule(weekdays(1))
  test.each<[string, Schedule, object[]]>([
    ['nothing, for a sound one', amnesty, []],
    ['nothing, for a note alone', schedule([], 'nach Vereinbarung'), []],
    [
      'from 18 until 17:30',
      schedule([slot(monday, '10:00'), slot(monday, '18:00', '17:30')]),
      [{ key: 'slot.end.notAfterStart', params: { start: '18:00', end: '17:30', slot: 2 } }],
    ],
    [
      'an end at its start',
      schedule([slot(monday, '18:00', '18:00')]),
      [{ key: 'slot.end.notAfterStart', params: { start: '18:00', end: '18:00', slot: 1 } }],
    ],
    [
      'an end without a start',
      schedule([slot(monday, null, '18:00')]),
      [{ key: 'slot.start.missing', params: { end: '18:00', slot: 1 } }],
    ],
    [
      'a start at the end of the day',
      schedule([slot(monday, '24:00')]),
      [{ key: 'slot.start.malformed', params: { start: '24:00', slot: 1 } }],
    ],
    [
      'a rule that is none, and its times',
      schedule([slot(rule(weekdays()), '18:00', '17:30')]),
      [
        { key: 'rule.weekdays.missing', params: { slot: 1 } },
        { key: 'slot.end.notAfterStart', params: { start: '18:00', end: '17:30', slot: 1 } },
      ],
    ],
    ['nothing, for an end at midnight', schedule([slot(monday, '18:00', '24:00')]), []],
  ])('%s', (_what, said, problems) => {
    expect(checkSchedule(said)).toEqual(problems)
  })
})
