import { groupedBy } from '../../domain/grouping.ts'
import { type Actor, may, NO_TIES } from '../../domain/permission.ts'
import { showToStaff } from '../../domain/visibility.ts'
import { type Answer, page } from '../../http/answer.ts'
import { deskHead, pagedTitle } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { readWordsAndCity, type WordsAndCity, wordsAndCityFilter } from '../../http/parts/list-filter.ts'
import { pageNumberIn, pagesPart, sliceOf } from '../../http/parts/pages.ts'
import { statusOfList, unknownFilters } from '../../http/parts/unknown-filter.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { counted } from '../../i18n/words.ts'
import { confirmationToTakeBack } from '../../operations/confirmations.ts'
import { tiesOf } from '../../operations/organisations.ts'
import type { DeskFilter, DeskRow } from '../../store/desk-directory.ts'
import { type Called, justConfirmed, type WorkListPage, workRow } from './pages.ts'

const MOST_HITS = 1000

/** The entries that nobody confirmed for long, those never confirmed and the longest overdue first, 50 a page. */
export function list(house: House, reader: Reader, asked: Asked): Answer {
  const { store } = house
  const { words, language, now } = reader
  const choice = readWordsAndCity(house, asked)
  const filter = filterOf(house, actorOf(reader), choice)
  const number = pageNumberIn(asked)
  const count = store.deskDirectory.count(filter, now.day)
  const rows = store.deskDirectory.rows(filter, now.day, sliceOf(number, count))
  const { unknown } = choice
  const query = { q: choice.text, ort: choice.city?.slug }
  const here = deskUrls.workList({ ...query, seite: number === 1 ? null : number })
  const model: WorkListPage = {
    filter: wordsAndCityFilter(reader, deskUrls.workList(), choice),
    notices: unknownFilters(unknown, reader),
    confirmed: confirmedNow(house, reader, asked, here),
    count: counted(words.desk.workList.count, count, language),
    rows: calledOf(house, rows).map((called) => workRow(called, here, reader)),
    pages: pagesPart(number, count, (seite) => deskUrls.workList({ ...query, seite })),
  }
  const head = deskHead(reader, pagedTitle(reader, words.desk.workList.title, number))
  return page('desk/work-list/list', head, model, statusOfList(unknown))
}

/** Only what this person may note: an administrator's are all of them. */
function filterOf(
  house: House,
  actor: Exclude<Actor, { kind: 'system' }>,
  { text, city }: WordsAndCity,
): DeskFilter {
  const hits = text === '' ? [] : house.store.search.find(text, MOST_HITS, { noun: 'organisation' })
  return {
    text,
    hits: hits.map(({ entryId }) => entryId),
    cityId: city?.id ?? null,
    state: 'overdue',
    within: may(actor, 'edit', NO_TIES)
      ? null
      : { cityIds: actor.cityIds, organisationIds: actor.organisationIds },
  }
}

/** What is known of whoever is to be called: four statements for all of them. */
function calledOf({ store }: House, rows: readonly DeskRow[]): readonly Called[] {
  const ids = rows.map(({ id }) => id)
  const contacts = groupedBy(
    showToStaff(store.contacts.ofOrganisations(ids)),
    ({ organisationId }) => organisationId,
  )
  const requests = store.confirmationRequests.latestOf(ids)
  const unreached = store.unreached.latestOf(ids)
  const addresses = [...contacts.values()]
    .flat()
    .flatMap(({ channels }) => channels.filter(({ kind }) => kind === 'email').map(({ value }) => value))
  const refused = store.outbox.refusedAmong(addresses)
  return rows.map((row) => ({
    row,
    contacts: contacts.get(row.id) ?? [],
    request: requests.get(row.id) ?? null,
    unreached: unreached.get(row.id) ?? null,
    refused,
  }))
}

/** Whom the person has just confirmed, and how to take that back. */
function confirmedNow(house: House, reader: Reader, { query }: Asked, here: Href) {
  const { bestaetigt = '' } = query
  const organisation = /^\d{1,9}$/.test(bestaetigt)
    ? house.store.organisations.byId(Number(bestaetigt))
    : null
  if (organisation === null || !may(actorOf(reader), 'edit', tiesOf(organisation))) return null
  const confirmation = confirmationToTakeBack(house, organisation.id)
  return confirmation?.way === 'telephone' ? justConfirmed(organisation, confirmation, here, reader) : null
}
