/**
 * The entry that an address names, by the slug it has or once had, so that a kept list outlives a change of name. Null for
 * what is in the archive, and for none.
 */
export function entryNamed<Entry extends { readonly archivedAt: string | null }>(
  entries: {
    readonly bySlug: (slug: string) => Entry | null
    readonly slugAfter: (slug: string) => string | null
  },
  slug: string | undefined,
): Entry | null {
  if (slug === undefined || slug === '') return null
  const found = entries.bySlug(slug) ?? entries.bySlug(entries.slugAfter(slug) ?? '')
  return found?.archivedAt === null ? found : null
}
