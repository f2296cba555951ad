import type { Database } from './database.ts'

/** A passkey (WebAuthn Level 3); instants in UTC, ISO 8601. */
export type Passkey = {
  readonly id: number
  readonly accountId: number
  /** As the browser names it, base64url. */
  readonly credentialId: string
  /** COSE key (RFC 9052). */
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly counter: number
  readonly transports: readonly string[]
  /** As its owner calls it. */
  readonly name: string
  readonly madeAt: string
  readonly usedAt: string | null
}
type PasskeyRow = Omit<Passkey, 'transports' | 'publicKey'> & {
  readonly transports: string
  readonly publicKey: Buffer
}

const COLUMNS = `id, account_id AS accountId, credential_id AS credentialId, public_key AS publicKey, counter, transports,
    name, made_at AS madeAt, used_at AS usedAt`

/** Passkeys, and the challenges that were answered with one. */
export function passkeys(database: Database) {
  const selectOfAccount = database.prepare<[number], PasskeyRow>(`
    SELECT ${COLUMNS}
    FROM passkey
    WHERE account_id = ?
    ORDER BY id`)
  const selectByCredential = database.prepare<[string], PasskeyRow>(`
    SELECT ${COLUMNS}
    FROM passkey
    WHERE credential_id = ?`)
  const insert = database.prepare(`
    INSERT INTO passkey (account_id, credential_id, public_key, counter, transports, name, made_at)
    VALUES (@accountId, @credentialId, @publicKey, @counter, @transports, @name, @madeAt)`)
  const use = database.prepare('UPDATE passkey SET counter = @counter, used_at = @at WHERE id = @id')
  const remove = database.prepare('DELETE FROM passkey WHERE id = @id AND account_id = @accountId')
  const selectSecret = database.prepare<[], Buffer>('SELECT value FROM site_secret WHERE id = 1').pluck()
  const insertUsed = database.prepare('INSERT OR IGNORE INTO used_challenge (challenge, at) VALUES (?, ?)')
  const removeUsed = database.prepare('DELETE FROM used_challenge WHERE at < ?')

  return {
    ofAccount(accountId: number): readonly Passkey[] {
      return selectOfAccount.all(accountId).map(toPasskey)
    },
    byCredential(credentialId: string): Passkey | null {
      const row = selectByCredential.get(credentialId)
      return row === undefined ? null : toPasskey(row)
    },
    insert(passkey: Omit<Passkey, 'id' | 'usedAt'>): number {
      const { publicKey, transports, ...rest } = passkey
      const row = { ...rest, publicKey: Buffer.from(publicKey), transports: JSON.stringify(transports) }
      return Number(insert.run(row).lastInsertRowid)
    },
    noteUse(id: number, counter: number, at: string): void {
      use.run({ id, counter, at })
    },
    /** False where the account has no such passkey. */
    remove(id: number, accountId: number): boolean {
      return remove.run({ id, accountId }).changes > 0
    },
    /** 32 random bytes of this site, with which it signs challenges. */
    siteSecret(): Uint8Array {
      const secret = selectSecret.get()
      if (secret === undefined) throw new Error('the site has no secret')
      return secret
    },
    /** False where the challenge was answered before. */
    useChallenge(challenge: string, at: string): boolean {
      return insertUsed.run(challenge, at).changes > 0
    },
    forgetChallenges(before: string): void {
      removeUsed.run(before)
    },
  }
}

function toPasskey(row: PasskeyRow): Passkey {
  return {
    ...row,
    publicKey: new Uint8Array(row.publicKey),
    transports: JSON.parse(row.transports) as string[],
  }
}
