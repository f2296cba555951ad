import { ConfigError, readConfig } from '../config.ts'
import { restoreFrom } from './backup/copy.ts'
import { eraseInFile } from './backup/erase.ts'
import { sayOrRefuse } from './terminal.ts'

await sayOrRefuse(() => {
  const words = process.argv.slice(2)
  const backup = words.find((word) => !word.startsWith('--'))
  if (backup === undefined) throw new ConfigError('Name the backup: npm run restore -- FILE [--replace]')
  const { databasePath } = readConfig(process.env)
  const former = restoreFrom(
    backup,
    databasePath,
    words.includes('--replace') ? 'replace' : 'only-where-empty',
  )
  const erased = eraseInFile(databasePath)
  const gone = erased === 0 ? '' : ` Persons erased since then were erased again: ${erased}.`
  const kept = former === null ? '' : ` What stood there before is kept at ${former}.`
  return `Restored ${backup} to ${databasePath}, and checked.${gone}${kept}`
})
