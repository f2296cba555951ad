import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Booking,
  bookingsOfEvent,
  bookingsOfMeeting,
  claimOfMeeting,
  clashesAmong,
  clashesWith,
  clashRange,
} from '../../src/domain/booking.ts'
import type { Schedule, ScheduleException } from '../../src/domain/schedule.ts'
import { day, range, rule, schedule, slot, time } from '../support/schedules.ts'

const WEEKDAY = (weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7) =>
  rule({ kind: 'weekly', weekdays: [weekday], every: 1, anchor: null })
const JUNE = range('2026-06-01', '2026-06-30')

function meeting(times: Schedule, exceptions: readonly ScheduleException[] = [], id = 1) {
  return { id, roomId: 14, schedule: times, exceptions }
}

const brief = (bookings: readonly Booking[]) =>
  bookings.map(({ day: on, from, until, isAssumed }) => `${on} ${from}-${until}${isAssumed ? '?' : ''}`)

describe('the room of a meeting', () => {
  it('is taken for every slot of its schedule', () => {
    const times = schedule([slot(WEEKDAY(3), '10:00', '12:00'), slot(WEEKDAY(3), '18:00', '24:00')])
    expect(brief(bookingsOfMeeting(meeting(times), range('2026-06-03', '2026-06-03')))).toEqual([
      '2026-06-03 600-720',
      '2026-06-03 1080-1440',
    ])
  })

  it('is taken for two hours where no end is known, and all day where no start is', () => {
    const open = schedule([slot(WEEKDAY(3), '23:00'), slot(WEEKDAY(4))])
    expect(brief(bookingsOfMeeting(meeting(open), range('2026-06-03', '2026-06-04')))).toEqual([
      '2026-06-03 1380-1440?',
      '2026-06-04 0-1440?',
    ])
  })

  it('is free where the date is cancelled or moved away, and taken where it is moved to', () => {
    const times = schedule([slot(WEEKDAY(3), '18:00', '20:00')])
    const exceptions: ScheduleException[] = [
      { kind: 'cancelled', on: day('2026-06-03'), start: null, reason: null },
      {
        kind: 'moved',
        on: day('2026-06-10'),
        start: null,
        to: { day: day('2026-06-12'), start: time('17:00'), end: time('19:00') },
        reason: null,
      },
      { kind: 'paused', from: day('2026-06-20'), until: day('2026-06-30'), reason: null },
    ]
    expect(brief(bookingsOfMeeting(meeting(times, exceptions), JUNE))).toEqual([
      '2026-06-12 1020-1140',
      '2026-06-17 1080-1200',
    ])
  })

  it('is not taken by a meeting that has none', () => {
    const times = schedule([slot(WEEKDAY(3), '18:00')])
    expect(bookingsOfMeeting({ ...meeting(times), roomId: null }, JUNE)).toEqual([])
  })
})

describe('the room of an event', () => {
  const event = {
    id: 7,
    roomId: 14,
    startsOn: day('2026-06-05'),
    endsOn: day('2026-06-07'),
    start: time('17:00'),
    end: time('15:00'),
    cancelledBecause: null,
  }

  it('is taken from its start on the first day to its end on the last', () => {
    expect(brief(bookingsOfEvent(event, JUNE))).toEqual([
      '2026-06-05 1020-1440',
      '2026-06-06 0-1440',
      '2026-06-07 0-900',
    ])
  })

  it('is taken only within the days that are asked for', () => {
    expect(brief(bookingsOfEvent(event, range('2026-06-07', '2026-06-30')))).toEqual(['2026-06-07 0-900'])
  })

  it('is free where the event is cancelled', () => {
    expect(bookingsOfEvent({ ...event, cancelledBecause: 'Sturm' }, JUNE)).toEqual([])
  })
})

