// What is done to cities: create, change, archive, bring back, restore; organisations settle there.
import { type City, type CityDraft, checkCity } from '../domain/city.ts'
import { wallTime } from '../domain/clock.ts'
import { type Act, type Actor, NO_TIES, type Ties } from '../domain/permission.ts'
import type { Problem } from '../domain/problem.ts'
import type { Archiving, By, Change, Office, Outdated, Refused, Restoring, Saved } from './act.ts'
import { archiveEntry, type Created, changeEntry, createEntry, openEntry, restoreEntry } from './entries.ts'
import { checkEntrySlug, slugOfEntry } from './entry-slugs.ts'
import { indexVenue } from './venues.ts'

const CITIES: Created<'city', City> = {
  noun: 'city',
  byId: ({ store }, id) => store.cities.byId(id),
  draftOf: cityDraftOf,
  tiesOf: (_office, stored) => tiesOfCity(stored),
  homeOf: () => NO_TIES,
  check: ({ store }, draft, stored) => [
    ...checkCity(draft),
    ...checkEntrySlug(store.cities, draft.slug, stored),
  ],
  complete: ({ store }, draft, stored) => ({ ...draft, slug: slugOfEntry(store.cities, draft, stored) }),
  insert: ({ store }, draft, at) => store.cities.insert(draft, at),
  update: ({ store }, stored, { id, version, draft }, at) => {
    if (!store.cities.update(id, version, draft, at)) return false
    if (draft.slug !== stored.slug) store.cities.keepSlug(id, stored.slug, draft.slug)
    return true
  },
  setArchived: ({ store }, { id, version }, archivedAt, at) =>
    store.cities.setArchived(id, version, archivedAt, at),
  archiveAct: 'keep-choices',
  heldBy,
  index,
}

/** Creates a city under the slug of the draft, or a free one made from its name where that is empty. */
export function createCity(office: Office, by: By, draft: CityDraft): Saved | Refused {
  return createEntry(CITIES, office, by, draft)
}

/**
 * Changes a city that still has the version the change was made from.
 * A new slug, or a changed name where the draft names none, gives a new address; the old one leads on to it.
 */
export function changeCity(office: Office, by: By, change: Change<CityDraft>): Saved | Refused | Outdated {
  return changeEntry(CITIES, office, by, change)
}

/** Takes a city off every page or puts it back; refused as long as anything belongs to it. */
export function archiveCity(office: Office, by: By, archiving: Archiving): Saved | Refused | Outdated {
  return archiveEntry(CITIES, office, by, archiving)
}

/** Makes an earlier state of a city its newest one. */
export function restoreCity(office: Office, by: By, restoring: Restoring): Saved | Refused | Outdated {
  return restoreEntry(CITIES, office, by, restoring)
}

/** The city, for somebody who may do this to it; throws as `openEntry` does. */
export function openCity(office: Office, actor: Actor, act: Act, id: number): City {
  return openEntry(CITIES, office, actor, { act, id })
}

/** The editable fields of a city, as a form and a revision keep them. */
export function cityDraftOf(city: City): CityDraft {
  const { id: _id, version: _version, archivedAt: _archivedAt, ...draft } = city
  return draft
}

/** A city is tied to itself: it is its coordinators'. */
export function tiesOfCity({ id }: { readonly id: number }): Ties {
  return { cityId: id, organisationId: null }
}

/** What keeps a city from the archive: as much as belongs to it of each. */
function heldBy({ store, clock }: Office, { id }: City): readonly Problem[] {
  const uses = store.cityUses.of(id, wallTime(clock()).day)
  const held = [
    { count: uses.organisations, key: 'city.organisations' },
    { count: uses.venues, key: 'city.venues' },
    { count: uses.events, key: 'city.events' },
    { count: uses.projects, key: 'city.projects' },
    { count: uses.accounts, key: 'city.accounts' },
    { count: uses.closingDays, key: 'city.closingDays' },
    { count: uses.notices, key: 'city.notices' },
  ]
  return held.flatMap(({ count, key }) =>
    count === 0 ? [] : [{ field: 'zugehoerig', key, params: { count } }],
  )
}

/** Houses are found by the name of their city, too. */
function index(office: Office, id: number, draft: CityDraft | null): void {
  const { search, venues } = office.store
  if (draft === null) {
    search.remove('city', id)
    return
  }
  const text = `${draft.description} ${draft.postcodes.join(' ')}`
  search.put({ noun: 'city', entryId: id, cityId: id, name: draft.name, topics: '', text })
  for (const venue of venues.lines(id)) indexVenue(office, venue.id)
}

/** Lets the search find an entry by what is stored of it, as long as it is on the site. */
export function indexCity(office: Office, id: number): void {
  const stored = office.store.cities.byId(id)
  if (stored !== null && stored.archivedAt === null) index(office, id, cityDraftOf(stored))
}
