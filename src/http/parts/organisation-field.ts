import type { Problem } from '../../domain/problem.ts'
import { type Form, textOf } from '../forms.ts'
import type { House } from '../house.ts'
import { type Filled, type HiddenPart, type NamesPart, type TextPart, textPart } from './fields.ts'

/** Organisations by the names that a form writes and reads: „Lesekreis (Dortmund)“. */
export type OrganisationNames = {
  /** How these are written; learnt with one statement for all that are not known yet. */
  readonly of: (ids: Iterable<number>) => (id: number) => string
  readonly find: (text: string) => Found
}

type Found =
  | { readonly kind: 'one'; readonly id: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly names: readonly string[] }

/** The id of the list of names that such fields offer. */
const NAMES_ID = 'organisationsnamen'
const MOST_OFFERED = 300
const MOST_HITS = 6

/** After the name of such a field: the id that its text stood for when the form was made. */
const KEPT = 'Kept'

/** The names of organisations, for one request. */
export function organisationNames({ store }: House): OrganisationNames {
  const known = new Map<number, string>()
  const labelOf = (id: number) => known.get(id) ?? ''
  const of = (ids: Iterable<number>) => {
    const unknown = [...new Set(ids)].filter((id) => !known.has(id))
    if (unknown.length > 0) {
      for (const { id, label } of store.organisationLabels.of(unknown)) known.set(id, label)
    }
    return labelOf
  }
  return {
    of,
    find: (text) => {
      const named = store.organisationLabels.named(text)
      const [first] = named
      if (first !== undefined && named.length === 1) return { kind: 'one', id: first.id }
      const hits =
        named.length > 1
          ? named.map(({ id }) => id)
          : store.search.find(text, MOST_HITS, { noun: 'organisation' }).map(({ entryId }) => entryId)
      const [hit] = hits
      if (hit === undefined) return { kind: 'none' }
      return hits.length === 1 ? { kind: 'one', id: hit } : { kind: 'several', names: hits.map(of(hits)) }
    },
  }
}

/** Names to choose from while typing: those of a city, as many as a browser bears. */
export function offeredNames({ store }: House, cityId: number | null): NamesPart {
  const names = store.organisationLabels.inCity(cityId, MOST_OFFERED)
  return { kind: 'names', id: NAMES_ID, names: names.map(({ label }) => label) }
}

/** A field for the name of an organisation. */
export function organisationPart(
  filled: Filled,
  name: string,
  said: { readonly label: string; readonly hint?: string; readonly isRequired?: boolean },
): TextPart {
  return textPart(filled, name, { ...said, list: NAMES_ID })
}

/** What goes with such a field unseen. */
export function organisationKept({ form }: Filled, name: string): HiddenPart {
  const kept = `${name}${KEPT}`
  return { kind: 'hidden', name: kept, value: textOf(form, kept) }
}

/** The names of the two fields that such a field sends. */
export function organisationFields(name: string): readonly [string, string] {
  return [name, `${name}${KEPT}`]
}

/** The two fields, filled. */
export function fillOrganisation(
  name: string,
  id: number | null,
  labelOf: (id: number) => string,
): readonly (readonly [field: string, value: string])[] {
  return [
    [name, id === null ? '' : labelOf(id)],
    [`${name}${KEPT}`, id === null ? '' : String(id)],
  ]
}

/** The organisation that was typed, or null where nothing was; what is none, or several, is told in `problems`. */
export function organisationAt(
  form: Form,
  name: string,
  names: OrganisationNames,
  problems: Problem[],
): number | null {
  const text = textOf(form, name)
  if (text === '') return null
  const kept = textOf(form, `${name}${KEPT}`)
  // Who left the name as it stood means the same organisation, even where another one has that name.
  if (/^[1-9]\d{0,9}$/.test(kept) && names.of([Number(kept)])(Number(kept)) === text) return Number(kept)
  const found = names.find(text)
  if (found.kind === 'one') return found.id
  problems.push(
    found.kind === 'none'
      ? { field: name, key: 'organisation.unknown' }
      : { field: name, key: 'organisation.several', params: { names: found.names.join('; ') } },
  )
  return null
}
