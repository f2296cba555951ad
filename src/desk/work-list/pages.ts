import { dueOn } from '../../domain/confirmation.ts'
import { daysBetween } from '../../domain/day.ts'
import type { Organisation } from '../../domain/organisation.ts'
import type { StaffContact } from '../../domain/visibility.ts'
import type { Href } from '../../http/href.ts'
import { type ShownChannel, shownChannels } from '../../http/parts/channels.ts'
import type { ListFilter } from '../../http/parts/list-filter.ts'
import type { NoticePart } from '../../http/parts/notice.ts'
import type { PagesPart } from '../../http/parts/pages.ts'
import type { Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'
import { sayDate } from '../../i18n/say-day.ts'
import { sayInstant } from '../../i18n/say-instant.ts'
import { counted, fill, joined } from '../../i18n/words.ts'
import type { SentRequest } from '../../store/confirmation-requests.ts'
import type { NotedConfirmation } from '../../store/confirmations.ts'
import type { DeskRow } from '../../store/desk-directory.ts'
import type { Unreached } from '../../store/unreached.ts'

/** An entry to be called about: whom, since when it is overdue, and what was tried. */
export type WorkRow = {
  readonly href: Href
  readonly name: string
  readonly city: string
  readonly overdue: string
  readonly people: readonly { readonly who: string; readonly channels: readonly ShownChannel[] }[]
  readonly tried: readonly string[]
  /** „Mails kommen zurück“, or empty. */
  readonly bounced: string
  readonly confirm: Href
  readonly nobody: Href
  /** Where the list goes on. */
  readonly here: Href
}

/** What was just noted, and the form that takes it back. */
export type JustConfirmed = {
  readonly text: string
  readonly action: Href
  readonly confirmation: number
  readonly here: Href
}

export type WorkListPage = {
  readonly filter: ListFilter
  readonly notices: readonly NoticePart[]
  readonly confirmed: JustConfirmed | null
  readonly count: string
  readonly rows: readonly WorkRow[]
  readonly pages: PagesPart | null
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/work-list/list': WorkListPage
  }
  interface Parts {
    'work-row': WorkRow
  }
}

/** What the list is made from; `refused` are addresses whose mail came back. */
export type Called = {
  readonly row: DeskRow
  readonly contacts: readonly StaffContact[]
  readonly request: SentRequest | null
  readonly unreached: Unreached | null
  readonly refused: ReadonlySet<string>
}

/** A row of the work list. */
export function workRow(called: Called, here: Href, reader: Reader): WorkRow {
  const { row, contacts, refused } = called
  const { workList } = reader.words.desk
  const hasBounced = contacts.some(({ channels }) =>
    channels.some(({ kind, value }) => kind === 'email' && refused.has(value)),
  )
  return {
    href: deskUrls.organisations.entry(row.id),
    name: row.name,
    city: row.cityName,
    overdue: sayOverdue(row, reader),
    people: contacts
      .map((contact) => ({
        who: joined([contact.function, contact.personName], ', '),
        channels: shownChannels(contact, reader).filter(
          ({ icon, href }) => icon === 'phone' && href !== null,
        ),
      }))
      .filter(({ channels }) => channels.length > 0),
    tried: triedOf(called, reader),
    bounced: hasBounced ? workList.bounced : '',
    confirm: deskUrls.confirming(row.id, 'bestaetigen'),
    nobody: deskUrls.confirming(row.id, 'niemanden-erreicht'),
    here,
  }
}

/** The confirmation that was just noted. */
export function justConfirmed(
  { id, name }: Organisation,
  confirmation: NotedConfirmation,
  here: Href,
  { words, language }: Reader,
): JustConfirmed {
  const { notedAt, notedBy } = confirmation
  const at = notedAt === null ? '' : sayInstant(notedAt, language)
  return {
    text: fill(words.desk.workList.noted, { name, at, by: notedBy }),
    action: deskUrls.confirming(id, 'zuruecknehmen'),
    confirmation: confirmation.id,
    here,
  }
}

function sayOverdue({ confirmedOn, reviewMonths }: DeskRow, { words, language, now }: Reader): string {
  const { workList } = words.desk
  if (confirmedOn === null) return workList.never
  const days = daysBetween(dueOn(confirmedOn, reviewMonths), now.day)
  return fill(workList.lastConfirmed, {
    day: sayDate(confirmedOn, language),
    overdue: counted(workList.overdue, days, language),
  })
}

function triedOf({ request, unreached }: Called, { words, language }: Reader): readonly string[] {
  const { workList } = words.desk
  const mail = request === null ? [] : [fill(workList.asked, { at: sayInstant(request.madeAt, language) })]
  if (unreached === null) return mail
  const tried = counted(workList.unreached, unreached.times, language)
  const latest = { at: sayInstant(unreached.at, language), by: unreached.by }
  return [...mail, `${tried} ${fill(workList.latest, latest)}`]
}
