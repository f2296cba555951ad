import { CHANNEL_KINDS, CONSENT_PLACES, type Contact } from '../../domain/contact.ts'
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
import { fill } from '../../i18n/words.ts'
import { consentFields, notedConsents } from './consents.ts'
import { draftIn } from './forms.ts'
import { publicFacts } from './public-facts.ts'

/** The form of a contact; `refused` are addresses whose mail came back, `isOffSite`: it is in the archive, or its group. */
export function contactSections(
  filled: Filled,
  reader: Reader,
  about: {
    readonly stored: Contact | null
    readonly organisationId: number
    readonly hours: FieldPart
    readonly refused: ReadonlySet<string>
    readonly isOffSite: boolean
  },
): readonly FormSection[] {
  const { stored, organisationId, hours, refused, isOffSite } = about
  const { words } = reader
  const { sections } = words.desk.contacts
  const section = (id: string, title: string, fields: readonly FieldPart[]): FormSection[] =>
    fields.length === 0 ? [] : [{ id: `abschnitt-${id}`, title, fields }]
  return [
    ...section('aufgabe', sections.function, functionFields(filled, reader)),
    ...section('person', sections.person, personFields(filled, reader)),
    ...section('wege', sections.channels, [channelRows(filled, reader, refused)]),
    ...section('einwilligung', sections.consent, consentFields(filled, reader, stored)),
    ...section('notiert', words.consents.noted, notedFields(filled, reader, stored)),
    ...section('weiteres', sections.more, [hours, noteField(filled, reader)]),
    ...section('oeffentlich', words.consents.public, [
      publicFacts(draftIn(filled.form, organisationId), reader, isOffSite),
    ]),
  ]
}

function notedFields({ form }: Filled, reader: Reader, stored: Contact | null): readonly FieldPart[] {
  if (stored === null || stored.consents.length === 0) return []
  return [notedConsents(stored, textOf(form, 'consentWording'), reader)]
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

function noteField(filled: Filled, { words }: Reader): FieldPart {
  const { fields, hints } = words.desk.contacts
  return areaPart(filled, 'note', { label: fields.note, hint: hints.note, rows: 3 })
}

function placesPart(filled: Filled, name: string, label: string, { words }: Reader): FieldPart {
  const { places } = words.desk.contacts
  return choicesPart(filled, name, {
    label,
    type: 'checkbox',
    options: CONSENT_PLACES.map((place) => [place, places[place]] as const),
  })
}
