import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { relationTitle, sayRelationYears } from '../../http/parts/relations.ts'
import type { Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'

/** The relations of an organisation as they read from its side, and the way to a new one. */
export type RelationsPart = {
  readonly kind: 'relations'
  readonly rows: readonly {
    readonly href: Href
    readonly said: string
    readonly other: string
    readonly years: string
  }[]
  readonly add: Href | null
}

declare module '../../http/render.ts' {
  interface Parts {
    'relations-at-desk': RelationsPart
  }
}
declare module '../../http/entry/more.ts' {
  interface Mores {
    relations: RelationsPart
  }
}

/** Below the form of an organisation: what it belongs to, and what belongs to it. */
export function relationsPart(
  { store }: House,
  { words }: Reader,
  { id, mayAdd }: { readonly id: number; readonly mayAdd: boolean },
): RelationsPart {
  return {
    kind: 'relations',
    rows: store.relations.ofOrganisation(id).map((relation) => ({
      href: deskUrls.relations.entry(relation.id),
      said: relationTitle(relation, words),
      other: fill(words.deskRelations.inCity, { name: relation.other.name, city: relation.other.cityName }),
      years: sayRelationYears(relation, words),
    })),
    add: mayAdd ? deskUrls.newRelation(id) : null,
  }
}
