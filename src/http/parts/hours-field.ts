import type { Day } from '../../domain/day.ts'
import type { Land } from '../../domain/land.ts'
import type { SiteLanguage } from '../../domain/language.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Schedule } from '../../domain/schedule.ts'
import { readSchedule } from '../../i18n/read-rule.ts'
import { saySchedule } from '../../i18n/say-rule.ts'
import { type Form, textOf } from '../forms.ts'

/** How hours are read: in which language, on which day, by the holidays of which Land; and as they are stored now. */
export type HoursContext = {
  readonly language: SiteLanguage
  readonly today: Day
  readonly land: Land | null
  readonly kept: Schedule | null
}

/** Hours as a form writes them. */
export function hoursText(hours: Schedule | null, language: SiteLanguage): string {
  return hours === null ? '' : saySchedule(hours, language)
}

/**
 * The hours that were typed as a sentence, or null where nothing was. A sentence that names no day is kept as it is („nach
 * Vereinbarung“); one that can be understood in several ways, or only in part, is told in `problems`.
 */
export function hoursAt(
  form: Form,
  field: string,
  context: HoursContext,
  problems: Problem[],
): Schedule | null {
  const text = textOf(form, field)
  const { language, today, land, kept } = context
  if (text === '') return null
  // Who left the sentence as it stood means the same hours, whatever else it could mean.
  if (kept !== null && text === hoursText(kept, language)) return kept
  const reading = readSchedule(text, { language, today, land })
  if (reading.status === 'none') return { slots: [], note: text }
  if (reading.status === 'read' && reading.leftover === '') return reading.schedule
  problems.push({
    field,
    key: 'hours.unclear',
    params: { part: reading.leftover === '' ? text : reading.leftover },
  })
  return null
}
