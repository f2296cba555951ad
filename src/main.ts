import { mkdirSync } from 'node:fs'
import closeWithGrace from 'close-with-grace'
import { buildApp } from './app.ts'
import { loadDemonstration } from './cli/demo.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { loadAssets } from './http/assets.ts'
import { openDatabase } from './store/database.ts'
import { openStore } from './store/index.ts'
import { migrate } from './store/migrate.ts'

try {
  await start(readConfig(process.env))
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function start(config: Config): Promise<void> {
  mkdirSync(config.dataDir, { recursive: true })
  const database = openDatabase(`${config.dataDir}/treffpunkt.db`)
  const isNew = migrate(database).length > 0 && isEmpty(database)
  const store = openStore(database)
  const clock = Date.now
  const isDemonstration = config.origin === null
  const logins = isNew && isDemonstration ? (await loadDemonstration({ store, clock })).logins : []
  const origin = config.origin ?? `http://${config.host}:${config.port}`
  const app = await buildApp({
    house: { store, clock, origin, isDemonstration, assets: loadAssets() },
    logLevel: config.logLevel,
    pageCache: config.pageCache,
    trustProxy: config.trustProxy,
  })
  app.addHook('onClose', () => database.close())
  closeWithGrace({ delay: 5000 }, async ({ err }) => {
    if (err !== undefined) app.log.error(err)
    await app.close()
  })
  await app.listen({ port: config.port, host: config.host })
  greet(origin, logins)
}
