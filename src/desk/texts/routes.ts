import { type Answer, page } from '../../http/answer.ts'
import { writtenRoutes } from '../../http/entry/addresses.ts'
import { entryHandlers } from '../../http/entry/handlers.ts'
import { deskHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import type { Reader } from '../../http/reader.ts'
import type { FormRoute } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { sayInstant } from '../../i18n/say-instant.ts'
import { mayWrite, textDesk } from './desk.ts'

export type TextListPage = {
  readonly rows: readonly {
    readonly href: Href
    readonly title: string
    readonly language: string
    readonly changed: string
  }[]
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/texts/list': TextListPage
  }
}

/** The texts of the site itself, which are neither opened nor archived here. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/texte', 'edit-site-texts', list],
  ...writtenRoutes('/verwaltung/texte', entryHandlers(textDesk), {
    read: 'edit-site-texts',
    edit: 'edit-site-texts',
    readHistory: 'edit-site-texts',
    restore: 'edit-site-texts',
  }),
]

/** The texts of the site itself. */
function list(house: House, reader: Reader): Answer {
  mayWrite(reader)
  const { words } = reader
  const rows = house.store.siteTexts.all().map(({ id, title, language, updatedAt }) => ({
    href: deskUrls.texts.entry(id),
    title,
    language: words.languages[language],
    changed: sayInstant(updatedAt, reader.language),
  }))
  return page('desk/texts/list', deskHead(reader, words.desk.texts.title), { rows })
}
