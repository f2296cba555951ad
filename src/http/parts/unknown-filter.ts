import { fill } from '../../i18n/words.ts'
import type { Reader } from '../reader.ts'
import type { NoticePart } from './notice.ts'

const LONGEST = 40

/** Says of every value that names no filter (an old bookmark, a misspelt address) that it was left aside. */
export function unknownFilters(values: readonly string[], { words }: Reader): readonly NoticePart[] {
  return values.map((value) => ({
    text: fill(words.directory.unknownFilter, { value: value.slice(0, LONGEST) }),
    contact: null,
  }))
}

/** The status of a list: 404 where a filter it was asked for does not exist, so that no search engine keeps it. */
export function statusOfList(unknown: readonly string[]): 200 | 404 {
  return unknown.length > 0 ? 404 : 200
}
