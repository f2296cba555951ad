import type { OrganisationText } from '../../domain/organisation.ts'
import { confirmOrganisation } from '../../operations/confirmations.ts'
import { createOrganisation } from '../../operations/organisations.ts'
import { createRelation } from '../../operations/relations.ts'
import type { Chapter } from './chapter.ts'
import type { ToldOrganisation } from './organisation-story.ts'

/** Puts in the organisations of a file, each under the key by which the data speak of it. */
export function tellOrganisations({ office, by, story, remember, savedId, idOf }: Chapter): void {
  for (const told of story.organisations ?? []) {
    const {
      key,
      city,
      texts,
      topics,
      contacts: _contacts,
      meetings: _meetings,
      confirmations: _confirmations,
      ...rest
    } = told
    const draft = {
      ...rest,
      cityId: idOf('city', city),
      texts: textsOf(texts),
      topicIds: topics.map((slug) => idOf('topic', slug)),
    }
    remember('organisation', key, savedId(told.name, createOrganisation(office, by, draft)))
  }
}

/** Notes when the entries of a file were confirmed, the oldest first. */
export function tellConfirmations({ office, by, story, savedId, idOf }: Chapter): void {
  for (const { key, confirmations } of story.organisations ?? []) {
    for (const { on, way, by: byName } of confirmations.toSorted((one, other) =>
      one.on.localeCompare(other.on),
    ))
      savedId(key, confirmOrganisation(office, by, idOf('organisation', key), { on, way, byName }))
  }
}

/** Puts in the relations of a file. */
export function tellRelations({ office, by, story, savedId, idOf }: Chapter): void {
  for (const { from, to, ...relation } of story.relations ?? []) {
    const draft = { ...relation, fromId: idOf('organisation', from), toId: idOf('organisation', to) }
    savedId(`${from} ${relation.kind} ${to}`, createRelation(office, by, draft))
  }
}

function textsOf({ de, en }: ToldOrganisation['texts']): OrganisationText[] {
  return [{ language: 'de', ...de }, ...(en === undefined ? [] : [{ language: 'en' as const, ...en }])]
}
