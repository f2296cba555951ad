import { wallTime } from '../../domain/clock.ts'
import { textIn } from '../../domain/organisation.ts'
import { type Answer, page } from '../../http/answer.ts'
import { sayNotice } from '../../http/frame.ts'
import { externalHref, type Href } from '../../http/href.ts'
import type { Html } from '../../http/html.ts'
import { markdownOrNull } from '../../http/markdown.ts'
import { type ShownChannel, shownChannels } from '../../http/parts/channels.ts'
import type { ToldPart } from '../../http/parts/entry-form.ts'
import { type Twofold, twofold } from '../../http/parts/twofold.ts'
import { sayDate } from '../../i18n/say-day.ts'
import { fill, joined } from '../../i18n/words.ts'
import { type ToldEntry, type ToldMeeting, toldEntry } from '../../operations/told-entry.ts'
import { type AtLink, linkHead } from './link.ts'

/** A meeting as its group reads it: when it is in both languages, and the way to correct that. */
export type LinkMeeting = {
  readonly title: string
  readonly times: Twofold
  readonly place: string
  readonly dates: readonly string[]
  readonly noDates: string
  readonly correct: { readonly href: Href; readonly label: Twofold } | null
}

/** The entry behind the link, and everything that can be said of it. */
export type LinkPage = {
  readonly title: Twofold
  readonly lead: Twofold
  readonly until: string
  readonly notice: Twofold
  readonly told: ToldPart | null
  readonly action: Href
  readonly stand: string
  readonly allRight: Twofold
  readonly ways: readonly { readonly href: Href; readonly label: Twofold }[]
  readonly name: string
  readonly nameLanguage: string
  readonly about: string
  readonly state: string
  readonly summary: string
  readonly description: Html | null
  readonly meetings: readonly LinkMeeting[]
  readonly contacts: readonly {
    readonly who: string
    readonly note: string
    readonly channels: readonly ShownChannel[]
  }[]
  readonly addresses: readonly string[]
  readonly website: Href | null
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/confirmation/entry': LinkPage
  }
  interface Parts {
    'link-meeting': LinkMeeting
  }
}

/** The page behind the link, as it stands or with what is to be told. */
export function entryPage(
  at: AtLink,
  shown: { readonly told?: ToldPart; readonly status?: number } = {},
): Answer {
  const { house, reader, link, said, urls } = at
  const { organisation, request } = link
  const entry = toldEntry(house, organisation, reader.language)
  const until = sayDate(wallTime(Date.parse(request.expiresAt)).day, reader.language)
  const canCallOff = entry.meetings.some(({ dates, isForeign }) => dates.length > 0 && !isForeign)
  const model: LinkPage = {
    title: said('title'),
    lead: said('lead'),
    until: fill(reader.words.confirmation.until, { day: until }),
    notice: noticeOf(at),
    told: shown.told ?? null,
    action: urls.entry,
    stand: entry.stand,
    allRight: said('allRight'),
    ways: [
      { href: urls.details, label: said('correct') },
      ...(canCallOff ? [{ href: urls.date, label: said('cancel') }] : []),
      { href: urls.end, label: said('gone') },
    ],
    ...entryParts(at, entry),
    ...contactsOf(entry, at),
  }
  return page('site/confirmation/entry', linkHead(at, model.title), model, shown.status ?? 200)
}

function entryParts(at: AtLink, entry: ToldEntry) {
  const { house, reader } = at
  const { organisation, cityName, meetings } = entry
  const text = textIn(organisation.texts, reader.language)
  const { mailLanguage } = organisation
  const own = mailLanguage === reader.language ? entry : toldEntry(house, organisation, mailLanguage)
  return {
    name: organisation.name,
    nameLanguage: organisation.nameLanguage ?? '',
    about: joined([reader.words.kinds.organisation[organisation.kind], cityName], ' · '),
    state: stateOf(at),
    summary: text?.summary ?? '',
    description: markdownOrNull(text?.description ?? ''),
    meetings: meetings.map((meeting, index) => meetingOf(at, meeting, own.meetings[index])),
  }
}

/** What the last answer did; the group's language says at least that it arrived. */
function noticeOf({ reader, said, link }: AtLink): Twofold {
  const { own } = said(reader.notice === 'entryConfirmed' ? 'confirmed' : 'received')
  const text = sayNotice(reader.words, reader.notice) ?? ''
  return twofold(text, text === '' ? '' : own, link.organisation.mailLanguage)
}

function stateOf({ house, reader, link }: AtLink): string {
  const { id, dormantSince } = link.organisation
  const { confirmed, dormant } = reader.words.organisations
  const day = (of: Parameters<typeof sayDate>[0]) => sayDate(of, reader.language)
  if (dormantSince !== null) return fill(dormant, { day: day(dormantSince) })
  const latest = house.store.confirmations.latestOf([id]).get(id)
  if (latest === undefined) return reader.words.confirmation.never
  return fill(confirmed, { day: day(latest.on), way: reader.words.organisations.way[latest.way] })
}

function meetingOf({ reader, link, said, urls }: AtLink, meeting: ToldMeeting, own = meeting): LinkMeeting {
  const { mailLanguage } = link.organisation
  return {
    title: meeting.title,
    times: twofold(meeting.times, own.times, mailLanguage),
    place: meeting.place,
    dates: meeting.dates.map((date) => date.said),
    noDates: meeting.dates.length === 0 ? reader.words.dates.noNextDate : '',
    correct: meeting.isForeign ? null : { href: urls.meeting(meeting.id), label: said('times') },
  }
}

function contactsOf({ contacts, organisation }: ToldEntry, { reader }: AtLink) {
  const { website, addresses } = organisation
  return {
    contacts: contacts.map((contact) => ({
      who: joined([contact.function, contact.personName], ', '),
      note: contact.note,
      channels: shownChannels(contact, reader),
    })),
    addresses: addresses.map(({ addition, street, postcode, town }) =>
      joined([addition, street, `${postcode} ${town}`], ', '),
    ),
    website: website === '' ? null : externalHref(website),
  }
}
