// Knows days of which perhaps only one is meant: „montags oder dienstags“, „am 1. oder 3. Mittwoch“.
import type { Choose } from './choices.ts'
import type { DayFound } from './terms.ts'

/** The days of a list with „oder“, each by itself; the list as it is where nothing parts it. */
export function alternativesOf(found: DayFound): readonly DayFound[] {
  if (!('joined' in found) || found.joined !== 'or') return [found]
  switch (found.is) {
    case 'days': {
      const { weekdays, ordinals } = found
      if (ordinals !== null && ordinals.length > 1)
        return ordinals.map((ordinal) => ({ ...found, ordinals: [ordinal] }))
      return weekdays.map((weekday) => ({ ...found, weekdays: [weekday] }))
    }
    case 'month-days':
      return found.days.map((day) => ({ ...found, days: [day] }))
    case 'dates':
      return found.dates.map((date) => ({ ...found, dates: [date] }))
    default:
      return found satisfies never
  }
}

/** One of the alternatives, or all: people write „oder“ of offers that all take place, too. */
export function oneOrAll<One>(
  {
    alternatives,
    all = alternatives,
  }: { readonly alternatives: readonly One[]; readonly all?: readonly One[] },
  choose: Choose,
  of: string,
): readonly One[] {
  if (alternatives.length < 2) return all
  const way = choose('which-days', alternatives.length + 1, of)
  return way === alternatives.length ? all : alternatives.slice(way, way + 1)
}
