import type { Role } from '../domain/permission.ts'
import type { Database } from './database.ts'

export type Account = {
  readonly id: number
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly disabledAt: string | null
  readonly cityIds: readonly number[]
  readonly organisationIds: readonly number[]
}
type AccountRow = Omit<Account, 'cityIds' | 'organisationIds'> & { cityIds: string; organisationIds: string }

export type AccountDraft = Omit<Account, 'id' | 'disabledAt'>

const SELECT = `
  SELECT a.id, a.email, a.name, a.role, a.disabled_at AS disabledAt,
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
    INSERT INTO account (email, name, role, password_hash, updated_at)
    VALUES (lower(@email), @name, @role, @passwordHash, @at)`)
  const addCity = database.prepare('INSERT INTO account_city (account_id, city_id) VALUES (?, ?)')
  const addOrganisation = database.prepare(
    'INSERT INTO account_organisation (account_id, organisation_id) VALUES (?, ?)',
  )
  const updatePassword = database.prepare(`
    UPDATE account
    SET password_hash = @passwordHash, updated_at = @at, version = version + 1
    WHERE id = @id`)
  const updateDisabled = database.prepare(`
    UPDATE account
    SET disabled_at = @disabledAt, updated_at = @at, version = version + 1
    WHERE id = @id`)

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
    insert(draft: AccountDraft, passwordHash: string, at: string): number {
      const { cityIds, organisationIds, ...columns } = draft
      const id = Number(insert.run({ ...columns, passwordHash, at }).lastInsertRowid)
      for (const cityId of cityIds) addCity.run(id, cityId)
      for (const organisationId of organisationIds) addOrganisation.run(id, organisationId)
      return id
    },
    setPassword(id: number, passwordHash: string, at: string): void {
      updatePassword.run({ id, passwordHash, at })
    },
    setDisabled(id: number, disabledAt: string | null, at: string): void {
      updateDisabled.run({ id, disabledAt, at })
    },
  }
}

function toAccount(row: AccountRow): Account {
  return {
    ...row,
    cityIds: JSON.parse(row.cityIds) as number[],
    organisationIds: JSON.parse(row.organisationIds) as number[],
  }
}
