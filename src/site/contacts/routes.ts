import { showContacts } from '../../domain/visibility.ts'
import { type Answer, page } from '../../http/answer.ts'
import { calendarsFor } from '../../http/free-days.ts'
import { pagedTitle } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import { pageNumberIn, sliceOf } from '../../http/parts/pages.ts'
import { readPlaceChoice } from '../../http/parts/place-filter.ts'
import { statusOfList } from '../../http/parts/unknown-filter.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { contactsPage } from './pages.ts'

const LONGEST_TEXT = 100
const MOST_HITS = 1000

/** Whom to call or write to, in one city or all: by organisation, 50 a page. */
export function contacts(house: House, reader: Reader, asked: Asked): Answer {
  const { contacts: stored, search } = house.store
  const narrowed = readPlaceChoice(house, asked, 'city')
  const { cityId } = narrowed.filter
  const text = (asked.query.q ?? '').trim().slice(0, LONGEST_TEXT)
  const within = cityId === null ? {} : { cityId }
  const hits = text === '' ? null : search.find(text, MOST_HITS, { noun: 'organisation', ...within })
  const filter = {
    cityId,
    ids: hits === null ? null : hits.map(({ entryId }) => entryId),
    place: 'web',
    today: reader.now.day,
  } as const
  const number = pageNumberIn(asked)
  const count = stored.countListed(filter)
  const organisations = stored.listed(filter, sliceOf(number, count))
  const shown = showContacts(stored.publicOf(organisations.map(({ id }) => id)), 'web', reader.now.day)
  const model = contactsPage(reader, {
    narrowed,
    text,
    count,
    number,
    organisations,
    contacts: shown,
    calendarAt: calendarsFor(house, reader),
  })
  const title = pagedTitle(reader, model.title, number)
  return page(
    'site/contacts/list',
    { title, description: reader.words.contacts.lead, ...(text === '' ? {} : { hidden: true }) },
    model,
    statusOfList(narrowed.choice.unknown),
  )
}
