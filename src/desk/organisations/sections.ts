import { REVIEW_MONTHS } from '../../domain/confirmation.ts'
import { RULE_LANGUAGES, SITE_LANGUAGES, SPOKEN_LANGUAGES } from '../../domain/language.ts'
import { ORGANISATION_KINDS } from '../../domain/organisation.ts'
import { rowsOf } from '../../http/forms.ts'
import {
  areaPart,
  choicesPart,
  type Filled,
  type FormSection,
  type RowsPart,
  rowsPart,
  selectPart,
  textPart,
} from '../../http/parts/fields.ts'
import type { Reader } from '../../http/reader.ts'
import { fill } from '../../i18n/words.ts'
import type { CityName } from '../../store/cities.ts'
import type { Choices } from './forms.ts'

const SHOWN_LANGUAGES = 8

/** The form of an organisation; `cities` are those into which this person may put it; `vouched` is for some to decide only. */
export function organisationSections(
  filled: Filled,
  reader: Reader,
  choices: Choices & { readonly cities: readonly CityName[]; readonly vouches: 'shown' | 'kept' },
): readonly FormSection[] {
  const { sections } = reader.words.desk.organisations
  return [
    { id: 'abschnitt-name', title: sections.name, fields: nameFields(filled, reader) },
    { id: 'abschnitt-texte', title: sections.texts, fields: textFields(filled, reader) },
    { id: 'abschnitt-finden', title: sections.finding, fields: findingFields(filled, reader, choices) },
    { id: 'abschnitt-angaben', title: sections.facts, fields: factFields(filled, reader) },
    { id: 'abschnitt-adressen', title: sections.addresses, fields: [addressRows(filled, reader)] },
    {
      id: 'abschnitt-bestaetigen',
      title: sections.confirming,
      fields: [
        ...rhythmFields(filled, reader),
        ...(choices.vouches === 'shown' ? vouchedFields(filled, reader) : []),
      ],
    },
    { id: 'abschnitt-intern', title: sections.internal, fields: internalFields(filled, reader) },
  ]
}

function nameFields(filled: Filled, { words }: Reader) {
  const { fields, hints, german } = words.desk.organisations
  return [
    textPart(filled, 'name', { label: fields.name, hint: hints.name, isRequired: true }),
    textPart(filled, 'shortName', { label: fields.shortName, hint: hints.shortName, size: 'middle' }),
    selectPart(filled, 'nameLanguage', {
      label: fields.nameLanguage,
      hint: hints.nameLanguage,
      options: [
        ['', german],
        ...SPOKEN_LANGUAGES.filter((language) => language !== 'de').map(
          (language) => [language, words.languages[language]] as const,
        ),
      ],
    }),
    choicesPart(filled, 'kind', {
      label: fields.kind,
      type: 'radio',
      options: ORGANISATION_KINDS.map((kind) => [kind, words.kinds.organisation[kind]] as const),
    }),
  ]
}

function textFields(filled: Filled, { words }: Reader) {
  const { fields, hints, languageOf } = words.desk.organisations
  return SITE_LANGUAGES.flatMap((language, index) => {
    const label = (name: string) => fill(languageOf, { name, language: words.languages[language] })
    return [
      areaPart(filled, `texts.${index}.summary`, {
        label: label(fields.summary),
        hint: hints.summary,
        rows: 2,
        language,
      }),
      areaPart(filled, `texts.${index}.description`, {
        label: label(fields.description),
        hint: hints.description,
        rows: 8,
        language,
      }),
    ]
  })
}

function findingFields(filled: Filled, { words, language }: Reader, { cities, topics }: Choices) {
  const { fields, hints, moreLanguages, chooseCity } = words.desk.organisations
  return [
    selectPart(filled, 'cityId', {
      label: fields.cityId,
      options: [
        ...(cities.length === 1 ? [] : [['', chooseCity] as const]),
        ...cities.map(({ id, name }) => [String(id), name] as const),
      ],
    }),
    choicesPart(filled, 'topicIds', {
      label: fields.topicIds,
      type: 'checkbox',
      options: topics.map(({ id, names }) => [String(id), names[language]] as const),
    }),
    choicesPart(filled, 'languages', {
      label: fields.languages,
      hint: hints.languages,
      type: 'checkbox',
      options: SPOKEN_LANGUAGES.map((spoken) => [spoken, words.languages[spoken]] as const),
      shown: SHOWN_LANGUAGES,
      moreLabel: moreLanguages,
    }),
  ]
}

function factFields(filled: Filled, { words }: Reader) {
  const { fields, hints, memberKinds } = words.desk.organisations
  return [
    textPart(filled, 'foundedYear', { label: fields.foundedYear, size: 'tiny', inputmode: 'numeric' }),
    textPart(filled, 'memberCount', { label: fields.memberCount, size: 'tiny', inputmode: 'numeric' }),
    choicesPart(filled, 'memberKind', {
      label: fields.memberKind,
      type: 'radio',
      options: [
        ['persons', memberKinds.persons],
        ['organisations', memberKinds.organisations],
      ],
    }),
    textPart(filled, 'website', { label: fields.website, hint: hints.website, autocomplete: 'url' }),
  ]
}

function addressRows(filled: Filled, { words }: Reader): RowsPart {
  const { fields, hints, addressKinds, address, addAddress } = words.desk.organisations
  return rowsPart(filled, 'addresses', {
    hint: hints.addresses,
    removeLabel: words.desk.form.remove,
    addLabel: addAddress,
    count: rowsOf(filled.form, 'addresses').length,
    row: (row, number) => ({
      legend: fill(address, { number }),
      fields: [
        selectPart(filled, `${row}.kind`, {
          label: fields.addressKind,
          options: [
            ['visit', addressKinds.visit],
            ['post', addressKinds.post],
          ],
        }),
        textPart(filled, `${row}.addition`, { label: fields.addition }),
        textPart(filled, `${row}.street`, { label: fields.street, isRequired: true }),
        textPart(filled, `${row}.postcode`, {
          label: fields.postcode,
          size: 'tiny',
          inputmode: 'numeric',
          isRequired: true,
        }),
        textPart(filled, `${row}.town`, { label: fields.town, isRequired: true }),
      ],
    }),
  })
}

function rhythmFields(filled: Filled, { words }: Reader) {
  const { fields, hints, months } = words.desk.organisations
  return [
    selectPart(filled, 'reviewMonths', {
      label: fields.reviewMonths,
      hint: hints.reviewMonths,
      options: REVIEW_MONTHS.map((count) => [String(count), fill(months, { count })] as const),
    }),
    selectPart(filled, 'mailLanguage', {
      label: fields.mailLanguage,
      hint: hints.mailLanguage,
      options: RULE_LANGUAGES.map((language) => [language, words.languages[language]] as const),
    }),
  ]
}

function vouchedFields(filled: Filled, { words }: Reader) {
  const { fields, hints, linkChanges } = words.desk.organisations
  return [
    choicesPart(filled, 'linkChanges', {
      label: fields.linkChanges,
      hint: hints.linkChanges,
      type: 'checkbox',
      options: [['direct', linkChanges.direct]],
    }),
    textPart(filled, 'dormantSince', { label: fields.dormantSince, hint: hints.dormantSince, size: 'short' }),
  ]
}

function internalFields(filled: Filled, { words }: Reader) {
  const { fields, hints } = words.desk.organisations
  return [areaPart(filled, 'internalNote', { label: fields.internalNote, hint: hints.internalNote, rows: 4 })]
}
