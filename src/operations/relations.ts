// What is done to relations between two organisations: create, change, archive, bring back, restore; each a revision.
import type { Act, Actor, Ties } from '../domain/permission.ts'
import type { Problem } from '../domain/problem.ts'
import { notFound } from '../domain/refusal.ts'
import { checkRelation, isMutual, type Relation, type RelationDraft } from '../domain/relation.ts'
import type { Archiving, By, Change, Office, Outdated, Refused, Restoring, Saved } from './act.ts'
import { archiveEntry, type Created, changeEntry, createEntry, openEntry, restoreEntry } from './entries.ts'

const RELATIONS: Created<'relation', Relation> = {
  noun: 'relation',
  byId: ({ store }, id) => store.relations.byId(id),
  draftOf: relationDraftOf,
  tiesOf: tiesOfRelation,
  homeOf: tiesOfRelation,
  // What is in the archive may say what another one says that stands; asked again when it is to come back.
  check: (office, draft, stored) => [
    ...checkRelation(draft),
    ...(stored !== null && stored.archivedAt !== null
      ? []
      : checkAmongOthers(office, draft, stored?.id ?? 0)),
  ],
  complete: (_office, draft) => draft,
  insert: ({ store }, draft, at) => store.relations.insert(draft, at),
  update: ({ store }, _stored, change, at) => store.relations.update(change, at),
  setArchived: ({ store }, { id, version }, archivedAt, at) =>
    store.relations.setArchived(id, version, archivedAt, at),
  createAct: 'edit',
  archiveAct: 'edit',
  heldBy: () => [],
  replacedBy: (office, stored) => checkAmongOthers(office, stored, stored.id),
  index: () => {},
}

/** Creates a relation; it is for whoever may edit one of its two sides. */
export function createRelation(office: Office, by: By, draft: RelationDraft): Saved | Refused {
  return createEntry(RELATIONS, office, by, draft)
}

/** Changes a relation that still has the version the change was made from. */
export function changeRelation(
  office: Office,
  by: By,
  change: Change<RelationDraft>,
): Saved | Refused | Outdated {
  return changeEntry(RELATIONS, office, by, change)
}

/** Takes a relation off the pages of both sides, or puts it back where none has been made anew meanwhile. */
export function archiveRelation(office: Office, by: By, archiving: Archiving): Saved | Refused | Outdated {
  return archiveEntry(RELATIONS, office, by, archiving)
}

/** Makes an earlier state of a relation its newest one. */
export function restoreRelation(office: Office, by: By, restoring: Restoring): Saved | Refused | Outdated {
  return restoreEntry(RELATIONS, office, by, restoring)
}

/** The relation, for somebody who may do this to it; throws as `openEntry` does. */
export function openRelation(office: Office, actor: Actor, act: Act, id: number): Relation {
  return openEntry(RELATIONS, office, actor, { act, id })
}

/** The editable fields of a relation, as a form and a revision keep them. */
export function relationDraftOf(relation: Relation): RelationDraft {
  const { id: _id, version: _version, archivedAt: _archivedAt, ...draft } = relation
  return draft
}

/** What a relation is tied to, for questions of permission: both its sides. Throws NotFound where one is none. */
export function tiesOfRelation(
  { store }: Office,
  { fromId, toId }: Pick<RelationDraft, 'fromId' | 'toId'>,
): Ties {
  const from = store.organisations.byId(fromId) ?? notFound(`organisation ${fromId}`)
  const to = store.organisations.byId(toId) ?? notFound(`organisation ${toId}`)
  return {
    cityId: from.cityId,
    organisationId: fromId,
    togetherIds: [toId],
    togetherCityIds: [to.cityId],
  }
}

/** What another relation says already, or what cannot be beside the others; `id` is its own, or 0. */
function checkAmongOthers(office: Office, { fromId, toId, kind }: RelationDraft, id: number): Problem[] {
  const { relations } = office.store
  const isKnown =
    relations.exists({ fromId, toId, kind, id }) ||
    (isMutual(kind) && relations.exists({ fromId: toId, toId: fromId, kind, id }))
  if (isKnown) return [{ field: 'toId', key: 'relation.exists' }]
  const isCircular = kind === 'part-of' && relations.wholesOf(toId, id).includes(fromId)
  return isCircular ? [{ field: 'toId', key: 'relation.circular' }] : []
}
