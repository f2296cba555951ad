import type { Day } from '../domain/day.ts'
import type { SiteLanguage } from '../domain/language.ts'
import type { Schedule, Slot } from '../domain/schedule.ts'
import { sayDate, sayTimes } from './say-day.ts'
import { type SayingOptions, saySchedule } from './say-rule.ts'
import { fill, groupDigits, joined, wordsOf } from './words.ts'

/** More single dates than this are counted instead of listed. */
const MOST_LISTED = 6

/**
 * A schedule as it is from a day on: single dates that are over are left out, and many of them are told by their number
 * and the last, „18 einzelne Termine bis 31. Dezember 2027, 19:30–21:30 Uhr“. One that is all over is told as it was.
 */
export function sayScheduleFrom(
  schedule: Schedule,
  { today, language, ...options }: SayingOptions & { readonly today: Day; readonly language: SiteLanguage },
): string {
  const ahead = schedule.slots.flatMap((slot) => slotFrom(slot, today))
  if (ahead.length === 0) return saySchedule(schedule, language, options)
  const listed = ahead.filter((slot) => manyDaysOf(slot) === null)
  const counted = ahead.map((slot) => sayCounted(slot, language))
  const first = listed.length === 0 ? '' : saySchedule({ slots: listed, note: null }, language, options)
  return joined([joined([first, ...counted], '; '), schedule.note], ' – ')
}

function slotFrom(slot: Slot, today: Day): Slot[] {
  const { pattern } = slot.rule
  if (pattern.kind !== 'dates') return [slot]
  const days = pattern.days.filter((day) => day >= today)
  return days.length === 0 ? [] : [{ ...slot, rule: { ...slot.rule, pattern: { ...pattern, days } } }]
}

/** The days of a slot that has too many to list, or null. */
function manyDaysOf({ rule }: Slot): readonly Day[] | null {
  const { pattern } = rule
  return pattern.kind === 'dates' && pattern.days.length > MOST_LISTED ? [...pattern.days].sort() : null
}

function sayCounted(slot: Slot, language: SiteLanguage): string {
  const days = manyDaysOf(slot)
  const last = days?.at(-1)
  if (days === null || last === undefined) return ''
  const { manyDates } = wordsOf(language).dates
  const said = fill(manyDates, { count: groupDigits(days.length, language), day: sayDate(last, language) })
  return joined([said, slot.start === null ? '' : sayTimes(slot.start, slot.end, language)], ', ')
}
