import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Database } from './database.ts'
import type { SearchNoun } from './search.ts'

/** What stands in the place of what was erased. */
const ERASED = '[gelöscht]'

/** Who was erased, without any of it: for the log, and for cleaning an older backup. */
export type Erasure = {
  /** Instant in UTC, ISO 8601. */
  readonly at: string
  readonly by: string
  readonly contactId: number
  readonly personId: number
  readonly digest: string
}

/** In how many rows of a table a text stands. */
export type Standing = { readonly table: string; readonly rows: number }

type Column = { readonly table: string; readonly column: string }

/** The tables whose words the search knows, by the entry that they are of. */
const SEARCHED: readonly (readonly [table: string, noun: SearchNoun, key: string])[] = [
  ['organisation', 'organisation', 'id'],
  ['organisation_text', 'organisation', 'organisation_id'],
  ['event', 'event', 'id'],
  ['venue', 'venue', 'id'],
  ['project', 'project', 'id'],
  ['city', 'city', 'id'],
]

/** Beside the database: it survives the database's being replaced by a backup. */
const LIST = 'erasures.jsonl'
/** Where mails are written without a mail server. */
const MAILS = 'mails'

/** Takes texts out of every place in which they stand. */
export function erasures(database: Database) {
  const insert = database.prepare(`
    INSERT INTO erasure (at, by, contact_id, person_id, digest)
    VALUES (@at, @by, @contactId, @personId, @digest)`)
  const selectAll = database.prepare<[], Erasure>(`
    SELECT at, by, contact_id AS contactId, person_id AS personId, digest
    FROM erasure
    ORDER BY id`)
  const selectMails = database
    .prepare<{ text: string }, number>(
      'SELECT id FROM outbox WHERE instr(recipient, @text) OR instr(subject, @text) OR instr(body, @text)',
    )
    .pluck()
  const removeConsents = database.prepare('DELETE FROM consent WHERE contact_id = @contactId')
  const removeChannels = database.prepare('DELETE FROM contact_channel WHERE contact_id = @contactId')
  const clearContact = database.prepare(`
    UPDATE contact
    SET person_id = NULL, hours = NULL, note = '', version = version + 1, updated_at = @at,
      archived_at = COALESCE(archived_at, @at)
    WHERE id = @contactId`)
  const removePerson = database.prepare('DELETE FROM person WHERE id = @personId')
  const columns = textColumns(database)
  const folder = database.memory || database.name === '' ? null : dirname(database.name)

  return {
    /** In which tables a text stands, and how often: told before it is erased. */
    standing(texts: readonly string[]): readonly Standing[] {
      const rows = new Map<string, number>()
      for (const { table, column } of columns) {
        const count = countOf(database, { table, column }, texts)
        if (count > 0) rows.set(table, (rows.get(table) ?? 0) + count)
      }
      return [...rows].map(([table, count]) => ({ table, rows: count }))
    },
    /** Takes the person, the channels and the consents from a contact, which goes into the archive with them. */
    emptyContact(contactId: number, personId: number, at: string): void {
      removeConsents.run({ contactId })
      removeChannels.run({ contactId })
      clearContact.run({ contactId, at })
      removePerson.run({ personId })
    },
    /** The entries in whose words a text stands, and which the search has to learn anew without it. */
    searchedWith: (texts: readonly string[]): readonly { readonly noun: SearchNoun; readonly id: number }[] =>
      SEARCHED.flatMap(([table, noun, key]) => {
        const found = columns.filter((each) => each.table === table)
        return found.flatMap((column) =>
          keysWith(database, { ...column, key }, texts).map((id) => ({ noun, id })),
        )
      }),
    /** Puts „[gelöscht]“ in the place of each text, wherever it stands. */
    replaceEverywhere(texts: readonly string[]): void {
      for (const text of texts) {
        for (const written of new Set([text, JSON.stringify(text).slice(1, -1)]))
          for (const column of columns) replaceIn(database, column, written)
      }
    },
    /** The mails that name a text: as files they are removed by `removeWrittenMails`. */
    mailsWith: (texts: readonly string[]): readonly number[] => [
      ...new Set(texts.flatMap((text) => selectMails.all({ text }))),
    ],
    removeWrittenMails(ids: readonly number[]): void {
      if (folder === null) return
      for (const id of ids) rmSync(join(folder, MAILS, `${String(id).padStart(6, '0')}.eml`), { force: true })
    },
    note(erasure: Erasure): void {
      insert.run(erasure)
    },
    /** Writes beside the database what was noted in it, so that no restored backup forgets it. */
    noteInFolder(erasure: Erasure): void {
      if (folder !== null) appendFileSync(join(folder, LIST), `${JSON.stringify(erasure)}\n`)
    },
    /** Every erasure that the database or the list beside it knows of. */
    all(): readonly Erasure[] {
      const path = folder === null ? null : join(folder, LIST)
      const listed = path !== null && existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
      const known = [
        ...selectAll.all(),
        ...listed.filter((line) => line !== '').map((line) => JSON.parse(line) as Erasure),
      ]
      return [...new Map(known.map((each) => [`${each.digest} ${each.contactId}`, each])).values()]
    },
    /** Leaves nothing in the index of what was taken out of it; SQLite keeps words there until it merges them. */
    rebuildIndex(): void {
      for (const index of ['search_word', 'search_part'])
        database.prepare(`INSERT INTO ${index} (${index}) VALUES ('rebuild')`).run()
    },
    /** Makes the file anew without what was deleted in it, and empties its log; not within a transaction. */
    compact(): void {
      database.exec('VACUUM')
      database.pragma('wal_checkpoint(TRUNCATE)')
    },
  }
}

/** By which an erased person is known again in an older backup: nobody can read a name from it. */
export function erasureDigest(personId: number, name: string): string {
  return createHash('sha256').update(`${personId} ${name}`).digest('base64url')
}

/** Every column that can hold words, of every table of ours; an account to sign in with is another matter. */
function textColumns(database: Database): readonly Column[] {
  const tables = database
    .prepare<[], string>(`
    SELECT name FROM sqlite_schema
    WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%' AND name NOT IN ('erasure', 'account')`)
    .pluck()
    .all()
  return tables.flatMap((table) =>
    database
      .prepare<[string], string>("SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'")
      .pluck()
      .all(table)
      .map((column) => ({ table, column })),
  )
}

function countOf(database: Database, { table, column }: Column, texts: readonly string[]): number {
  const count = database
    .prepare<[string], number>(`SELECT count(*) FROM "${table}" WHERE instr("${column}", ?)`)
    .pluck()
  return texts.reduce((sum, text) => sum + (count.get(text) ?? 0), 0)
}

function keysWith(
  database: Database,
  { table, column, key }: Column & { readonly key: string },
  texts: readonly string[],
): number[] {
  const select = database
    .prepare<[string], number>(`SELECT "${key}" FROM "${table}" WHERE instr("${column}", ?)`)
    .pluck()
  return texts.flatMap((text) => select.all(text))
}

function replaceIn(database: Database, { table, column }: Column, text: string): void {
  database
    .prepare(
      `UPDATE "${table}" SET "${column}" = replace("${column}", @text, @erased) WHERE instr("${column}", @text)`,
    )
    .run({ text, erased: ERASED })
}
