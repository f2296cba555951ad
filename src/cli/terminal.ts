import { mkdirSync } from 'node:fs'
import { type Config, ConfigError, readConfig } from '../config.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { openStore, type Store } from '../store/index.ts'
import { migrate } from '../store/migrate.ts'

/** What a terminal verb works on. */
export type Workplace = {
  readonly config: Config
  readonly database: Database
  readonly store: Store
  readonly migrated: readonly string[]
}

/**
 * Runs a terminal verb on the configured database, brought up to date first; prints its sentence.
 * A wrong use or configuration ends with its sentence and exit status 2.
 */
export async function runVerb(
  work: (workplace: Workplace, words: readonly string[]) => string | Promise<string>,
): Promise<void> {
  await sayOrRefuse(async () => {
    const config = readConfig(process.env)
    mkdirSync(config.dataDir, { recursive: true })
    const database = openDatabase(config.databasePath)
    try {
      const migrated = migrate(database)
      return await work({ config, database, store: openStore(database), migrated }, process.argv.slice(2))
    } finally {
      database.close()
    }
  })
}

/** Prints what the work answers; a ConfigError becomes its sentence on standard error and exit status 2. */
export async function sayOrRefuse(work: () => string | Promise<string>): Promise<void> {
  try {
    console.log(await work())
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    console.error(error.message)
    process.exitCode = 2
  }
}
