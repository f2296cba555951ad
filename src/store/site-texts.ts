import type { SiteLanguage } from '../domain/language.ts'
import type { SiteText, SiteTextDraft, SiteTextSlug } from '../domain/site-text.ts'
import type { Database } from './database.ts'

const SELECT = `
  SELECT id, slug, language, title, body, version, updated_at AS updatedAt
  FROM site_text`

/** The texts of the site itself, each in German and perhaps in other languages. */
export function siteTexts(database: Database) {
  const selectAll = database.prepare<[], SiteText>(`${SELECT} ORDER BY slug, language`)
  const selectById = database.prepare<[number], SiteText>(`${SELECT} WHERE id = ?`)
  const selectBySlug = database.prepare<{ slug: SiteTextSlug; language: SiteLanguage }, SiteText>(`
    ${SELECT}
    WHERE slug = @slug AND language IN (@language, 'de')
    ORDER BY language = @language DESC
    LIMIT 1`)
  const insert = database.prepare(`
    INSERT INTO site_text (slug, language, title, body, updated_at)
    VALUES (@slug, @language, @title, @body, @at)`)
  const update = database.prepare(`
    UPDATE site_text
    SET title = @title, body = @body, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)

  return {
    all(): readonly SiteText[] {
      return selectAll.all()
    },
    byId(id: number): SiteText | null {
      return selectById.get(id) ?? null
    },
    /** The text in the language, or in German where there is none; null where there is neither. */
    bySlug(slug: SiteTextSlug, language: SiteLanguage): SiteText | null {
      return selectBySlug.get({ slug, language }) ?? null
    },
    insert(draft: SiteTextDraft, at: string): number {
      return Number(insert.run({ ...draft, at }).lastInsertRowid)
    },
    /** False where the stored version is another one; then nothing is changed. */
    update(id: number, version: number, { title, body }: SiteTextDraft, at: string): boolean {
      return update.run({ id, version, title, body, at }).changes === 1
    },
  }
}
