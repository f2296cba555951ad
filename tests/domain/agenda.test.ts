import { describe, expect, it } from 'vitest'
import { agendaOf, byDay, countDates, firstOf, type Occurrence } from '../../src/domain/agenda.ts'
import type { FreeDays } from '../../src/domain/free-day.ts'
import type { ScheduleException } from '../../src/domain/schedule.ts'
import { day, range, rule, schedule, slot, time } from '../support/schedules.ts'

const wednesdays = (start: string | null, end: string | null = null) =>
  schedule([slot(rule({ kind: 'weekly', weekdays: [3], every: 1, anchor: null }), start, end)])

const meeting = (id: number, start: string | null, exceptions: readonly ScheduleException[] = []) => ({
  id,
  schedule: wednesdays(start),
  exceptions,
})

const event = (id: number, startsOn: string, endsOn: string, cancelledBecause: string | null = null) => ({
  id,
  startsOn: day(startsOn),
  endsOn: day(endsOn),
  start: time('18:00'),
  end: time('16:00'),
  cancelledBecause,
})

const told = (occurrences: readonly Occurrence[]) =>
  occurrences.map(({ noun, id, day: on, start, end, state }) =>
    [on, start ?? '–', end ?? '–', noun, id, state].join(' '),
  )

describe('the agenda', () => {
  it('merges meetings and events by day and time', () => {
    const meetings = [meeting(1, '19:30'), meeting(2, '09:00')]
    const occurrences = agendaOf(
      meetings,
      [event(7, '2026-06-03', '2026-06-03')],
      range('2026-06-01', '2026-06-10'),
    )
    expect(told(occurrences)).toEqual([
      '2026-06-03 09:00 – meeting 2 held',
      '2026-06-03 18:00 16:00 event 7 held',
      '2026-06-03 19:30 – meeting 1 held',
      '2026-06-10 09:00 – meeting 2 held',
      '2026-06-10 19:30 – meeting 1 held',
    ])
  })

  it('puts what has no time first, and what is at one time in the order given', () => {
    const meetings = [meeting(5, '00:00'), meeting(9, '19:30'), meeting(3, '19:30'), meeting(4, null)]
    const ids = agendaOf(meetings, [], range('2026-06-03', '2026-06-03')).map(({ id }) => id)
    expect(ids).toEqual([4, 5, 9, 3])
  })

  it('gives an event of several days its start on the first and its end on the last', () => {
    const occurrences = agendaOf(
      [],
      [event(1, '2026-06-05', '2026-06-07')],
      range('2026-06-01', '2026-06-30'),
    )
    expect(told(occurrences)).toEqual([
      '2026-06-05 18:00 – event 1 held',
      '2026-06-06 – – event 1 held',
      '2026-06-07 – 16:00 event 1 held',
    ])
  })

  it('takes only the days of an event that lie in the range', () => {
    const long = [event(1, '2026-05-30', '2026-07-02')]
    const days = agendaOf([], long, range('2026-06-01', '2026-06-03')).map((each) => each.day)
    expect(days).toEqual(['2026-06-01', '2026-06-02', '2026-06-03'])
  })

  it('keeps a cancelled date with its reason', () => {
    const ill: ScheduleException = { kind: 'cancelled', on: day('2026-06-03'), start: null, reason: 'krank' }
    const occurrences = agendaOf(
      [meeting(1, '19:30', [ill])],
      [event(2, '2026-06-03', '2026-06-03', 'Sturm')],
      range('2026-06-01', '2026-06-07'),
    )
    expect(occurrences.map(({ state, reason }) => [state, reason])).toEqual([
      ['cancelled', 'Sturm'],
      ['cancelled', 'krank'],
    ])
  })

  it('shows a moved date on its new day, and on the old one where it went', () => {
    const moved: ScheduleException = {
      kind: 'moved',
      on: day('2026-06-03'),
      start: null,
      to: { day: day('2026-06-05'), start: time('18:00'), end: null },
      reason: null,
    }
    const occurrences = agendaOf([meeting(1, '19:30', [moved])], [], range('2026-06-01', '2026-06-07'))
    expect(occurrences.map((each) => [each.day, each.state, each.movedFrom, each.movedTo])).toEqual([
      ['2026-06-03', 'cancelled', null, '2026-06-05'],
      ['2026-06-05', 'moved', '2026-06-03', null],
    ])
  })

  it.each([
    ['before', range('1900-01-01', '1900-01-03')],
    ['after', range('2200-12-30', '2200-12-31')],
  ])('works up to the ends of time: %s', (_name, ends) => {
    expect(agendaOf([meeting(1, '23:59')], [], ends)).toHaveLength(1)
  })
})

describe('an agenda by day', () => {
  it('has every day with an occurrence once, in order', () => {
    const occurrences = agendaOf(
      [meeting(1, '19:30'), meeting(2, '09:00')],
      [],
      range('2026-06-01', '2026-06-17'),
    )
    const days = byDay(occurrences)
    expect([...days.keys()]).toEqual(['2026-06-03', '2026-06-10', '2026-06-17'])
    expect(days.get(day('2026-06-10'))?.map(({ id }) => id)).toEqual([2, 1])
  })
})

describe('a free day', () => {
  const closed: FreeDays = (at) =>
    at === '2026-06-03' ? [{ kind: 'closed', name: 'Umbau', closes: 'house' }] : []
  const wednesdaysOfJune = range('2026-06-03', '2026-06-10')

  it('leaves a gap in the agenda of those it concerns, and takes no event away', () => {
    const meetings = [meeting(1, '19:30'), meeting(2, '09:00')]
    const freeDaysOf = ({ id }: { id: number }) => (id === 1 ? closed : () => [])
    const occurrences = agendaOf(
      meetings,
      [event(7, '2026-06-03', '2026-06-03')],
      wednesdaysOfJune,
      freeDaysOf,
    )
    expect(told(occurrences)).toEqual([
      '2026-06-03 09:00 – meeting 2 held',
      '2026-06-03 18:00 16:00 event 7 held',
      '2026-06-03 19:30 – meeting 1 skipped',
      '2026-06-10 09:00 – meeting 2 held',
      '2026-06-10 19:30 – meeting 1 held',
    ])
    expect(occurrences[2]?.reason).toBe('Umbau')
    expect(countDates(occurrences)).toBe(4)
  })

  it('stands back where not all of a day can be shown, and else keeps its place', () => {
    const meetings = [meeting(1, '09:00'), meeting(2, '10:00'), meeting(3, '11:00'), meeting(4, '12:00')]
    const freeDaysOf = ({ id }: { id: number }) => (id === 1 || id === 3 ? closed : () => [])
    const ofDay = agendaOf(meetings, [], range('2026-06-03', '2026-06-03'), freeDaysOf)
    const ids = (most: number) => firstOf(ofDay, most).map(({ id }) => id)
    expect([ids(1), ids(2), ids(3), ids(4)]).toEqual([[2], [2, 4], [1, 2, 4], [1, 2, 3, 4]])
  })
})
