// How an entry gets its slug: chosen or made from its name, and another's never.
import type { Problem } from '../domain/problem.ts'
import { checkSlug, chosenSlug, slugAfterChange } from '../domain/slug.ts'

/** Where the slugs of a noun are kept. */
type Slugs = {
  readonly isSlugTaken: (slug: string) => boolean
  readonly isSlugTakenByOther: (slug: string, id: number) => boolean
}
type Named = { readonly slug: string; readonly name: string }

/** What keeps a chosen slug from being used; an entry may keep its own, and take back one that was once its own. */
export function checkEntrySlug(
  slugs: Slugs,
  chosen: string,
  stored: { readonly id: number } | null,
): Problem[] {
  return checkSlug(chosen, isTakenBut(slugs, stored))
}

/** The slug of a new entry, or that of a stored one after a change. */
export function slugOfEntry(
  slugs: Slugs,
  draft: Named,
  stored: (Named & { readonly id: number }) | null,
): string {
  const isTaken = isTakenBut(slugs, stored)
  return stored === null
    ? chosenSlug(draft.slug, draft.name, isTaken)
    : slugAfterChange(stored, draft, isTaken)
}

function isTakenBut(slugs: Slugs, stored: { readonly id: number } | null): (slug: string) => boolean {
  return stored === null ? slugs.isSlugTaken : (slug) => slugs.isSlugTakenByOther(slug, stored.id)
}
