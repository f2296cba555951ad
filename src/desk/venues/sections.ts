import { rowsOf } from '../../http/forms.ts'
import {
  areaPart,
  type FieldPart,
  type Filled,
  type FormSection,
  type NamesPart,
  type RowsPart,
  rowsPart,
  selectPart,
  textPart,
} from '../../http/parts/fields.ts'
import { organisationKept, organisationPart } from '../../http/parts/organisation-field.ts'
import type { Reader } from '../../http/reader.ts'
import { fill } from '../../i18n/words.ts'
import type { CityName } from '../../store/cities.ts'

/**
 * The form of a venue; `cities` are those into which this person may put it, `offered` names of who may run it, `hours`
 * the part of its opening hours.
 */
export function venueSections(
  filled: Filled,
  reader: Reader,
  {
    cities,
    offered,
    hours,
  }: { readonly cities: readonly CityName[]; readonly offered: NamesPart; readonly hours: FieldPart },
): readonly FormSection[] {
  const { sections } = reader.words.deskVenues
  return [
    { id: 'abschnitt-haus', title: sections.house, fields: houseFields(filled, reader, offered) },
    { id: 'abschnitt-adresse', title: sections.address, fields: addressFields(filled, reader, cities) },
    { id: 'abschnitt-oeffnung', title: sections.hours, fields: [hours] },
    { id: 'abschnitt-raeume', title: sections.rooms, fields: [roomRows(filled, reader)] },
  ]
}

function houseFields(filled: Filled, { words }: Reader, offered: NamesPart): FieldPart[] {
  const { fields, hints } = words.deskVenues
  return [
    textPart(filled, 'name', { label: fields.name, isRequired: true }),
    textPart(filled, 'shortName', { label: fields.shortName, hint: hints.shortName, size: 'middle' }),
    areaPart(filled, 'description', { label: fields.description, hint: hints.description, rows: 6 }),
    offered,
    organisationKept(filled, 'operatorId'),
    organisationPart(filled, 'operatorId', { label: fields.operatorId, hint: hints.operatorId }),
  ]
}

function addressFields(filled: Filled, { words }: Reader, cities: readonly CityName[]): FieldPart[] {
  const { fields, hints } = words.deskVenues
  return [
    textPart(filled, 'street', { label: fields.street, isRequired: true }),
    textPart(filled, 'postcode', {
      label: fields.postcode,
      size: 'tiny',
      inputmode: 'numeric',
      isRequired: true,
    }),
    selectPart(filled, 'cityId', {
      label: fields.cityId,
      options: [
        ...(cities.length === 1 ? [] : [['', words.desk.organisations.chooseCity] as const]),
        ...cities.map(({ id, name }) => [String(id), name] as const),
      ],
    }),
    areaPart(filled, 'arrival', { label: fields.arrival, hint: hints.arrival, rows: 3 }),
    answerPart(filled, 'stepFree', fields.stepFree, words),
  ]
}

function roomRows(filled: Filled, { words }: Reader): RowsPart {
  const { room, hints, addRoom, roomNumber } = words.deskVenues
  return rowsPart(filled, 'rooms', {
    hint: hints.rooms,
    removeLabel: words.desk.form.remove,
    addLabel: addRoom,
    count: rowsOf(filled.form, 'rooms').length,
    row: (row, number) => ({
      legend: fill(roomNumber, { number }),
      hidden: [`${row}.id`],
      fields: [
        textPart(filled, `${row}.name`, { label: room.name, isRequired: true }),
        textPart(filled, `${row}.floor`, { label: room.floor }),
        textPart(filled, `${row}.seats`, { label: room.seats, size: 'tiny', inputmode: 'numeric' }),
        answerPart(filled, `${row}.stepFree`, room.stepFree, words),
      ],
    }),
  })
}

function answerPart(filled: Filled, name: string, label: string, { venues }: Reader['words']): FieldPart {
  return selectPart(filled, name, {
    label,
    options: [
      ['', venues.unknown],
      ['yes', venues.yes],
      ['no', venues.no],
    ],
  })
}
