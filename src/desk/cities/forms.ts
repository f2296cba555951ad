import { type CityDraft, checkCity } from '../../domain/city.ts'
import { isLand, LANDS } from '../../domain/land.ts'
import type { Reading } from '../../http/entry/desk.ts'
import { type Form, refuseUnknown, textOf } from '../../http/forms.ts'
import type { SaidField } from '../../http/parts/difference.ts'
import { areaPart, type Filled, type FormSection, selectPart, textPart } from '../../http/parts/fields.ts'
import type { Reader } from '../../http/reader.ts'
import { compareNames } from '../../i18n/german-order.ts'

const FIELDS = [
  'name',
  'slug',
  'description',
  'land',
  'ags',
  'postcodes',
  'latitude',
  'longitude',
] as const satisfies readonly (keyof CityDraft)[]
const KNOWN = [...FIELDS, ...FIELDS.map((field) => `choose.${field}`), 'version', 'act']
/** Where no Land was chosen, others are still judged: as if it was this one. */
const ANY_LAND = 'NW'

/** The sent form; throws Malformed for one that is not ours. */
export function settle(form: Form): Form {
  refuseUnknown(form, KNOWN)
  return form
}

/** Reads a settled form: a draft that the operation can judge, or all that is wrong. */
export function readCity(form: Form): Reading<CityDraft> {
  const land = textOf(form, 'land')
  const ags = textOf(form, 'ags').replaceAll(/\s/g, '')
  const draft: CityDraft = {
    slug: textOf(form, 'slug'),
    name: textOf(form, 'name'),
    land: isLand(land) ? land : ANY_LAND,
    ags: ags === '' ? null : ags,
    postcodes: [...new Set(textOf(form, 'postcodes').split(/[\s,;]+/))].filter((code) => code !== ''),
    latitude: degreesOf(form, 'latitude'),
    longitude: degreesOf(form, 'longitude'),
    description: textOf(form, 'description'),
  }
  if (isLand(land)) return { kind: 'draft', draft }
  const others = checkCity({ ...draft, ags: null })
  return { kind: 'problems', problems: [...others, { field: 'land', key: 'land.missing' }] }
}

/** Degrees with a comma or a point; null where nothing was typed, NaN where something else was. */
function degreesOf(form: Form, field: 'latitude' | 'longitude'): number | null {
  const text = textOf(form, field)
  if (text === '') return null
  return /^-?\d{1,3}([.,]\d{1,15})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}

/** The form that a city fills. */
export function formOf(draft: CityDraft): Form {
  return {
    name: draft.name,
    slug: draft.slug,
    description: draft.description,
    land: draft.land,
    ags: draft.ags ?? '',
    postcodes: draft.postcodes.join(', '),
    latitude: sayDegrees(draft.latitude),
    longitude: sayDegrees(draft.longitude),
  }
}

function sayDegrees(degrees: number | null): string {
  return degrees === null ? '' : String(degrees).replace('.', ',')
}

/** Every field of a city in words, in the order of its form. */
export function sayCity(draft: CityDraft, { words }: Reader): SaidField[] {
  const { fields } = words.deskCities
  const texts = { ...formOf(draft), land: LANDS[draft.land] }
  return FIELDS.map((field) => ({ group: field, label: fields[field], text: textOf(texts, field) }))
}

/** The form of a city. */
export function citySections(filled: Filled, { words }: Reader): readonly FormSection[] {
  const { sections, fields, hints, noLand } = words.deskCities
  const lands = Object.entries(LANDS).sort(([, one], [, other]) => compareNames(one, other))
  return [
    {
      id: 'abschnitt-ort',
      title: sections.city,
      fields: [
        textPart(filled, 'name', { label: fields.name, isRequired: true }),
        textPart(filled, 'slug', { label: fields.slug, hint: hints.slug, size: 'middle' }),
        areaPart(filled, 'description', { label: fields.description, hint: hints.description, rows: 4 }),
      ],
    },
    {
      id: 'abschnitt-lage',
      title: sections.place,
      fields: [
        selectPart(filled, 'land', {
          label: fields.land,
          hint: hints.land,
          options: [['', noLand], ...lands],
        }),
        textPart(filled, 'ags', {
          label: fields.ags,
          hint: hints.ags,
          size: 'short',
          inputmode: 'numeric',
        }),
        areaPart(filled, 'postcodes', { label: fields.postcodes, hint: hints.postcodes, rows: 3 }),
        textPart(filled, 'latitude', { label: fields.latitude, hint: hints.latitude, size: 'short' }),
        textPart(filled, 'longitude', { label: fields.longitude, hint: hints.longitude, size: 'short' }),
      ],
    },
  ]
}
