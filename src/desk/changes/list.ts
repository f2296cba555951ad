import { NOUNS, type Noun } from '../../domain/revision.ts'
import { type Answer, page } from '../../http/answer.ts'
import { changesFor } from '../../http/changes.ts'
import { deskHead, pagedTitle } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { type ChangeRow, changeRow } from '../../http/parts/change-row.ts'
import type { Option } from '../../http/parts/fields.ts'
import type { NoticePart } from '../../http/parts/notice.ts'
import { type PagesPart, pageNumberIn, pagesPart, sliceOf } from '../../http/parts/pages.ts'
import { statusOfList, unknownFilters } from '../../http/parts/unknown-filter.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { counted } from '../../i18n/words.ts'

export type ChangesPage = {
  readonly action: Href
  readonly nouns: readonly Option[]
  readonly names: readonly Option[]
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
    action: deskUrls.changes(),
    nouns: optionsOf(LISTED, noun, words.desk.all, (each: Noun) => words.desk.log.nouns[each]),
    names: optionsOf(names, by, words.desk.all, (each) => each),
    notices: unknownFilters(unknown, reader),
    count: count === 0 ? said.none : counted(said.count, count, language),
    rows: changes.lines(filter, sliceOf(number, count)).map((change) => changeRow(change, reader)),
    pages: pagesPart(number, count, (seite) => deskUrls.changes({ art: noun, von: by, seite })),
  }
  const head = deskHead(reader, pagedTitle(reader, said.title, number))
  return page('desk/changes/list', head, model, statusOfList(unknown))
}

function optionsOf<Value extends string>(
  values: readonly Value[],
  chosen: Value | null,
  all: string,
  labelOf: (value: Value) => string,
): readonly Option[] {
  return [
    { value: '', label: all, isChosen: chosen === null },
    ...values.map((value) => ({ value, label: labelOf(value), isChosen: value === chosen })),
  ]
}
