import type { SiteLanguage } from '../domain/language.ts'
import { sortKey } from '../domain/search-fold.ts'
import type { Topic } from '../domain/topic.ts'
import { type Database, idList } from './database.ts'

type TopicRow = { id: number; slug: string; names: string }

/** Topics with their names in each language of the site. */
export function topics(database: Database) {
  const selectAll = database.prepare<[], TopicRow>('SELECT id, slug, names FROM topic ORDER BY sort_key')
  const selectByIds = database.prepare<[string], TopicRow>(`
    SELECT id, slug, names
    FROM topic
    WHERE id IN (SELECT value FROM json_each(?))
    ORDER BY sort_key`)
  const insert = database.prepare(`
    INSERT INTO topic (slug, names, sort_key, updated_at) VALUES (@slug, @names, @sortKey, @at)`)

  return {
    /** By their German names. */
    all(): readonly Topic[] {
      return selectAll.all().map(toTopic)
    },
    byIds(ids: Iterable<number>): readonly Topic[] {
      return selectByIds.all(idList(ids)).map(toTopic)
    },
    /** Their names in every language, as the search index holds them. */
    wordsOf(ids: Iterable<number>): string {
      const named = selectByIds.all(idList(ids)).map(toTopic)
      return named.flatMap(({ names }) => Object.values(names)).join(' ')
    },
    insert(draft: Omit<Topic, 'id'>, at: string): number {
      const row = {
        slug: draft.slug,
        names: JSON.stringify(draft.names),
        sortKey: sortKey(draft.names.de),
        at,
      }
      return Number(insert.run(row).lastInsertRowid)
    },
  }
}

function toTopic(row: TopicRow): Topic {
  return { ...row, names: JSON.parse(row.names) as Record<SiteLanguage, string> }
}
