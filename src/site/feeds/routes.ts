import { notFound } from '../../domain/refusal.ts'
import { type Answer, page } from '../../http/answer.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { ownPath } from '../../http/urls.ts'
import { type Calendar, calendarAt } from './calendar.ts'
import { subscribePage } from './pages.ts'

/** How to subscribe to a calendar: to the one that the address names, or to any. */
export function subscribe(house: House, reader: Reader, asked: Asked): Answer {
  const { kalender = '' } = asked.query
  const calendar = kalender === '' ? null : calendarIn(house, reader, kalender)
  const { subscribe: title, lead } = reader.words.feeds
  const head = { title, description: lead, hidden: calendar !== null }
  return page('site/feeds/subscribe', head, subscribePage(house, reader, calendar))
}

function calendarIn(house: House, reader: Reader, address: string): Calendar {
  const path = ownPath(address) ?? notFound(`calendar ${address}`)
  return calendarAt(house, reader, path) ?? notFound(`calendar ${address}`)
}
