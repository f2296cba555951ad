import { eraseAgain } from '../../operations/erasure.ts'
import { openDatabase } from '../../store/database.ts'
import { openStore } from '../../store/index.ts'
import { migrate } from '../../store/migrate.ts'

/** Erases from a restored database whoever was erased since its backup was made; answers with how many. */
export function eraseInFile(path: string): number {
  const database = openDatabase(path)
  try {
    migrate(database)
    return eraseAgain({ store: openStore(database), clock: Date.now })
  } finally {
    database.close()
  }
}
