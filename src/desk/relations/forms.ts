import type { Problem } from '../../domain/problem.ts'
import { checkRelation, isMutual, RELATION_KINDS, type RelationDraft } from '../../domain/relation.ts'
import type { Reading } from '../../http/entry/desk.ts'
import { choiceOf, type Form, refuseUnknown, textOf, wholeNumberOf } from '../../http/forms.ts'
import type { SaidField } from '../../http/parts/difference.ts'
import {
  areaPart,
  choicesPart,
  type Filled,
  type FormSection,
  type NamesPart,
  textPart,
} from '../../http/parts/fields.ts'
import {
  fillOrganisation,
  type OrganisationNames,
  organisationAt,
  organisationFields,
  organisationKept,
  organisationPart,
} from '../../http/parts/organisation-field.ts'
import type { Reader } from '../../http/reader.ts'
import { fill, type Words } from '../../i18n/words.ts'
import { sayRelation } from './said.ts'

const FIELDS: readonly string[] = [
  ...organisationFields('fromId'),
  'kind',
  ...organisationFields('toId'),
  'sinceYear',
  'untilYear',
  'note',
]
const KNOWN = [...FIELDS, ...FIELDS.map((field) => `choose.${field}`), 'version', 'act']

/** The sent form; throws Malformed for one that is not ours. */
export function settle(form: Form): Form {
  refuseUnknown(form, KNOWN)
  return form
}

/** Reads a settled form: a draft that the operation can judge, or all that is wrong, in the order of the form. */
export function readRelation(form: Form, names: OrganisationNames): Reading<RelationDraft> {
  const problems: Problem[] = []
  const kind = choiceOf(form, 'kind', RELATION_KINDS)
  if (kind === null) problems.push({ field: 'kind', key: 'relation.kind.missing' })
  const draft: RelationDraft = {
    fromId: sideAt(form, 'fromId', names, problems),
    toId: sideAt(form, 'toId', names, problems),
    kind: kind ?? 'member-of',
    sinceYear: wholeNumberOf(form, 'sinceYear'),
    untilYear: wholeNumberOf(form, 'untilYear'),
    note: textOf(form, 'note'),
  }
  if (problems.length === 0) return { kind: 'draft', draft }
  const told = new Set(problems.map(({ field }) => field))
  const others = checkRelation(draft).filter(({ field }) => !told.has(field))
  return {
    kind: 'problems',
    problems: [...problems, ...others].sort((one, other) => placeIn(one) - placeIn(other)),
  }
}

function sideAt(form: Form, field: string, names: OrganisationNames, problems: Problem[]): number {
  if (textOf(form, field) === '') problems.push({ field, key: 'organisation.required' })
  return organisationAt(form, field, names, problems) ?? 0
}

function placeIn({ field }: Problem): number {
  return FIELDS.indexOf(field)
}

/** The form that a relation fills. */
export function formOf({ fromId, toId, ...draft }: RelationDraft, names: OrganisationNames): Form {
  const labelOf = names.of([fromId, toId])
  return {
    ...Object.fromEntries([
      ...fillOrganisation('fromId', fromId, labelOf),
      ...fillOrganisation('toId', toId, labelOf),
    ]),
    kind: draft.kind,
    sinceYear: draft.sinceYear === null ? '' : String(draft.sinceYear),
    untilYear: draft.untilYear === null ? '' : String(draft.untilYear),
    note: draft.note,
  }
}

/** The form of a new relation, from the organisation that is named; empty where none is. */
export function formFrom(organisationId: number | null, names: OrganisationNames): Form {
  if (organisationId === null) return {}
  return Object.fromEntries(fillOrganisation('fromId', organisationId, names.of([organisationId])))
}

/** Every field in words, in the order of the form. */
export function sayFields(draft: RelationDraft, { words }: Reader, names: OrganisationNames): SaidField[] {
  const { fields } = words.deskRelations
  const labelOf = names.of([draft.fromId, draft.toId])
  const said = (group: keyof typeof fields, text: string): SaidField => ({
    group,
    label: fields[group],
    text,
  })
  return [
    said('fromId', labelOf(draft.fromId)),
    said('kind', sayRelation(draft.kind, { from: '…', to: '…' }, words)),
    said('toId', labelOf(draft.toId)),
    said('sinceYear', draft.sinceYear === null ? '' : String(draft.sinceYear)),
    said('untilYear', draft.untilYear === null ? '' : String(draft.untilYear)),
    said('note', draft.note),
  ]
}

/** The form of a relation; `offered` are the names to choose from. */
export function relationSections(
  filled: Filled,
  { words }: Reader,
  offered: NamesPart,
): readonly FormSection[] {
  const { fields, hints, sections } = words.deskRelations
  return [
    {
      id: 'abschnitt-wer',
      title: sections.sides,
      fields: [
        offered,
        organisationPart(filled, 'fromId', { label: fields.fromId, hint: hints.fromId, isRequired: true }),
        organisationKept(filled, 'fromId'),
        choicesPart(filled, 'kind', {
          label: fields.kind,
          hint: hints.kind,
          type: 'radio',
          options: RELATION_KINDS.map((kind) => [kind, sayBothSides(kind, words)] as const),
        }),
        organisationPart(filled, 'toId', { label: fields.toId, isRequired: true }),
        organisationKept(filled, 'toId'),
      ],
    },
    {
      id: 'abschnitt-zeit',
      title: sections.time,
      fields: [
        textPart(filled, 'sinceYear', { label: fields.sinceYear, size: 'tiny', inputmode: 'numeric' }),
        textPart(filled, 'untilYear', {
          label: fields.untilYear,
          hint: hints.untilYear,
          size: 'tiny',
          inputmode: 'numeric',
        }),
        areaPart(filled, 'note', { label: fields.note, hint: hints.note, rows: 2 }),
      ],
    },
  ]
}

/** „… ist Mitglied von … / … hat als Mitglied …“; what is mutual is said once. */
function sayBothSides(kind: RelationDraft['kind'], words: Words): string {
  const dots = { from: '…', to: '…' }
  const { bothSides, sentences } = words.deskRelations
  const from = sayRelation(kind, dots, words)
  return isMutual(kind) ? from : fill(bothSides, { from, to: fill(sentences[kind].to, dots) })
}
