import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { type Related, type RelationGroup, relatedBy, relationTitle } from '../../http/parts/relations.ts'
import type { Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'

/** The relations of an organisation as they read from its side, each with the way to its entry, and the way to a new one. */
export type RelationsPart = {
  readonly kind: 'relations'
  readonly groups: readonly RelationGroup[]
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
  reader: Reader,
  { id, mayAdd }: { readonly id: number; readonly mayAdd: boolean },
): RelationsPart {
  const groups = new Map<string, Related[]>()
  for (const relation of store.relations.ofOrganisation(id)) {
    const title = relationTitle(relation, reader.words)
    const related = relatedBy(relation, reader, relation.other.cityName)
    const href = deskUrls.relations.entry(relation.id)
    groups.set(title, [...(groups.get(title) ?? []), { ...related, href }])
  }
  return {
    kind: 'relations',
    groups: [...groups].map(([title, items]) => ({ title, items })),
    add: mayAdd ? deskUrls.newRelation(id) : null,
  }
}
