// Knows closing days (Schließtage): days on which a house, or a city with all its houses, is closed.
import { type DayRange, daysBetween } from './day.ts'
import { checkText, type Problem } from './problem.ts'

/**
 * Houses are closed, or it is a holiday in this city only: 15 August in Bavaria is one where most people are Catholic,
 * 8 August in Augsburg alone. No table knows that; a city's coordinator does.
 */
export const CLOSING_KINDS = ['closed', 'holiday'] as const
export type ClosingKind = (typeof CLOSING_KINDS)[number]

/** Of one house, or of a city; both ends of the range belong to it. */
export type ClosingDayDraft = DayRange & {
  readonly venueId: number | null
  readonly cityId: number | null
  readonly kind: ClosingKind
  readonly reason: string
}
export type ClosingDay = ClosingDayDraft & {
  readonly id: number
  readonly version: number
  readonly archivedAt: string | null
}

/** Both ends counted; what is closed for longer is not a closed day but a closed house. */
const MOST_DAYS = 366

/** What keeps closing days from being saved. */
export function checkClosingDay(draft: ClosingDayDraft): Problem[] {
  const problems: Problem[] = []
  if ((draft.venueId === null) === (draft.cityId === null))
    problems.push({ field: 'place', key: 'closingDay.place.missing' })
  if (draft.kind === 'holiday' && draft.venueId !== null)
    problems.push({ field: 'kind', key: 'closingDay.holidayOfHouse' })
  if (draft.until < draft.from) problems.push({ field: 'until', key: 'until.beforeFrom' })
  else if (daysBetween(draft.from, draft.until) >= MOST_DAYS)
    problems.push({ field: 'until', key: 'closingDay.tooLong', params: { most: MOST_DAYS } })
  return [...problems, ...checkText('reason', draft.reason, { required: true, longest: 200 })]
}
