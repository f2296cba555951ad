import { may } from '../../domain/permission.ts'
import type { Venue } from '../../domain/venue.ts'
import type { More } from '../../http/entry/more.ts'
import { type UsesPart, usesPart } from '../../http/entry/uses.ts'
import type { House } from '../../http/house.ts'
import { pathsOf } from '../../http/noun-paths.ts'
import type { Link } from '../../http/parts/links.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'
import { tiesOfVenue } from '../../operations/venues.ts'
import type { VenueUse } from '../../store/venue-uses.ts'

declare module '../../http/render.ts' {
  interface Parts {
    'room-links': RoomLinksPart
  }
}
declare module '../../http/entry/more.ts' {
  interface Mores {
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
export function usesOf(house: House, reader: Reader, venue: Venue): UsesPart {
  const uses = house.store.venueUses.ofVenue(venue.id)
  const isHeld = uses.some(({ archivedAt }) => archivedAt === null)
  const mayHandOver = isHeld && may(actorOf(reader), 'archive', tiesOfVenue(venue))
  const others = mayHandOver ? house.store.venues.lines(venue.cityId) : []
  return usesPart(reader.words.deskVenues.uses, {
    uses: uses.map((use) => ({
      href: pathsOf[use.noun].entry(use.id),
      name: use.name,
      what: whatOf(use, reader),
    })),
    handOver: deskUrls.handOver(venue.id),
    others: others.filter(({ id }) => id !== venue.id),
  })
}

function whatOf({ noun, archivedAt }: VenueUse, { words }: Reader): string {
  const { meeting, event } = words.deskVenues.uses
  const what = noun === 'event' ? event : meeting
  return archivedAt === null ? what : `${what}, ${words.desk.contacts.states.archived}`
}
