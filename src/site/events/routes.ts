import { eventFilterOf } from '../../http/agenda.ts'
import { type Answer, movedTo, page } from '../../http/answer.ts'
import { pagedTitle } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import { eventContent, eventView } from '../../http/parts/event-view.ts'
import { pageNumberIn, sliceOf } from '../../http/parts/pages.ts'
import { readPlaceChoice } from '../../http/parts/place-filter.ts'
import { signInPrints } from '../../http/parts/print-links.ts'
import { statusOfList } from '../../http/parts/unknown-filter.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { feedOf, urlsIn } from '../../http/urls.ts'
import { eventAt } from './find.ts'
import { eventLd } from './json-ld.ts'
import { eventsPage } from './pages.ts'

/** All events, 50 a page: those to come in their order, then those that are over, the latest first. */
export function list(house: House, reader: Reader, asked: Asked): Answer {
  const { events } = house.store
  const { words, now } = reader
  const narrowed = readPlaceChoice(house, asked, 'city-and-topic')
  const filter = eventFilterOf(narrowed.filter)
  const number = pageNumberIn(asked)
  const upcomingCount = events.upcomingCount(now.day, filter)
  const pastCount = events.pastCount(now.day, filter)
  const slice = sliceOf(number, upcomingCount + pastCount)
  const upcoming = events.upcoming(now.day, slice, filter)
  const rest = {
    limit: slice.limit - upcoming.length,
    offset: Math.max(0, slice.offset - upcomingCount),
  }
  const past = events.past(now.day, rest, filter)
  const model = eventsPage(
    {
      narrowed,
      counts: events.placeCounts(narrowed.filter),
      number,
      upcoming,
      past,
      upcomingCount,
      pastCount,
    },
    reader,
  )
  const head = { title: pagedTitle(reader, words.events.title, number), description: words.events.lead }
  return page('site/events/list', head, model, statusOfList(narrowed.choice.unknown))
}

/** One event: when, where, by whom, with whom, and what was reported afterwards. */
export function event(house: House, reader: Reader, asked: Asked): Answer {
  const slug = asked.params.slug ?? ''
  const found = eventAt(house, slug)
  if (found.slug !== slug) return movedTo(urlsIn(reader.language).event(found.slug))
  const content = eventContent(house, reader, found, found.id)
  const model = {
    trail: [{ href: urlsIn(reader.language).events(), label: reader.words.events.title }],
    view: eventView(content, reader),
    correct: urlsIn(reader.language).correction({ noun: 'event', slug: found.slug }),
    print: signInPrints({ veranstaltung: found.slug }, reader),
  }
  const head = {
    title: found.title,
    description: found.summary,
    jsonLd: eventLd(content, house.origin, reader),
    ...(model.view.isOver ? {} : { feed: feedOf(urlsIn(reader.language).event(found.slug)) }),
  }
  return page('site/events/event', head, model)
}
