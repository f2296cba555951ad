import BetterSqlite3 from 'better-sqlite3'

export type Database = BetterSqlite3.Database

/** Which rows of a long list: at most `limit`, from the one counted `offset` from 0 on. */
export type Slice = { readonly limit: number; readonly offset: number }

/** The named parameters of a statement whose conditions depend on a filter. */
export type Parameters = Readonly<Record<string, string | number | null>>

/**
 * Opens (and where needed makes) the database file; `:memory:` for one that lives as long as the process, and a
 * serialized one for a copy in memory.
 */
export function openDatabase(source: string | Buffer, onStatement?: (sql: string) => void): Database {
  const database = new BetterSqlite3(source, {
    timeout: 5000,
    ...(onStatement === undefined ? {} : { verbose: (sql: unknown) => onStatement(String(sql)) }),
  })
  database.pragma('journal_mode = WAL')
  // An answered write survives the loss of power, not only of the process.
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  // What a person had erased is overwritten, not only unlinked.
  database.pragma('secure_delete = ON')
  database.pragma('cache_size = -65536')
  database.pragma('mmap_size = 268435456')
  return database
}

/** A list of ids as the parameter of `IN (SELECT value FROM json_each(@ids))`: one statement for any number. */
export function idList(ids: Iterable<number>): string {
  return JSON.stringify([...ids])
}

/**
 * Prepares each text once, when it is first asked for: for lists in which every combination of filters is a statement of
 * its own. Only for texts made of a handful of conditions, for none is ever forgotten.
 */
export function preparedOnce<Row>(
  prepare: (sql: string) => BetterSqlite3.Statement<[Parameters], Row>,
): (sql: string) => BetterSqlite3.Statement<[Parameters], Row> {
  const prepared = new Map<string, BetterSqlite3.Statement<[Parameters], Row>>()
  return (sql) => {
    const statement = prepared.get(sql) ?? prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
}