describe('two who want one room', () => {
  const booking = (fields: Partial<Booking>): Booking => ({
    noun: 'meeting',
    id: 1,
    roomId: 14,
    day: day('2026-06-03'),
    from: 600,
    until: 720,
    isAssumed: false,
    ...fields,
  })

  it.each([
    ['one after the other', { from: 720, until: 780 }, 0],
    ['one before the other', { from: 480, until: 600 }, 0],
    ['one within the other', { from: 630, until: 660 }, 1],
    ['by a minute', { from: 719, until: 800 }, 1],
    ['on another day', { day: day('2026-06-04') }, 0],
    ['in another room', { roomId: 15 }, 0],
  ] as const)('%s', (_name, fields, dates) => {
    const clashes = clashesWith([booking({})], [booking({ id: 2, ...fields })])
    expect(clashes.flatMap((clash) => clash.dates)).toHaveLength(dates)
  })

  it('never is one and the same meeting, but an event of the same number is somebody else', () => {
    expect(clashesAmong([booking({}), booking({ from: 660 })])).toEqual([])
    expect(clashesAmong([booking({}), booking({ noun: 'event' })])).toHaveLength(1)
  })

  it('are told once, with all their dates in order', () => {
    const week = (id: number, on: string) => booking({ id, day: day(on) })
    const clashes = clashesAmong([
      week(2, '2026-06-10'),
      week(1, '2026-06-10'),
      week(1, '2026-06-03'),
      week(2, '2026-06-03'),
    ])
    expect(clashes.map(({ one, other, dates }) => [one.id, other.id, dates.map((date) => date.day)])).toEqual(
      [[1, 2, ['2026-06-03', '2026-06-10']]],
    )
  })

  it('are found minute by minute the same, whatever they are', () => {
    const some = fc.record({
      id: fc.integer({ min: 1, max: 4 }),
      roomId: fc.integer({ min: 1, max: 2 }),
      day: fc.constantFrom(day('2026-03-29'), day('2026-10-25'), day('2028-02-29')),
      from: fc.integer({ min: 0, max: 1438 }),
      length: fc.integer({ min: 1, max: 300 }),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (all) => {
        const bookings = all.map(({ length, ...each }) =>
          booking({ ...each, until: Math.min(each.from + length, 1440) }),
        )
        expect(new Set(clashesAmong(bookings).map(nameOf))).toEqual(minuteByMinute(bookings))
      }),
    )
  })
})

function nameOf({ roomId, one, other }: ReturnType<typeof clashesAmong>[number]): string {
  return `${roomId}: ${one.id} ${other.id}`
}

/** Who clashes, by looking at every minute of every room. */
function minuteByMinute(bookings: readonly Booking[]): Set<string> {
  const taken = new Map<string, Set<number>>()
  for (const { roomId, day: on, from, until, id } of bookings) {
    for (let minute = from; minute < until; minute++) {
      const key = `${roomId} ${on} ${minute}`
      taken.set(key, (taken.get(key) ?? new Set()).add(id))
    }
  }
  const names = new Set<string>()
  for (const [key, ids] of taken)
    for (const one of ids)
      for (const other of ids) if (one < other) names.add(`${key.split(' ')[0]}: ${one} ${other}`)
  return names
}

describe('the days on which rooms are looked after', () => {
  it.each([
    ['2026-06-03', '2028-06-02'],
    ['2026-01-31', '2028-01-30'],
    ['2028-02-29', '2030-02-28'],
  ])('from %s on are 24 months, up to %s', (today, until) => {
    expect(clashRange(day(today))).toEqual({ from: today, until })
  })
})

describe('what a meeting claims', () => {
  const times = schedule([slot(WEEKDAY(3), '18:00', '20:00')])

  it('stays the same where it only takes place less often', () => {
    const cancelled: ScheduleException = {
      kind: 'cancelled',
      on: day('2026-06-03'),
      start: null,
      reason: null,
    }
    expect(claimOfMeeting(meeting(times, [cancelled]))).toBe(claimOfMeeting(meeting(times)))
  })

  it('is another one with other times, another room, or one more date', () => {
    const added: ScheduleException = {
      kind: 'added',
      on: day('2026-06-04'),
      start: time('18:00'),
      end: null,
      reason: null,
    }
    const claims = [
      meeting(times),
      { ...meeting(times), roomId: 15 },
      meeting(schedule([slot(WEEKDAY(3), '18:30', '20:00')])),
      meeting(times, [added]),
    ].map(claimOfMeeting)
    expect(new Set(claims).size).toBe(4)
  })
})
