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
import { sayDayRange } from '../../i18n/say-day.ts'
import { fill } from '../../i18n/words.ts'
import type { ClosingDayLine } from '../../store/closing-days.ts'

type ClosingDayRow = {
  readonly href: Href
  readonly days: string
  readonly place: string
  readonly reason: string
  readonly kind: string
}

export type ClosingDayListPage = {
  readonly create: Href | null
  readonly filter: ListFilter
  readonly notices: readonly NoticePart[]
  /** Those to come, and those that are over or were taken back; each left out where it is empty. */
  readonly groups: readonly {
    readonly id: string
    readonly title: string
    readonly rows: readonly ClosingDayRow[]
  }[]
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/closing-days/list': ClosingDayListPage
  }
}

/** The closing days of all houses and cities: what is to come first. */
export function list(house: House, reader: Reader, asked: Asked): Answer {
  const said = reader.words.deskClosingDays
  const choice = readWordsAndCity(house, asked)
  const lines = narrowed(house.store.closingDays.lines(), choice, ({ reason }) => reason)
  const isOpen = ({ until, archivedAt }: ClosingDayLine) => archivedAt === null && until >= reader.now.day
  const groups = [
    { id: 'kommende', title: said.coming, lines: lines.filter(isOpen) },
    {
      id: 'vergangene',
      title: said.past,
      lines: lines.filter((line) => line.archivedAt === null && !isOpen(line)).reverse(),
    },
    { id: 'archiv', title: said.archived, lines: lines.filter(({ archivedAt }) => archivedAt !== null) },
  ]
  const model: ClosingDayListPage = {
    create: mayAnywhere(actorOf(reader), 'create') ? deskUrls.closingDays.new : null,
    filter: wordsAndCityFilter(reader, deskUrls.closingDays.list(), choice),
    notices: unknownFilters(choice.unknown, reader),
    groups: groups
      .filter((group) => group.lines.length > 0)
      .map(({ id, title, lines: ofGroup }) => ({
        id,
        title,
        rows: ofGroup.map((line) => rowOf(line, reader)),
      })),
  }
  return page('desk/closing-days/list', deskHead(reader, said.title), model, statusOfList(choice.unknown))
}

function rowOf(line: ClosingDayLine, { words, language }: Reader): ClosingDayRow {
  const { allOf, houseIn, kinds } = words.deskClosingDays
  const { from, until, cityName: city, venueName: house } = line
  return {
    href: deskUrls.closingDays.entry(line.id),
    days: sayDayRange({ from, until }, language),
    place: house === null ? fill(allOf, { city }) : fill(houseIn, { house, city }),
    reason: line.reason,
    kind: kinds[line.kind],
  }
}
