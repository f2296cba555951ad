import type { Answer } from '../../http/answer.ts'
import { feedAnswer } from '../../http/feed.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { feedOf, urlsIn } from '../../http/urls.ts'
import { eventAt } from './find.ts'

/** One event, to be taken into a calendar. */
export function feed(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const { id, slug, title } = eventAt(house, asked.params.slug ?? '')
  const page = urlsIn(reader.language).event(slug)
  return feedAnswer(house, reader, {
    name: title,
    page,
    address: feedOf(page),
    isKept: true,
    read: () => ({ meetings: [], events: house.store.feedEvents.byIds([id]) }),
  })
}
