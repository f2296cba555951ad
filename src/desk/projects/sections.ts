import { PROJECT_ROLES, type ProjectDraft } from '../../domain/project.ts'
import { rowsOf, textOf } from '../../http/forms.ts'
import type { SaidField } from '../../http/parts/difference.ts'
import {
  areaPart,
  choicesPart,
  type FieldPart,
  type Filled,
  type FormSection,
  type NamesPart,
  type RowsPart,
  rowsPart,
  selectPart,
  textPart,
} from '../../http/parts/fields.ts'
import { organisationFields, organisationPart } from '../../http/parts/organisation-field.ts'
import type { Reader } from '../../http/reader.ts'
import { fill, joined } from '../../i18n/words.ts'
import type { CityName } from '../../store/cities.ts'
import type { Choices } from './forms.ts'

/** Every field of a project in words: names instead of ids, in the order of its form. */
export function sayProject(draft: ProjectDraft, { words, language }: Reader, choices: Choices): SaidField[] {
  const { fields } = words.deskProjects
  const said = (group: keyof typeof fields, text: string): SaidField => ({
    group,
    label: fields[group],
    text,
  })
  const topics = choices.topics.filter(({ id }) => draft.topicIds.includes(id))
  const labelOf = choices.names.of(draft.parts.map(({ organisationId }) => organisationId))
  const parts = draft.parts.map(({ organisationId, role, text }) =>
    joined([`${words.kinds.project[role]}: ${labelOf(organisationId)}`, text], ', '),
  )
  return [
    said('title', draft.title),
    said('summary', draft.summary),
    said('description', draft.description),
    said('topicIds', topics.map(({ names }) => names[language]).join(', ')),
    said('cityId', choices.cities.find(({ id }) => id === draft.cityId)?.name ?? ''),
    said('startYear', draft.startYear === null ? '' : String(draft.startYear)),
    said('endYear', draft.endYear === null ? '' : String(draft.endYear)),
    said('programmeId', choices.programmes.find(({ id }) => id === draft.programmeId)?.title ?? ''),
    said('parts', parts.join('\n')),
  ]
}

/** The form of a project; `cities` are those into which this person may put it, `offered` the names to choose from. */
export function projectSections(
  filled: Filled,
  reader: Reader,
  choices: Choices & { readonly cities: readonly CityName[]; readonly offered: NamesPart },
): readonly FormSection[] {
  const { sections } = reader.words.deskProjects
  return [
    { id: 'abschnitt-worum', title: sections.about, fields: aboutFields(filled, reader, choices) },
    { id: 'abschnitt-rahmen', title: sections.frame, fields: frameFields(filled, reader, choices) },
    {
      id: 'abschnitt-beteiligte',
      title: sections.parts,
      fields: [choices.offered, partRows(filled, reader)],
    },
  ]
}

function aboutFields(filled: Filled, { words, language }: Reader, { topics }: Choices): FieldPart[] {
  const { fields, hints } = words.deskProjects
  return [
    textPart(filled, 'title', { label: fields.title, isRequired: true }),
    areaPart(filled, 'summary', { label: fields.summary, hint: hints.summary, rows: 2 }),
    areaPart(filled, 'description', { label: fields.description, hint: hints.description, rows: 8 }),
    choicesPart(filled, 'topicIds', {
      label: fields.topicIds,
      type: 'checkbox',
      options: topics.map(({ id, names }) => [String(id), names[language]] as const),
    }),
  ]
}

function frameFields(filled: Filled, { words }: Reader, { cities, programmes }: Choices): FieldPart[] {
  const { fields, noProgramme } = words.deskProjects
  const chosen = textOf(filled.form, 'programmeId')
  const offered = programmes.filter(({ id, archivedAt }) => archivedAt === null || String(id) === chosen)
  return [
    selectPart(filled, 'cityId', {
      label: fields.cityId,
      options: [
        ...(cities.length === 1 ? [] : [['', words.desk.organisations.chooseCity] as const]),
        ...cities.map(({ id, name }) => [String(id), name] as const),
      ],
    }),
    textPart(filled, 'startYear', { label: fields.startYear, size: 'tiny', inputmode: 'numeric' }),
    textPart(filled, 'endYear', { label: fields.endYear, size: 'tiny', inputmode: 'numeric' }),
    selectPart(filled, 'programmeId', {
      label: fields.programmeId,
      options: [['', noProgramme], ...offered.map(({ id, title }) => [String(id), title] as const)],
    }),
  ]
}

function partRows(filled: Filled, { words }: Reader): RowsPart {
  const { part, hints, addPart, partNumber } = words.deskProjects
  return rowsPart(filled, 'parts', {
    hint: hints.parts,
    removeLabel: words.desk.form.remove,
    addLabel: addPart,
    count: rowsOf(filled.form, 'parts').length,
    row: (row, number) => ({
      legend: fill(partNumber, { number }),
      hidden: [organisationFields(`${row}.organisationId`)[1]],
      fields: [
        organisationPart(filled, `${row}.organisationId`, { label: part.organisationId, isRequired: true }),
        selectPart(filled, `${row}.role`, {
          label: part.role,
          options: PROJECT_ROLES.map((role) => [role, words.kinds.project[role]] as const),
        }),
        areaPart(filled, `${row}.text`, { label: part.text, rows: 2 }),
      ],
    }),
  })
}
