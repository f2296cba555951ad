import { may, mayAnywhere, NO_TIES } from '../../domain/permission.ts'
import { RELATION_KINDS, type RelationKind } from '../../domain/relation.ts'
import { type Answer, page } from '../../http/answer.ts'
import type { EntryListPage } from '../../http/entry/list.ts'
import { deskHead, pagedTitle } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import { pageNumberIn, pagesPart, sliceOf } from '../../http/parts/pages.ts'
import { sayRelationYears } from '../../http/parts/relations.ts'
import { statusOfList, unknownFilters } from '../../http/parts/unknown-filter.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { sayInstant } from '../../i18n/say-instant.ts'
import { counted, fill, joined } from '../../i18n/words.ts'
import type { CityName } from '../../store/cities.ts'
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

type Choice = {
  readonly text: string
  readonly city: CityName | null
  readonly kind: RelationKind | null
  readonly state: DeskRelationState
  readonly unknown: readonly string[]
}

/** The relations that this person may read, searched and filtered, 50 a page; ended and archived ones apart. */
export function list(house: House, reader: Reader, asked: Asked): Answer {
  const { deskRelations, cities } = house.store
  const actor = actorOf(reader)
  const towns = cities.names()
  const choice = choiceIn(asked, towns)
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
  const model = listPage(reader, choice, { towns, number, count, rows })
  const head = deskHead(reader, pagedTitle(reader, model.title, number))
  return page('entry/list', head, model, statusOfList(choice.unknown))
}

function choiceIn({ query }: Asked, towns: readonly CityName[]): Choice {
  const { q = '', ort = '', art = '', stand = '' } = query
  const city = towns.find(({ slug }) => slug === ort) ?? null
  const kind = RELATION_KINDS.find((known) => KINDS[known] === art) ?? null
  const state = STATE_ORDER.find((known) => STATES[known] === stand)
  const unknown = [city === null ? ort : '', kind === null ? art : '', state === undefined ? stand : '']
  return {
    text: q.trim().slice(0, 100),
    city,
    kind,
    state: state ?? 'lasting',
    unknown: unknown.filter((value) => value !== ''),
  }
}

function listPage(
  reader: Reader,
  choice: Choice,
  found: {
    readonly towns: readonly CityName[]
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
    action: hrefOf(),
    text,
    selects: selectsOf(reader, choice, found.towns),
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

function selectsOf(
  { words }: Reader,
  { city, kind, state }: Choice,
  towns: readonly CityName[],
): EntryListPage['selects'] {
  const { deskRelations, desk, kinds } = words
  const all = (isChosen: boolean) => ({ value: '', label: desk.all, isChosen })
  return [
    {
      name: 'ort',
      label: desk.organisations.fields.cityId,
      options: [
        all(city === null),
        ...towns.map(({ slug, name }) => ({ value: slug, label: name, isChosen: slug === city?.slug })),
      ],
    },
    {
      name: 'art',
      label: desk.organisations.fields.kind,
      options: [
        all(kind === null),
        ...RELATION_KINDS.map((each) => ({
          value: KINDS[each],
          label: kinds.relation[each].from,
          isChosen: each === kind,
        })),
      ],
    },
    {
      name: 'stand',
      label: desk.organisations.state,
      options: STATE_ORDER.map((each) => ({
        value: STATES[each],
        label: deskRelations.states[each],
        isChosen: each === state,
      })),
    },
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
