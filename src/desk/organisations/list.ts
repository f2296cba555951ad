import { freshness } from '../../domain/confirmation.ts'
import { type Actor, may, NO_TIES } from '../../domain/permission.ts'
import { type Answer, page } from '../../http/answer.ts'
import { deskHead, pagedTitle } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import {
  cityMenu,
  type ListFilter,
  listMenu,
  readWordsAndCity,
  type WordsAndCity,
} from '../../http/parts/list-filter.ts'
import type { NoticePart } from '../../http/parts/notice.ts'
import { type PagesPart, pageNumberIn, pagesPart, sliceOf } from '../../http/parts/pages.ts'
import { statusOfList, unknownFilters } from '../../http/parts/unknown-filter.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { sayDate } from '../../i18n/say-day.ts'
import { sayInstant } from '../../i18n/say-instant.ts'
import { counted, fill } from '../../i18n/words.ts'
import type { DeskFilter, DeskRow, DeskState } from '../../store/desk-directory.ts'

export type DeskListPage = {
  readonly title: string
  readonly create: Href | null
  readonly filter: ListFilter
  readonly notices: readonly NoticePart[]
  readonly count: string
  readonly rows: readonly {
    readonly href: Href
    readonly name: string
    readonly city: string
    readonly kind: string
    readonly state: 'current' | 'stale'
    readonly confirmed: string
    readonly changed: string
  }[]
  readonly pages: PagesPart | null
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/organisations/list': DeskListPage
  }
}

const MOST_HITS = 1000
const STATES: Readonly<Record<string, DeskState>> = { '': 'published', offen: 'overdue', archiv: 'archived' }

type Choice = WordsAndCity & { readonly stand: string }

/** The organisations that this person may read, searched and filtered, 50 a page. */
export function list(house: House, reader: Reader, asked: Asked): Answer {
  const { deskDirectory } = house.store
  const { stand = '' } = asked.query
  const choice: Choice = {
    ...readWordsAndCity(house, asked),
    stand: Object.hasOwn(STATES, stand) ? stand : '',
  }
  const filter = filterOf(house, actorOf(reader), choice)
  const number = pageNumberIn(asked)
  const { day } = reader.now
  const count = deskDirectory.count(filter, day)
  const rows = deskDirectory.rows(filter, day, sliceOf(number, count))
  const unknown = [...choice.unknown, ...(choice.stand === stand ? [] : [stand])]
  const model = listPage(reader, { choice, count, number, rows, unknown })
  const head = deskHead(reader, pagedTitle(reader, model.title, number))
  return page('desk/organisations/list', head, model, statusOfList(unknown))
}

/** Whoever may read everything sees everything; an editor the own organisations. */
function filterOf(house: House, actor: Actor, { text, city, stand }: Choice): DeskFilter {
  const seesAll = may(actor, 'read-internal', NO_TIES)
  const own = actor.kind === 'account' ? actor : { cityIds: [], organisationIds: [] }
  const hits = text === '' ? [] : house.store.search.find(text, MOST_HITS, { noun: 'organisation' })
  return {
    text,
    hits: hits.map(({ entryId }) => entryId),
    cityId: city?.id ?? null,
    state: STATES[stand] ?? 'published',
    within: seesAll ? null : { cityIds: own.cityIds, organisationIds: own.organisationIds },
  }
}

function listPage(
  reader: Reader,
  content: {
    readonly choice: Choice
    readonly count: number
    readonly number: number
    readonly rows: readonly DeskRow[]
    readonly unknown: readonly string[]
  },
): DeskListPage {
  const { words, language } = reader
  const { choice, count, number, rows, unknown } = content
  const { organisations: said } = words.desk
  const actor = actorOf(reader)
  const mayCreate = choice.cities.some(({ id }) => may(actor, 'create', { cityId: id, organisationId: null }))
  const query = { q: choice.text, ort: choice.city?.slug, stand: choice.stand }
  return {
    title: said.title,
    create: mayCreate ? deskUrls.organisations.new : null,
    filter: {
      action: deskUrls.organisations.list(),
      text: { label: said.text, value: choice.text },
      menus: [
        cityMenu(reader, choice),
        listMenu('stand', said.state, query.stand, [
          ['', said.states.published],
          ['offen', said.states.overdue],
          ['archiv', said.states.archived],
        ]),
      ],
      kept: [],
    },
    notices: unknownFilters(unknown, reader),
    count: counted(said.count, count, language),
    rows: rows.map((row) => listRow(row, reader)),
    pages: pagesPart(number, count, (seite) => deskUrls.organisations.list({ ...query, seite })),
  }
}

function listRow(row: DeskRow, { words, language, now }: Reader): DeskListPage['rows'][number] {
  const last = row.confirmedOn === null ? null : { on: row.confirmedOn }
  const state = freshness(last, row, now.day)
  const { confirmedOn, dormant, never, changed } = words.desk.organisations
  return {
    href: deskUrls.organisations.entry(row.id),
    name: row.name,
    city: row.cityName,
    kind: words.kinds.organisation[row.kind],
    state: state === 'confirmed' ? 'current' : 'stale',
    confirmed:
      row.dormantSince !== null
        ? fill(dormant, { day: sayDate(row.dormantSince, language) })
        : last === null
          ? never
          : fill(confirmedOn, { day: sayDate(last.on, language) }),
    changed: fill(changed, { at: sayInstant(row.changedAt, language), by: row.changedBy ?? '' }),
  }
}
