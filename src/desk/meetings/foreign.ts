import type { Meeting } from '../../domain/meeting.ts'
import type { Href } from '../../http/href.ts'
import type { ElsewherePart } from '../../http/parts/entry-form.ts'
import type { Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'

/** Why a meeting is not changed here but in the group's own calendar, and the way to let go of that; null for our own. */
export function inForeignCalendar({ feedId }: Meeting, { words }: Reader): ElsewherePart | null {
  if (feedId === null) return null
  const { fromFeed, toFeed } = words.meetings
  return {
    title: fromFeed,
    text: words.problems['meeting.fromFeed'],
    way: { href: `${deskUrls.feeds.entry(feedId)}#abhaengen` as Href, label: toFeed },
  }
}
