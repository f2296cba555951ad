import { describe, expect, it, test } from 'vitest'
import { openNow } from '../../src/domain/opening.ts'
import type { FreeDays, Pattern } from '../../src/domain/rule.ts'
import type { Schedule } from '../../src/domain/schedule.ts'
import { day, rule, schedule, slot, time } from '../support/schedules.ts'

const keep = { public: 'keep', school: 'keep', closed: 'keep' } as const
const weekdays = (...days: (1 | 2 | 3 | 4 | 5 | 6 | 7)[]): Pattern => ({
  kind: 'weekly',
  weekdays: days,
  every: 1,
  anchor: null,
})

describe('open now', () => {
  const office = schedule([
    slot(rule(weekdays(1, 2, 3, 4), { holidays: { ...keep, public: 'skip' } }), '08:00', '12:00'),
    slot(rule(weekdays(1, 2, 3, 4), { holidays: { ...keep, public: 'skip' } }), '12:00', '16:00'),
    slot(rule(weekdays(5)), '08:00', '14:00'),
    slot(rule(weekdays(6)), '10:00'),
  ])
  const table: [string, string, string, ReturnType<typeof openNow>][] = [
    [
      'at the minute it opens, adjoining slots joined',
      '2026-06-02',
      '08:00',
      { open: true, until: time('16:00') },
    ],
    ['at noon', '2026-06-02', '12:00', { open: true, until: time('16:00') }],
    ['in the second slot', '2026-06-02', '15:59', { open: true, until: time('16:00') }],
    [
      'at the minute it closes: open again tomorrow',
      '2026-06-02',
      '16:00',
      { open: false, next: { day: day('2026-06-03'), start: time('08:00') }, because: null },
    ],
    [
      'before it opens',
      '2026-06-02',
      '07:59',
      { open: false, next: { day: day('2026-06-02'), start: time('08:00') }, because: null },
    ],
    [
      'on Friday afternoon',
      '2026-06-05',
      '14:30',
      { open: false, next: { day: day('2026-06-06'), start: time('10:00') }, because: null },
    ],
    [
      'after a start without an end, nobody knows',
      '2026-06-06',
      '10:01',
      { open: false, next: { day: day('2026-06-08'), start: time('08:00') }, because: null },
    ],
    [
      'on a holiday',
      '2026-06-04',
      '09:00',
      { open: false, next: { day: day('2026-06-05'), start: time('08:00') }, because: 'Fronleichnam' },
    ],
  ]
  const freeDays: FreeDays = (at) => (at === '2026-06-04' ? [{ kind: 'public', name: 'Fronleichnam' }] : [])
  test.each(table)('%s', (_when, at, clock, state) => {
    expect(openNow(office, { day: day(at), time: time(clock) }, freeDays)).toEqual(state)
  })

  it('names no holiday where something is open that day, or nothing would be', () => {
    const evening = schedule([...office.slots, slot(rule(weekdays(4)), '18:00', '20:00')])
    const at = (hours: Schedule, on: string) =>
      openNow(hours, { day: day(on), time: time('09:00') }, freeDays)
    expect(at(evening, '2026-06-04')).toMatchObject({ next: { start: '18:00' }, because: null })
    expect(at(office, '2026-06-07')).toMatchObject({ open: false, because: null })
  })

  it('knows of no opening where there is only a note', () => {
    const now = { day: day('2026-06-02'), time: time('09:00') }
    expect(openNow(schedule([], 'nach Vereinbarung'), now)).toEqual({
      open: false,
      next: null,
      because: null,
    })
  })

  it('is open until midnight, and does not join hours over a gap', () => {
    const late = schedule([
      slot(rule(weekdays(6)), '20:00', '24:00'),
      slot(rule(weekdays(6)), '10:00', '18:00'),
      slot(rule(weekdays(6)), '11:00', '12:00'),
    ])
    const at = (clock: string) => openNow(late, { day: day('2026-06-06'), time: time(clock) })
    expect(at('23:59')).toEqual({ open: true, until: '24:00' })
    expect(at('11:30')).toEqual({ open: true, until: '18:00' })
    expect(at('18:30')).toEqual({ open: false, next: { day: '2026-06-06', start: '20:00' }, because: null })
  })
})
