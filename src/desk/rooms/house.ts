import type { Day } from '../../domain/day.ts'
import type { Venue } from '../../domain/venue.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import type { Link } from '../../http/parts/links.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { openVenue } from '../../operations/venues.ts'

/** What each page of a house's rooms has: the way there, and the other views of the same house. */
export type RoomsHead = {
  readonly trail: readonly Link[]
  readonly title: string
  readonly lead: string
  readonly views: readonly (Link & { readonly isCurrent: boolean })[]
  readonly hasRooms: boolean
}
export type RoomsView = 'woche' | 'monat' | 'frei'

declare module '../../http/render.ts' {
  interface Parts {
    'rooms-head': RoomsHead
  }
}

/** The house that is asked for, for somebody who may read what is internal to it. */
export function venueAsked(house: House, reader: Reader, asked: Asked): Venue {
  return openVenue(house, actorOf(reader), 'read-internal', numberIn(asked, 'id'))
}

/** The head of a page about a house's rooms; the other views stay near the day that is looked at. */
export function roomsHead(
  venue: Venue,
  reader: Reader,
  { title, current, day }: { readonly title: string; readonly current: RoomsView; readonly day: Day },
): RoomsHead {
  const { rooms, deskVenues, deskHelp } = reader.words
  const { roomWeek, roomMonth } = deskHelp.pages
  const leads: Readonly<Record<RoomsView, string>> = {
    woche: roomWeek,
    monat: roomMonth,
    frei: rooms.free.lead,
  }
  const views: readonly (readonly [RoomsView, string, Href])[] = [
    ['woche', rooms.house.week, deskUrls.rooms(venue.id, 'woche', { tag: day })],
    ['monat', rooms.house.month, deskUrls.rooms(venue.id, 'monat', { monat: day.slice(0, 7) })],
    ['frei', rooms.house.free, deskUrls.rooms(venue.id, 'frei')],
  ]
  return {
    trail: [
      { href: deskUrls.venues.list(), label: deskVenues.title },
      { href: deskUrls.venues.entry(venue.id), label: venue.name },
    ],
    title,
    lead: leads[current],
    hasRooms: venue.rooms.length > 0,
    views: views.map(([view, label, href]) => ({ label, href, isCurrent: view === current })),
  }
}
