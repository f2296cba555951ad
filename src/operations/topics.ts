// What is done to topics, which entries of any city are about: create, change, archive, bring back, restore, hand over what is about them.
import { type Actor, NO_TIES } from '../domain/permission.ts'
import { checkTopic, type Topic, type TopicDraft } from '../domain/topic.ts'
import {
  type Archiving,
  type By,
  type Change,
  type Office,
  type Outdated,
  type Refused,
  type Restoring,
  refused,
  type Saved,
  saved,
} from './act.ts'
import { changeTogether } from './batches.ts'
import { archiveEntry, type Created, changeEntry, createEntry, openEntry, restoreEntry } from './entries.ts'
import { checkEntrySlug, slugOfEntry } from './entry-slugs.ts'
import { changeTopics, indexUse } from './topic-uses.ts'

const TOPICS: Created<'topic', Topic> = {
  noun: 'topic',
  byId: ({ store }, id) => store.topics.byId(id),
  draftOf: topicDraftOf,
  tiesOf: () => NO_TIES,
  homeOf: () => NO_TIES,
  check: ({ store }, draft, stored) => [
    ...checkTopic(draft),
    ...checkEntrySlug(store.topics, draft.slug, stored),
  ],
  complete: ({ store }, draft, stored) => ({
    ...draft,
    slug: slugOfEntry(
      store.topics,
      named(draft),
      stored === null ? null : { ...named(stored), id: stored.id },
    ),
  }),
  insert: ({ store }, draft, at) => store.topics.insert(draft, at),
  update: ({ store }, stored, { id, version, draft }, at) => {
    if (!store.topics.update(id, version, draft, at)) return false
    if (draft.slug !== stored.slug) store.topics.keepSlug(id, stored.slug, draft.slug)
    return true
  },
  setArchived: ({ store }, { id, version }, archivedAt, at) =>
    store.topics.setArchived(id, version, archivedAt, at),
  // Those in the archive hold it, too: they may come back.
  heldBy: ({ store }, { id }) => {
    const uses = store.topicUses.ofTopic(id)
    if (uses.length === 0) return []
    const names = uses.map(({ name }) => name).join('; ')
    return [{ field: 'uebergabe', key: 'topic.inUse', params: { count: uses.length, names } }]
  },
  // A topic is found by nothing of its own: whatever is about it is found by its names.
  index: (office, id) => {
    for (const use of office.store.topicUses.ofTopic(id)) indexUse(office, use)
  },
}

/** Creates a topic under the slug of the draft, or a free one made from its German name where that is empty. */
export function createTopic(office: Office, by: By, draft: TopicDraft): Saved | Refused {
  return createEntry(TOPICS, office, by, draft)
}

/**
 * Changes a topic that still has the version the change was made from. A changed German name gives a new slug; addresses
 * with the old one still name it.
 */
export function changeTopic(office: Office, by: By, change: Change<TopicDraft>): Saved | Refused | Outdated {
  return changeEntry(TOPICS, office, by, change)
}

/** Takes a topic off every form and filter or puts it back; refused as long as anything is about it. */
export function archiveTopic(office: Office, by: By, archiving: Archiving): Saved | Refused | Outdated {
  return archiveEntry(TOPICS, office, by, archiving)
}

/** Makes an earlier state of a topic its newest one. */
export function restoreTopic(office: Office, by: By, restoring: Restoring): Saved | Refused | Outdated {
  return restoreEntry(TOPICS, office, by, restoring)
}

/** The topic, for an administrator; throws Forbidden for anybody else, NotFound where there is none. */
export function openTopic(office: Office, actor: Actor, id: number): Topic {
  return openEntry(TOPICS, office, actor, { act: 'keep-choices', id })
}

/**
 * Gives everything that is about a topic, in the archive, too, another topic in its place: all or nothing, each a change of
 * its entry with a revision of its own.
 */
export function handOverTopic(
  office: Office,
  by: By,
  { id, to }: { readonly id: number; readonly to: number },
): Saved | Refused {
  const topic = openTopic(office, by.actor, id)
  const next = office.store.topics.byId(to)
  if (next === null || next.archivedAt !== null || to === id)
    return refused([{ field: 'to', key: 'topic.gone' }])
  const moved = changeTogether(office, by, office.store.topicUses.ofTopic(id), (together, use) =>
    changeTopics(office, together, use, (topicIds) => [
      ...topicIds.filter((each) => each !== id && each !== to),
      to,
    ]),
  )
  if (moved.kind === 'saved') return saved(id, topic.version)
  const names = moved.failures.map(({ each }) => each.name).join('; ')
  return refused([{ field: 'to', key: 'topic.notMoved', params: { names } }])
}

/** The editable fields of a topic, as a form and a revision keep them. */
export function topicDraftOf({ slug, names }: Topic): TopicDraft {
  return { slug, names }
}

function named({ slug, names }: TopicDraft) {
  return { slug, name: names.de }
}
