import { mayAnywhere } from '../../domain/permission.ts'
import { type Answer, page } from '../../http/answer.ts'
import { deskHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import {
  type ListFilter,
  narrowed,
  readWordsAndCity,
  wordsAndCityFilter,
} from '../../http/parts/list-filter.ts'
import type { NoticePart } from '../../http/parts/notice.ts'
import { statusOfList, unknownFilters } from '../../http/parts/unknown-filter.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'
import type { NoticeLine } from '../../store/notices.ts'
import { nameOf, sayTime } from './said.ts'

type NoticeRow = {
  readonly href: Href
  readonly name: string
  readonly place: string
  readonly time: string
}

export type NoticeListPage = {
  readonly create: Href | null
  readonly filter: ListFilter
  readonly notices: readonly NoticePart[]
  /** Those to be seen now or later, those that are over, and the archive; each left out where it is empty. */
  readonly groups: readonly {
    readonly id: string
    readonly title: string
    readonly rows: readonly NoticeRow[]
  }[]
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/notices/list': NoticeListPage
  }
}

/** The notices of all cities and houses: what is to be seen, now or later, first. */
export function list(house: House, reader: Reader, asked: Asked): Answer {
  const said = reader.words.deskNotices
  const choice = readWordsAndCity(house, asked)
  const lines = narrowed(house.store.notices.lines(), choice, ({ text }) => text)
  const isOver = ({ until }: NoticeLine) => until !== null && until < reader.now.day
  const onSite = lines.filter(({ archivedAt }) => archivedAt === null)
  const groups = [
    { id: 'aktuelle', title: said.present, lines: onSite.filter((line) => !isOver(line)) },
    { id: 'abgelaufene', title: said.past, lines: onSite.filter(isOver).reverse() },
    { id: 'archiv', title: said.archived, lines: lines.filter(({ archivedAt }) => archivedAt !== null) },
  ]
  const model: NoticeListPage = {
    create: mayAnywhere(actorOf(reader), 'create') ? deskUrls.notices.new : null,
    filter: wordsAndCityFilter(reader, deskUrls.notices.list(), choice),
    notices: unknownFilters(choice.unknown, reader),
    groups: groups
      .filter((group) => group.lines.length > 0)
      .map(({ id, title, lines: ofGroup }) => ({
        id,
        title,
        rows: ofGroup.map((line) => rowOf(line, reader)),
      })),
  }
  return page('desk/notices/list', deskHead(reader, said.title), model, statusOfList(choice.unknown))
}

function rowOf(line: NoticeLine, reader: Reader): NoticeRow {
  const { allOf, houseIn } = reader.words.deskNotices
  const { cityName: city, venueName: house } = line
  return {
    href: deskUrls.notices.entry(line.id),
    name: nameOf(line),
    place: house === null ? fill(allOf, { city }) : fill(houseIn, { house, city }),
    time: sayTime(line, reader),
  }
}
