import type { Feed, FetchFailure, UnreadEvent } from '../../domain/feed.ts'
import { may } from '../../domain/permission.ts'
import { notFound } from '../../domain/refusal.ts'
import type { More } from '../../http/entry/more.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import type { ToldPart } from '../../http/parts/entry-form.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import { deskUrls, urlsIn } from '../../http/urls.ts'
import { sayDate } from '../../i18n/say-day.ts'
import { sayInstant } from '../../i18n/say-instant.ts'
import { sayScheduleFrom } from '../../i18n/say-schedule-from.ts'
import { counted, fill } from '../../i18n/words.ts'
import { tiesOf } from '../../operations/organisations.ts'
import type { MeetingAtPlace } from '../../store/meetings.ts'

/** How fetching a feed goes, and the button that does it now. */
export type FetchingPart = {
  readonly kind: 'feed-fetching'
  readonly failing: ToldPart | null
  readonly last: string
  readonly next: string
  readonly now: { readonly action: Href; readonly version: number } | null
}

/** The meetings that come from a feed; `keptRule` where it has a rule that no rule of ours can hold. */
export type FeedMeetingsPart = {
  readonly kind: 'feed-meetings'
  readonly rows: readonly {
    readonly href: Href
    readonly title: string
    readonly rule: string
    readonly keptRule: string
  }[]
}

/** The events of a calendar that are no meetings, each with the reason. */
export type FeedUnreadPart = {
  readonly kind: 'feed-unread'
  readonly title: string
  readonly rows: readonly {
    readonly title: string
    readonly day: string
    readonly reason: string
    readonly rule: string
  }[]
}

/** Lets go of a feed and keeps its meetings. */
export type FeedReleasePart = {
  readonly kind: 'feed-release'
  readonly action: Href
  readonly version: number
}

declare module '../../http/render.ts' {
  interface Parts {
    'feed-fetching': FetchingPart
    'feed-meetings': FeedMeetingsPart
    'feed-unread': FeedUnreadPart
    'feed-release': FeedReleasePart
  }
}
declare module '../../http/entry/more.ts' {
  interface Mores {
    'feed-fetching': FetchingPart
    'feed-meetings': FeedMeetingsPart
    'feed-unread': FeedUnreadPart
    'feed-release': FeedReleasePart
  }
}

/** Below the form of a feed: how fetching goes, what was taken in, what was not and why, and the way to let go of it. */
export function moreOf(house: House, reader: Reader, feed: Feed): readonly More[] {
  const organisation = house.store.organisations.byId(feed.organisationId) ?? notFound(`feed ${feed.id}`)
  const isKept = feed.archivedAt === null && may(actorOf(reader), 'edit', tiesOf(organisation))
  const { unread } = feed.result
  return [
    fetchingPart(house, reader, feed, isKept),
    meetingsPart(house, reader, feed),
    ...(unread.length === 0 ? [] : [unreadPart(reader, unread)]),
    ...(isKept
      ? [
          {
            kind: 'feed-release' as const,
            action: deskUrls.feedAct(feed.id, 'abhaengen'),
            version: feed.version,
          },
        ]
      : []),
  ]
}

function fetchingPart(house: House, reader: Reader, feed: Feed, isKept: boolean): FetchingPart {
  const { fetching } = reader.words.foreignCalendars
  const { id, version, fetchedAt } = feed
  return {
    kind: 'feed-fetching',
    failing: failingOf(feed, reader),
    last: fetchedAt === null ? fetching.never : sayInstant(fetchedAt, reader.language),
    next: nextOf(house, reader, feed),
    now: isKept && house.fetching !== null ? { action: deskUrls.feedAct(id, 'abrufen'), version } : null,
  }
}

function nextOf(house: House, { words, language }: Reader, { archivedAt, nextAt }: Feed): string {
  const { fetching } = words.foreignCalendars
  if (archivedAt !== null) return fetching.archived
  if (house.fetching === null) return fetching.off
  if (nextAt === null || Date.parse(nextAt) <= house.clock()) return fetching.soon
  return fill(fetching.about, { at: sayInstant(nextAt, language) })
}

function failingOf({ failure, failingSince }: Feed, { words, language }: Reader): ToldPart | null {
  if (failure === null || failingSince === null) return null
  const { fetching, failures } = words.foreignCalendars
  const reasons: Readonly<Record<FetchFailure, string>> = failures
  return {
    title: fill(fetching.failingTitle, { at: sayInstant(failingSince, language) }),
    text: fill(fetching.failingText, { reason: reasons[failure] }),
  }
}

function meetingsPart(house: House, reader: Reader, { id, result }: Feed): FeedMeetingsPart {
  const foreignUids = new Map(
    house.store.feeds.meetingsOf(id).map((meeting) => [meeting.id, meeting.foreignUid]),
  )
  const live = house.store.meetings.byIds(foreignUids.keys()).filter(({ archivedAt }) => archivedAt === null)
  return {
    kind: 'feed-meetings',
    rows: live.map((meeting) =>
      meetingRow(meeting, result.keptRules[foreignUids.get(meeting.id) ?? ''] ?? '', reader),
    ),
  }
}

function meetingRow(
  meeting: MeetingAtPlace,
  keptRule: string,
  { words, language, now }: Reader,
): FeedMeetingsPart['rows'][number] {
  const { organisationSlug: slug, organisationKind: kind } = meeting
  return {
    href: urlsIn(language).organisation({ slug, kind }),
    title: meeting.title,
    rule: sayScheduleFrom(meeting.schedule, { today: now.day, language }),
    keptRule: keptRule === '' ? '' : fill(words.foreignCalendars.meetings.keptRule, { rule: keptRule }),
  }
}

function unreadPart({ words, language }: Reader, events: readonly UnreadEvent[]): FeedUnreadPart {
  const { unread, reasons } = words.foreignCalendars
  return {
    kind: 'feed-unread',
    title: counted(unread.title, events.length, language),
    rows: events.map(({ title, day, rule, reason }) => ({
      title: title === '' ? unread.noTitle : title,
      day: day === null ? '' : sayDate(day, language),
      reason: reasons[reason],
      rule,
    })),
  }
}
