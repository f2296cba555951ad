import { isMutual, type RelationKind } from '../../domain/relation.ts'
import { fill, joined, type Words } from '../../i18n/words.ts'
import type { SeenRelation } from '../../store/relations.ts'
import type { Href } from '../href.ts'
import type { Reader } from '../reader.ts'
import { urlsIn } from '../urls.ts'

/** Another organisation, and what is to be said of the relation to it: its town, since when, a note. */
export type Related = {
  readonly href: Href
  readonly name: string
  readonly nameLanguage: string
  readonly about: string
}

export type RelationGroup = { readonly title: string; readonly items: readonly Related[] }

declare module '../render.ts' {
  interface Parts {
    relations: readonly RelationGroup[]
    'related-list': readonly Related[]
  }
}

/** What a relation is called on the page of the side from which it is seen: „Mitglied von“, „Mitglieder“. */
export function relationTitle(
  { kind, direction }: { readonly kind: RelationKind; readonly direction: SeenRelation['direction'] },
  { kinds }: Words,
): string {
  return kinds.relation[kind][isMutual(kind) ? 'from' : direction]
}

/** The other side of a relation as the page of one side names it; `first` stands before its years and its note. */
export function relatedBy(
  relation: Pick<SeenRelation, 'other' | 'sinceYear' | 'untilYear' | 'note'>,
  reader: Reader,
  first: string,
): Related {
  const { other, note } = relation
  return {
    href: urlsIn(reader.language).organisation(other),
    name: other.name,
    nameLanguage: other.nameLanguage ?? '',
    about: joined([first, sayRelationYears(relation, reader.words), note], ' · '),
  }
}

/** „seit 2014“, „2014 bis 2020“, „bis 2020“, or empty. */
export function sayRelationYears(
  { sinceYear, untilYear }: Pick<SeenRelation, 'sinceYear' | 'untilYear'>,
  { organisations }: Words,
): string {
  if (sinceYear !== null && untilYear !== null)
    return fill(organisations.sinceUntil, { since: sinceYear, until: untilYear })
  if (sinceYear !== null) return fill(organisations.since, { year: sinceYear })
  return untilYear === null ? '' : fill(organisations.until, { year: untilYear })
}
