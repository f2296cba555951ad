// What is done to events: create, change, archive, bring back, restore; each a revision.
import { checkEvent, type Event, type EventDraft } from '../domain/event.ts'
import type { Act, Actor, Ties } from '../domain/permission.ts'
import type { Problem } from '../domain/problem.ts'
import type { Archiving, By, Change, Office, Outdated, Refused, Restoring, Saved } from './act.ts'
import { archiveEntry, type Created, changeEntry, createEntry, openEntry, restoreEntry } from './entries.ts'
import { checkEntrySlug, slugOfEntry } from './entry-slugs.ts'
import type { Claimant } from './room-clashes.ts'

const EVENTS: Created<'event', Event> = {
  noun: 'event',
  byId: ({ store }, id) => store.events.byId(id),
  draftOf: eventDraftOf,
  tiesOf: (_office, stored) => tiesOfEvent(stored),
  homeOf: (_office, { cityId }) => ({ cityId, organisationId: null }),
  check: (office, draft, stored) => [
    ...checkEvent(draft),
    ...checkPlace(office, draft),
    ...checkEntrySlug(office.store.events, draft.slug, stored),
  ],
  complete: ({ store }, draft, stored) => ({
    ...draft,
    slug: slugOfEntry(
      store.events,
      named(draft),
      stored === null ? null : { ...named(stored), id: stored.id },
    ),
  }),
  insert: ({ store }, draft, at) => store.events.insert(draft, at),
  update: ({ store }, stored, { id, version, draft }, at) => {
    if (!store.events.update(id, version, draft, at)) return false
    if (draft.slug !== stored.slug) store.events.keepSlug(id, stored.slug, draft.slug)
    return true
  },
  setArchived: ({ store }, { id, version }, archivedAt, at) =>
    store.events.setArchived(id, version, archivedAt, at),
  heldBy: () => [],
  claimant: claimantOfEvent,
  index,
}

/** Creates an event under the slug of the draft, or a free one made from its title where that is empty. */
export function createEvent(office: Office, by: By, draft: EventDraft): Saved | Refused {
  return createEntry(EVENTS, office, by, draft)
}

/**
 * Changes an event that still has the version the change was made from.
 * A new slug, or a changed title where the draft names none, gives a new address; the old one leads on to it.
 */
export function changeEvent(office: Office, by: By, change: Change<EventDraft>): Saved | Refused | Outdated {
  return changeEntry(EVENTS, office, by, change)
}

/** What an event of this draft would claim of the rooms. */
export function claimantOfEvent(id: number, draft: EventDraft): Claimant {
  const { cityId, title, venueId, roomId, startsOn, endsOn, start, end, cancelledBecause, participations } =
    draft
  const organisers = participations.filter(({ role }) => role === 'organiser')
  const organiserIds = organisers.map(({ organisationId }) => organisationId)
  const claim = { cityId, title, venueId, roomId, startsOn, endsOn, start, end, cancelledBecause }
  return { noun: 'event', id, organiserIds, ...claim }
}

/** Takes an event off every page or puts it back. */
export function archiveEvent(office: Office, by: By, archiving: Archiving): Saved | Refused | Outdated {
  return archiveEntry(EVENTS, office, by, archiving)
}

/** Makes an earlier state of an event its newest one. */
export function restoreEvent(office: Office, by: By, restoring: Restoring): Saved | Refused | Outdated {
  return restoreEntry(EVENTS, office, by, restoring)
}

/** The event, for somebody who may do this to it; throws as `openEntry` does. */
export function openEvent(office: Office, actor: Actor, act: Act, id: number): Event {
  return openEntry(EVENTS, office, actor, { act, id })
}

/** The editable fields of an event, as a form and a revision keep them. */
export function eventDraftOf(event: Event): EventDraft {
  const { id: _id, uid: _uid, version: _version, archivedAt: _archivedAt, ...draft } = event
  return draft
}

/** What an event is tied to, for questions of permission: its city, and all who organise it. */
export function tiesOfEvent({ cityId, participations }: Pick<EventDraft, 'cityId' | 'participations'>): Ties {
  const organisers = participations.filter(({ role }) => role === 'organiser')
  return { cityId, organisationId: null, togetherIds: organisers.map(({ organisationId }) => organisationId) }
}

function named({ slug, title }: { readonly slug: string; readonly title: string }) {
  return { slug, name: title }
}

/** An event at a venue is in the venue's city, and in one of its own rooms. */
function checkPlace(office: Office, { venueId, roomId, cityId }: EventDraft): Problem[] {
  if (venueId === null) return []
  const venue = office.store.venues.byId(venueId)
  if (venue === null) return [{ field: 'venueId', key: 'venue.gone' }]
  const hasRoom = roomId === null || venue.rooms.some((room) => room.id === roomId)
  return [
    ...(venue.cityId === cityId ? [] : [{ field: 'venueId', key: 'venueId.otherCity' }]),
    ...(hasRoom ? [] : [{ field: 'venueId', key: 'roomId.elsewhere' }]),
  ]
}

function index(office: Office, id: number, draft: EventDraft | null): void {
  const { organisations, search, topics } = office.store
  if (draft === null) {
    search.remove('event', id)
    return
  }
  const takingPart = organisations.names(
    draft.participations.map((participation) => participation.organisationId),
  )
  const words = [
    draft.summary,
    draft.description,
    draft.place,
    ...takingPart.map((organisation) => organisation.name),
  ]
  search.put({
    noun: 'event',
    entryId: id,
    cityId: draft.cityId,
    name: draft.title,
    topics: topics.wordsOf(draft.topicIds),
    text: words.join(' '),
  })
}

/** Lets the search find an entry by what is stored of it, as long as it is on the site. */
export function indexEvent(office: Office, id: number): void {
  const stored = office.store.events.byId(id)
  if (stored !== null && stored.archivedAt === null) index(office, id, eventDraftOf(stored))
}
