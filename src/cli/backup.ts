import { join } from 'node:path'
import { timestamp } from '../domain/clock.ts'
import { backUp } from './backup/copy.ts'
import { runVerb } from './terminal.ts'

await runVerb(async ({ config, database }, [target]) => {
  const name = `treffpunkt-${timestamp(Date.now()).replaceAll(':', '')}.sqlite`
  const path = target ?? join(config.dataDir, 'backups', name)
  await backUp(database, path)
  return `Backed up to ${path}, and checked.`
})
