import { lookFor } from '../../domain/desk-search.ts'
import type { Actor } from '../../domain/permission.ts'
import { type Answer, page } from '../../http/answer.ts'
import { deskHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { pathsOf } from '../../http/noun-paths.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import type { Asked, FormRoute } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { compareNames } from '../../i18n/german-order.ts'
import { counted } from '../../i18n/words.ts'
import { mayFind } from '../../operations/desk-search.ts'
import { DESK_FOUND, type DeskFound, type DeskText } from '../../store/desk-search.ts'

/** Everything that this person may read, also what is internal and in the archive. */
export const ROUTES: readonly FormRoute[] = [['GET', '/verwaltung/suche', 'signed-in', search]]

export type DeskSearchPage = {
  readonly action: Href
  readonly query: string
  readonly count: string
  readonly groups: readonly {
    readonly id: string
    readonly title: string
    readonly rows: readonly {
      readonly href: Href
      readonly name: string
      readonly owner: string
      readonly isArchived: boolean
    }[]
    /** „und 12 weitere“, or empty. */
    readonly more: string
  }[]
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/search/results': DeskSearchPage
  }
}

const LONGEST_QUERY = 100
const MOST_OF_A_NOUN = 30

function search(house: House, reader: Reader, asked: Asked): Answer {
  const { words, language } = reader
  const said = words.deskSearch
  const query = (asked.query.q ?? '').trim().slice(0, LONGEST_QUERY)
  const found = query === '' ? [] : findAll(house, actorOf(reader), query)
  const model: DeskSearchPage = {
    action: deskUrls.search(),
    query,
    count: query === '' ? '' : found.length === 0 ? said.none : counted(said.count, found.length, language),
    groups: DESK_FOUND.map((noun) => groupOf(noun, found, reader)).filter(({ rows }) => rows.length > 0),
  }
  return page('desk/search/results', deskHead(reader, said.title), model)
}

/** Every entry that this person may read and that holds all of the query. */
function findAll({ store }: House, actor: Actor, query: string): readonly DeskText[] {
  const isFound = lookFor(query)
  return store.deskSearch
    .all()
    .filter((entry) => isFound(`${entry.name} ${entry.owner} ${entry.text}`) && mayFind(actor, entry))
}

function groupOf(
  noun: DeskFound,
  found: readonly DeskText[],
  reader: Reader,
): DeskSearchPage['groups'][number] {
  const { words, language } = reader
  const said = words.deskSearch
  const own = found.filter((entry) => entry.noun === noun).sort((a, b) => compareNames(a.name, b.name))
  const left = own.length - MOST_OF_A_NOUN
  return {
    id: `gefunden-${noun}`,
    title: said.nouns[noun],
    rows: own.slice(0, MOST_OF_A_NOUN).map(({ id, name, owner, archivedAt }) => ({
      href: pathsOf[noun].entry(id),
      name,
      owner,
      isArchived: archivedAt !== null,
    })),
    more: left > 0 ? counted(said.more, left, language) : '',
  }
}
