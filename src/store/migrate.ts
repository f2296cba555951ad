import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Database } from './database.ts'

const MIGRATIONS = fileURLToPath(new URL('../../migrations/', import.meta.url))

/**
 * Brings the schema up to date, each file in a transaction of its own, in the order of their numbers.
 * Answers with the names of the files applied; throws where the database is newer than the program.
 */
export function migrate(database: Database): string[] {
  const files = readdirSync(MIGRATIONS)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
  const applied = Number(database.pragma('user_version', { simple: true }))
  if (applied > files.length) throw new Error('the database was made by a newer version of the program')
  return files.slice(applied).map((name, index) => {
    database.transaction(() => {
      database.exec(readFileSync(`${MIGRATIONS}${name}`, 'utf8'))
      database.pragma(`user_version = ${applied + index + 1}`)
    })()
    return name
  })
}
