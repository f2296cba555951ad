import { notFound } from '../../domain/refusal.ts'
import { showContacts } from '../../domain/visibility.ts'
import { type Answer, page } from '../../http/answer.ts'
import { pagedTitle } from '../../http/frame.ts'
import type { House } from '../../http/house.ts'
import { PER_PAGE, pageNumberOf } from '../../http/parts/pages.ts'
import { readPlaceChoice } from '../../http/parts/place-filter.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { contactsPage, titleOf } from './pages.ts'
import { contactSheet } from './sheet.ts'

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
  const number = pageNumberOf(asked.query.seite) ?? notFound('page number')
  const count = stored.countListed(filter)
  if (number > 1 && (number - 1) * PER_PAGE >= count) notFound(`page ${number} of ${count} entries`)
  const organisations = stored.listed(filter, { limit: PER_PAGE, offset: (number - 1) * PER_PAGE })
  const shown = showContacts(stored.publicOf(organisations.map(({ id }) => id)), 'web', reader.now.day)
  const model = contactsPage(reader, { narrowed, text, count, number, organisations, contacts: shown })
  const title = pagedTitle(reader.words, model.title, number)
  const isUnknown = narrowed.choice.unknown.length > 0
  return page(
    'site/contacts/list',
    { title, description: reader.words.contacts.lead, ...(text === '' ? {} : { hidden: true }) },
    model,
    isUnknown ? 404 : 200,
  )
}

/** The same for paper: all of a city on one list, or all cities one after the other. */
export function printedContacts(house: House, reader: Reader, asked: Asked): Answer {
  const { contacts: stored, meetings } = house.store
  const { choice, filter } = readPlaceChoice(house, asked, 'city')
  if (choice.unknown.length > 0) notFound(`city ${asked.query.ort}`)
  const today = reader.now.day
  const organisations = stored.listedByCity({ cityId: filter.cityId, ids: null, place: 'print', today })
  const ids = organisations.map(({ id }) => id)
  const model = contactSheet(reader, {
    city: choice.city,
    organisations,
    contacts: showContacts(stored.publicOf(ids), 'print', today),
    meetings: meetings.ofOrganisations(ids),
  })
  return page('site/contacts/sheet', { title: titleOf(choice.city, reader), hidden: true }, model)
}
