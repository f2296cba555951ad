// Knows what makes an exception sound, what it is known by, and whether it still belongs to a schedule.
import type { Day } from './day.ts'
import { checkText, type Problem } from './problem.ts'
import { datesOf, isTrace, type Schedule, type ScheduleException } from './schedule.ts'

const LONGEST_REASON = 300

/**
 * What an exception is known by within its meeting: two with one key say something of the same date.
 * One word, so that it can stand in an address and in a form.
 */
export function exceptionKey(exception: ScheduleException): string {
  if (exception.kind === 'paused') return `paused_${exception.from}_${exception.until}`
  const { kind, on, start } = exception
  return [kind, on, ...(start === null ? [] : [start])].join('_')
}

/** The exceptions with one more; it takes the place of one with the same key. */
export function withException(
  exceptions: readonly ScheduleException[],
  added: ScheduleException,
): readonly ScheduleException[] {
  return [...withoutException(exceptions, exceptionKey(added)), added]
}

/** The exceptions without the one of this key. */
export function withoutException(
  exceptions: readonly ScheduleException[],
  key: string,
): readonly ScheduleException[] {
  return exceptions.filter((exception) => exceptionKey(exception) !== key)
}

/** What keeps an exception of a schedule from being noted; `field` names the inputs of its form. */
export function checkException(
  exception: ScheduleException,
  schedule: Schedule,
  others: readonly ScheduleException[],
): Problem[] {
  return [
    ...checkText('reason', exception.reason ?? '', { required: false, longest: LONGEST_REASON }),
    ...checkOfKind(exception, schedule, others),
  ]
}

function checkOfKind(
  exception: ScheduleException,
  schedule: Schedule,
  others: readonly ScheduleException[],
): Problem[] {
  switch (exception.kind) {
    case 'cancelled':
      return isOnDate(exception, schedule, others) ? [] : [{ field: 'on', key: 'exception.noDate' }]
    case 'moved': {
      const { to, on } = exception
      const isSame = to.day === on && (to.start === null || to.start === exception.start)
      return [
        ...(isOnDate(exception, schedule, others) ? [] : [{ field: 'on', key: 'exception.noDate' }]),
        ...(isSame ? [{ field: 'day', key: 'exception.notMoved' }] : []),
        ...checkEnd(to),
      ]
    }
    case 'added':
      return checkEnd(exception)
    case 'paused':
      return exception.until < exception.from ? [{ field: 'until', key: 'until.beforeFrom' }] : []
    default:
      return exception satisfies never
  }
}

function checkEnd({ start, end }: { readonly start: string | null; readonly end: string | null }): Problem[] {
  if (end === null) return []
  if (start === null) return [{ field: 'start', key: 'slot.start.missing' }]
  return end > start ? [] : [{ field: 'end', key: 'slot.end.notAfterStart', params: { start } }]
}

/**
 * The exceptions from a day on that fitted one schedule and do not fit another one: they cancel or move a date that it
 * does not have. What was added, and a pause, fits every schedule.
 */
export function misfits(
  exceptions: readonly ScheduleException[],
  schedules: { readonly before: Schedule; readonly after: Schedule },
  today: Day,
): readonly ScheduleException[] {
  return exceptions.filter((exception) => {
    if (exception.kind !== 'cancelled' && exception.kind !== 'moved') return false
    if (exception.on < today && (exception.kind === 'cancelled' || exception.to.day < today)) return false
    const others = exceptions.filter((other) => other !== exception)
    return isOnDate(exception, schedules.before, others) && !isOnDate(exception, schedules.after, others)
  })
}

/** Whether there is a date of that day and start, by the schedule or because it was added or moved there. */
function isOnDate(
  { on, start }: Extract<ScheduleException, { kind: 'cancelled' | 'moved' }>,
  schedule: Schedule,
  others: readonly ScheduleException[],
): boolean {
  return datesOf(schedule, others, { from: on, until: on }).some(
    (date) => !isTrace(date) && (start === null || date.start === start),
  )
}
