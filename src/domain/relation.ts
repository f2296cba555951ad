// A relation (Verbindung) from one organisation to another, typed and dated, read from both sides.
import type { StoredEntry } from './outcome.ts'
import { checkText, checkYear, type Problem } from './problem.ts'

export const RELATION_KINDS = [
  'part-of',
  'member-of',
  'founding-member-of',
  'cooperates-with',
  'supports',
  'in-dialogue-with',
] as const
export type RelationKind = (typeof RELATION_KINDS)[number]

export type RelationDraft = {
  readonly fromId: number
  readonly toId: number
  readonly kind: RelationKind
  readonly sinceYear: number | null
  readonly untilYear: number | null
  readonly note: string
}
export type Relation = RelationDraft & StoredEntry

/** Whether the relation says the same from both sides, so that it is stored once and worded alike on both. */
export function isMutual(kind: RelationKind): boolean {
  return kind === 'cooperates-with' || kind === 'in-dialogue-with'
}

/** What keeps a relation from being saved. */
export function checkRelation(draft: RelationDraft): Problem[] {
  const problems = [
    ...checkYear('sinceYear', draft.sinceYear),
    ...checkYear('untilYear', draft.untilYear),
    ...checkText('note', draft.note, { required: false, longest: 500 }),
  ]
  if (draft.fromId === draft.toId) problems.push({ field: 'toId', key: 'relation.toItself' })
  if (draft.sinceYear !== null && draft.untilYear !== null && draft.untilYear < draft.sinceYear)
    problems.push({ field: 'untilYear', key: 'untilYear.beforeSince' })
  return problems
}
