import { may, mayAnywhere, NO_TIES } from '../../domain/permission.ts'
import { RELATION_KINDS, type RelationKind } from '../../domain/relation.ts'
import { type Answer, page } from '../../http/answer.ts'
import type { EntryListPage } from '../../http/entry/list.ts'
import { deskHead, pagedTitle } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import {
  cityMenu,
  type ListMenu,
  listMenu,
  readWordsAndCity,
  type WordsAndCity,
} from '../../http/parts/list-filter.ts'
import { pageNumberIn, pagesPart, sliceOf } from '../../http/parts/pages.ts'
import { sayRelationYears } from '../../http/parts/relations.ts'
import { statusOfList, unknownFilters } from '../../http/parts/unknown-filter.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { sayInstant } from '../../i18n/say-instant.ts'
import { counted, fill, joined } from '../../i18n/words.ts'
import type { DeskRelationRow, DeskRelationState } from '../../store/desk-relations.ts'
import { sayRelation } from './said.ts'

/** How the address names the kinds and the states; the first state stands where none is named. */
const KINDS: Readonly<Record<RelationKind, string>> = {
  'part-of': 'teil',
  'member-of': 'mitglied',
  'founding-member-of': 'gruendungsmitglied',
  'cooperates-with': 'zusammenarbeit',
  supports: 'unterstuetzung',
  'in-dialogue-with': 'dialog',
}
const STATES: Readonly<Record<DeskRelationState, string>> = {
  lasting: '',
  ended: 'beendet',
  archived: 'archiv',
}
const STATE_ORDER = ['lasting', 'ended', 'archived'] as const

type Choice = WordsAndCity & {
  readonly kind: RelationKind | null
  readonly state: DeskRelationState
}

/** The relations that this person may read, searched and filtered, 50 a page; ended and archived ones apart. */
export function list(house: House, reader: Reader, asked: Asked): Answer {
  const { deskRelations } = house.store
  const actor = actorOf(reader)
  const choice = choiceIn(house, asked)
  const filter = {
    text: choice.text,
    cityId: choice.city?.id ?? null,
    kind: choice.kind,
    state: choice.state,
    organisationIds: may(actor, 'read-internal', NO_TIES) ? null : actor.organisationIds,
  }
  const number = pageNumberIn(asked)
  const count = deskRelations.count(filter)
  const rows = deskRelations.rows(filter, sliceOf(number, count))
  const model = listPage(reader, choice, { number, count, rows })
  const head = deskHead(reader, pagedTitle(reader, model.title, number))
  return page('entry/list', head, model, statusOfList(choice.unknown))
}

function choiceIn(house: House, asked: Asked): Choice {
  const { art = '', stand = '' } = asked.query
  const read = readWordsAndCity(house, asked)
  const kind = RELATION_KINDS.find((known) => KINDS[known] === art) ?? null
  const state = STATE_ORDER.find((known) => STATES[known] === stand)
  const unknown = [...read.unknown, kind === null ? art : '', state === undefined ? stand : '']
  return { ...read, kind, state: state ?? 'lasting', unknown: unknown.filter((value) => value !== '') }
}

function listPage(
  reader: Reader,
  choice: Choice,
  found: {
    readonly number: number
    readonly count: number
    readonly rows: readonly DeskRelationRow[]
  },
): EntryListPage {
  const { words, language } = reader
  const said = words.deskRelations
  const { list: hrefOf, new: create } = deskUrls.relations
  const { text, city, kind, state, unknown } = choice
  const query = { q: text, ort: city?.slug, art: kind === null ? '' : KINDS[kind], stand: STATES[state] }
  return {
    title: said.title,
    lead: said.lead,
    create: mayAnywhere(actorOf(reader), 'edit') ? { href: create, label: said.new } : null,
    filter: {
      action: hrefOf(),
      text: { label: words.desk.organisations.text, value: text },
      menus: menusOf(reader, choice),
      kept: [],
    },
    notices: unknownFilters(unknown, reader),
    count: counted(said.count, found.count, language),
    columns: [
      said.column,
      said.years,
      words.desk.organisations.fields.cityId,
      words.desk.organisations.lastChange,
    ],
    rows: found.rows.map((row) => rowOf(row, reader)),
    pages: pagesPart(found.number, found.count, (seite) => hrefOf({ ...query, seite })),
  }
}

function menusOf(reader: Reader, choice: Choice): readonly ListMenu[] {
  const { deskRelations, desk, kinds } = reader.words
  const { kind, state } = choice
  return [
    cityMenu(reader, choice),
    listMenu('art', desk.organisations.fields.kind, kind === null ? '' : KINDS[kind], [
      ['', desk.all],
      ...RELATION_KINDS.map((each) => [KINDS[each], kinds.relation[each].from] as const),
    ]),
    listMenu(
      'stand',
      desk.organisations.state,
      STATES[state],
      STATE_ORDER.map((each) => [STATES[each], deskRelations.states[each]] as const),
    ),
  ]
}

function rowOf(row: DeskRelationRow, { words, language }: Reader): EntryListPage['rows'][number] {
  const { changed } = words.desk.organisations
  return {
    href: deskUrls.relations.entry(row.id),
    name: sayRelation(row.kind, { from: row.fromName, to: row.toName }, words),
    cells: [
      joined([sayRelationYears(row, words), row.isHidden ? words.deskRelations.hidden : ''], '. '),
      row.fromCity === row.toCity ? row.fromCity : `${row.fromCity}, ${row.toCity}`,
      fill(changed, { at: sayInstant(row.changedAt, language), by: row.changedBy ?? '' }),
    ],
  }
}
