import { addDays } from '../domain/day.ts'
import { freeDaysFor, uncertainFrom } from '../domain/holidays.ts'
import type { ScheduledDate } from '../domain/schedule.ts'
import type { CalendarEvent, CalendarMeeting, EntryFacts, Told } from '../formats/ical.ts'
import { sayDayShort } from '../i18n/say-day.ts'
import { saySchedule } from '../i18n/say-rule.ts'
import { shortened } from '../i18n/shortened.ts'
import { fill, joined } from '../i18n/words.ts'
import type { FeedEvent } from '../store/feed-events.ts'
import type { FeedMeeting } from '../store/feed-meetings.ts'
import { calendarsFor } from './free-days.ts'
import type { House } from './house.ts'
import { markdownToText } from './markdown.ts'
import { sayEventMoments } from './parts/event-row.ts'
import type { Reader } from './reader.ts'
import { urlsIn } from './urls.ts'

/** A description stands in every entry of a meeting again; the page has the whole of it. */
const LONGEST_DESCRIPTION = 600

/** Turns meetings and events into entries of a calendar, in the reader's language. */
export function feedTexts(house: House, reader: Reader) {
  const { language } = reader
  const urls = urlsIn(language)
  const topics = new Map(house.store.topics.all().map(({ id, names }) => [id, names[language]]))
  const namesOf = (ids: readonly number[]) => ids.flatMap((id) => topics.get(id) ?? [])
  const calendarAt = calendarsFor(house, reader)

  return {
    meeting(meeting: FeedMeeting): CalendarMeeting {
      const { organisationSlug: slug, organisationKind: kind } = meeting
      const facts = {
        ...factsOf(meeting),
        url: `${house.origin}${urls.organisation({ slug, kind })}#treffen-${meeting.id}`,
        organiser: meeting.organisationName,
        categories: namesOf(meeting.topicIds),
      }
      const { schedule, exceptions } = meeting
      const calendar = calendarAt(meeting)
      const uncertain = uncertainFrom(schedule, calendar)
      return {
        facts,
        schedule,
        exceptions,
        freeDays: freeDaysFor(schedule, calendar),
        knownUntil: uncertain === null ? null : addDays(uncertain, -1),
        tell: tellMeeting(meeting, facts.url, reader),
      }
    },
    event(event: FeedEvent): CalendarEvent {
      const facts = {
        ...factsOf(event),
        url: `${house.origin}${urls.event(event.slug)}`,
        organiser: event.organisers.join(', '),
        categories: namesOf(event.topicIds),
      }
      const { startsOn, endsOn, start, end, cancelledBecause } = event
      const told = tellEvent(event, facts.url, reader)
      return { facts, told, startsOn, endsOn, start, end, isCancelled: cancelledBecause !== null }
    },
  }
}

function factsOf(entry: FeedMeeting | FeedEvent): Omit<EntryFacts, 'url' | 'organiser' | 'categories'> {
  return {
    uid: entry.uid,
    sequence: entry.version - 1,
    updatedAt: entry.updatedAt,
    location: locationOf(entry),
  }
}

/** „Internationales Zentrum, 1. Etage, Zimmer 14, Flachsmarkt 15, 47051 Duisburg“, as maps understand it. */
function locationOf(entry: FeedMeeting | FeedEvent): string {
  const { venueName, venueStreet, venuePostcode, roomFloor, roomName, place, cityName } = entry
  const street = venueStreet === venueName ? null : venueStreet
  const town = joined([venuePostcode, cityName], ' ')
  return joined([venueName, roomFloor, roomName, place === cityName ? null : place, street, town], ', ')
}

function tellMeeting(meeting: FeedMeeting, url: string, reader: Reader): CalendarMeeting['tell'] {
  const { words, language } = reader
  const { organisationName: organisation, title } = meeting
  const summary = organisation.includes(title)
    ? organisation
    : fill(words.calendar.meetingOf, { organisation, title })
  let usual: Told | null = null
  return (date) => {
    usual ??= {
      summary,
      description: joined(
        [
          saySchedule(meeting.schedule, language),
          shortened(markdownToText(meeting.description), LONGEST_DESCRIPTION),
          fill(words.feeds.more, { url }),
        ],
        '\n\n',
      ),
    }
    if (date === null) return usual
    return {
      summary: date.state === 'cancelled' ? fill(words.feeds.cancelled, { title: summary }) : summary,
      description: joined([sayException(date, reader), usual.description], '\n\n'),
    }
  }
}

/** „Verlegt vom Mi., 03.06.2026. Der Saal wird gestrichen.“ */
function sayException({ state, movedFrom, reason }: ScheduledDate, { words, language }: Reader): string {
  const moved =
    movedFrom === null ? '' : fill(words.feeds.movedFrom, { day: sayDayShort(movedFrom, language) })
  const added = state === 'added' ? words.feeds.added : ''
  return joined([moved, added, reason], ' ')
}

function tellEvent(event: FeedEvent, url: string, reader: Reader): Told {
  const { words } = reader
  const { title, startsOn, endsOn, summary, organisers, cancelledBecause } = event
  return {
    summary: cancelledBecause === null ? title : fill(words.feeds.cancelled, { title }),
    description: joined(
      [
        cancelledBecause,
        startsOn === endsOn ? '' : sayEventMoments(event, reader),
        summary,
        organisers.length === 0 ? '' : fill(words.feeds.by, { names: organisers.join(', ') }),
        fill(words.feeds.more, { url }),
      ],
      '\n\n',
    ),
  }
}
