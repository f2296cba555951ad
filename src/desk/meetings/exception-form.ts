import type { ClockTime } from '../../domain/clock-time.ts'
import type { Day } from '../../domain/day.ts'
import type { Problem } from '../../domain/problem.ts'
import type { ScheduleException } from '../../domain/schedule.ts'
import { type Form, textOf } from '../../http/forms.ts'
import { readDay } from '../../i18n/read-day.ts'
import { readTime } from '../../i18n/read-time.ts'

/** What the form of an exception was read as: one that the operation can judge, or all that cannot be understood. */
export type ReadException =
  | { readonly kind: 'exception'; readonly exception: ScheduleException }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/** The date of a meeting that is meant; a start of null is every date of the day. */
export type MeantDate = { readonly on: Day; readonly start: ClockTime | null }

/** „Fällt aus“, with a reason. */
export function readCancellation(form: Form, { on, start }: MeantDate): ReadException {
  return { kind: 'exception', exception: { kind: 'cancelled', on, start, reason: reasonIn(form, 'reason') } }
}

/** „Verlegt auf …“; times that are left empty stay as they were. */
export function readMove(form: Form, { on, start }: MeantDate): ReadException {
  const reader = fieldsOf(form)
  const to = { day: reader.day('day'), start: reader.time('start'), end: reader.time('end') }
  return reader.answer(
    to.day === null
      ? null
      : { kind: 'moved', on, start, to: { ...to, day: to.day }, reason: reasonIn(form, 'moveReason') },
  )
}

/** „Zusätzlich am …“. */
export function readAddition(form: Form): ReadException {
  const reader = fieldsOf(form)
  const [on, start, end] = [reader.day('day'), reader.time('start'), reader.time('end')]
  return reader.answer(
    on === null ? null : { kind: 'added', on, start, end, reason: reasonIn(form, 'reason') },
  )
}

/** „Pause von … bis …“. */
export function readPause(form: Form): ReadException {
  const reader = fieldsOf(form)
  const [from, until] = [reader.day('from'), reader.day('until')]
  return reader.answer(
    from === null || until === null
      ? null
      : { kind: 'paused', from, until, reason: reasonIn(form, 'reason') },
  )
}

/** Reads days, which must be there, and times, which may be missing, and keeps what it could not understand. */
function fieldsOf(form: Form) {
  const problems: Problem[] = []
  return {
    day(field: string): Day | null {
      const day = readDay(textOf(form, field))
      if (day === null) problems.push({ field, key: 'day.malformed' })
      return day
    },
    time(field: string): ClockTime | null {
      const typed = textOf(form, field)
      const time = readTime(typed)
      if (typed !== '' && time === null) problems.push({ field, key: 'time.malformed' })
      return time
    },
    answer(exception: ScheduleException | null): ReadException {
      return exception === null || problems.length > 0
        ? { kind: 'problems', problems }
        : { kind: 'exception', exception }
    },
  }
}

function reasonIn(form: Form, field: string): string | null {
  const reason = textOf(form, field)
  return reason === '' ? null : reason
}
