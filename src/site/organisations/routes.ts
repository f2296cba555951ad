import type { Organisation } from '../../domain/organisation.ts'
import { notFound } from '../../domain/refusal.ts'
import { nextDates } from '../../domain/schedule.ts'
import { showContacts } from '../../domain/visibility.ts'
import { type Answer, type Head, movedTo, page } from '../../http/answer.ts'
import { calendarsFor } from '../../http/free-days.ts'
import type { House } from '../../http/house.ts'
import { nextChangeToday } from '../../http/parts/contact-card.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { feedOf, urlsIn } from '../../http/urls.ts'
import type { MeetingAtPlace } from '../../store/meetings.ts'
import { type Entry, placeOf, textOf } from './entry.ts'
import { organisationAt } from './find.ts'
import { organisationData } from './json-ld.ts'
import { organisationPage } from './pages.ts'

/** An organisation of any kind but a network; a network's page stands elsewhere. */
export function organisation(house: House, reader: Reader, asked: Asked): Answer {
  return show(house, reader, asked, 'organisation')
}

/** A network, with its members across towns. */
export function network(house: House, reader: Reader, asked: Asked): Answer {
  return show(house, reader, asked, 'network')
}

function show(house: House, reader: Reader, asked: Asked, as: 'organisation' | 'network'): Answer {
  const slug = asked.params.slug ?? ''
  const found = organisationAt(house, slug)
  const isNetwork = found.kind === 'network'
  if (found.slug !== slug || isNetwork !== (as === 'network'))
    return movedTo(urlsIn(reader.language).organisation(found))
  const entry = entryOf(house, reader, found)
  const model = organisationPage(house, reader, entry)
  return page('site/organisations/organisation', headOf(house, reader, entry), model)
}

function entryOf(house: House, reader: Reader, organisation: Organisation): Entry {
  const { id } = organisation
  const { attachments, cities, confirmations, contacts, events, meetings } = house.store
  const ownMeetings = meetings.ofOrganisations([id]).filter((meeting) => isStillToCome(meeting, reader))
  return {
    organisation,
    city: cities.byId(organisation.cityId) ?? notFound(`city ${organisation.cityId}`),
    topics: house.store.topics.byIds(organisation.topicIds),
    contacts: showContacts(contacts.publicOf([id]), 'web', reader.now.day),
    meetings: ownMeetings,
    papers: attachments.documents.ofMeetings(ownMeetings.map((meeting) => meeting.id)),
    documents: attachments.documents.ofOrganisation(id),
    pictures: attachments.pictures.ofOrganisation(id),
    relations: house.store.relations.ofOrganisation(id),
    projects: house.store.projects.ofOrganisation(id),
    events: events.ofOrganisation(id),
    confirmation: confirmations.latestOf([id]).get(id) ?? null,
    calendarAt: calendarsFor(house, reader),
  }
}

/** A calendar of the group may name hundreds of single dates that are over: their place is the calendar's past. */
function isStillToCome({ feedId, schedule, exceptions }: MeetingAtPlace, { now }: Reader): boolean {
  return feedId === null || nextDates(schedule, exceptions, now.day, 1).length > 0
}

function headOf(house: House, reader: Reader, entry: Entry): Head {
  const { freeDays } = entry.calendarAt(placeOf(entry.organisation))
  const changesAt = nextChangeToday(entry.contacts, freeDays, reader)
  const { name } = entry.organisation
  const description = textOf(entry, reader)?.summary ?? ''
  return {
    title: name,
    ...(description === '' ? {} : { description }),
    jsonLd: organisationData(house, reader, entry),
    ...(changesAt === null ? {} : { changesAt }),
    ...(hasDates(entry, reader)
      ? { feed: feedOf(urlsIn(reader.language).organisation(entry.organisation)) }
      : {}),
  }
}

/** A network's calendar has the dates of its members, too. */
function hasDates({ organisation, meetings, events }: Entry, { now }: Reader): boolean {
  return (
    organisation.kind === 'network' || meetings.length > 0 || events.some(({ endsOn }) => endsOn >= now.day)
  )
}
