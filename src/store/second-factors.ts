import type { Database } from './database.ts'

/** A sign-in whose password was right and whose code is still missing; the instant in UTC, ISO 8601. */
export type PendingSignIn = {
  readonly accountId: number
  readonly madeAt: string
  readonly failures: number
}

/** One-time codes, recovery codes, and sign-ins that wait for one of them. */
export function secondFactors(database: Database) {
  const selectSecret = database
    .prepare<[number], string | null>('SELECT code_secret FROM account WHERE id = ?')
    .pluck()
  const updateSecret = database.prepare(
    'UPDATE account SET code_secret = @secret, code_step = @step WHERE id = @id',
  )
  const updateStep = database.prepare(
    'UPDATE account SET code_step = @step WHERE id = @id AND code_step < @step',
  )
  const insertRecovery = database.prepare('INSERT INTO recovery_code (account_id, code_hash) VALUES (?, ?)')
  const removeRecovery = database.prepare('DELETE FROM recovery_code WHERE account_id = ? AND code_hash = ?')
  const removeAllRecovery = database.prepare('DELETE FROM recovery_code WHERE account_id = ?')
  const countRecovery = database
    .prepare<[number], number>('SELECT count(*) FROM recovery_code WHERE account_id = ?')
    .pluck()
  const selectPending = database.prepare<[string], PendingSignIn>(`
    SELECT account_id AS accountId, made_at AS madeAt, failures
    FROM sign_in
    WHERE token_hash = ?`)
  const insertPending = database.prepare(`
    INSERT INTO sign_in (token_hash, account_id, made_at)
    VALUES (@tokenHash, @accountId, @madeAt)`)
  const fail = database.prepare('UPDATE sign_in SET failures = failures + 1 WHERE token_hash = ?')
  const removePending = database.prepare('DELETE FROM sign_in WHERE token_hash = ?')
  const removeOlder = database.prepare('DELETE FROM sign_in WHERE made_at < ?')
  const sumFailures = database
    .prepare<[number], number | null>('SELECT sum(failures) FROM sign_in WHERE account_id = ?')
    .pluck()

  return {
    /** The secret of the one-time codes (base32), or null where none are asked for. */
    secretOf(accountId: number): string | null {
      return selectSecret.get(accountId) ?? null
    },
    /** Asks for codes from now on, or (null) no longer; the code of this step was used already. */
    setSecret(id: number, secret: string | null, step: number): void {
      updateSecret.run({ id, secret, step })
    },
    /** False where the code of this step, or a later one, was used already. */
    useStep(id: number, step: number): boolean {
      return updateStep.run({ id, step }).changes > 0
    },
    replaceRecoveryCodes(accountId: number, hashes: readonly string[]): void {
      removeAllRecovery.run(accountId)
      for (const hash of hashes) insertRecovery.run(accountId, hash)
    },
    /** False where there is no such code, or it was used already. */
    useRecoveryCode(accountId: number, hash: string): boolean {
      return removeRecovery.run(accountId, hash).changes > 0
    },
    countRecoveryCodes(accountId: number): number {
      return countRecovery.get(accountId) ?? 0
    },
    pending(tokenHash: string): PendingSignIn | null {
      return selectPending.get(tokenHash) ?? null
    },
    addPending(signIn: { tokenHash: string; accountId: number; madeAt: string }): void {
      insertPending.run(signIn)
    },
    noteFailure(tokenHash: string): void {
      fail.run(tokenHash)
    },
    removePending(tokenHash: string): void {
      removePending.run(tokenHash)
    },
    removePendingOlder(at: string): void {
      removeOlder.run(at)
    },
    /** Wrong codes of all sign-ins of an account that are still kept. */
    failuresOf(accountId: number): number {
      return sumFailures.get(accountId) ?? 0
    },
  }
}
