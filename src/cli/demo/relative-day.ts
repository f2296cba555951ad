import { addDays, type Day, parseDay, WEEKDAYS, type Weekday, weekdayOf } from '../../domain/day.ts'
import type { FreeDays } from '../../domain/free-day.ts'
import { datesOf, nextDates, type Schedule, takesPlace } from '../../domain/schedule.ts'

/** Far enough back to find the last dates of a yearly rule. */
const DAYS_LOOKED_BACK = 1500
const WEEKDAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const FORM = /^(today|next|previous)([+-]\d{1,4})?(?: ([a-z]+day))?(?: ([+-]\d{1,4}))?$/

type RelativeDay = {
  readonly base: 'today' | 'next' | 'previous'
  readonly count: number
  readonly weekday: Weekday | null
  readonly shift: number
}

/**
 * The day of "2023-05-07", "today", "today-40", "today+24 saturday" (the first Saturday from then on) or
 * "today+24 saturday +1" (the day after that); null for anything else.
 */
export function dayOfText(text: string, today: Day): Day | null {
  const relative = parse(text)
  if (relative === null) return parseDay(text)
  return relative.base === 'today' ? shifted(addDays(today, relative.count), relative) : null
}

/**
 * As `dayOfText`, and the dates of a schedule besides: "next+1" is its next date from today on, "previous-2" the last
 * but one before today, "next+1 -1" the day before the next; null where the schedule has no such date. With `freeDays`,
 * what a holiday takes away is no date.
 */
export function dateOfText(text: string, schedule: Schedule, today: Day, freeDays?: FreeDays): Day | null {
  const relative = parse(text)
  if (relative === null || relative.base === 'today') return dayOfText(text, today)
  const find = relative.base === 'next' ? nth : nthBefore
  const date = find(relative.count, schedule, today, freeDays)
  return date === null ? null : shifted(date, relative)
}

/** Whether the text has the form of a day that a schedule can name. */
export function isDateText(text: string): boolean {
  return parse(text) !== null || parseDay(text) !== null
}

function parse(text: string): RelativeDay | null {
  const [, base, count = '0', weekday, shift = '0'] = FORM.exec(text) ?? []
  if (base !== 'today' && base !== 'next' && base !== 'previous') return null
  const named = WEEKDAYS[WEEKDAY_NAMES.indexOf(weekday ?? '')] ?? null
  if (weekday !== undefined && named === null) return null
  const number = Number(count)
  if ((base === 'next' && number < 1) || (base === 'previous' && number > -1)) return null
  return { base, count: number, weekday: named, shift: Number(shift) }
}

function nth(count: number, schedule: Schedule, today: Day, freeDays?: FreeDays): Day | null {
  const next = nextDates(schedule, [], today, count, freeDays)
  return next.filter(takesPlace)[count - 1]?.day ?? null
}

function nthBefore(count: number, schedule: Schedule, today: Day, freeDays?: FreeDays): Day | null {
  const range = { from: addDays(today, -DAYS_LOOKED_BACK), until: addDays(today, -1) }
  return datesOf(schedule, [], range, freeDays).filter(takesPlace).at(count)?.day ?? null
}

function shifted(day: Day, { weekday, shift }: RelativeDay): Day {
  const wait = weekday === null ? 0 : (weekday - weekdayOf(day) + 7) % 7
  return addDays(day, wait + shift)
}
