// Opens an office on a database in memory, with the real schema and a clock that stands still.
import type { By, Office } from '../../src/operations/act.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { openStore } from '../../src/store/index.ts'
import { migrate } from '../../src/store/migrate.ts'

export type TestOffice = Office & {
  readonly database: Database
  /** Every statement since the list was last emptied (`statements.length = 0`). */
  readonly statements: string[]
}

/** Whoever imports, or fills in a test's town. */
export const SYSTEM: By = { actor: { kind: 'system', name: 'System' }, origin: 'terminal' }

/** An empty office; `now` is an instant in UTC. */
export function openOffice({ now = '2026-06-03T10:00:00Z' }: { readonly now?: string } = {}): TestOffice {
  const statements: string[] = []
  const database = openDatabase(':memory:', (sql) => void statements.push(sql))
  migrate(database)
  const store = openStore(database)
  statements.length = 0
  return { store, clock: () => Date.parse(now), database, statements }
}
