import type { Href } from './href.ts'
import { type Query, withQuery } from './query.ts'

/** What is done at an entry of the desk, as its address says it. */
type EntryAct = 'archivieren' | 'zurueckholen' | 'verlauf'

/** The addresses of a noun's entries at the desk. */
export type EntryPaths = {
  readonly list: (query?: Query) => Href
  readonly new: Href
  readonly entry: (id: number) => Href
  readonly act: (id: number, act: EntryAct) => Href
  readonly revision: (id: number, version: number, act?: 'wiederherstellen') => Href
}

/** The addresses below the one of the noun's list. */
export function entryPaths(base: string): EntryPaths {
  return {
    list: (query = {}) => withQuery(base, query),
    new: `${base}/neu` as Href,
    entry: (id) => `${base}/${id}` as Href,
    act: (id, act) => `${base}/${id}/${act}` as Href,
    revision: (id, version, act) =>
      `${base}/${id}/verlauf/${version}${act === undefined ? '' : `/${act}`}` as Href,
  }
}
