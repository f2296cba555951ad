import type { Account } from '../../domain/account.ts'
import { ROLES } from '../../domain/permission.ts'
import { fold } from '../../domain/search-fold.ts'
import { type Answer, page } from '../../http/answer.ts'
import { deskHead, pagedTitle } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { type ListFilter, listMenu } from '../../http/parts/list-filter.ts'
import type { NoticePart } from '../../http/parts/notice.ts'
import { type PagesPart, pageNumberIn, pagesPart, sliceOf } from '../../http/parts/pages.ts'
import { statusOfList, unknownFilters } from '../../http/parts/unknown-filter.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { counted } from '../../i18n/words.ts'

export type AccountListPage = {
  readonly create: Href
  readonly filter: ListFilter
  readonly notices: readonly NoticePart[]
  readonly count: string
  readonly rows: readonly {
    readonly href: Href
    readonly name: string
    readonly role: string
    readonly email: string
    readonly mark: 'current' | 'stale'
    readonly state: string
  }[]
  readonly pages: PagesPart | null
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/accounts/list': AccountListPage
  }
}

const STATES = ['active', 'invited', 'disabled'] as const
type State = (typeof STATES)[number]
const STATE_NAMES: Readonly<Record<State, string>> = {
  active: 'aktiv',
  invited: 'eingeladen',
  disabled: 'gesperrt',
}

/** Every account, searched and filtered, 50 a page: there are hundreds at most, so that they are filtered here. */
export function list(house: House, reader: Reader, asked: Asked): Answer {
  const { q = '', rolle = '', stand = '' } = asked.query
  const text = q.trim().slice(0, 100)
  const role = ROLES.find((known) => known === rolle) ?? null
  const state = STATES.find((known) => STATE_NAMES[known] === stand) ?? null
  const found = house.store.accounts
    .all()
    .filter((account) => fold(`${account.name} ${account.email}`).includes(fold(text)))
    .filter(
      (account) => (role === null || account.role === role) && (state === null || stateOf(account) === state),
    )
  const number = pageNumberIn(asked)
  const { offset, limit } = sliceOf(number, found.length)
  const unknown = [...(role === null ? [rolle] : []), ...(state === null ? [stand] : [])].filter(
    (value) => value !== '',
  )
  const { words, language } = reader
  const { accounts } = words.desk
  const query = { q: text, rolle: role, stand: state === null ? null : STATE_NAMES[state] }
  const model: AccountListPage = {
    create: deskUrls.accounts.new,
    filter: {
      action: deskUrls.accounts.list(),
      text: { label: accounts.text, value: text },
      menus: [
        listMenu('rolle', accounts.fields.role, query.rolle, [
          ['', words.desk.all],
          ...ROLES.map((each) => [each, words.roles[each]] as const),
        ]),
        listMenu('stand', accounts.state, query.stand, [
          ['', words.desk.all],
          ...STATES.map((each) => [STATE_NAMES[each], accounts.states[each]] as const),
        ]),
      ],
      kept: [],
    },
    notices: unknownFilters(unknown, reader),
    count: counted(accounts.count, found.length, language),
    rows: found.slice(offset, offset + limit).map((account) => rowOf(account, reader)),
    pages: pagesPart(number, found.length, (seite) => deskUrls.accounts.list({ ...query, seite })),
  }
  const head = deskHead(reader, pagedTitle(reader, accounts.title, number))
  return page('desk/accounts/list', head, model, statusOfList(unknown))
}

function stateOf({ disabledAt, hasPassword }: Account): State {
  if (disabledAt !== null) return 'disabled'
  return hasPassword ? 'active' : 'invited'
}

function rowOf(account: Account, { words }: Reader): AccountListPage['rows'][number] {
  const { id, name, role, email } = account
  const state = stateOf(account)
  return {
    href: deskUrls.accounts.entry(id),
    name,
    role: words.roles[role],
    email,
    mark: state === 'active' ? 'current' : 'stale',
    state: words.desk.accounts.states[state],
  }
}
