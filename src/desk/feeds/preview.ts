import { type FeedDraft, isFeedAddress } from '../../domain/feed.ts'
import { externalHref } from '../../http/href.ts'
import type { Link } from '../../http/parts/links.ts'

/** Where a feed is fetched from, to look at it there; null for an address that is none. */
export type FeedPreview = { readonly kind: 'feed'; readonly word: string; readonly calendar: Link | null }

declare module '../../http/render.ts' {
  interface Parts {
    'feed-preview': FeedPreview
  }
}
declare module '../../http/entry/preview.ts' {
  interface Previews {
    feed: FeedPreview
  }
}

/** The way to a feed's calendar; `word` says what kind of look at it this is. */
export function feedPreview({ address }: FeedDraft, word: string): FeedPreview {
  const calendar = isFeedAddress(address) ? { href: externalHref(address), label: address } : null
  return { kind: 'feed', word, calendar }
}
