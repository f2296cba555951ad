import type { EventDraft } from '../../domain/event.ts'
import { createDocument, createPicture } from '../../operations/attachments.ts'
import { createEvent } from '../../operations/events.ts'
import type { Chapter } from './chapter.ts'
import { readDocument, readPicture } from './read.ts'
import type { Story } from './story.ts'

type ToldEvent = NonNullable<Story['events']>[number]

/** Puts in the events of a file, with their participations, documents and pictures. */
export function tellEvents(chapter: Chapter): void {
  for (const told of chapter.story.events ?? []) {
    const { office, by, savedId } = chapter
    const id = savedId(told.slug, createEvent(office, by, draftOf(chapter, told)))
    const owner = { noun: 'event', id } as const
    for (const { kind, title, file } of told.documents)
      savedId(title, createDocument(office, by, { owner, kind, title, file: readDocument(file) }))
    for (const { file, ...picture } of told.pictures)
      savedId(file, createPicture(office, by, { owner, ...picture, ...readPicture(file) }))
  }
}

function draftOf({ idOf, idOrNull }: Chapter, told: ToldEvent): EventDraft {
  const {
    city,
    venue,
    room,
    topics,
    participations,
    documents: _documents,
    pictures: _pictures,
    ...rest
  } = told
  return {
    ...rest,
    endsOn: told.endsOn ?? told.startsOn,
    cityId: idOf('city', city),
    venueId: idOrNull('venue', venue),
    roomId: room === null ? null : idOf('room', `${venue}/${room}`),
    topicIds: topics.map((slug) => idOf('topic', slug)),
    participations: participations.map(({ organisation, withOrganisation, ...participation }) => ({
      ...participation,
      organisationId: idOf('organisation', organisation),
      withOrganisationId: idOrNull('organisation', withOrganisation),
    })),
  }
}
