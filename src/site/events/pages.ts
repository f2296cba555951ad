import type { Href } from '../../http/href.ts'
import { type EventRow, eventRow } from '../../http/parts/event-row.ts'
import type { EventView } from '../../http/parts/event-view.ts'
import type { Link } from '../../http/parts/links.ts'
import type { NoticePart } from '../../http/parts/notice.ts'
import { type PagesPart, pagesPart } from '../../http/parts/pages.ts'
import { type Narrowed, type PlaceFilter, placeFilter, queryOfPlace } from '../../http/parts/place-filter.ts'
import { eventsPrints, type PrintLinks } from '../../http/parts/print-links.ts'
import { unknownFilters } from '../../http/parts/unknown-filter.ts'
import type { Reader } from '../../http/reader.ts'
import { urlsIn } from '../../http/urls.ts'
import { counted } from '../../i18n/words.ts'
import type { EventDate } from '../../store/events.ts'
import type { PlaceCounts } from '../../store/place-counts.ts'

export type EventsPage = {
  readonly notices: readonly NoticePart[]
  readonly filter: PlaceFilter
  readonly sections: readonly {
    readonly id: string
    readonly title: string
    readonly rows: readonly EventRow[]
  }[]
  readonly pages: PagesPart | null
  readonly print: PrintLinks
}

export type EventPage = {
  readonly trail: readonly Link[]
  readonly view: EventView
  readonly correct: Href
  readonly print: PrintLinks
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/events/event': EventPage
    'site/events/list': EventsPage
  }
}

export type EventsContent = {
  readonly narrowed: Narrowed
  readonly counts: PlaceCounts
  readonly number: number
  readonly upcoming: readonly EventDate[]
  readonly past: readonly EventDate[]
  readonly upcomingCount: number
  readonly pastCount: number
}

/** A page of the list of events. */
export function eventsPage(content: EventsContent, reader: Reader): EventsPage {
  const { narrowed, counts, number, upcoming, past, upcomingCount, pastCount } = content
  const { words, language } = reader
  const urls = urlsIn(language)
  const sections = [
    { id: 'kommende', title: counted(words.events.upcoming, upcomingCount, language), events: upcoming },
    { id: 'vergangene', title: counted(words.events.past, pastCount, language), events: past },
  ]
  return {
    notices: unknownFilters(narrowed.choice.unknown, reader),
    filter: placeFilter(reader, { ...narrowed, counts }, (query) => urls.events(query)),
    sections: sections
      .filter(({ id, events }) => events.length > 0 || (id === 'kommende' && number === 1))
      .map(({ id, title, events }) => ({ id, title, rows: events.map((event) => eventRow(event, reader)) })),
    pages: pagesPart(number, upcomingCount + pastCount, (seite) =>
      urls.events({ ...queryOfPlace(narrowed.choice), seite }),
    ),
    print: eventsPrints(queryOfPlace(narrowed.choice), reader),
  }
}
