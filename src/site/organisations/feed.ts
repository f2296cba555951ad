import type { Organisation } from '../../domain/organisation.ts'
import { notFound } from '../../domain/refusal.ts'
import type { Answer } from '../../http/answer.ts'
import { feedAnswer, feedStretch } from '../../http/feed.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { feedOf, urlsIn } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'
import { organisationAt } from './find.ts'
import { isMembership } from './relations.ts'

/** The calendar of an organisation: its meetings, and the events in which it has a part; of a network with its members. */
export function feed(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const found = organisationAt(house, asked.params.slug ?? '')
  const { names } = reader.words.feeds
  const page = urlsIn(reader.language).organisation(found)
  return feedAnswer(house, reader, {
    name: fill(found.kind === 'network' ? names.network : names.organisation, { name: found.name }),
    page,
    address: feedOf(page),
    isKept: true,
    read: () => {
      const ids = [found.id, ...membersOf(house, found)]
      return {
        meetings: house.store.feedMeetings.ofOrganisations(ids),
        events: house.store.feedEvents.ofOrganisations(ids, feedStretch(reader)),
      }
    },
  })
}

/** The calendar of one meeting. */
export function meetingFeed(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const organisation = organisationAt(house, asked.params.slug ?? '')
  const id = numberIn(asked, 'id')
  const meeting = house.store.feedMeetings.byId(id)
  if (meeting === null || meeting.organisationSlug !== organisation.slug) notFound(`meeting ${id}`)
  const urls = urlsIn(reader.language)
  return feedAnswer(house, reader, {
    name: fill(reader.words.feeds.names.meeting, { organisation: organisation.name, title: meeting.title }),
    page: urls.organisation(organisation),
    address: urls.meetingFeed(organisation, id),
    isKept: true,
    read: () => ({ meetings: [meeting], events: [] }),
  })
}

function membersOf(house: House, { id, kind }: Organisation): readonly number[] {
  if (kind !== 'network') return []
  return house.store.relations
    .ofOrganisation(id)
    .filter(isMembership)
    .map(({ other }) => other.id)
}
