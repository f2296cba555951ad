import type { ScriptName } from './assets.ts'
import type { Href } from './href.ts'
import type { Pages } from './render.ts'

/** What stands in a page's head. */
export type Head = {
  /** The page's own title, without the name of the site. */
  readonly title: string
  readonly description?: string
  /** schema.org data for search engines. */
  readonly jsonLd?: unknown
  /** Not for search engines: results, forms, the desk. */
  readonly hidden?: boolean
  /** The path (without language) that is this page's one address, where it is not the path asked for. */
  readonly canonical?: string
  /** The path of the calendar with the dates of this page, where it has one. */
  readonly feed?: Href
  /** Wall time „HH:MM“ of today from which the page says something else („jetzt erreichbar“), or absent. */
  readonly changesAt?: string
  /** Scripts that add a comfort to this page; everything on it works without them. */
  readonly scripts?: readonly ScriptName[]
  /** What stands above every page of it on paper, where it is made for paper. */
  readonly running?: RunningHead
}

export type RunningHead = {
  /** „Kontakte in Duisburg · Stand: 3. Juni 2026“. */
  readonly said: string
  /** „Nur für den Dienstgebrauch“, or empty. */
  readonly mark: string
}

export type PageAnswer = {
  readonly kind: 'page'
  readonly status: number
  readonly name: keyof Pages & string
  readonly head: Head
  readonly page: unknown
}
/** A text made of the content, which anybody may see: a calendar. */
export type TextAnswer = {
  readonly kind: 'text'
  readonly mediaType: string
  /** What the file is called where it is saved. */
  readonly name: string
  readonly text: string
  /** Kept as pages are, for one content version and one day. */
  readonly isKept: boolean
}
export type Answer =
  | PageAnswer
  | TextAnswer
  | {
      readonly kind: 'redirect'
      readonly status: 301 | 302 | 303
      readonly to: Href
      readonly notice?: string
    }
  | {
      readonly kind: 'file'
      readonly mediaType: string
      readonly name: string
      readonly bytes: Uint8Array | string
      readonly etag: string
      readonly disposition: 'inline' | 'attachment'
      /** Only for whoever asked: kept by nobody on the way. */
      readonly isPrivate?: boolean
    }

/** A page: the template's name, its head, and exactly the view model that this template needs. */
export function page<Name extends keyof Pages & string>(
  name: Name,
  head: Head,
  model: Pages[Name],
  status = 200,
): PageAnswer {
  return { kind: 'page', status, name, head, page: model }
}

/** 301: the entry has another address for good. */
export function movedTo(to: Href): Answer {
  return { kind: 'redirect', status: 301, to }
}

/** 303 after a write, with what to tell the person: a key of the catalogue's `notices`. */
export function done(to: Href, notice?: string): Answer {
  return { kind: 'redirect', status: 303, to, ...(notice === undefined ? {} : { notice }) }
}
