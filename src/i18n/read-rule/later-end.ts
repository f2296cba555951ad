// Knows that one of several days may end at another time: „Di–So 11–18 Uhr, Do bis 20 Uhr“.
import type { Group } from './group.ts'
import type { Span } from './part.ts'
import type { DayFound } from './terms.ts'

/** The groups, with each day of which only another end is said taken out of its stretch, and begun as that one is. */
export function withOwnEnds(groups: readonly Group[]): readonly Group[] {
  const result = [...groups]
  groups.forEach((group, index) => {
    if (!onlyEnds(group)) return
    const at = result.slice(0, index).findLastIndex((other) => holds(other, group))
    const whole = result[at]
    const start = whole?.times[0]?.spans[0]?.start
    if (whole === undefined || start === undefined) return
    result[at] = withoutDays(whole, weekdaysOf(group.days))
    result[index] = begunAt(group, start)
  })
  return result
}

function begunAt(group: Group, start: Span['start']): Group {
  const times = group.times.map((each) => ({ ...each, spans: each.spans.map(({ end }) => ({ start, end })) }))
  return { ...group, times }
}

/** One end, no start, and nothing but weekdays. */
function onlyEnds({ days, times, alternatives }: Group): boolean {
  const spans = times.flatMap((each) => each.spans)
  const isEnd = spans.length === 1 && spans.every(({ start, end }) => start === null && end !== null)
  return isEnd && alternatives.length === 0 && weekdaysOf(days).length > 0 && days.every(isPlain)
}

/** Whether one stretch of hours is said of days that these are among. */
function holds(whole: Group, group: Group): boolean {
  const spans = whole.times.flatMap((each) => each.spans)
  const isStretch = spans.length === 1 && spans.every(({ start, end }) => start !== null && end !== null)
  return isStretch && holdsPlain(whole, group)
}

/** Whether the days of a group are among those of another that holds every week, under the same limits. */
export function holdsPlain({ days, terms, alternatives }: Group, group: Group): boolean {
  const held = weekdaysOf(days)
  const own = weekdaysOf(group.days)
  return (
    alternatives.length === 0 &&
    own.length > 0 &&
    days.every(isPlain) &&
    own.every((weekday) => held.includes(weekday)) &&
    JSON.stringify({ ...terms, ofMonth: false }) === JSON.stringify({ ...group.terms, ofMonth: false })
  )
}

function isPlain(found: DayFound): boolean {
  return found.is === 'days' && found.ordinals === null
}

/** The weekdays of days of the week. */
export function weekdaysOf(days: readonly DayFound[]) {
  return days.flatMap((found) => (found.is === 'days' ? found.weekdays : []))
}

/** The group without some of its weekdays. */
export function withoutDays(group: Group, taken: readonly number[]): Group {
  const days = group.days.map((found) =>
    found.is === 'days'
      ? { ...found, weekdays: found.weekdays.filter((weekday) => !taken.includes(weekday)) }
      : found,
  )
  return { ...group, days }
}
