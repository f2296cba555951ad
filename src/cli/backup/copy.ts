import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { ConfigError } from '../../config.ts'
import { copyDatabase, flawOf, settle } from '../../store/backup.ts'
import type { Database } from '../../store/database.ts'

/** Copies a database while it is in use, and checks the copy. Throws a ConfigError where the target exists or the copy is not sound. */
export async function backUp(database: Database, path: string): Promise<void> {
  if (existsSync(path)) throw new ConfigError(`${path} exists already; name another file.`)
  mkdirSync(dirname(path), { recursive: true })
  const unchecked = `${path}.part`
  await copyDatabase(database, unchecked)
  refuseUnsound(unchecked)
  renameSync(unchecked, path)
}

/**
 * Puts a backup in the place of the database; answers where the former one is kept, or null. Throws a ConfigError where
 * the backup is missing or not sound, or where a database stands there already and `replace` was not said.
 */
export function restoreFrom(
  backup: string,
  path: string,
  mode: 'only-where-empty' | 'replace',
): string | null {
  if (!existsSync(backup)) throw new ConfigError(`There is no file ${backup}.`)
  if (existsSync(path) && mode === 'only-where-empty')
    throw new ConfigError(`${path} exists already. To replace it: npm run restore -- ${backup} --replace`)
  mkdirSync(dirname(path), { recursive: true })
  const unchecked = `${path}.part`
  copyFileSync(backup, unchecked)
  refuseUnsound(unchecked)
  const former = existsSync(path) ? `${path}.before-restore` : null
  if (former !== null) setAside(path, former)
  renameSync(unchecked, path)
  return former
}

/** The log of the former database must not be played into the restored one. */
function setAside(path: string, former: string): void {
  if (flawOf(path) === null) settle(path)
  renameSync(path, former)
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
}

function refuseUnsound(path: string): void {
  const flaw = flawOf(path)
  if (flaw === null) return
  rmSync(path, { force: true })
  throw new ConfigError(`The backup cannot be used: ${flaw}`)
}
