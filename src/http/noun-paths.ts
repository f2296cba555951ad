import type { Noun } from '../domain/revision.ts'
import type { EntryPaths } from './entry-paths.ts'
import { deskUrls } from './urls.ts'

/** Where the entries of a noun stand at the desk. */
export const pathsOf = {
  account: deskUrls.accounts,
  city: deskUrls.cities,
  'closing-day': deskUrls.closingDays,
  contact: deskUrls.contacts,
  document: deskUrls.documents,
  event: deskUrls.events,
  feed: deskUrls.feeds,
  meeting: deskUrls.meetings,
  notice: deskUrls.notices,
  organisation: deskUrls.organisations,
  picture: deskUrls.pictures,
  programme: deskUrls.programmes,
  project: deskUrls.projects,
  relation: deskUrls.relations,
  'site-text': deskUrls.texts,
  topic: deskUrls.topics,
  venue: deskUrls.venues,
} as const satisfies Partial<Record<Noun, EntryPaths>>

/** The same for whatever noun: null where its entries have no page at the desk. */
export function pathsOfNoun(noun: Noun): EntryPaths | null {
  const known: Partial<Record<Noun, EntryPaths>> = pathsOf
  return known[noun] ?? null
}
