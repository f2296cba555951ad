import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import * as deskAccounts from './desk/accounts/routes.ts'
import * as deskAttachments from './desk/attachments/routes.ts'
import * as deskChanges from './desk/changes/routes.ts'
import * as deskCities from './desk/cities/routes.ts'
import * as deskClosingDays from './desk/closing-days/routes.ts'
import * as deskContacts from './desk/contacts/routes.ts'
import * as deskEvents from './desk/events/routes.ts'
import * as deskFeeds from './desk/feeds/routes.ts'
import { giveBack } from './desk/kept-form/routes.ts'
import * as deskLog from './desk/log/routes.ts'
import * as deskMails from './desk/mails/routes.ts'
import * as deskMeetings from './desk/meetings/routes.ts'
import * as deskNotices from './desk/notices/routes.ts'
import * as deskOrganisations from './desk/organisations/routes.ts'
import { OWN_ACCOUNT } from './desk/own-account/addresses.ts'
import * as print from './desk/print/routes.ts'
import * as deskProgrammes from './desk/programmes/routes.ts'
import * as deskProjects from './desk/projects/routes.ts'
import * as deskProposals from './desk/proposals/routes.ts'
import * as deskRelations from './desk/relations/routes.ts'
import * as deskReplacing from './desk/replacing/routes.ts'
import * as deskRooms from './desk/rooms/routes.ts'
import * as deskSearch from './desk/search/routes.ts'
import * as deskTexts from './desk/texts/routes.ts'
import * as deskToday from './desk/today/routes.ts'
import * as deskTopics from './desk/topics/routes.ts'
import * as deskVenues from './desk/venues/routes.ts'
import * as deskWorkList from './desk/work-list/routes.ts'
import { serveAssets } from './http/assets.ts'
import { PageCache } from './http/cache.ts'
import { cookiesOf } from './http/cookies.ts'
import { answerErrors } from './http/errors.ts'
import { hostOf, openServer } from './http/front.ts'
import type { House } from './http/house.ts'
import { registerViews } from './http/render.ts'
import { hostCheck, isDecodable, protect } from './http/security.ts'
import type { Service } from './http/send.ts'
import { type FormRoute, inEveryLanguage, type SiteRoute, serveForms, serveSite } from './http/serve.ts'
import { serveUploads } from './http/uploads.ts'
import { note, writeAside } from './operations/act.ts'
import { keepForm } from './operations/kept-forms.ts'
import { actorOfToken } from './operations/sessions.ts'
import { ACCOUNT_FORMS } from './site/account/addresses.ts'
import * as calendarFeed from './site/calendar/feed.ts'
import * as calendar from './site/calendar/routes.ts'
import { CONFIRMATION_LINK } from './site/confirmation/addresses.ts'
import * as contacts from './site/contacts/routes.ts'
import * as directoryFeed from './site/directory/feed.ts'
import * as directory from './site/directory/routes.ts'
import * as eventFeed from './site/events/feed.ts'
import * as events from './site/events/routes.ts'
import * as feeds from './site/feeds/routes.ts'
import * as files from './site/files/routes.ts'
import * as home from './site/home/routes.ts'
import * as map from './site/map/routes.ts'
import * as networks from './site/networks/routes.ts'
import * as organisationFeeds from './site/organisations/feed.ts'
import * as organisations from './site/organisations/routes.ts'
import * as projects from './site/projects/routes.ts'
import { PROPOSAL_FORMS } from './site/proposals/addresses.ts'
import * as searchFeed from './site/search/feed.ts'
import * as search from './site/search/routes.ts'
import * as texts from './site/texts/routes.ts'
import * as venueFeeds from './site/venues/feed.ts'
import * as venues from './site/venues/routes.ts'

/** Every page for readers; each stands at the same path below `/en`, too. */
const SITE: readonly SiteRoute[] = [
  ['/', home.home],
  ['/orte', home.cities],
  ['/orte/:slug', directory.city],
  ['/organisationen', directory.organisations],
  ['/kalender', calendar.now],
  ['/kalender/:period', calendar.period],
  ['/treffpunkte', venues.list],
  ['/treffpunkte/:slug', venues.venue],
  ['/veranstaltungen', events.list],
  ['/veranstaltungen/:slug', events.event],
  ['/projekte', projects.list],
  ['/projekte/:slug', projects.project],
  ['/dokumente/:id/:name', files.document],
  ['/bilder/:id/:name', files.picture],
  ['/organisationen/:slug', organisations.organisation],
  ['/netzwerke', networks.networks],
  ['/netzwerke/:slug', organisations.network],
  ['/kontakte', contacts.contacts],
  ...print.PAPER,
  ['/impressum', texts.text('impressum')],
  ['/datenschutz', texts.text('datenschutz')],
  ['/barrierefreiheit', texts.text('barrierefreiheit')],
  ['/leichte-sprache', texts.text('leichte-sprache')],
  ['/gebaerdensprache', texts.text('gebaerdensprache')],
  ['/rueckmeldung', texts.askForFeedback],
  ['/suche', search.search],
  ['/kalender-abonnieren', feeds.subscribe],
  ['/kalender.ics', calendarFeed.feed],
  ['/suche.ics', searchFeed.feed],
  ['/orte/:slug.ics', directoryFeed.feed],
  ['/organisationen/:slug.ics', organisationFeeds.feed],
  ['/netzwerke/:slug.ics', organisationFeeds.feed],
  ['/organisationen/:slug/treffen/:id.ics', organisationFeeds.meetingFeed],
  ['/netzwerke/:slug/treffen/:id.ics', organisationFeeds.meetingFeed],
  ['/treffpunkte/:slug.ics', venueFeeds.feed],
  ['/treffpunkte/:slug/raeume/:room.ics', venueFeeds.roomFeed],
  ['/veranstaltungen/:slug.ics', eventFeed.feed],
]

