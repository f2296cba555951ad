import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import closeWithGrace from 'close-with-grace'
import { buildApp } from './app.ts'
import { demonstrationLogins, loadDemonstration } from './cli/demo.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { openTypesetter } from './formats/pdf.ts'
import { loadAssets } from './http/assets.ts'
import { urlsIn } from './http/urls.ts'
import type { Office } from './operations/act.ts'
import { askWhoeverIsDue } from './operations/confirmation-requests.ts'
import { fetchDue } from './operations/feed-fetching.ts'
import { sendWaiting } from './operations/outbox.ts'
import { type FetchPlan, httpsFetcher } from './post/fetcher.ts'
import { fileMailer, smtpMailer } from './post/mailer.ts'
import { inRounds } from './post/rounds.ts'
import { openDatabase } from './store/database.ts'
import { openStore, type Store } from './store/index.ts'
import { migrate } from './store/migrate.ts'

const LONGEST_GOODBYE_MS = 5000
const LOOK_FOR_MAIL_MS = 5000
const LOOK_FOR_FEEDS_MS = 15_000
const LOOK_FOR_UNCONFIRMED_MS = 10 * 60_000

try {
  await start(readConfig(process.env))
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function start(config: Config): Promise<void> {
  mkdirSync(config.dataDir, { recursive: true })
  const database = openDatabase(config.databasePath)
  migrate(database)
  const store = openStore(database)
  const clock = Date.now
  const isDemonstration = config.origin === null
  const isEmpty = store.cities.names().length === 0 && store.accounts.all().length === 0
  if (isDemonstration && isEmpty) await loadDemonstration({ store, clock })
  if (!isDemonstration) refuseDemonstrationLogins(store)

  const origin = config.origin ?? `http://${config.host}:${config.port}`
  const typesetter = openTypesetter()
  const fetching = fetchPlan(config, origin)
  const app = await buildApp({
    house: { store, clock, origin, isDemonstration, assets: loadAssets(), typesetter, fetching },
    logLevel: config.logLevel,
    pageCache: config.pageCache,
    trustProxy: config.trustProxy,
  })
  const onError = (error: unknown) => app.log.error(error)
  const stopSending = keepSending(config, new URL(origin).hostname, { store, clock }, onError)
  const stopFetching = keepFetching(fetching, { store, clock }, onError)
  const stopAsking = keepAsking(origin, { store, clock }, onError)
  app.addHook('onClose', async () => {
    stopSending()
    stopFetching()
    stopAsking()
    await typesetter.close()
    database.close()
  })
  closeWithGrace({ delay: LONGEST_GOODBYE_MS }, async ({ err }) => {
    if (err !== undefined) app.log.error(err)
    await app.close()
  })
  await app.listen({ port: config.port, host: config.host })
  if (isDemonstration) greet(origin, store)
  else if (isEmpty) console.log('There is no account yet. Make the first one: npm run user -- create')
}

/** Looks for waiting mails every few seconds; answers with how to stop. */
function keepSending(
  config: Config,
  hostname: string,
  office: Office,
  onError: (error: unknown) => void,
): () => void {
  const from = `Treffpunkt <${config.mailFrom ?? `treffpunkt@${hostname}`}>`
  const mailer =
    config.smtpUrl === null
      ? fileMailer(join(config.dataDir, 'mails'), from)
      : smtpMailer(config.smtpUrl, from)
  return inRounds(() => sendWaiting(office, mailer), LOOK_FOR_MAIL_MS, onError)
}

/** How often the calendars of groups are fetched, and how; null where that is switched off. */
function fetchPlan({ feedMinutes }: Config, origin: string): FetchPlan | null {
  if (feedMinutes === null) return null
  const fetcher = httpsFetcher({ userAgent: `Treffpunkt (+${origin})` })
  return { fetcher, everyMs: feedMinutes * 60_000, random: Math.random }
}

/** Looks every few seconds for calendars whose turn it is; answers with how to stop. */
function keepFetching(plan: FetchPlan | null, office: Office, onError: (error: unknown) => void): () => void {
  if (plan === null) return () => undefined
  return inRounds(() => fetchDue(office, plan), LOOK_FOR_FEEDS_MS, onError)
}

/** Looks every ten minutes for groups to be asked whether their entries still hold; answers with how to stop. */
function keepAsking(origin: string, office: Office, onError: (error: unknown) => void): () => void {
  const linkTo = (token: string) => `${origin}${urlsIn('de').confirmationLink(token)}`
  return inRounds(async () => askWhoeverIsDue(office, linkTo), LOOK_FOR_UNCONFIRMED_MS, onError)
}

/** A folder that was once a demonstration must not go public with passwords that stand in the source. */
function refuseDemonstrationLogins(store: Store): void {
  const known = demonstrationLogins().filter(
    ({ email }) => store.accounts.byEmail(email)?.disabledAt === null,
  )
  if (known.length === 0) return
  throw new ConfigError(
    'This data folder holds the demonstration and its public logins. Set DATA_DIR to another folder for the real site.',
  )
}

function greet(origin: string, store: Store): void {
  const logins = demonstrationLogins().filter(({ email }) => store.accounts.byEmail(email) !== null)
  const width = Math.max(0, ...logins.map(({ email }) => email.length))
  const lines = logins.map(
    ({ role, email, password }) => `  ${role.padEnd(14)} ${email.padEnd(width)}  ${password}`,
  )
  console.log(
    [``, `Treffpunkt stands at ${origin}`, `Sign in at ${origin}/anmelden as`, ...lines, ''].join('\n'),
  )
}
