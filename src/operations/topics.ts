// What is done to topics: an administrator creates them.
import { NO_TIES } from '../domain/permission.ts'
import { checkSlug, chosenSlug } from '../domain/slug.ts'
import { checkTopic, type TopicDraft } from '../domain/topic.ts'
import {
  type By,
  type Office,
  permit,
  type Refused,
  record,
  refused,
  type Saved,
  saved,
  write,
} from './act.ts'

/** Creates a topic under the slug of the draft, or a free one made from its German name where that is empty. */
export function createTopic(office: Office, by: By, draft: TopicDraft): Saved | Refused {
  return write(office, ({ at }) => {
    permit(by, 'create', NO_TIES)
    const { topics } = office.store
    const isSlugTaken = (slug: string) => topics.all().some((topic) => topic.slug === slug)
    const problems = [...checkTopic(draft), ...checkSlug(draft.slug, isSlugTaken)]
    if (problems.length > 0) return refused(problems)
    const state = { ...draft, slug: chosenSlug(draft.slug, draft.names.de, isSlugTaken) }
    const id = topics.insert(state, at)
    record(office, by, { noun: 'topic', id, version: 1, at, state })
    return saved(id, 1)
  })
}
