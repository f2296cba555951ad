// What is done to the entries that are about a topic: they get other topics, and are found by the names of theirs.
import { notFound } from '../domain/refusal.ts'
import type { TopicUse } from '../store/topic-uses.ts'
import type { By, Office, Outdated, Refused, Saved } from './act.ts'
import { changeEvent, eventDraftOf, indexEvent } from './events.ts'
import { changeOrganisation, draftOf, indexOrganisation } from './organisations.ts'
import { changeProject, indexProject, projectDraftOf } from './projects.ts'

type Turn = (topicIds: readonly number[]) => readonly number[]

/** Gives an entry the topics that `turn` makes of its own: a change of the entry, with a revision. */
export function changeTopics(
  office: Office,
  by: By,
  { noun, id }: TopicUse,
  turn: Turn,
): Saved | Refused | Outdated {
  const { events, organisations, projects } = office.store
  switch (noun) {
    case 'organisation': {
      const stored = organisations.byId(id) ?? notFound(`organisation ${id}`)
      const draft = { ...draftOf(stored), topicIds: turn(stored.topicIds) }
      return changeOrganisation(office, by, { id, version: stored.version, draft })
    }
    case 'event': {
      const stored = events.byId(id) ?? notFound(`event ${id}`)
      const draft = { ...eventDraftOf(stored), topicIds: turn(stored.topicIds) }
      return changeEvent(office, by, { id, version: stored.version, draft })
    }
    case 'project': {
      const stored = projects.byId(id) ?? notFound(`project ${id}`)
      const draft = { ...projectDraftOf(stored), topicIds: turn(stored.topicIds) }
      return changeProject(office, by, { id, version: stored.version, draft })
    }
    default:
      return noun satisfies never
  }
}

const INDEX: Readonly<Record<TopicUse['noun'], (office: Office, id: number) => void>> = {
  organisation: indexOrganisation,
  event: indexEvent,
  project: indexProject,
}

/** Lets the search find an entry by what its topics are called now, as long as it is on the site. */
export function indexUse(office: Office, { noun, id }: TopicUse): void {
  INDEX[noun](office, id)
}
