// Knows how what needs an organisation is handed over to another one, before the organisation goes into the archive.
import { wallTime } from '../domain/clock.ts'
import { may, type Ties } from '../domain/permission.ts'
import { notFound } from '../domain/refusal.ts'
import type { OrganisationUse } from '../store/organisation-uses.ts'
import { type By, type Office, type Outdated, type Refused, refused, type Saved, saved } from './act.ts'
import { changeTogether } from './batches.ts'
import { changeEvent, eventDraftOf, tiesOfEvent } from './events.ts'
import { openOrganisation } from './organisations.ts'
import { changeProject, projectDraftOf, tiesOfProject } from './projects.ts'
import { changeRelation, relationDraftOf, tiesOfRelation } from './relations.ts'
import { changeVenue, tiesOfVenue, venueDraftOf } from './venues.ts'

/** A use as a change of its entry: what the changed entry is tied to, and the change. */
type Move = {
  readonly name: string
  readonly ties: Ties
  readonly carryOut: (by: By) => Saved | Refused | Outdated
}
type Between = { readonly id: number; readonly to: number }

/**
 * Hands over to another organisation what this person may change of what needs this one: houses it runs, coming events it
 * organises, running projects it carries, and its parts. All or nothing, each a change with a revision of its own.
 */
export function handOverOrganisation(office: Office, by: By, between: Between): Saved | Refused {
  const { id, to } = between
  const organisation = openOrganisation(office, by.actor, 'archive', id)
  const other = office.store.organisations.byId(to)
  if (other === null || other.archivedAt !== null || to === id)
    return refused([{ field: 'to', key: 'organisation.gone' }])
  const { day } = wallTime(office.clock())
  const moves = office.store.organisationUses
    .ofOrganisation(id, day)
    .flatMap((use) => moveOf(office, use, between))
    .filter(({ ties }) => may(by.actor, 'edit', ties))
  if (moves.length === 0) return refused([{ field: 'to', key: 'organisation.nothingToMove' }])
  const moved = changeTogether(office, by, moves, (together, move) => move.carryOut(together))
  if (moved.kind === 'saved') return saved(id, organisation.version)
  const names = moved.failures.map(({ each }) => each.name).join('; ')
  return refused([{ field: 'to', key: 'organisation.notMoved', params: { names } }])
}

function moveOf(office: Office, use: OrganisationUse, between: Between): readonly Move[] {
  switch (use.noun) {
    case 'venue':
      return [moveOfVenue(office, use, between)]
    case 'event':
      return [moveOfEvent(office, use, between)]
    case 'project':
      return [moveOfProject(office, use, between)]
    case 'relation':
      return moveOfPart(office, use, between)
    default:
      return use.noun satisfies never
  }
}

function moveOfVenue(office: Office, { id, name }: OrganisationUse, { to }: Between): Move {
  const venue = office.store.venues.byId(id) ?? notFound(`venue ${id}`)
  const { version } = venue
  const draft = { ...venueDraftOf(venue), operatorId: to }
  return { name, ties: tiesOfVenue(venue), carryOut: (by) => changeVenue(office, by, { id, version, draft }) }
}

function moveOfEvent(office: Office, { id, name }: OrganisationUse, between: Between): Move {
  const event = office.store.events.byId(id) ?? notFound(`event ${id}`)
  const { version } = event
  const participations = handedOver(event.participations, 'organiser', between)
  const draft = { ...eventDraftOf(event), participations }
  return { name, ties: tiesOfEvent(event), carryOut: (by) => changeEvent(office, by, { id, version, draft }) }
}

function moveOfProject(office: Office, { id, name }: OrganisationUse, between: Between): Move {
  const project = office.store.projects.byId(id) ?? notFound(`project ${id}`)
  const { version } = project
  const draft = { ...projectDraftOf(project), parts: handedOver(project.parts, 'carrier', between) }
  const ties = tiesOfProject(project)
  return { name, ties, carryOut: (by) => changeProject(office, by, { id, version, draft }) }
}

/** What is to be the whole stays as it is where it was a part, and so does what is a part of it already. */
function moveOfPart(office: Office, { id, name }: OrganisationUse, { to }: Between): readonly Move[] {
  const relation = office.store.relations.byId(id) ?? notFound(`relation ${id}`)
  const { version } = relation
  const draft = { ...relationDraftOf(relation), toId: to }
  if (draft.fromId === to || office.store.relations.exists({ ...draft, id })) return []
  const ties = tiesOfRelation(office, draft)
  return [{ name, ties, carryOut: (by) => changeRelation(office, by, { id, version, draft }) }]
}

/** The same with another organisation in this role; it is named once. */
function handedOver<Part extends { readonly organisationId: number; readonly role: string }>(
  parts: readonly Part[],
  role: Part['role'],
  { id, to }: Between,
): readonly Part[] {
  const isThere = parts.some((part) => part.organisationId === to && part.role === role)
  return parts.flatMap((part) => {
    if (part.organisationId !== id || part.role !== role) return [part]
    return isThere ? [] : [{ ...part, organisationId: to }]
  })
}
