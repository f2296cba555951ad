import type { Account, AccountDraft } from '../domain/account.ts'
import type { Database } from './database.ts'

type AccountRow = Omit<Account, 'cityIds' | 'organisationIds' | 'hasPassword'> & {
  readonly cityIds: string
  readonly organisationIds: string
  readonly hasPassword: number
}

const SELECT = `
  SELECT a.id, a.email, a.name, a.role, a.language, a.version, a.updated_at AS updatedAt, a.disabled_at AS disabledAt,
    a.password_hash IS NOT NULL AS hasPassword,
    (SELECT json_group_array(city_id) FROM account_city WHERE account_id = a.id) AS cityIds,
    (SELECT json_group_array(organisation_id) FROM account_organisation WHERE account_id = a.id) AS organisationIds
  FROM account a`

/** Accounts of those who edit and print. */
export function accounts(database: Database) {
  const selectById = database.prepare<[number], AccountRow>(`${SELECT} WHERE a.id = ?`)
  const selectByEmail = database.prepare<[string], AccountRow>(`${SELECT} WHERE a.email = lower(?)`)
  const selectAll = database.prepare<[], AccountRow>(`${SELECT} ORDER BY a.role, a.name`)
  const selectHash = database
    .prepare<[number], string | null>('SELECT password_hash FROM account WHERE id = ?')
    .pluck()
  const insert = database.prepare(`
    INSERT INTO account (email, name, role, language, password_hash, updated_at)
    VALUES (lower(@email), @name, @role, @language, @passwordHash, @at)`)
  const update = database.prepare(`
    UPDATE account
    SET email = lower(@email), name = @name, role = @role, language = @language, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)
  const addCity = database.prepare('INSERT INTO account_city (account_id, city_id) VALUES (?, ?)')
  const removeCities = database.prepare('DELETE FROM account_city WHERE account_id = ?')
  const addOrganisation = database.prepare(
    'INSERT INTO account_organisation (account_id, organisation_id) VALUES (?, ?)',
  )
  const removeOrganisations = database.prepare('DELETE FROM account_organisation WHERE account_id = ?')
  const updatePassword = database.prepare('UPDATE account SET password_hash = @passwordHash WHERE id = @id')
  const updateDisabled = database.prepare(`
    UPDATE account
    SET disabled_at = @disabledAt, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)

  function tie(id: number, { cityIds, organisationIds }: AccountDraft): void {
    for (const cityId of cityIds) addCity.run(id, cityId)
    for (const organisationId of organisationIds) addOrganisation.run(id, organisationId)
  }

  return {
    byId(id: number): Account | null {
      const row = selectById.get(id)
      return row === undefined ? null : toAccount(row)
    },
    byEmail(email: string): Account | null {
      const row = selectByEmail.get(email.trim())
      return row === undefined ? null : toAccount(row)
    },
    all(): readonly Account[] {
      return selectAll.all().map(toAccount)
    },
    /** The stored hash (argon2id, PHC string), or null where no password was set. */
    passwordHash(id: number): string | null {
      return selectHash.get(id) ?? null
    },
    /** Without a password (null) until the person has followed the invitation. */
    insert(draft: AccountDraft, passwordHash: string | null, at: string): number {
      const { email, name, role, language } = draft
      const id = Number(insert.run({ email, name, role, language, passwordHash, at }).lastInsertRowid)
      tie(id, draft)
      return id
    },
    /** False where the account has another version by now. */
    update(id: number, version: number, draft: AccountDraft, at: string): boolean {
      const { email, name, role, language } = draft
      if (update.run({ id, version, email, name, role, language, at }).changes === 0) return false
      removeCities.run(id)
      removeOrganisations.run(id)
      tie(id, draft)
      return true
    },
    /** A password is no part of what an account's versions tell. */
    setPassword(id: number, passwordHash: string): void {
      updatePassword.run({ id, passwordHash })
    },
    /** False where the account has another version by now. */
    setDisabled(id: number, version: number, disabledAt: string | null, at: string): boolean {
      return updateDisabled.run({ id, version, disabledAt, at }).changes > 0
    },
  }
}

function toAccount(row: AccountRow): Account {
  return {
    ...row,
    hasPassword: row.hasPassword === 1,
    cityIds: JSON.parse(row.cityIds) as number[],
    organisationIds: JSON.parse(row.organisationIds) as number[],
  }
}
