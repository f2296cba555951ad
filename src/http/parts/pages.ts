import { notFound } from '../../domain/refusal.ts'
import type { Slice } from '../../store/database.ts'
import type { Href } from '../href.ts'
import type { Asked } from '../serve.ts'

/** The way through the pages of a list. */
export type PagesPart = {
  readonly previous: Href | null
  readonly next: Href | null
  readonly steps: readonly { readonly href: Href; readonly number: number; readonly isCurrent: boolean }[]
}

declare module '../render.ts' {
  interface Parts {
    pages: PagesPart
  }
}

const PER_PAGE = 50

/** The number of the page that `seite` asks for, 1 where it is missing; throws NotFound where it is none. */
export function pageNumberIn({ query }: Asked): number {
  const { seite = '' } = query
  if (seite === '') return 1
  return /^[1-9]\d{0,5}$/.test(seite) ? Number(seite) : notFound('page number')
}

/** Which of so many rows a page shows; throws NotFound for a page beyond the last. */
export function sliceOf(number: number, count: number): Slice {
  const offset = (number - 1) * PER_PAGE
  if (number > 1 && offset >= count) notFound(`page ${number} of ${count} entries`)
  return { limit: PER_PAGE, offset }
}

/**
 * Links to the first, the last, and the neighbours of a page; null where there is only one. `hrefOf` is handed what
 * `seite` is to be: null for the first page, whose address is the list's own.
 */
export function pagesPart(
  current: number,
  total: number,
  hrefOf: (seite: number | null) => Href,
): PagesPart | null {
  const href = (number: number) => hrefOf(number === 1 ? null : number)
  const last = Math.max(1, Math.ceil(total / PER_PAGE))
  if (last === 1) return null
  const numbers = [1, current - 1, current, current + 1, last].filter(
    (number) => number >= 1 && number <= last,
  )
  return {
    previous: current > 1 ? href(current - 1) : null,
    next: current < last ? href(current + 1) : null,
    steps: [...new Set(numbers)].map((number) => ({
      href: href(number),
      number,
      isCurrent: number === current,
    })),
  }
}
