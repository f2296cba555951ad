import { CHANNEL_KINDS, CONSENT_PLACES } from '../../domain/contact.ts'
import type { Schedule } from '../../domain/schedule.ts'
import { rowsOf, textOf } from '../../http/forms.ts'
import {
  areaPart,
  choicesPart,
  type FieldPart,
  type Filled,
  type FormSection,
  rowsPart,
  selectPart,
  textPart,
} from '../../http/parts/fields.ts'
import type { Reader } from '../../http/reader.ts'
import { saySchedule } from '../../i18n/say-rule.ts'
import { fill } from '../../i18n/words.ts'
import { CONSENT_WAYS } from './forms.ts'

/** The form of a contact; `refused` are addresses whose mail came back. */
export function contactSections(
  filled: Filled,
  reader: Reader,
  { hours, refused }: { readonly hours: Schedule | null; readonly refused: ReadonlySet<string> },
): readonly FormSection[] {
  const { sections } = reader.words.desk.contacts
  return [
    { id: 'abschnitt-aufgabe', title: sections.function, fields: functionFields(filled, reader) },
    { id: 'abschnitt-person', title: sections.person, fields: personFields(filled, reader) },
    { id: 'abschnitt-wege', title: sections.channels, fields: [channelRows(filled, reader, refused)] },
    { id: 'abschnitt-einwilligung', title: sections.consent, fields: consentFields(filled, reader) },
    { id: 'abschnitt-weiteres', title: sections.more, fields: moreFields(filled, reader, hours) },
  ]
}

function functionFields(filled: Filled, { words }: Reader): readonly FieldPart[] {
  const { fields, hints, audiences } = words.desk.contacts
  return [
    textPart(filled, 'function', { label: fields.function, hint: hints.function, isRequired: true }),
    choicesPart(filled, 'audience', {
      label: fields.audience,
      type: 'radio',
      options: [
        ['public', audiences.public],
        ['internal', audiences.internal],
      ],
    }),
  ]
}

function personFields(filled: Filled, reader: Reader): readonly FieldPart[] {
  const { fields, hints } = reader.words.desk.contacts
  return [
    textPart(filled, 'personName', { label: fields.personName, hint: hints.personName }),
    placesPart(filled, 'namePlaces', fields.namePlaces, reader),
  ]
}

function channelRows(filled: Filled, reader: Reader, refused: ReadonlySet<string>): FieldPart {
  const { words } = reader
  const { fields, hints, channel, addChannel } = words.desk.contacts
  return rowsPart(filled, 'channels', {
    hint: hints.channels,
    removeLabel: words.desk.form.remove,
    addLabel: addChannel,
    count: rowsOf(filled.form, 'channels').length,
    row: (row, number) => ({
      legend: fill(channel, { number }),
      hidden: [`${row}.id`],
      fields: [
        selectPart(filled, `${row}.kind`, {
          label: fields.channelKind,
          options: CHANNEL_KINDS.map((kind) => [kind, words.kinds.channel[kind]] as const),
        }),
        textPart(filled, `${row}.value`, {
          label: fields.channelValue,
          hint: refused.has(textOf(filled.form, `${row}.value`)) ? hints.bounced : '',
          isRequired: true,
        }),
        textPart(filled, `${row}.note`, { label: fields.channelNote }),
        placesPart(filled, `${row}.places`, fields.channelPlaces, reader),
      ],
    }),
  })
}

function consentFields(filled: Filled, { words }: Reader): readonly FieldPart[] {
  const { fields, hints, ways, noWay } = words.desk.contacts
  return [
    selectPart(filled, 'consentWay', {
      label: fields.consentWay,
      hint: hints.consentWay,
      options: [['', noWay], ...CONSENT_WAYS.map((way) => [way, ways[way]] as const)],
    }),
    textPart(filled, 'consentGivenOn', {
      label: fields.consentGivenOn,
      hint: hints.consentGivenOn,
      size: 'short',
    }),
  ]
}

function moreFields(
  filled: Filled,
  { words, language }: Reader,
  hours: Schedule | null,
): readonly FieldPart[] {
  const { fields, hints } = words.desk.contacts
  return [
    ...(hours === null
      ? []
      : [{ kind: 'fact' as const, label: fields.hours, text: saySchedule(hours, language) }]),
    areaPart(filled, 'note', { label: fields.note, hint: hints.note, rows: 3 }),
  ]
}

function placesPart(filled: Filled, name: string, label: string, { words }: Reader): FieldPart {
  const { places } = words.desk.contacts
  return choicesPart(filled, name, {
    label,
    type: 'checkbox',
    options: CONSENT_PLACES.map((place) => [place, places[place]] as const),
  })
}
