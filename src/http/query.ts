import type { Href } from './href.ts'

/** What an address asks for beside its path; what is empty is left out. */
export type Query = Readonly<Record<string, string | number | null | undefined>>

/** An address with the query's filled values, in the order given; empty ones are left out. */
export function withQuery(path: string, query: Query): Href {
  const pairs = Object.entries(query).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  )
  if (pairs.length === 0) return path as Href
  return `${path}?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')}` as Href
}
