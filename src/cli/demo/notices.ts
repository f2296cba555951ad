import { createNotice } from '../../operations/notices.ts'
import type { Chapter } from './chapter.ts'

/** Puts in the notices of a file. */
export function tellNotices({ office, by, story, savedId, idOf, idOrNull }: Chapter): void {
  for (const { city, venue, contact, ...rest } of story.notices ?? []) {
    const draft = {
      ...rest,
      cityId: idOrNull('city', city),
      venueId: idOrNull('venue', venue),
      contactId: contact === null ? null : idOf('contact', `${contact.organisation}/${contact.function}`),
    }
    savedId(rest.text, createNotice(office, by, draft))
  }
}
