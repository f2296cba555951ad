import type { ClockTime } from '../../domain/clock-time.ts'
import type { Day } from '../../domain/day.ts'
import type { Problem } from '../../domain/problem.ts'
import { readDay } from '../../i18n/read-day.ts'
import { readTime } from '../../i18n/read-time.ts'
import { type Form, textOf } from '../forms.ts'

/** The day that was typed, or null where nothing was; what is none is told in `problems`. */
export function dayAt(form: Form, field: string, problems: Problem[]): Day | null {
  const text = textOf(form, field)
  const day = text === '' ? null : readDay(text)
  if (text !== '' && day === null) problems.push({ field, key: 'day.malformed' })
  return day
}

/** The time of day that was typed, or null where nothing was; what is none is told in `problems`. */
export function timeAt(form: Form, field: string, problems: Problem[]): ClockTime | null {
  const text = textOf(form, field)
  const time = text === '' ? null : readTime(text)
  if (text !== '' && time === null) problems.push({ field, key: 'time.malformed' })
  return time
}
