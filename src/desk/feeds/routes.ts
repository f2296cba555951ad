import { type Answer, done } from '../../http/answer.ts'
import { entryRoutes } from '../../http/entry/addresses.ts'
import { entryHandlers } from '../../http/entry/handlers.ts'
import { entryPage } from '../../http/entry/page.ts'
import { refuseUnknown, versionOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import { actorOf, byForm, type Reader } from '../../http/reader.ts'
import { type Asked, type FormRoute, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { fetchNow } from '../../operations/feed-fetching.ts'
import { detachFeed, openFeed } from '../../operations/feeds.ts'
import { feedDesk } from './desk.ts'
import { list } from './list.ts'

/** Calendars that groups keep elsewhere. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/kalender', 'read-internal', list],
  ...entryRoutes('/verwaltung/kalender', entryHandlers(feedDesk), {
    newPath: '/verwaltung/organisationen/:id/kalender/neu',
    create: 'edit',
    archive: 'edit',
  }),
  ['POST', '/verwaltung/kalender/:id/abrufen', 'edit', fetchAtOnce],
  ['POST', '/verwaltung/kalender/:id/abhaengen', 'edit', letGo],
]

/** Fetches a calendar at once, and shows what came of it. */
async function fetchAtOnce(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const id = numberIn(asked, 'id')
  refuseUnknown(asked.form, ['version'])
  const feed = openFeed(house, actorOf(reader), 'edit', id)
  const at = { house, reader, desk: feedDesk(house, reader, asked) }
  const { offTitle, offText } = reader.words.foreignCalendars.fetching
  if (house.fetching === null)
    return entryPage(at, id, { told: { title: offTitle, text: offText }, status: 409 })
  // The page that was looked at may have named another address.
  if (versionOf(asked.form) !== feed.version || feed.archivedAt !== null)
    return entryPage(at, id, { told: reader.words.desk.outdated, status: 409 })
  const outcome = await fetchNow(house, byForm(reader), id, house.fetching)
  switch (outcome.kind) {
    case 'read':
    case 'unchanged':
      return done(deskUrls.feeds.entry(id), 'calendarRead')
    case 'busy':
      return done(deskUrls.feeds.entry(id), 'calendarBusy')
    case 'failed':
      // The page says since when it fails, and why.
      return done(deskUrls.feeds.entry(id))
    default:
      return outcome satisfies never
  }
}

/** Lets go of a calendar; its meetings stay as the organisation's own. */
function letGo(house: House, reader: Reader, asked: Asked): Answer {
  const id = numberIn(asked, 'id')
  refuseUnknown(asked.form, ['version'])
  const result = detachFeed(house, byForm(reader), { id, version: versionOf(asked.form) })
  if (result.kind === 'saved') return done(deskUrls.feeds.entry(id), 'calendarReleased')
  const at = { house, reader, desk: feedDesk(house, reader, asked) }
  return entryPage(at, id, { told: reader.words.desk.outdated, status: 409 })
}
