// What is done to venues with their rooms: create, change, archive, bring back, restore, hand over what takes place there.
import type { Act, Actor, Ties } from '../domain/permission.ts'
import type { Problem } from '../domain/problem.ts'
import { notFound } from '../domain/refusal.ts'
import { freeSlug, slugOf } from '../domain/slug.ts'
import { checkVenue, type RoomDraft, type Venue, type VenueDraft } from '../domain/venue.ts'
import type { VenueUse } from '../store/venue-uses.ts'
import {
  type Archiving,
  type By,
  type Change,
  type Office,
  type Outdated,
  type Refused,
  type Restoring,
  refused,
  type Saved,
  saved,
} from './act.ts'
import { changeTogether } from './batches.ts'
import { archiveEntry, type Created, changeEntry, createEntry, openEntry, restoreEntry } from './entries.ts'
import { checkEntrySlug, slugOfEntry } from './entry-slugs.ts'
import { changeEvent, eventDraftOf } from './events.ts'
import { changeMeeting, meetingDraftOf } from './meetings.ts'

const VENUES: Created<'venue', Venue> = {
  noun: 'venue',
  byId: ({ store }, id) => store.venues.byId(id),
  draftOf: venueDraftOf,
  tiesOf: (_office, stored) => tiesOfVenue(stored),
  homeOf: (_office, { cityId }) => ({ cityId, organisationId: null }),
  check: (office, draft, stored) => {
    const city = office.store.cities.byId(draft.cityId) ?? notFound(`city ${draft.cityId}`)
    return [
      ...checkVenue(draft, city.name),
      ...checkEntrySlug(office.store.venues, draft.slug, stored),
      ...(stored === null ? [] : checkRooms(office, draft, stored)),
    ]
  },
  complete: ({ store }, draft, stored) => ({
    ...draft,
    slug: slugOfEntry(store.venues, draft, stored),
    rooms: withSlugs(draft.rooms, stored),
  }),
  insert: ({ store }, draft, at) => store.venues.insert(draft, at),
  update: ({ store }, stored, change, at) => {
    if (!store.venues.update(change, at)) return false
    if (change.draft.slug !== stored.slug) store.venues.keepSlug(stored.id, stored.slug, change.draft.slug)
    return true
  },
  setArchived: ({ store }, { id, version }, archivedAt, at) =>
    store.venues.setArchived(id, version, archivedAt, at),
  heldBy: (office, { id }) => {
    const names = namesOf(usesOf(office, id))
    return names === '' ? [] : [{ field: 'uebergabe', key: 'venue.inUse', params: { names } }]
  },
  index,
}

/** Creates a venue with its rooms under the slug of the draft, or a free one made from its name where that is empty. */
export function createVenue(office: Office, by: By, draft: VenueDraft): Saved | Refused {
  return createEntry(VENUES, office, by, draft)
}

/**
 * Changes a venue that still has the version the change was made from. A changed name gives a new address, and the old one
 * leads on to it. A room in which something takes place stays; what that is, the problem says.
 */
export function changeVenue(office: Office, by: By, change: Change<VenueDraft>): Saved | Refused | Outdated {
  return changeEntry(VENUES, office, by, change)
}

/** Takes a venue off every page or puts it back; refused as long as something takes place there. */
export function archiveVenue(office: Office, by: By, archiving: Archiving): Saved | Refused | Outdated {
  return archiveEntry(VENUES, office, by, archiving)
}

/** Makes an earlier state of a venue its newest one. */
export function restoreVenue(office: Office, by: By, restoring: Restoring): Saved | Refused | Outdated {
  return restoreEntry(VENUES, office, by, restoring)
}

/** The venue, for somebody who may do this to it; throws as `openEntry` does. */
export function openVenue(office: Office, actor: Actor, act: Act, id: number): Venue {
  return openEntry(VENUES, office, actor, { act, id })
}

/**
 * Moves everything that takes place at a venue, and is not archived, to another house of its city, without a room: all or
 * nothing, each a change of its meeting or event with a revision of its own.
 */
