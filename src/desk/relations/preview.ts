import type { RelationDraft } from '../../domain/relation.ts'
import type { House } from '../../http/house.ts'
import { type Related, relatedBy, relationTitle } from '../../http/parts/relations.ts'
import type { Reader } from '../../http/reader.ts'
import { fill } from '../../i18n/words.ts'

/** A relation as the pages of both its sides will say it. */
export type RelationPreview = {
  readonly kind: 'relation'
  readonly word: string
  /** Why neither page says it, or empty. */
  readonly hidden: string
  readonly pages: readonly {
    readonly of: string
    readonly title: string
    readonly related: readonly Related[]
  }[]
}

declare module '../../http/render.ts' {
  interface Parts {
    'relation-preview': RelationPreview
  }
}
declare module '../../http/entry/preview.ts' {
  interface Previews {
    relation: RelationPreview
  }
}

/** Both pages; `word` says what kind of look at them this is. */
export function relationPreview(
  { store }: House,
  reader: Reader,
  draft: RelationDraft,
  word: string,
): RelationPreview {
  const { words } = reader
  const sides = store.organisations.named([draft.fromId, draft.toId])
  const from = sides.find(({ id }) => id === draft.fromId)
  const to = sides.find(({ id }) => id === draft.toId)
  const cities = new Map(store.cities.names().map((city) => [city.id, city]))
  const pageOf = (own: typeof from, other: typeof from, direction: 'from' | 'to') => {
    if (own === undefined || other === undefined) return []
    const city = cities.get(other.cityId)
    const cityName = city?.name ?? ''
    const seen = { ...draft, other: { ...other, cityName, citySlug: city?.slug ?? '' } }
    return [
      {
        of: fill(words.deskRelations.onPageOf, { name: own.name }),
        title: relationTitle({ kind: draft.kind, direction }, words),
        related: [relatedBy(seen, reader, own.cityId === other.cityId ? '' : cityName)],
      },
    ]
  }
  return {
    kind: 'relation',
    word,
    hidden: sides.some(({ isArchived }) => isArchived) ? words.deskRelations.hidden : '',
    pages: [...pageOf(from, to, 'from'), ...pageOf(to, from, 'to')],
  }
}
