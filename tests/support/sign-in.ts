// Signs somebody in at the operations, and answers with the token that the browser would keep.
import type { Office } from '../../src/operations/act.ts'
import { type Credentials, signIn } from '../../src/operations/sessions.ts'

export async function tokenFor(office: Office, credentials: Credentials): Promise<string> {
  const result = await signIn(office, credentials)
  if (result?.kind === 'signed-in') return result.token
  throw new Error(`signing in came to ${result?.kind ?? 'nothing'}`)
}
