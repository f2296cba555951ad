// What is done to events: create, change, archive and bring back; each a revision.
import { checkEvent, type Event, type EventDraft } from '../domain/event.ts'
import type { Problem } from '../domain/problem.ts'
import { notFound } from '../domain/refusal.ts'
import { checkSlug, chosenSlug, slugAfterChange } from '../domain/slug.ts'
import {
  type Archiving,
  type By,
  type Change,
  type Office,
  type Outdated,
  outdated,
  permit,
  type Refused,
  record,
  refused,
  type Saved,
  saved,
  write,
} from './act.ts'

/** Creates an event under the slug of the draft, or a free one made from its title where that is empty. */
export function createEvent(office: Office, by: By, draft: EventDraft): Saved | Refused {
  return write(office, ({ at }) => {
    permit(by, 'create', { cityId: draft.cityId, organisationId: null })
    const { events } = office.store
    const problems = [
      ...checkEvent(draft),
      ...checkPlace(office, draft),
      ...checkSlug(draft.slug, events.isSlugTaken),
    ]
    if (problems.length > 0) return refused(problems)
    const state = { ...draft, slug: chosenSlug(draft.slug, draft.title, events.isSlugTaken) }
    const id = events.insert(state, at)
    record(office, by, { noun: 'event', id, version: 1, at, state })
    index(office, id, state)
    return saved(id, 1)
  })
}

/**
 * Changes an event that still has the version the change was made from.
 * A new slug, or a changed title where the draft names none, gives a new address; the old one leads on to it.
 */
export function changeEvent(
  office: Office,
  by: By,
  { id, version, draft }: Change<EventDraft>,
): Saved | Refused | Outdated {
  return write(office, ({ at }) => {
    const stored = load(office, id)
    permit(by, 'edit', tiesOfEvent(stored))
    // Whoever hands an event over to another city must be at home there, too.
    if (draft.cityId !== stored.cityId) permit(by, 'create', tiesOfEvent(draft))
    const { events } = office.store
    const isTaken = (slug: string) => events.isSlugTakenByOther(slug, id)
    const problems = [...checkEvent(draft), ...checkPlace(office, draft), ...checkSlug(draft.slug, isTaken)]
    if (problems.length > 0) return refused(problems)
    const state = { ...draft, slug: slugAfterChange(named(stored), named(draft), isTaken) }
    if (!events.update(id, version, state, at)) return outdated(stored.version)
    if (state.slug !== stored.slug) events.keepSlug(id, stored.slug, state.slug)
    record(office, by, { noun: 'event', id, version: version + 1, at, state })
    if (stored.archivedAt === null) index(office, id, state)
    return saved(id, version + 1)
  })
}

/** Takes an event off every page (`archive`) or puts it back (`bring-back`); nothing is deleted. */
export function archiveEvent(office: Office, by: By, { id, version, act }: Archiving): Saved | Outdated {
  return write(office, ({ at }) => {
    const stored = load(office, id)
    permit(by, 'archive', tiesOfEvent(stored))
    const archivedAt = act === 'archive' ? at : null
    const { events, search } = office.store
    if (!events.setArchived(id, version, archivedAt, at)) return outdated(stored.version)
    record(office, by, {
      noun: 'event',
      id,
      version: version + 1,
      at,
      state: { ...eventDraftOf(stored), archivedAt },
    })
    if (act === 'archive') search.remove('event', id)
    else index(office, id, stored)
    return saved(id, version + 1)
  })
}

/** The editable fields of an event, as a form and a revision keep them. */
export function eventDraftOf(event: Event): EventDraft {
  const { id: _id, uid: _uid, version: _version, archivedAt: _archivedAt, ...draft } = event
  return draft
}

/** What an event is tied to, for questions of permission: its city, for it may have many organisers. */
export function tiesOfEvent(event: { readonly cityId: number }) {
  return { cityId: event.cityId, organisationId: null }
}

function named({ slug, title }: { readonly slug: string; readonly title: string }) {
  return { slug, name: title }
}

function load(office: Office, id: number): Event {
  return office.store.events.byId(id) ?? notFound(`event ${id}`)
}

/** An event at a venue is in the venue's city, and in one of its own rooms. */
function checkPlace(office: Office, { venueId, roomId, cityId }: EventDraft): Problem[] {
  if (venueId === null) return []
  const venue = office.store.venues.byId(venueId) ?? notFound(`venue ${venueId}`)
  const hasRoom = roomId === null || venue.rooms.some((room) => room.id === roomId)
  return [
    ...(venue.cityId === cityId ? [] : [{ field: 'venueId', key: 'venueId.otherCity' }]),
    ...(hasRoom ? [] : [{ field: 'roomId', key: 'roomId.elsewhere' }]),
  ]
}

function index(office: Office, id: number, draft: EventDraft): void {
  const { organisations, search, topics } = office.store
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
