// What is done to relations: they are created from one organisation to another, each once.
import type { Problem } from '../domain/problem.ts'
import { notFound } from '../domain/refusal.ts'
import { checkRelation, isMutual, type RelationDraft } from '../domain/relation.ts'
import {
  type By,
  type Office,
  permit,
  type Refused,
  record,
  refused,
  type Saved,
  saved,
  write,
} from './act.ts'
import { tiesOf } from './organisations.ts'

/** Creates a relation; it is for whoever may create at the organisation from which it starts. */
export function createRelation(office: Office, by: By, draft: RelationDraft): Saved | Refused {
  return write(office, ({ at }) => {
    const { organisations, relations } = office.store
    const from = organisations.byId(draft.fromId) ?? notFound(`organisation ${draft.fromId}`)
    permit(by, 'create', tiesOf(from))
    if (organisations.byId(draft.toId) === null) notFound(`organisation ${draft.toId}`)
    const problems = [...checkRelation(draft), ...checkAmongOthers(office, draft)]
    if (problems.length > 0) return refused(problems)
    const id = relations.insert(draft, at)
    record(office, by, { noun: 'relation', id, version: 1, at, state: draft })
    return saved(id, 1)
  })
}

function checkAmongOthers(office: Office, { fromId, toId, kind }: RelationDraft): Problem[] {
  const { relations } = office.store
  const isKnown =
    relations.exists(fromId, toId, kind) || (isMutual(kind) && relations.exists(toId, fromId, kind))
  if (isKnown) return [{ field: 'toId', key: 'relation.exists' }]
  const isCircular = kind === 'part-of' && relations.wholesOf(toId).includes(fromId)
  return isCircular ? [{ field: 'toId', key: 'relation.circular' }] : []
}
