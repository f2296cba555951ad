// How feeds are fetched: whose turn it is, one round at a time, what was read is taken in, and what fails waits longer.
import { timestamp, wallTime } from '../domain/clock.ts'
import {
  type Feed,
  type FetchFailure,
  horizonAt,
  pauseAfter,
  reachesAsFar,
  type UnreadEvent,
} from '../domain/feed.ts'
import { isWholeCalendar, readCalendar } from '../formats/ical-reading/read-calendar.ts'
import type { Fetched, FetchPlan } from '../post/fetcher.ts'
import { type By, type Office, write } from './act.ts'
import { takeInForeign } from './feed-meetings.ts'
import { openFeed } from './feeds.ts'

/** What came of fetching a calendar; `written`: how many meetings were made, changed or archived. */
export type FetchOutcome =
  | { readonly kind: 'read'; readonly written: number }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly failure: FetchFailure }
  /** Another round has it just now, or it was changed in the meantime. */
  | { readonly kind: 'busy' }

const MOST_AT_ONCE = 10
/** Longer than any fetching takes: a round that never ended, because the process did, blocks no other for good. */
const LONGEST_ROUND_MS = 2 * 60 * 1000
const BY_CLOCK: By = { actor: { kind: 'system', name: 'Kalenderabruf' }, origin: 'import' }

/** Fetches the calendars whose turn it is, one after the other; answers with how many were tried. */
export async function fetchDue(office: Office, plan: FetchPlan): Promise<number> {
  const due = office.store.feeds.due(timestamp(office.clock()), MOST_AT_ONCE)
  for (const id of due) await fetchFeed(office, BY_CLOCK, id, plan)
  return due.length
}

/** Fetches a calendar at once for somebody who may edit its organisation, and reads it anew even if it has not changed. */
export async function fetchNow(office: Office, by: By, id: number, plan: FetchPlan): Promise<FetchOutcome> {
  openFeed(office, by.actor, 'edit', id)
  return fetchFeed(office, { ...by, origin: 'import' }, id, plan)
}

async function fetchFeed(office: Office, by: By, id: number, plan: FetchPlan): Promise<FetchOutcome> {
  const { feeds } = office.store
  const now = office.clock()
  const nextAt = timestamp(now + pauseAfter(0, plan.everyMs, plan.random()))
  const isOurs = feeds.claim(id, { at: timestamp(now), until: timestamp(now + LONGEST_ROUND_MS), nextAt })
  const feed = feeds.byId(id)
  if (!isOurs || feed === null) return BUSY
  const isAnew = by !== BY_CLOCK || !reachesAsFar(feed.readAt, wallTime(now).day)
  const known = isAnew ? { etag: null, lastModified: null } : feeds.validatorsOf(id)
  const fetched = await plan.fetcher(feed.address, known)
  const answer = { id, version: feed.version, nextAt }
  if (fetched.kind === 'failed') return noteFailure(office, plan, answer, fetched.failure)
  if (fetched.kind === 'unchanged') return noteUnchanged(office, answer)
  if (!isWholeCalendar(fetched.text)) return noteFailure(office, plan, answer, 'not-calendar')
  return takeIn(office, by, answer, fetched)
}

type Answer = { readonly id: number; readonly version: number; readonly nextAt: string }

/** Takes a fetched text in; what is neither read nor shown otherwise leaves every kept page as it is. */
function takeIn(
  office: Office,
  by: By,
  answer: Answer,
  { text, etag, lastModified }: Extract<Fetched, { kind: 'text' }>,
): FetchOutcome {
  const { meetings, unread } = readCalendar(text, horizonAt(wallTime(office.clock()).day))
  return note(office, answer, (feed, at) => {
    const { written, refused } = takeInForeign(office, by, { feed, at }, meetings)
    const left = refused.map(
      ({ title, keptRule }): UnreadEvent => ({ title, day: null, rule: keptRule, reason: 'malformed' }),
    )
    const kept = meetings.filter(({ keptRule }) => keptRule !== '')
    const keptRules = Object.fromEntries(kept.map(({ foreignUid, keptRule }) => [foreignUid, keptRule]))
    office.store.feeds.noteAnswer(feed.id, at, answer.nextAt)
    office.store.feeds.noteReading(feed.id, at, {
      etag,
      lastModified,
      result: { unread: [...unread, ...left], keptRules },
    })
    const changesPages = written > 0 || !isShownAlready(feed.fetchedAt, at)
    return { outcome: { kind: 'read', written }, changesPages }
  })
}

function noteUnchanged(office: Office, answer: Answer): FetchOutcome {
  return note(office, answer, (feed, at) => {
    office.store.feeds.noteAnswer(feed.id, at, answer.nextAt)
    return { outcome: { kind: 'unchanged' }, changesPages: !isShownAlready(feed.fetchedAt, at) }
  })
}

function noteFailure(office: Office, plan: FetchPlan, answer: Answer, failure: FetchFailure): FetchOutcome {
  return note(office, answer, (feed, at) => {
    const pause = pauseAfter(feed.failures + 1, plan.everyMs, plan.random())
    const nextAt = timestamp(office.clock() + pause)
    office.store.feeds.noteFailure(feed.id, at, { failure, nextAt })
    return { outcome: { kind: 'failed', failure }, changesPages: false }
  })
}

/** Writes down what came of a round, unless the feed was changed in the meantime: then it was another calendar's. */
function note(
  office: Office,
  { id, version }: Answer,
  work: (feed: Feed, at: string) => { readonly outcome: FetchOutcome; readonly changesPages: boolean },
): FetchOutcome {
  const { outcome } = write(office, ({ at }) => {
    const feed = office.store.feeds.byId(id)
    if (feed === null || feed.version !== version || feed.archivedAt !== null)
      return { kind: 'unchanged' as const, outcome: BUSY }
    const { outcome, changesPages } = work(feed, at)
    return { kind: changesPages ? ('written' as const) : ('unchanged' as const), outcome }
  })
  return outcome
}

const BUSY: FetchOutcome = { kind: 'busy' }

/** Readers see the day on which a calendar was fetched: on the same day again, no page changes. */
function isShownAlready(before: string | null, at: string): boolean {
  return before !== null && wallTime(Date.parse(before)).day === wallTime(Date.parse(at)).day
}
