import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import type { Link } from '../../http/parts/links.ts'
import type { Reader } from '../../http/reader.ts'
import { feedOf, urlsIn, webcalOf } from '../../http/urls.ts'
import type { Calendar } from './calendar.ts'

type Program = { readonly id: string; readonly name: string; readonly steps: readonly string[] }

export type SubscribePage = {
  readonly calendar: { readonly name: string; readonly address: string; readonly open: Href } | null
  readonly parts: readonly Link[]
  readonly programs: readonly Program[]
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/feeds/subscribe': SubscribePage
  }
}

/** How to subscribe to a calendar; without one, which there are to choose from. */
export function subscribePage(house: House, reader: Reader, calendar: Calendar | null): SubscribePage {
  const { words, language } = reader
  const urls = urlsIn(language)
  const everything = { href: urls.subscribe(feedOf(urls.calendar(null))), label: words.feeds.names.all }
  return {
    calendar:
      calendar === null
        ? null
        : {
            name: calendar.name,
            address: `${house.origin}${calendar.feed}`,
            open: webcalOf(house.origin, calendar.feed),
          },
    parts: calendar === null ? [everything] : calendar.parts,
    programs: Object.entries(words.feeds.programs).map(([id, program]) => ({ id, ...program })),
  }
}
