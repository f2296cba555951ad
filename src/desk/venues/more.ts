import { may } from '../../domain/permission.ts'
import type { Venue } from '../../domain/venue.ts'
import type { More } from '../../http/entry/more.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import type { Option } from '../../http/parts/fields.ts'
import type { Link } from '../../http/parts/links.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'
import { tiesOfVenue } from '../../operations/venues.ts'
import type { VenueUse } from '../../store/venue-uses.ts'

/** What takes place at a venue, and the other houses to which it can be handed over. */
export type VenueUsesPart = {
  readonly kind: 'venue-uses'
  readonly uses: readonly { readonly href: Href; readonly name: string; readonly what: string }[]
  /** Null for whoever may not, and where there is nothing or no other house. */
  readonly handOver: { readonly action: Href; readonly houses: readonly Option[] } | null
}

declare module '../../http/render.ts' {
  interface Parts {
    'venue-uses': VenueUsesPart
    'room-links': RoomLinksPart
  }
}
declare module '../../http/entry/more.ts' {
  interface Mores {
    'venue-uses': VenueUsesPart
    'room-links': RoomLinksPart
  }
}

/** The ways to how the rooms of a house are used. */
export type RoomLinksPart = { readonly kind: 'room-links'; readonly links: readonly Link[] }

/** Below the form of a venue with rooms: who has them when, and which are free. */
export function roomLinksPart({ words }: Reader, { id, rooms }: Venue): readonly More[] {
  const said = words.rooms.house
  if (rooms.length === 0) return []
  return [
    {
      kind: 'room-links',
      links: [
        { href: deskUrls.rooms(id, 'woche'), label: said.week },
        { href: deskUrls.rooms(id, 'monat'), label: said.month },
        { href: deskUrls.rooms(id, 'frei'), label: said.free },
      ],
    },
  ]
}

/** Below the form of a venue: what would be left without a place if it went. */
export function usesPart(house: House, reader: Reader, venue: Venue): readonly More[] {
  const uses = house.store.venueUses.ofVenue(venue.id)
  const isHeld = uses.some(({ archivedAt }) => archivedAt === null)
  const others = house.store.venues.lines(venue.cityId).filter(({ id }) => id !== venue.id)
  const mayHandOver = isHeld && others.length > 0 && may(actorOf(reader), 'archive', tiesOfVenue(venue))
  return [
    {
      kind: 'venue-uses',
      uses: uses.map((use) => ({ href: hrefOf(use), name: use.name, what: whatOf(use, reader) })),
      handOver: mayHandOver
        ? {
            action: deskUrls.handOver(venue.id),
            houses: others.map(({ id, name }) => ({ value: String(id), label: name, isChosen: false })),
          }
        : null,
    },
  ]
}

function hrefOf({ id, organisationId }: VenueUse): Href {
  return organisationId === null ? deskUrls.events.entry(id) : deskUrls.organisations.entry(organisationId)
}

function whatOf({ noun, archivedAt }: VenueUse, { words }: Reader): string {
  const { meeting, event } = words.deskVenues.uses
  const what = noun === 'event' ? event : meeting
  return archivedAt === null ? what : `${what}, ${words.desk.contacts.states.archived}`
}
