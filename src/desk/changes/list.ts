import { NOUNS } from '../../domain/revision.ts'
import { type Answer, page } from '../../http/answer.ts'
import { changesFor } from '../../http/changes.ts'
import { deskHead, pagedTitle } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import { type ChangeRow, changeRow } from '../../http/parts/change-row.ts'
import { type ListFilter, listMenu } from '../../http/parts/list-filter.ts'
import type { NoticePart } from '../../http/parts/notice.ts'
import { type PagesPart, pageNumberIn, pagesPart, sliceOf } from '../../http/parts/pages.ts'
import { statusOfList, unknownFilters } from '../../http/parts/unknown-filter.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { counted } from '../../i18n/words.ts'

export type ChangesPage = {
  readonly filter: ListFilter
  readonly notices: readonly NoticePart[]
  readonly count: string
  readonly rows: readonly ChangeRow[]
  readonly pages: PagesPart | null
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/changes/list': ChangesPage
  }
}

/** Printed lists are no entries. */
const LISTED = NOUNS.filter((noun) => noun !== 'confirmation' && noun !== 'kept-list')

/** Every change that this person may look back at, newest first, 50 a page; by noun and by who made it. */
export function list(house: House, reader: Reader, asked: Asked): Answer {
  const { words, language } = reader
  const { changes } = house.store
  const { art = '', von = '' } = asked.query
  const names = changes.names()
  const noun = LISTED.find((each) => each === art) ?? null
  const by = names.find((each) => each === von) ?? null
  const filter = { ...changesFor(actorOf(reader)), noun, by }
  const number = pageNumberIn(asked)
  const count = changes.count(filter)
  const unknown = [...(noun === null ? [art] : []), ...(by === null ? [von] : [])].filter(
    (value) => value !== '',
  )
  const said = words.deskChanges
  const model: ChangesPage = {
    filter: {
      action: deskUrls.changes(),
      text: null,
      menus: [
        listMenu('art', said.noun, noun, [
          ['', words.desk.all],
          ...LISTED.map((each) => [each, words.desk.log.nouns[each]] as const),
        ]),
        listMenu('von', said.by, by, [['', words.desk.all], ...names.map((each) => [each, each] as const)]),
      ],
      kept: [],
    },
    notices: unknownFilters(unknown, reader),
    count: count === 0 ? said.none : counted(said.count, count, language),
    rows: changes.lines(filter, sliceOf(number, count)).map((change) => changeRow(change, reader)),
    pages: pagesPart(number, count, (seite) => deskUrls.changes({ art: noun, von: by, seite })),
  }
  const head = deskHead(reader, pagedTitle(reader, said.title, number))
  return page('desk/changes/list', head, model, statusOfList(unknown))
}
