import { runVerb } from './terminal.ts'

await runVerb(({ migrated, config }) =>
  migrated.length === 0
    ? `${config.databasePath} is up to date.`
    : `${config.databasePath}: applied ${migrated.join(', ')}.`,
)
