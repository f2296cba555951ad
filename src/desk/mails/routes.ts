import { type Answer, done, page } from '../../http/answer.ts'
import { refuseUnknown } from '../../http/forms.ts'
import { deskHead, pagedTitle } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { type PagesPart, pageNumberIn, pagesPart, sliceOf } from '../../http/parts/pages.ts'
import { byForm, type Reader } from '../../http/reader.ts'
import { type Asked, type FormRoute, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { localInstant, sayInstant } from '../../i18n/say-instant.ts'
import { counted, fill } from '../../i18n/words.ts'
import { openMail, sendMailAgain } from '../../operations/outbox.ts'
import type { KeptMail } from '../../store/outbox.ts'

export type MailListPage = {
  readonly count: string
  readonly rows: readonly {
    readonly href: Href
    readonly subject: string
    readonly recipient: string
    readonly datetime: string
    readonly at: string
    readonly mark: 'current' | 'stale'
    readonly state: string
  }[]
  readonly pages: PagesPart | null
}
export type MailPage = {
  readonly subject: string
  readonly recipient: string
  readonly at: string
  readonly state: string
  readonly failure: string
  readonly body: string
  readonly again: Href | null
  readonly list: Href
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/mails/list': MailListPage
    'desk/mails/mail': MailPage
  }
}

/** What leaves the house by mail. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/post', 'read-mails', list],
  ['GET', '/verwaltung/post/:id', 'read-mails', mail],
  ['POST', '/verwaltung/post/:id/noch-einmal', 'read-mails', sendAgain],
]

/** The mails that wait, could not be sent, or were written into the folder; newest first, 50 a page. */
function list(house: House, reader: Reader, asked: Asked): Answer {
  const { outbox } = house.store
  const { words, language } = reader
  const number = pageNumberIn(asked)
  const count = outbox.count()
  const model: MailListPage = {
    count: counted(words.desk.mails.count, count, language),
    rows: outbox.rows(sliceOf(number, count)).map((mail) => rowOf(mail, reader)),
    pages: pagesPart(number, count, (seite) => deskUrls.mails({ seite })),
  }
  return page('desk/mails/list', deskHead(reader, pagedTitle(reader, words.desk.mails.title, number)), model)
}

/** One mail, as its reader sees it. */
function mail(house: House, reader: Reader, asked: Asked): Answer {
  const stored = openMail(house, byForm(reader), numberIn(asked, 'id'))
  const { id, subject, recipient, madeAt, failure, body, state } = stored
  const isOver = state === 'refused' || state === 'given-up'
  const model: MailPage = {
    subject,
    recipient,
    at: sayInstant(madeAt, reader.language),
    state: sayState(stored, reader),
    failure,
    body,
    again: isOver ? deskUrls.mailAgain(id) : null,
    list: deskUrls.mails(),
  }
  return page('desk/mails/mail', deskHead(reader, subject), model)
}

/** Tries a mail again that was refused or given up. */
function sendAgain(house: House, reader: Reader, asked: Asked): Answer {
  refuseUnknown(asked.form, [])
  const id = numberIn(asked, 'id')
  const isWaiting = sendMailAgain(house, byForm(reader), id)
  return isWaiting ? done(deskUrls.mail(id), 'mailSentAgain') : done(deskUrls.mail(id))
}

function rowOf(stored: KeptMail, reader: Reader): MailListPage['rows'][number] {
  const { id, subject, recipient, madeAt, state } = stored
  return {
    href: deskUrls.mail(id),
    subject,
    recipient,
    datetime: localInstant(madeAt),
    at: sayInstant(madeAt, reader.language),
    mark: state === 'waiting' || state === 'written' ? 'current' : 'stale',
    state: sayState(stored, reader),
  }
}

function sayState({ state, attempts, nextAttemptAt, settledAt }: KeptMail, reader: Reader): string {
  const { states } = reader.words.desk.mails
  const at = (instant: string | null) => (instant === null ? '' : sayInstant(instant, reader.language))
  if (state !== 'waiting') return fill(states[state], { at: at(settledAt) })
  return attempts === 0 ? states.waiting : fill(states.tried, { count: attempts, at: at(nextAttemptAt) })
}
