import { mkdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { ConfigError, readConfig } from '../config.ts'
import { wallTime } from '../domain/clock.ts'
import type { By, Office } from '../operations/act.ts'
import { createSiteText } from '../operations/site-texts.ts'
import { openDatabase } from '../store/database.ts'
import { openStore } from '../store/index.ts'
import { migrate } from '../store/migrate.ts'
import { type Login, tellAccounts } from './demo/accounts.ts'
import { type Chapter, openChapter, type Register } from './demo/chapter.ts'
import { tellClosingDays } from './demo/closing-days.ts'
import { tellContacts } from './demo/contacts.ts'
import { tellEvents } from './demo/events.ts'
import { tellKeptLists } from './demo/kept-lists.ts'
import { tellMeetings } from './demo/meetings.ts'
import { tellNotices } from './demo/notices.ts'
import { tellConfirmations, tellOrganisations, tellRelations } from './demo/organisations.ts'
import { tellCities, tellTopics, tellVenues } from './demo/places.ts'
import { tellProgrammes, tellProjects } from './demo/projects.ts'
import { tellProposals } from './demo/proposals.ts'
import { readAccounts, readSiteTexts, readStories } from './demo/read.ts'

/** In this order everything finds what it refers to. */
const STEPS: readonly ((chapter: Chapter) => void)[] = [
  tellCities,
  tellTopics,
  tellOrganisations,
  tellVenues,
  tellClosingDays,
  tellContacts,
  tellMeetings,
  tellConfirmations,
  tellRelations,
  tellProgrammes,
  tellProjects,
  tellEvents,
  tellNotices,
  tellKeptLists,
  tellProposals,
]

/**
 * Puts the demonstration data into an empty store, with dates laid around the office's today, and answers with what one
 * can sign in with. All entries go in or none; throws naming the file and the entry that cannot go in.
 */
export async function loadDemonstration(office: Office): Promise<{ logins: Login[] }> {
  const by: By = { actor: { kind: 'system', name: 'Demonstration' }, origin: 'demonstration' }
  const today = wallTime(office.clock()).day
  const register: Register = new Map()
  const chapters = readStories(today).map(({ file, story }) =>
    openChapter(file, story, register, { office, by, today }),
  )
  office.store.transaction(() => {
    for (const step of STEPS) for (const chapter of chapters) step(chapter)
    for (const text of readSiteTexts()) {
      const outcome = createSiteText(office, by, text)
      if (outcome.kind === 'refused') throw new Error(`the text ${text.slug} (${text.language}) was refused`)
    }
  })
  const logins: Login[] = []
  for (const chapter of chapters) logins.push(...(await tellAccounts(chapter)))
  return { logins }
}

/** With what one can sign in to a loaded demonstration, whether or not it was loaded just now. */
export function demonstrationLogins(): readonly Login[] {
  return readAccounts().map(({ role, email, password }) => ({ role, email, password }))
}

/** Loads the demonstration into DATA_DIR; answers with the sentence for the terminal, throws a ConfigError to refuse. */
export async function demonstrate(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const { origin, dataDir, databasePath } = readConfig(environment)
  if (origin !== null)
    throw new ConfigError('The demonstration is not for a public site: unset ORIGIN to load it.')
  mkdirSync(dataDir, { recursive: true })
  const database = openDatabase(databasePath)
  try {
    migrate(database)
    const store = openStore(database)
    if (store.cities.all().length > 0 || store.accounts.all().length > 0)
      throw new ConfigError(
        `The database in ${dataDir} has entries already; the demonstration needs an empty one.`,
      )
    const { logins } = await loadDemonstration({ store, clock: Date.now })
    const lines = logins.map(({ role, email, password }) => `  ${role.padEnd(14)} ${email}  ${password}`)
    return ['The demonstration is loaded. Sign in at /anmelden as', ...lines].join('\n')
  } finally {
    database.close()
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(await demonstrate(process.env))
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
