import type { City } from '../../domain/city.ts'
import { notFound } from '../../domain/refusal.ts'
import { weekdaysOfRule } from '../../domain/rule.ts'
import type { Answer } from '../../http/answer.ts'
import { type Feed, feedAnswer, feedStretch } from '../../http/feed.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { feedOf } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'
import type { FeedMeeting } from '../../store/feed-meetings.ts'
import { cityAt } from './city.ts'
import { type Choice, cityPage, filterOf, queryOf, readChoice } from './filter.ts'

/** The calendar of a city; with the filter of its page, of the groups that the page lists. */
export function feed(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const { slug = '' } = asked.params
  const city = cityAt(house, slug)
  const choice = readChoice(asked, house.store.topics.all())
  if (choice.unknown.length > 0) notFound(`calendar of ${choice.unknown.join()}`)
  const isWhole = queryOf(choice) === ''
  const page = cityPage(reader.language, city.slug, choice)
  const { names } = reader.words.feeds
  const name = fill(names.city, { city: city.name })
  return feedAnswer(house, reader, {
    name: isWhole ? name : fill(names.selection, { name }),
    page,
    address: feedOf(page),
    isKept: true,
    read: () => (isWhole ? allOf(house, reader, city) : listed(house, reader, city, choice)),
  })
}

function allOf({ store }: House, reader: Reader, city: City): ReturnType<Feed['read']> {
  const filter = { cityId: city.id, topicId: null }
  return { meetings: store.feedMeetings.at(filter), events: store.feedEvents.at(filter, feedStretch(reader)) }
}

/** Of the groups that the filter leaves; by weekday only what is on one of these, and no events. */
function listed(house: House, reader: Reader, city: City, choice: Choice): ReturnType<Feed['read']> {
  const { directory, feedMeetings, feedEvents } = house.store
  const filter = filterOf(house, city.id, choice)
  const everything = { limit: directory.count(filter), offset: 0 }
  const ids = directory.rows(filter, reader.language, everything).map(({ id }) => id)
  const meetings = feedMeetings.ofOrganisations(ids)
  if (choice.weekdays.length > 0)
    return { meetings: meetings.filter((meeting) => isOnOneOf(meeting, choice.weekdays)), events: [] }
  return { meetings, events: feedEvents.ofOrganisations(ids, feedStretch(reader)) }
}

function isOnOneOf({ schedule }: FeedMeeting, weekdays: Choice['weekdays']): boolean {
  return schedule.slots.some(({ rule }) => weekdaysOfRule(rule).some((weekday) => weekdays.includes(weekday)))
}
