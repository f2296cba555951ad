import type { Href } from '../href.ts'

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

export const PER_PAGE = 50

/** The number of a page from a query, 1 where it is missing, null where it is none. */
export function pageNumberOf(text: string | undefined): number | null {
  if (text === undefined || text === '') return 1
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null
}

/** Links to the first, the last, and the neighbours of a page; null where there is only one. */
export function pagesPart(current: number, total: number, href: (number: number) => Href): PagesPart | null {
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