/** Every form for readers, and what stands in no language. */
const FORMS: readonly FormRoute[] = [
  ['GET', '/robots.txt', 'everyone', map.robots],
  ['GET', '/sitemap.xml', 'everyone', map.index],
  ['GET', '/sitemap/:part', 'everyone', map.part],
  ...ACCOUNT_FORMS,
  ...PROPOSAL_FORMS,
  ...CONFIRMATION_LINK,
  ...inEveryLanguage([['POST', '/rueckmeldung', 'everyone', texts.giveFeedback, texts.MESSAGES]]),
]

/** The desk: each route with the right that it takes. */
const DESK: readonly FormRoute[] = [
  ['GET', '/verwaltung', 'signed-in', deskToday.today],
  ['GET', '/verwaltung/formular/:token', 'signed-in', giveBack(() => [...DESK, ...deskAttachments.UPLOADS])],
  ...deskOrganisations.ROUTES,
  ...deskWorkList.ROUTES,
  ...deskContacts.ROUTES,
  ...deskMeetings.ROUTES,
  ...deskEvents.ROUTES,
  ...deskVenues.ROUTES,
  ...deskClosingDays.ROUTES,
  ...deskNotices.ROUTES,
  ...deskRooms.ROUTES,
  ...deskSearch.ROUTES,
  ...deskChanges.ROUTES,
  ...deskReplacing.ROUTES,
  ...deskFeeds.ROUTES,
  ...deskProjects.ROUTES,
  ...deskProgrammes.ROUTES,
  ...deskRelations.ROUTES,
  ...deskCities.ROUTES,
  ...deskProposals.ROUTES,
  ...deskAttachments.ROUTES,
  ...print.PRINT_DESK,
  ...OWN_ACCOUNT,
  ...deskAccounts.ROUTES,
  ...deskMails.ROUTES,
  ['GET', '/verwaltung/protokoll', 'read-log', deskLog.list],
  ...deskTopics.ROUTES,
  ...deskTexts.ROUTES,
]

/** Every address that is answered. */
export const ROUTES = { site: SITE, forms: [...FORMS, ...DESK], uploads: deskAttachments.UPLOADS } as const

const LARGEST_BODY = 512 * 1024
const LONGEST_ADDRESS = 16 * 1024

export type AppOptions = {
  readonly house: House
  readonly logLevel: string
  readonly pageCache: boolean
  readonly trustProxy: boolean
}

/** No route has a JSON schema, and so the compilers for them, a seventh of a start, are never loaded. */
function noSchemas(): never {
  throw new Error('routes have no JSON schemas')
}

/** Builds the server: nothing listens yet. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { house, trustProxy } = options
  const cookies = cookiesOf(house.origin)
  const cache = options.pageCache ? new PageCache(house.store.content.version, house.clock) : null
  const isOurHost = hostCheck(house.origin, house.isDemonstration)
  const service: Service = {
    house,
    cookies,
    cache,
    actorOfToken: (token) => actorOfToken(house, token),
    keepForm: (token, sent) => keepForm(house, token, sent),
    noteTurnedAway: (accountId, deed) => writeAside(house, () => note(house, accountId, deed)),
  }
  const app = Fastify({
    logger: { level: options.logLevel },
    // No client address, no search words in the log.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LARGEST_BODY,
    // Only the proxy in front is believed: what stands in the header before its own word, anybody can have sent.
    trustProxy: trustProxy ? (_address, hop) => hop === 0 : false,
    forceCloseConnections: 'idle',
    serverFactory: (listener) => openServer({ cache, cookies, isOurHost, trustProxy }, listener),
    // An address that cannot be decoded names nothing, like every other wrong address.
    rewriteUrl: ({ url = '/' }) => (isDecodable(url) ? url : '/-'),
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: LONGEST_ADDRESS },
  })
  app.addHook('onRequest', (request, reply, next) => {
    if (isOurHost(hostOf(request.headers, trustProxy))) next()
    else
      reply.code(421).type('text/plain; charset=utf-8').send('This address does not belong to this site.\n')
  })
  await app.register(cookie)
  // Forms are all that is sent to this site: another notation could hold what no form can, lists and objects.
  app.removeAllContentTypeParsers()
  await app.register(formbody)
  await app.register(rateLimit, { global: false })
  await protect(app, house.origin)
  await registerViews(app, true)
  serveAssets(app, house.assets)
  // Before any route: what is registered within the server answers errors as it found it then.
  answerErrors(app, service)
  serveSite(app, service, ROUTES.site)
  serveForms(app, service, ROUTES.forms)
  await serveUploads(app, service, ROUTES.uploads)
  return app
}
