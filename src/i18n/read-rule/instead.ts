// Knows that one of several days may have times of its own: „täglich 9–18 Uhr, So 10–16 Uhr“.
import type { Weekday } from '../../domain/day.ts'
import type { Context } from './build-dates.ts'
import type { Group } from './group.ts'
import { holdsPlain, weekdaysOf, withoutDays } from './later-end.ts'
import type { Clock } from './part.ts'
import type { DayFound } from './terms.ts'

type DaysFound = Extract<DayFound, { is: 'days' }>

const ORDINALS = [1, 2, 3, 4, 5]

/**
 * The groups, with days that are said twice decided: what is said of one of them may hold instead of what is said of
 * all, or as well, which only the group knows.
 */
export function withOwnTimes(groups: readonly Group[], context: Context): readonly Group[] {
  const result = [...groups]
  const rests: Group[] = []
  groups.forEach((group, index) => {
    const at = result
      .slice(0, index)
      .findLastIndex((whole) => holdsPlain(whole, group) && isDoubled(whole, group))
    const whole = result[at]
    if (whole === undefined || context.choose('instead-or-also', 2, String(index)) === 1) return
    result[at] = withoutDays(whole, weekdaysOf(group.days))
    const rest = restOf(whole, group)
    if (rest === null) context.notes.ask('unclear')
    else rests.push(...rest)
  })
  return [...result, ...rests]
}

/** Counted days are among the days of every week; days of every week are said twice where their times overlap. */
function isDoubled(whole: Group, group: Group): boolean {
  if (counted(group).length > 0) return true
  return spansOf(whole).some((a) =>
    spansOf(group).some((b) => a.start < b.end && b.start < a.end && weekdaysOf(group.days).length > 0),
  )
}

/** Times that end; in minutes since midnight. */
function spansOf({ times }: Group): readonly { readonly start: number; readonly end: number }[] {
  return times
    .flatMap(({ spans }) => spans)
    .flatMap(({ start, end }) =>
      start === null || end === null ? [] : [{ start: start.minutes, end: endAfter(start, end) }],
    )
}

/** „9 bis 5“ ends in the afternoon. */
function endAfter(start: Clock, end: Clock): number {
  return end.minutes > start.minutes ? end.minutes : end.minutes + 720
}

/** What is left of the weekdays whose counted ones have times of their own; null where no rule can say it. */
function restOf(whole: Group, group: Group): readonly Group[] | null {
  const [found, ...more] = counted(group)
  if (found === undefined) return []
  const [weekday, ...others] = found.weekdays
  const ordinals = found.ordinals ?? []
  const isSayable = ordinals.every((ordinal) => ordinal > 0) && more.length === 0 && others.length === 0
  if (!isSayable || weekday === undefined || group.days.length > 1) return null
  return [{ ...whole, days: [restDays(found, weekday, ordinals)] }]
}

function restDays(found: DaysFound, weekday: Weekday, taken: readonly number[]): DaysFound {
  return {
    ...found,
    weekdays: [weekday],
    ordinals: ORDINALS.filter((ordinal) => !taken.includes(ordinal)),
    each: false,
  }
}

function counted({ days }: Group): readonly DaysFound[] {
  return days.flatMap((found) =>
    found.is === 'days' && found.ordinals !== null && found.later === null ? [found] : [],
  )
}
