import type { Problem } from '../../domain/problem.ts'
import {
  checkProject,
  PROJECT_ROLES,
  type Programme,
  type ProjectDraft,
  type ProjectPart,
} from '../../domain/project.ts'
import type { Topic } from '../../domain/topic.ts'
import type { Reading } from '../../http/entry/desk.ts'
import {
  choiceOf,
  type Form,
  refuseUnknown,
  rowsOf,
  settleRows,
  textOf,
  textsOf,
  wholeNumberOf,
} from '../../http/forms.ts'
import {
  fillOrganisation,
  type OrganisationNames,
  organisationAt,
  organisationFields,
} from '../../http/parts/organisation-field.ts'
import type { CityName } from '../../store/cities.ts'

/** What a form of a project offers to choose from. */
export type Choices = {
  readonly cities: readonly CityName[]
  readonly topics: readonly Topic[]
  /** With those in the archive, which a project may still have. */
  readonly programmes: readonly Programme[]
  readonly names: OrganisationNames
}

/** Names of rows, which are merged whole. */
export const ROWS = ['parts'] as const
const PART = [...organisationFields('organisationId'), 'role', 'text']
const FIELDS = [
  'title',
  'summary',
  'description',
  'topicIds',
  'cityId',
  'startYear',
  'endYear',
  'programmeId',
]
const KNOWN = [...FIELDS, ...[...FIELDS, ...ROWS].map((group) => `choose.${group}`), 'version', 'act', 'add']

/** The sent form with its rows in order; throws Malformed for one that is not ours. */
export function settle(form: Form): Form {
  refuseUnknown(form, KNOWN, { parts: [...PART, 'remove'] })
  return settleRows(form, 'parts', PART, (at) => at('organisationId') !== '' || at('text') !== '')
}

/** The form with one more organisation. */
export function withRow(form: Form): Form {
  return { ...form, [`parts.${rowsOf(form, 'parts').length}.role`]: 'partner' }
}

/** Reads a settled form: a draft that the operation can judge, or all that is wrong. */
export function readProject(form: Form, choices: Choices): Reading<ProjectDraft> {
  const problems: Problem[] = []
  const city = choices.cities.find(({ id }) => String(id) === textOf(form, 'cityId'))
  if (city === undefined) problems.push({ field: 'cityId', key: 'cityId.missing' })
  const topicIds = textsOf(form, 'topicIds')
  const draft: ProjectDraft = {
    slug: '',
    title: textOf(form, 'title'),
    summary: textOf(form, 'summary'),
    description: textOf(form, 'description'),
    cityId: city?.id ?? 0,
    startYear: wholeNumberOf(form, 'startYear'),
    endYear: wholeNumberOf(form, 'endYear'),
    programmeId: choices.programmes.find(({ id }) => String(id) === textOf(form, 'programmeId'))?.id ?? null,
    topicIds: choices.topics.map(({ id }) => id).filter((id) => topicIds.includes(String(id))),
    parts: rowsOf(form, 'parts').map((index) => readPart(form, `parts.${index}`, choices.names, problems)),
  }
  if (problems.length === 0) return { kind: 'draft', draft }
  return { kind: 'problems', problems: [...checkProject(draft), ...problems] }
}

function readPart(form: Form, row: string, names: OrganisationNames, problems: Problem[]): ProjectPart {
  const field = `${row}.organisationId`
  if (textOf(form, field) === '') problems.push({ field, key: 'organisation.missing' })
  return {
    organisationId: organisationAt(form, field, names, problems) ?? 0,
    role: choiceOf(form, `${row}.role`, PROJECT_ROLES) ?? 'partner',
    text: textOf(form, `${row}.text`),
  }
}

/** The form that a project fills. */
export function formOf(draft: ProjectDraft, names: OrganisationNames): Form {
  const labelOf = names.of(draft.parts.map(({ organisationId }) => organisationId))
  return {
    title: draft.title,
    summary: draft.summary,
    description: draft.description,
    topicIds: draft.topicIds.map(String),
    cityId: String(draft.cityId),
    startYear: draft.startYear === null ? '' : String(draft.startYear),
    endYear: draft.endYear === null ? '' : String(draft.endYear),
    programmeId: draft.programmeId === null ? '' : String(draft.programmeId),
    ...Object.fromEntries(
      draft.parts.flatMap(({ organisationId, role, text }, index): (readonly [string, string])[] => [
        ...fillOrganisation(`parts.${index}.organisationId`, organisationId, labelOf),
        [`parts.${index}.role`, role],
        [`parts.${index}.text`, text],
      ]),
    ),
  }
}
