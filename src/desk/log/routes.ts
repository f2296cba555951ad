import { type Answer, page } from '../../http/answer.ts'
import { deskHead, pagedTitle } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import { type PagesPart, pageNumberIn, pagesPart, sliceOf } from '../../http/parts/pages.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { localInstant, sayInstant } from '../../i18n/say-instant.ts'
import { counted } from '../../i18n/words.ts'
import type { AuditEntry } from '../../store/audit.ts'

export type LogPage = {
  readonly count: string
  readonly rows: readonly {
    readonly datetime: string
    readonly at: string
    readonly by: string
    readonly act: string
    readonly entry: string
    readonly result: string
  }[]
  readonly pages: PagesPart | null
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/log/list': LogPage
  }
}

/** Who did what, newest first, 50 a page. */
export function list(house: House, reader: Reader, asked: Asked): Answer {
  const { audit } = house.store
  const { log } = reader.words.desk
  const number = pageNumberIn(asked)
  const count = audit.count()
  const model: LogPage = {
    count: counted(log.count, count, reader.language),
    rows: audit.rows(sliceOf(number, count)).map((entry) => rowOf(entry, reader)),
    pages: pagesPart(number, count, (seite) => deskUrls.log({ seite })),
  }
  return page('desk/log/list', deskHead(reader, pagedTitle(reader, log.title, number)), model)
}

function rowOf(entry: AuditEntry & { readonly by: string | null }, reader: Reader): LogPage['rows'][number] {
  const { words, language } = reader
  const { acts, nouns, results, system } = words.desk.log
  const noun = entry.noun === '' ? '' : wordFor(nouns, entry.noun)
  return {
    datetime: localInstant(entry.at),
    at: sayInstant(entry.at, language),
    by: entry.by ?? system,
    act: wordFor(acts, entry.act),
    entry: entry.entryId === null ? noun : `${noun} ${entry.entryId}`,
    result: wordFor(results, entry.result),
  }
}

/** The log outlives the words it was written with: an act that is no longer known stands as it was noted. */
function wordFor(words: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(words, key) ? (words[key] ?? key) : key
}
