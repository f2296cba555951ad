// What is done to closing days: they are added, changed, taken back and put back; each a revision.
import { type ClosingDay, type ClosingDayDraft, checkClosingDay } from '../domain/closing-day.ts'
import type { Act, Actor, Ties } from '../domain/permission.ts'
import { may } from '../domain/permission.ts'
import { forbidden, notFound } from '../domain/refusal.ts'
import {
  type Archiving,
  type By,
  type Change,
  type Office,
  type Outdated,
  outdated,
  permit,
  type Refused,
  type Restoring,
  record,
  refused,
  type Saved,
  saved,
  write,
} from './act.ts'

/** Adds closing days of a house or a city; it is for whoever may create in that city. */
export function createClosingDay(office: Office, by: By, draft: ClosingDayDraft): Saved | Refused {
  return write(office, ({ at }) => {
    permit(by, 'create', tiesOf(office, draft))
    const problems = checkClosingDay(draft)
    if (problems.length > 0) return refused(problems)
    const id = office.store.closingDays.insert(draft, at)
    record(office, by, { noun: 'closing-day', id, version: 1, at, state: draft })
    return saved(id, 1)
  })
}

/** Changes closing days that still have the version the change was made from. */
export function changeClosingDay(
  office: Office,
  by: By,
  { id, version, draft }: Change<ClosingDayDraft>,
): Saved | Refused | Outdated {
  return write(office, ({ at }) => {
    const stored = openClosingDay(office, by.actor, 'edit', id)
    // Whoever closes another house instead must be at home there, too.
    permit(by, 'edit', tiesOf(office, draft))
    const problems = checkClosingDay(draft)
    if (problems.length > 0) return refused(problems)
    if (!office.store.closingDays.update(id, version, draft, at)) return outdated(stored.version)
    const state = stored.archivedAt === null ? draft : { ...draft, archivedAt: stored.archivedAt }
    record(office, by, { noun: 'closing-day', id, version: version + 1, at, state })
    return saved(id, version + 1)
  })
}

/** Takes closing days back (`archive`), so that everything is held again, or puts them back; nothing is deleted. */
export function archiveClosingDay(office: Office, by: By, { id, version, act }: Archiving): Saved | Outdated {
  return write(office, ({ at }) => {
    const stored = openClosingDay(office, by.actor, 'archive', id)
    const archivedAt = act === 'archive' ? at : null
    if (!office.store.closingDays.setArchived(id, version, archivedAt, at)) return outdated(stored.version)
    const state = { ...draftOf(stored), archivedAt }
    record(office, by, { noun: 'closing-day', id, version: version + 1, at, state })
    return saved(id, version + 1)
  })
}

/** Makes an earlier state of closing days their newest one; whether they are taken back stays as it is. */
export function restoreClosingDay(
  office: Office,
  by: By,
  { id, version, earlier }: Restoring,
): Saved | Refused | Outdated {
  openClosingDay(office, by.actor, 'restore', id)
  const { draft } =
    office.store.revisions.draftAt('closing-day', id, earlier) ?? notFound(`version ${earlier}`)
  return changeClosingDay(office, { ...by, origin: 'restore' }, { id, version, draft })
}

/** The closing days, for somebody who may do this to them. Throws NotFound, or Forbidden for anybody else. */
export function openClosingDay(office: Office, actor: Actor, act: Act, id: number): ClosingDay {
  const stored = office.store.closingDays.byId(id) ?? notFound(`closing day ${id}`)
  return may(actor, act, tiesOf(office, stored)) ? stored : forbidden(act)
}

/** The editable fields of closing days, as a revision keeps them. */
export function draftOf({ venueId, cityId, kind, from, until, reason }: ClosingDay): ClosingDayDraft {
  return { venueId, cityId, kind, from, until, reason }
}

/** The city that closing days belong to, for questions of permission. Throws NotFound for a house or city that is none. */
export function tiesOf(
  office: Office,
  { venueId, cityId }: Pick<ClosingDayDraft, 'venueId' | 'cityId'>,
): Ties {
  const { cities, venues } = office.store
  if (venueId !== null) {
    const house = venues.byId(venueId) ?? notFound(`venue ${venueId}`)
    return { cityId: house.cityId, organisationId: null }
  }
  if (cityId !== null && cities.byId(cityId) === null) notFound(`city ${cityId}`)
  return { cityId, organisationId: null }
}
