import { PARTICIPATION_ROLES } from '../../domain/event.ts'
import { rowsOf } from '../../http/forms.ts'
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
import { placeOptions } from '../../http/parts/venue-field.ts'
import type { Reader } from '../../http/reader.ts'
import { fill } from '../../i18n/words.ts'
import type { CityName } from '../../store/cities.ts'
import type { Choices } from './forms.ts'

/** The form of an event; `cities` are those into which this person may put it, `offered` the names to choose from. */
export function eventSections(
  filled: Filled,
  reader: Reader,
  choices: Choices & {
    readonly cities: readonly CityName[]
    readonly offered: NamesPart
    /** Who else has the room then. */
    readonly clashes: readonly FieldPart[]
  },
): readonly FormSection[] {
  const { sections } = reader.words.deskEvents
  return [
    { id: 'abschnitt-worum', title: sections.about, fields: aboutFields(filled, reader, choices) },
    { id: 'abschnitt-wann', title: sections.when, fields: whenFields(filled, reader) },
    {
      id: 'abschnitt-wo',
      title: sections.where,
      fields: [...whereFields(filled, reader, choices), ...choices.clashes],
    },
    { id: 'abschnitt-programm', title: sections.programme, fields: [programmeRows(filled, reader)] },
    {
      id: 'abschnitt-mitwirkung',
      title: sections.participations,
      fields: [choices.offered, participationRows(filled, reader)],
    },
    { id: 'abschnitt-absage', title: sections.cancelled, fields: cancelFields(filled, reader) },
    { id: 'abschnitt-rueckblick', title: sections.report, fields: reportFields(filled, reader) },
  ]
}

function aboutFields(filled: Filled, { words, language }: Reader, { topics }: Choices): FieldPart[] {
  const { fields, hints } = words.deskEvents
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

function whenFields(filled: Filled, { words }: Reader): FieldPart[] {
  const { fields, hints } = words.deskEvents
  return [
    textPart(filled, 'startsOn', {
      label: fields.startsOn,
      hint: hints.startsOn,
      size: 'short',
      isRequired: true,
    }),
    textPart(filled, 'endsOn', { label: fields.endsOn, hint: hints.endsOn, size: 'short' }),
    textPart(filled, 'start', { label: fields.start, hint: hints.start, size: 'tiny' }),
    textPart(filled, 'end', { label: fields.end, size: 'tiny' }),
    textPart(filled, 'yearlySince', {
      label: fields.yearlySince,
      hint: hints.yearlySince,
      size: 'tiny',
      inputmode: 'numeric',
    }),
  ]
}

function whereFields(filled: Filled, { words }: Reader, { cities, places }: Choices): FieldPart[] {
  const { fields, hints, noVenue } = words.deskEvents
  const { chooseCity } = words.desk.organisations
  return [
    selectPart(filled, 'cityId', {
      label: fields.cityId,
      options: [
        ...(cities.length === 1 ? [] : [['', chooseCity] as const]),
        ...cities.map(({ id, name }) => [String(id), name] as const),
      ],
    }),
    selectPart(filled, 'venueId', {
      label: fields.venueId,
      hint: hints.venueId,
      options: placeOptions(places, noVenue),
    }),
    textPart(filled, 'place', { label: fields.place, hint: hints.place }),
  ]
}

function programmeRows(filled: Filled, { words }: Reader): RowsPart {
  const { item, hints, addItem, itemNumber } = words.deskEvents
  return rowsPart(filled, 'programme', {
    hint: hints.programme,
    removeLabel: words.desk.form.remove,
    addLabel: addItem,
    count: rowsOf(filled.form, 'programme').length,
    row: (row, number) => ({
      legend: fill(itemNumber, { number }),
      fields: [
        textPart(filled, `${row}.day`, { label: item.day, size: 'short' }),
        textPart(filled, `${row}.start`, { label: item.start, size: 'tiny' }),
        textPart(filled, `${row}.end`, { label: item.end, size: 'tiny' }),
        textPart(filled, `${row}.title`, { label: item.title, isRequired: true }),
        textPart(filled, `${row}.place`, { label: item.place }),
        areaPart(filled, `${row}.description`, { label: item.description, rows: 2 }),
      ],
    }),
  })
}

function participationRows(filled: Filled, { words }: Reader): RowsPart {
  const { participation, hints, addParticipation, participationNumber } = words.deskEvents
  return rowsPart(filled, 'participations', {
    hint: hints.participations,
    removeLabel: words.desk.form.remove,
    addLabel: addParticipation,
    count: rowsOf(filled.form, 'participations').length,
    row: (row, number) => ({
      legend: fill(participationNumber, { number }),
      hidden: ['organisationId', 'withOrganisationId'].map((field) => keptField(`${row}.${field}`)),
      fields: [
        organisationPart(filled, `${row}.organisationId`, {
          label: participation.organisationId,
          isRequired: true,
        }),
        selectPart(filled, `${row}.role`, {
          label: participation.role,
          options: PARTICIPATION_ROLES.map((role) => [role, words.kinds.participation[role]] as const),
        }),
        textPart(filled, `${row}.stand`, { label: participation.stand, size: 'short' }),
        areaPart(filled, `${row}.text`, { label: participation.text, rows: 2 }),
        organisationPart(filled, `${row}.withOrganisationId`, { label: participation.withOrganisationId }),
      ],
    }),
  })
}

function cancelFields(filled: Filled, { words }: Reader): FieldPart[] {
  const { fields, hints } = words.deskEvents
  return [
    textPart(filled, 'cancelledBecause', { label: fields.cancelledBecause, hint: hints.cancelledBecause }),
  ]
}

function reportFields(filled: Filled, { words }: Reader): FieldPart[] {
  const { report, hints } = words.deskEvents
  return [
    areaPart(filled, 'report.text', { label: report.text, hint: hints.report, rows: 8 }),
    textPart(filled, 'report.attendance', { label: report.attendance, size: 'tiny', inputmode: 'numeric' }),
    areaPart(filled, 'report.workingGroups', { label: report.workingGroups, hint: hints.lines, rows: 4 }),
    areaPart(filled, 'report.demands', { label: report.demands, hint: hints.lines, rows: 4 }),
  ]
}

function keptField(name: string): string {
  return organisationFields(name)[1]
}
