import { fold, foldSpelled, searchText, searchWords } from '../domain/search-fold.ts'
import type { Database } from './database.ts'

export const SEARCH_NOUNS = ['organisation', 'venue', 'event', 'project', 'city'] as const
export type SearchNoun = (typeof SEARCH_NOUNS)[number]

export type SearchEntry = {
  readonly noun: SearchNoun
  readonly entryId: number
  readonly cityId: number | null
  readonly name: string
  readonly topics: string
  readonly text: string
}
export type SearchHit = { readonly noun: SearchNoun; readonly entryId: number }

/** Narrows a search to one noun, one city, or both. */
export type SearchNarrowing = { readonly noun?: SearchNoun; readonly cityId?: number }

// A row's id is the entry's times this, plus the place of its noun in the list.
const STEP = 8
const MOST_GROUPS = 40

type Query = { query: string; limit: number }
type PartQuery = Query & { narrowed: string | null }

/** Full-text search over every entry that readers may see: word starts first, then ends of words, then what is inside. */
export function search(database: Database) {
  const removeWord = database.prepare('DELETE FROM search_word WHERE rowid = ?')
  const removePart = database.prepare('DELETE FROM search_part WHERE rowid = ?')
  const addWord = database.prepare(`
    INSERT INTO search_word (rowid, place, name, topics, text) VALUES (@rowid, @place, @name, @topics, @text)`)
  const addPart = database.prepare(
    'INSERT INTO search_part (rowid, name, topics) VALUES (@rowid, @name, @topics)',
  )
  const matchWords = database
    .prepare<Query, number>(`
    SELECT rowid
    FROM search_word
    WHERE search_word MATCH @query
    ORDER BY bm25(search_word, 0, 12, 5, 1), rowid
    LIMIT @limit`)
    .pluck()
  const matchParts = database
    .prepare<PartQuery, number>(`
    SELECT rowid
    FROM search_part
    WHERE search_part MATCH @query
      AND (@narrowed IS NULL OR rowid IN (SELECT rowid FROM search_word WHERE search_word MATCH @narrowed))
    ORDER BY bm25(search_part, 8, 2), rowid
    LIMIT @limit`)
    .pluck()

  return {
    put(entry: SearchEntry): void {
      const rowid = rowidOf(entry.noun, entry.entryId)
      removeWord.run(rowid)
      removePart.run(rowid)
      const name = searchText(entry.name)
      const topics = searchText(entry.topics)
      const place = `n${entry.noun} ${entry.cityId === null ? '' : `c${entry.cityId}`}`
      addWord.run({ rowid, place, name, topics, text: searchText(entry.text) })
      // With a space after the last word, too, so that the end of a word is something to be found.
      addPart.run({ rowid, name: `${name} `, topics: `${topics} ` })
    },
    remove(noun: SearchNoun, entryId: number): void {
      removeWord.run(rowidOf(noun, entryId))
      removePart.run(rowidOf(noun, entryId))
    },
    /** Hits in order of rank, at most `limit`; at most three statements. */
    find(query: string, limit: number, within: SearchNarrowing = {}): SearchHit[] {
      const words = searchWords(query)
      if (words.length === 0) return []
      const places = placesOf(within)
      const rowids = new Set(
        matchWords.all({ query: [wordQuery(query, words), ...places].join(' AND '), limit }),
      )
      // A trigram index finds nothing shorter than three letters.
      if (words.some((word) => word.length < 3)) return [...rowids].map(toHit)
      const narrowed = places.length === 0 ? null : places.join(' AND ')
      // German compounds carry their sense at the end: „rat“ is rather „Integrationsrat“ than „Beratung“.
      for (const end of [' ', '']) {
        if (rowids.size >= limit) break
        const parts = words.map((word) => `"${word}${end}"`).join(' AND ')
        for (const rowid of matchParts.all({ query: parts, limit, narrowed })) rowids.add(rowid)
      }
      return [...rowids].slice(0, limit).map(toHit)
    },
    /** What is spelled most like a text, nearest first: entries that share the most groups of three letters with it. */
    near(text: string, limit: number): SearchHit[] {
      const letters = fold(text)
      const groups = new Set<string>()
      for (let start = 0; start + 3 <= letters.length && groups.size < MOST_GROUPS; start++)
        groups.add(`"${letters.slice(start, start + 3)}"`)
      if (groups.size === 0) return []
      return matchParts.all({ query: [...groups].join(' OR '), limit, narrowed: null }).map(toHit)
    },
  }
}

function placesOf(within: SearchNarrowing): string[] {
  return [
    ...(within.noun === undefined ? [] : [`place : n${within.noun}`]),
    ...(within.cityId === undefined ? [] : [`place : c${within.cityId}`]),
  ]
}

/** „Ärzte“ typed with its umlaut finds what is stored either way; both foldings are in the index. */
function wordQuery(query: string, words: readonly string[]): string {
  const spelled = foldSpelled(query).split(' ')
  const terms = words.map((word, index) => startsWith(word, spelled[index] ?? word))
  return `{name topics text} : (${terms.join(' AND ')})`
}

/** The whole word is named beside its beginning, so that it weighs more than a longer one that begins with it. */
function startsWith(word: string, spelled: string): string {
  const forms = [...new Set([word, spelled])]
  return `(${forms.map((form) => `"${form}" OR "${form}" *`).join(' OR ')})`
}

function rowidOf(noun: SearchNoun, entryId: number): number {
  return entryId * STEP + SEARCH_NOUNS.indexOf(noun)
}

function toHit(rowid: number): SearchHit {
  return { noun: SEARCH_NOUNS[rowid % STEP] ?? 'organisation', entryId: Math.floor(rowid / STEP) }
}
