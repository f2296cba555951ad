import type { Problem } from '../../domain/problem.ts'
import { checkProgramme, type ProgrammeDraft } from '../../domain/project.ts'
import type { Reading } from '../../http/entry/desk.ts'
import { type Form, refuseUnknown, rowsOf, settleRows, textOf } from '../../http/forms.ts'
import type { SaidField } from '../../http/parts/difference.ts'
import {
  areaPart,
  type Filled,
  type FormSection,
  type NamesPart,
  type RowsPart,
  rowsPart,
  textPart,
} from '../../http/parts/fields.ts'
import {
  fillOrganisation,
  type OrganisationNames,
  organisationAt,
  organisationFields,
  organisationPart,
} from '../../http/parts/organisation-field.ts'
import type { Reader } from '../../http/reader.ts'
import { fill } from '../../i18n/words.ts'

/** Names of rows, which are merged whole. */
export const ROWS = ['funderIds'] as const
const FUNDER = organisationFields('organisationId')
const FIELDS = ['title', 'description']
const KNOWN = [...FIELDS, ...[...FIELDS, ...ROWS].map((group) => `choose.${group}`), 'version', 'act', 'add']

/** The sent form with its funders in order; throws Malformed for one that is not ours. */
export function settle(form: Form): Form {
  refuseUnknown(form, KNOWN, { funderIds: [...FUNDER, 'remove'] })
  return settleRows(form, 'funderIds', FUNDER, (at) => at('organisationId') !== '')
}

/** The form with one more funder. */
export function withRow(form: Form): Form {
  return { ...form, [`funderIds.${rowsOf(form, 'funderIds').length}.organisationId`]: '' }
}

/** Reads a settled form: a draft that the operation can judge, or all that is wrong. */
export function readProgramme(form: Form, names: OrganisationNames): Reading<ProgrammeDraft> {
  const problems: Problem[] = []
  const draft: ProgrammeDraft = {
    slug: '',
    title: textOf(form, 'title'),
    description: textOf(form, 'description'),
    funderIds: rowsOf(form, 'funderIds').flatMap(
      (index) => organisationAt(form, `funderIds.${index}.organisationId`, names, problems) ?? [],
    ),
  }
  if (problems.length === 0) return { kind: 'draft', draft }
  return { kind: 'problems', problems: [...checkProgramme(draft), ...problems] }
}

/** The form that a funding programme fills. */
export function formOf({ title, description, funderIds }: ProgrammeDraft, names: OrganisationNames): Form {
  const labelOf = names.of(funderIds)
  return {
    title,
    description,
    ...Object.fromEntries(
      funderIds.flatMap((id, index) => fillOrganisation(`funderIds.${index}.organisationId`, id, labelOf)),
    ),
  }
}

/** Every field of a funding programme in words, in the order of its form. */
export function sayProgramme(
  { title, description, funderIds }: ProgrammeDraft,
  { words }: Reader,
  names: OrganisationNames,
): SaidField[] {
  const { fields } = words.deskProgrammes
  return [
    { group: 'title', label: fields.title, text: title },
    { group: 'description', label: fields.description, text: description },
    { group: 'funderIds', label: fields.funderIds, text: funderIds.map(names.of(funderIds)).join('\n') },
  ]
}

/** The form of a funding programme; `offered` are names of who may pay for it. */
export function programmeSections(
  filled: Filled,
  reader: Reader,
  offered: NamesPart,
): readonly FormSection[] {
  const { sections, fields, hints } = reader.words.deskProgrammes
  return [
    {
      id: 'abschnitt-worum',
      title: sections.about,
      fields: [
        textPart(filled, 'title', { label: fields.title, isRequired: true }),
        areaPart(filled, 'description', { label: fields.description, hint: hints.description, rows: 8 }),
      ],
    },
    { id: 'abschnitt-geld', title: sections.funders, fields: [offered, funderRows(filled, reader)] },
  ]
}

function funderRows(filled: Filled, { words }: Reader): RowsPart {
  const { hints, addFunder, funderNumber, organisation } = words.deskProgrammes
  return rowsPart(filled, 'funderIds', {
    hint: hints.funderIds,
    removeLabel: words.desk.form.remove,
    addLabel: addFunder,
    count: rowsOf(filled.form, 'funderIds').length,
    row: (row, number) => ({
      legend: fill(funderNumber, { number }),
      hidden: [organisationFields(`${row}.organisationId`)[1]],
      fields: [organisationPart(filled, `${row}.organisationId`, { label: organisation })],
    }),
  })
}
