import { endsOfConsents } from '../../domain/consent.ts'
import type { Contact } from '../../domain/contact.ts'
import type { Day } from '../../domain/day.ts'
import type { Organisation } from '../../domain/organisation.ts'
import { may } from '../../domain/permission.ts'
import { nextDates } from '../../domain/schedule.ts'
import { attachmentsPart } from '../../http/entry/attachments.ts'
import type { More } from '../../http/entry/more.ts'
import { type Calendars, calendarsFor } from '../../http/free-days.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { type FeedRow, feedRow } from '../../http/parts/feed-row.ts'
import { organisationPrints, printPart } from '../../http/parts/print-links.ts'
import { shownDate } from '../../http/parts/shown-date.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'
import { sayDate } from '../../i18n/say-day.ts'
import { saySchedule } from '../../i18n/say-rule.ts'
import { fill, joined } from '../../i18n/words.ts'
import { tiesOf } from '../../operations/organisations.ts'
import type { MeetingAtPlace } from '../../store/meetings.ts'
import { confirmPart } from './confirm.ts'
import { relationsPart } from './relations.ts'

/** The contacts of an organisation, and the way to a new one. */
export type ContactsPart = {
  readonly kind: 'contacts'
  readonly contacts: readonly {
    readonly href: Href | null
    readonly function: string
    readonly person: string
    readonly channels: string
    readonly state: string
    /** „E-Mails kommen zurück“, or empty. */
    readonly bounced: string
    /** That what the person agreed to has ended or ends soon, or empty. */
    readonly consent: string
  }[]
  readonly newContact: Href | null
}

/** The calendars that an organisation keeps elsewhere, and the way to attach one. */
export type FeedsPart = {
  readonly kind: 'feeds'
  readonly rows: readonly FeedRow[]
  readonly newFeed: Href | null
}

/** The meetings of an organisation, and the ways to a new one and to those in the archive. */
export type MeetingsPart = {
  readonly kind: 'meetings'
  readonly meetings: readonly {
    readonly href: Href
    readonly dates: Href
    readonly title: string
    readonly rule: string
    readonly next: string
  }[]
  readonly newMeeting: Href | null
  readonly archived: Href
}

declare module '../../http/render.ts' {
  interface Parts {
    'contacts-at-desk': ContactsPart
    'feeds-at-desk': FeedsPart
    'meetings-at-desk': MeetingsPart
  }
}
declare module '../../http/entry/more.ts' {
  interface Mores {
    contacts: ContactsPart
    feeds: FeedsPart
    meetings: MeetingsPart
  }
}

/** Below the form of an organisation: its contacts, meetings and calendars, and the question whether it still holds. */
export function moreOf(house: House, reader: Reader, organisation: Organisation): readonly More[] {
  const { id, archivedAt } = organisation
  const mayEdit = may(actorOf(reader), 'edit', tiesOf(organisation))
  const calendarAt = calendarsFor(house, reader)
  const isKept = mayEdit && archivedAt === null
  const contacts = house.store.contacts.allOf(id)
  const refused = house.store.outbox.refusedAmong(contacts.flatMap(emailsOf))
  return [
    {
      kind: 'contacts',
      contacts: contacts.map((contact) => ({
        ...contactRow(contact, reader, mayEdit),
        bounced: emailsOf(contact).some((address) => refused.has(address))
          ? reader.words.desk.workList.bounced
          : '',
      })),
      newContact: isKept ? deskUrls.newContact(id) : null,
    },
    {
      kind: 'feeds',
      rows: house.store.feeds.ofOrganisation(id).map((feed) => feedRow(feed, reader)),
      newFeed: isKept ? deskUrls.newFeed(id) : null,
    },
    {
      kind: 'meetings',
      meetings: house.store.meetings
        .ofOrganisations([id])
        .map((meeting) => meetingRow(meeting, calendarAt, reader)),
      newMeeting: isKept ? deskUrls.newMeeting(id) : null,
      archived: deskUrls.meetings.list({ gruppe: organisation.slug, stand: 'archiv' }),
    },
    relationsPart(house, reader, { id, mayAdd: isKept }),
    attachmentsPart(house, reader, { noun: 'organisation', id }, tiesOf(organisation)),
    ...(archivedAt === null ? printPart(organisationPrints(organisation, reader)) : []),
    ...(isKept ? [confirmPart(house, reader, id)] : []),
  ]
}

function emailsOf({ channels }: Contact): readonly string[] {
  return channels.filter(({ kind }) => kind === 'email').map(({ value }) => value)
}

function contactRow(
  contact: Contact,
  { words, language, now }: Reader,
  mayEdit: boolean,
): Omit<ContactsPart['contacts'][number], 'bounced'> {
  const { states } = words.desk.contacts
  const state = contact.archivedAt !== null ? 'archived' : contact.audience
  const { ended, ending } = endsOfConsents(contact, now.day)
  const said = (text: string, day: Day | null) =>
    day === null ? '' : fill(text, { day: sayDate(day, language) })
  return {
    href: mayEdit ? deskUrls.contacts.entry(contact.id) : null,
    function: contact.function,
    person: contact.person?.name ?? '',
    channels: contact.channels
      .map(({ kind, value }) => (kind === 'form' ? words.kinds.channel.form : value))
      .join(', '),
    state: states[state],
    consent: joined([said(words.consents.ended, ended), said(words.consents.ending, ending)], ' '),
  }
}

function meetingRow(
  meeting: MeetingAtPlace,
  calendarAt: Calendars,
  reader: Reader,
): MeetingsPart['meetings'][number] {
  const { id, title, schedule, exceptions } = meeting
  const [next] = nextDates(schedule, exceptions, reader.now.day, 1, calendarAt(meeting).freeDays)
  const date = next === undefined ? null : shownDate(next, reader)
  return {
    href: deskUrls.meetings.entry(id),
    dates: deskUrls.meetingDates(id),
    title,
    rule: saySchedule(schedule, reader.language),
    next: date === null ? reader.words.dates.noNextDate : joined([date.day, date.time, date.word], ', '),
  }
}
