import type { RelationKind } from '../../domain/relation.ts'
import type { Href } from '../../http/href.ts'
import { type Related, type RelationGroup, relatedBy, relationTitle } from '../../http/parts/relations.ts'
import type { Reader } from '../../http/reader.ts'
import { urlsIn } from '../../http/urls.ts'
import { compareNames } from '../../i18n/german-order.ts'
import { counted, fill } from '../../i18n/words.ts'
import type { SeenRelation } from '../../store/relations.ts'
import type { Entry } from './entry.ts'

/** The members of a network by their towns. */
export type Members = {
  readonly title: string
  readonly towns: readonly {
    readonly name: string
    readonly href: Href
    readonly members: readonly Related[]
  }[]
}

declare module '../../http/render.ts' {
  interface Parts {
    'member-towns': Members['towns']
  }
}

const MEMBERSHIPS: ReadonlySet<RelationKind> = new Set(['part-of', 'member-of', 'founding-member-of'])

/** The relations of an organisation under the words for their kind; a network's members have a list of their own. */
export function relationGroups(entry: Entry, reader: Reader): readonly RelationGroup[] {
  const { words } = reader
  const isNetwork = entry.organisation.kind === 'network'
  const groups = new Map<string, Related[]>()
  for (const relation of entry.relations) {
    if (isNetwork && isMembership(relation)) continue
    const title = relationTitle(relation, words)
    const group = groups.get(title) ?? []
    group.push(relatedBy(relation, reader, townOf(relation, entry)))
    groups.set(title, group)
  }
  return [...groups].map(([title, items]) => ({ title, items }))
}

/** The present members of a network by town; null where it names none. An organisation is counted once. */
export function membersOf(entry: Entry, reader: Reader): Members | null {
  const { words, language } = reader
  const members = new Map<number, SeenRelation>()
  for (const relation of entry.relations) {
    // Founding members come last, and tell more.
    if (isMembership(relation)) members.set(relation.other.id, relation)
  }
  if (members.size === 0) return null
  const towns = new Map<string, SeenRelation[]>()
  for (const relation of members.values()) {
    const { cityName } = relation.other
    towns.set(cityName, [...(towns.get(cityName) ?? []), relation])
  }
  return {
    title: fill(words.organisations.membersInTowns, {
      members: counted(words.organisations.members, members.size, language),
      towns: counted(words.organisations.towns, towns.size, language),
    }),
    towns: [...towns]
      .sort(([one], [other]) => compareNames(one, other))
      .map(([name, ofTown]) => townPart(name, ofTown, reader)),
  }
}

function townPart(name: string, ofTown: readonly SeenRelation[], reader: Reader): Members['towns'][number] {
  const { words, language } = reader
  const sorted = [...ofTown].sort((one, other) => compareNames(one.other.name, other.other.name))
  return {
    name,
    href: urlsIn(language).city(sorted[0]?.other.citySlug ?? ''),
    members: sorted.map((relation) =>
      relatedBy(
        relation,
        reader,
        relation.kind === 'founding-member-of' ? words.organisations.foundingMember : '',
      ),
    ),
  }
}

/** Whether the other one belongs to this one today. */
export function isMembership({ kind, direction, untilYear }: SeenRelation): boolean {
  return direction === 'to' && MEMBERSHIPS.has(kind) && untilYear === null
}

function townOf({ other }: SeenRelation, { organisation }: Entry): string {
  return other.cityId === organisation.cityId ? '' : other.cityName
}
