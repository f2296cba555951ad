import { daysBetween } from '../../domain/day.ts'
import { gone, notFound } from '../../domain/refusal.ts'
import { isSlug } from '../../domain/slug.ts'
import type { Venue } from '../../domain/venue.ts'
import { parseWeek, type Week, weekOf, weekRange } from '../../domain/week.ts'
import { type Answer, movedTo, page } from '../../http/answer.ts'
import { calendarsFor } from '../../http/free-days.ts'
import type { House } from '../../http/house.ts'
import { noticeParts } from '../../http/parts/notice.ts'
import { organisationLinks } from '../../http/parts/organisation-link.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { feedOf, urlsIn } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'
import { placeLd } from './json-ld.ts'
import { addressOf, type HouseContent, housePage, venuesPage } from './pages.ts'

const DAYS_SHOWN_TO_ALL = 370
/** Weeks whose neighbours exist, too. */
const FIRST_WEEK = '1900-W02'
const LAST_WEEK = '2200-W51'

/** All venues, by city. */
export function list(house: House, reader: Reader): Answer {
  const { title, lead } = reader.words.venues
  return page(
    'site/venues/list',
    { title, description: lead },
    venuesPage(house.store.venues.lines(), reader),
  )
}

/** One house: where it is, when it is open, and who has which room in a week. */
export function venue(house: House, reader: Reader, asked: Asked): Answer {
  const slug = asked.params.slug ?? ''
  if (!isSlug(slug)) notFound(`venue ${slug}`)
  const found = house.store.venues.bySlug(slug)
  if (found === null) {
    const present = house.store.venues.slugAfter(slug) ?? notFound(`venue ${slug}`)
    return movedTo(urlsIn(reader.language).venue(present))
  }
  if (found.archivedAt !== null) gone(`venue ${slug}`)
  const content = contentOf(house, reader, found, weekAsked(asked, reader))
  const { city } = content
  const { model, changesAt } = housePage(content, reader)
  const head = {
    title: found.name,
    description: fill(reader.words.venues.description, {
      venue: found.name,
      address: addressOf(found, city.name),
    }),
    jsonLd: placeLd(found, city, house.origin, reader),
    // Weeks go on for centuries: search engines need not walk there.
    hidden: Math.abs(daysBetween(reader.now.day, weekRange(content.week).from)) > DAYS_SHOWN_TO_ALL,
    ...(changesAt === null ? {} : { changesAt }),
    feed: feedOf(urlsIn(reader.language).venue(found.slug)),
  }
  return page('site/venues/house', head, model)
}

function weekAsked(asked: Asked, reader: Reader): Week {
  const { woche } = asked.query
  if (woche === undefined || woche === '') return weekOf(reader.now.day)
  const week = parseWeek(woche) ?? notFound(`week ${woche}`)
  return week < FIRST_WEEK || week > LAST_WEEK ? notFound(`week ${week}`) : week
}

function contentOf(house: House, reader: Reader, found: Venue, week: Week): HouseContent {
  const { cities, closingDays, events, meetings, notices } = house.store
  const { day } = reader.now
  const range = weekRange(week)
  const linkOf = organisationLinks(house, reader, found.operatorId === null ? [] : [found.operatorId])
  return {
    venue: found,
    week,
    city: cities.byId(found.cityId) ?? notFound(`city ${found.cityId}`),
    operator: found.operatorId === null ? null : linkOf(found.operatorId),
    notices: noticeParts(house, reader, notices.forVenue(found.id, day)),
    meetings: meetings.atVenue(found.id),
    events: events.atVenue(found.id, range),
    closings: closingDays.ofHouse(found, { from: day, until: day }),
    calendarAt: calendarsFor(house, reader),
    closingsOfWeek: closingDays.ofHouse(found, range),
  }
}