export function handOverVenue(
  office: Office,
  by: By,
  { id, to }: { readonly id: number; readonly to: number },
): Saved | Refused {
  const venue = openVenue(office, by.actor, 'archive', id)
  const house = office.store.venues.byId(to)
  const isFit = house !== null && house.archivedAt === null && house.cityId === venue.cityId && to !== id
  if (!isFit) return refused([{ field: 'to', key: 'venue.gone' }])
  const moved = changeTogether(office, by, usesOf(office, id), (together, use) =>
    moveUse(office, together, use, to),
  )
  return moved.kind === 'saved' ? saved(id, venue.version) : refused([{ field: 'to', key: 'venue.notMoved' }])
}

function moveUse(office: Office, by: By, use: VenueUse, venueId: number): Saved | Refused | Outdated {
  const { events, meetings } = office.store
  const place = { venueId, roomId: null }
  if (use.noun === 'event') {
    const event = events.byId(use.id) ?? notFound(`event ${use.id}`)
    const draft = { ...eventDraftOf(event), ...place }
    return changeEvent(office, by, { id: use.id, version: event.version, draft })
  }
  const meeting = meetings.byId(use.id) ?? notFound(`meeting ${use.id}`)
  const draft = { ...meetingDraftOf(meeting), ...place }
  return changeMeeting(office, by, { id: use.id, version: meeting.version, draft })
}

/** The editable fields of a venue, as a form and a revision keep them. */
export function venueDraftOf(venue: Venue): VenueDraft {
  const { id: _id, version: _version, archivedAt: _archivedAt, rooms, ...draft } = venue
  return { ...draft, rooms: rooms.map(({ venueId: _venueId, ...room }) => room) }
}

/** What a venue is tied to, for questions of permission: its city, and who runs it. */
export function tiesOfVenue({ cityId, operatorId }: Pick<VenueDraft, 'cityId' | 'operatorId'>): Ties {
  return { cityId, organisationId: operatorId }
}

/** What takes place at a venue today or later, as far as it is on the site. */
function usesOf(office: Office, id: number): readonly VenueUse[] {
  return office.store.venueUses.ofVenue(id).filter(({ archivedAt }) => archivedAt === null)
}

function namesOf(uses: readonly VenueUse[]): string {
  return [...new Set(uses.map(({ name }) => name))].join('; ')
}

/** A room that something stands in cannot go, not even for what is archived and may come back. */
function checkRooms(office: Office, draft: VenueDraft, stored: Venue): Problem[] {
  const kept = new Set(draft.rooms.map(({ id }) => id))
  const gone = stored.rooms.filter(({ id }) => !kept.has(id))
  const uses = office.store.venueUses.ofVenue(stored.id)
  return gone.flatMap(({ id, name }) => {
    const names = namesOf(uses.filter(({ roomId }) => roomId === id))
    return names === '' ? [] : [{ field: 'rooms', key: 'room.inUse', params: { room: name, names } }]
  })
}

/** A room keeps the slug it has; a new one gets one that no other room of the house has. */
function withSlugs(rooms: readonly RoomDraft[], stored: Venue | null): readonly RoomDraft[] {
  const former = new Map(stored?.rooms.map(({ id, slug }) => [id, slug]))
  const taken = new Set(former.values())
  return rooms.map((room) => {
    const own = room.id === undefined ? undefined : former.get(room.id)
    const wanted = room.slug === '' ? slugOf(`${room.floor} ${room.name}`) : room.slug
    const slug = own ?? freeSlug(wanted, (candidate) => taken.has(candidate))
    taken.add(slug)
    const { id: _id, ...fields } = room
    return own === undefined ? { ...fields, slug } : { ...room, slug }
  })
}

function index(office: Office, id: number, draft: VenueDraft | null): void {
  const { cities, search } = office.store
  if (draft === null) {
    search.remove('venue', id)
    return
  }
  search.put({
    noun: 'venue',
    entryId: id,
    cityId: draft.cityId,
    name: `${draft.name} ${draft.shortName}`,
    topics: '',
    text: `${draft.description} ${draft.street} ${cities.byId(draft.cityId)?.name ?? ''}`,
  })
}

/** Lets the search find an entry by what is stored of it, as long as it is on the site. */
export function indexVenue(office: Office, id: number): void {
  const stored = office.store.venues.byId(id)
  if (stored !== null && stored.archivedAt === null) index(office, id, venueDraftOf(stored))
}
