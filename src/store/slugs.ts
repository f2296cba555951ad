import type { Database } from './database.ts'

/** The slugs of one noun, those of today and those that lead on to them; the noun is its table's name. */
export function slugs(
  database: Database,
  noun: 'city' | 'organisation' | 'event' | 'programme' | 'project' | 'topic' | 'venue',
) {
  const selectPresent = database
    .prepare<[string], string>(`
    SELECT entry.slug
    FROM former_slug f
    JOIN ${noun} entry ON entry.id = f.entry_id
    WHERE f.noun = '${noun}' AND f.slug = ?`)
    .pluck()
  const selectOwners = database
    .prepare<{ slug: string }, number>(`
    SELECT id FROM ${noun} WHERE slug = @slug
    UNION ALL
    SELECT entry_id FROM former_slug WHERE noun = '${noun}' AND slug = @slug`)
    .pluck()
  const keepFormer = database.prepare(`
    INSERT OR REPLACE INTO former_slug (noun, slug, entry_id) VALUES ('${noun}', @slug, @id)`)
  const dropFormer = database.prepare(`DELETE FROM former_slug WHERE noun = '${noun}' AND slug = ?`)

  return {
    /** The present slug of an entry that once had this one, or null. */
    slugAfter(formerSlug: string): string | null {
      return selectPresent.get(formerSlug) ?? null
    },
    isSlugTaken(slug: string): boolean {
      return selectOwners.get({ slug }) !== undefined
    },
    /** An entry may take back a slug that was once its own. */
    isSlugTakenByOther(slug: string, id: number): boolean {
      return selectOwners.all({ slug }).some((owner) => owner !== id)
    },
    /** Keeps the slug an entry had until now as a redirect to the one it has got. */
    keepSlug(id: number, from: string, to: string): void {
      dropFormer.run(to)
      keepFormer.run({ id, slug: from })
    },
  }
}
