import { type DayRange, isWithin } from '../domain/day.ts'
import { addMonths, monthOf, monthRange } from '../domain/month.ts'
import {
  CALENDAR_FOOT,
  calendarHead,
  entriesText,
  eventEntry,
  meetingEntries,
  type Nearest,
  nearest,
} from '../formats/ical.ts'
import { sayDate } from '../i18n/say-day.ts'
import { fill } from '../i18n/words.ts'
import type { FeedEvent } from '../store/feed-events.ts'
import type { FeedMeeting } from '../store/feed-meetings.ts'
import { type Answer, movedTo } from './answer.ts'
import { feedTexts } from './feed-texts.ts'
import type { House } from './house.ts'
import type { Href } from './href.ts'
import { makingOnce } from './made-once.ts'
import type { Reader } from './reader.ts'
import { turnGiver } from './turns.ts'
import { pathIn } from './urls.ts'

/** A calendar that people subscribe to: what stands in it, and the page that shows the same. */
export type Feed = {
  readonly name: string
  readonly page: Href
  readonly address: Href
  /** Kept as pages are; not what answers to whatever somebody types. */
  readonly isKept: boolean
  readonly read: () => { readonly meetings: readonly FeedMeeting[]; readonly events: readonly FeedEvent[] }
}

const MONTHS_BACK = 1
const MONTHS_AHEAD = 18
/** About 7 MB, a tenth of it as it is sent: what a telephone still takes. */
const MOST_ENTRIES = 10_000

/** How far back and ahead calendars go: whole months, so that a calendar stays the same text for a month. */
export function feedStretch({ now }: Pick<Reader, 'now'>): DayRange {
  const month = monthOf(now.day)
  return {
    from: monthRange(addMonths(month, -MONTHS_BACK)).from,
    until: monthRange(addMonths(month, MONTHS_AHEAD)).until,
  }
}

/** The calendar; an address with anything in it that means nothing leads to the one without. */
export async function feedAnswer(house: House, reader: Reader, feed: Feed): Promise<Answer> {
  if (!isAskedAs(feed.address, reader)) return movedTo(feed.address)
  const [path = ''] = feed.address.split('?')
  return {
    kind: 'text',
    mediaType: 'text/calendar; charset=utf-8',
    name: path.slice(path.lastIndexOf('/') + 1),
    text: await textOnce(
      house,
      `${house.store.content.version(house.clock())} ${reader.now.day} ${feed.address}`,
      () => feedText(house, reader, feed),
    ),
    isKept: feed.isKept,
  }
}

/** Programs write the same query in several ways: what counts is what it says. */
function isAskedAs(address: Href, { language, path, search }: Reader): boolean {
  const [ownPath = '', ownQuery = ''] = address.split('?')
  return (
    ownPath === pathIn(language, path) &&
    new URLSearchParams(ownQuery).toString() === new URLSearchParams(search).toString()
  )
}

const textOnce = makingOnce<string>()

async function feedText(house: House, reader: Reader, feed: Feed): Promise<string> {
  const giveWay = turnGiver()
  const { entries, within } = await nearestEntries(house, reader, feed, giveWay)
  const { words, language } = reader
  const until = within === null ? '' : fill(words.feeds.until, { day: sayDate(within.until, language) })
  const parts = [
    calendarHead({
      name: feed.name,
      description: `${fill(words.feeds.about, { site: words.frame.name })} ${until}`.trim(),
      language,
      page: `${house.origin}${feed.page}`,
      source: `${house.origin}${feed.address}`,
    }),
  ]
  for (const entry of entries) {
    parts.push(entriesText([entry]))
    await giveWay()
  }
  return [...parts, CALENDAR_FOOT].join('')
}

/** All entries, or where they are too many, those from today up to a day; series always. */
async function nearestEntries(
  house: House,
  reader: Reader,
  feed: Feed,
  giveWay: () => Promise<void>,
): Promise<Nearest> {
  const { meetings, events } = feed.read()
  const texts = feedTexts(house, reader)
  const stretch = feedStretch(reader)
  const bounds = { most: MOST_ENTRIES, today: reader.now.day, until: stretch.until }
  let found: Nearest = { entries: events.map((event) => eventEntry(texts.event(event))), within: null }
  for (const meeting of meetings) {
    const { entries, within } = found
    for (const entry of meetingEntries(texts.meeting(meeting), stretch))
      if (within === null || entry.day === null || isWithin(entry.day, within)) entries.push(entry)
    if (entries.length > 2 * MOST_ENTRIES) found = nearest(found, bounds)
    await giveWay()
  }
  return nearest(found, bounds)
}
