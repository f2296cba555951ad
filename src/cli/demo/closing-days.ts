import { createClosingDay } from '../../operations/closing-days.ts'
import type { Chapter } from './chapter.ts'

/** Puts in the closing days of a file. */
export function tellClosingDays({ office, by, story, savedId, idOrNull }: Chapter): void {
  for (const { city, venue, ...rest } of story.closings ?? []) {
    const draft = { ...rest, cityId: idOrNull('city', city), venueId: idOrNull('venue', venue) }
    savedId(rest.reason, createClosingDay(office, by, draft))
  }
}
