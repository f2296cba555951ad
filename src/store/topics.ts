import type { SiteLanguage } from '../domain/language.ts'
import { sortKey } from '../domain/search-fold.ts'
import type { Topic, TopicDraft } from '../domain/topic.ts'
import { type Database, idList } from './database.ts'
import { slugs } from './slugs.ts'

type TopicRow = Omit<Topic, 'names' | 'formerSlugs'> & {
  readonly names: string
  readonly formerSlugs: string
}

const SELECT = `
  SELECT t.id, t.slug, t.names, t.version, t.archived_at AS archivedAt,
    (SELECT json_group_array(slug) FROM former_slug WHERE noun = 'topic' AND entry_id = t.id) AS formerSlugs
  FROM topic t`

/** Topics with their names in each language of the site. */
export function topics(database: Database) {
  const selectAll = database.prepare<[], TopicRow>(
    `${SELECT} WHERE t.archived_at IS NULL ORDER BY t.sort_key, t.id`,
  )
  const selectByIds = database.prepare<[string], TopicRow>(`
    ${SELECT}
    WHERE t.id IN (SELECT value FROM json_each(?)) AND t.archived_at IS NULL
    ORDER BY t.sort_key, t.id`)
  const selectById = database.prepare<[number], TopicRow>(`${SELECT} WHERE t.id = ?`)
  const insert = database.prepare(`
    INSERT INTO topic (slug, names, sort_key, updated_at) VALUES (@slug, @names, @sortKey, @at)`)
  const update = database.prepare(`
    UPDATE topic
    SET slug = @slug, names = @names, sort_key = @sortKey, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)
  const archive = database.prepare(`
    UPDATE topic
    SET archived_at = @archivedAt, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)

  return {
    ...slugs(database, 'topic'),
    /** Those that are not archived, by their German names. */
    all(): readonly Topic[] {
      return selectAll.all().map(toTopic)
    },
    /** Those of the given ids that are not archived, by their German names. */
    byIds(ids: Iterable<number>): readonly Topic[] {
      return selectByIds.all(idList(ids)).map(toTopic)
    },
    byId(id: number): Topic | null {
      const row = selectById.get(id)
      return row === undefined ? null : toTopic(row)
    },
    /** Their names in every language, as the search index holds them. */
    wordsOf(ids: Iterable<number>): string {
      const named = selectByIds.all(idList(ids)).map(toTopic)
      return named.flatMap(({ names }) => Object.values(names)).join(' ')
    },
    insert(draft: TopicDraft, at: string): number {
      return Number(insert.run({ ...toRow(draft), at }).lastInsertRowid)
    },
    /** False where the stored version is another one; then nothing is changed. */
    update(id: number, version: number, draft: TopicDraft, at: string): boolean {
      return update.run({ ...toRow(draft), id, version, at }).changes === 1
    },
    /** False where the stored version is another one; then nothing is changed. */
    setArchived(id: number, version: number, archivedAt: string | null, at: string): boolean {
      return archive.run({ id, version, archivedAt, at }).changes === 1
    },
  }
}

function toRow({ slug, names }: TopicDraft) {
  return { slug, names: JSON.stringify(names), sortKey: sortKey(names.de) }
}

function toTopic(row: TopicRow): Topic {
  return {
    ...row,
    names: JSON.parse(row.names) as Record<SiteLanguage, string>,
    formerSlugs: JSON.parse(row.formerSlugs) as string[],
  }
}
