import type { Role } from '../../domain/permission.ts'
import { createAccount } from '../../operations/accounts.ts'
import type { Chapter } from './chapter.ts'

/** With what one can sign in to the demonstration. */
export type Login = { readonly role: Role; readonly email: string; readonly password: string }

/** Puts in the accounts of a file. */
export async function tellAccounts({ office, by, story, savedId, idOf }: Chapter): Promise<Login[]> {
  const logins: Login[] = []
  for (const { password, cities, organisations, ...rest } of story.accounts ?? []) {
    const draft = {
      ...rest,
      cityIds: cities.map((slug) => idOf('city', slug)),
      organisationIds: organisations.map((key) => idOf('organisation', key)),
    }
    savedId(rest.email, await createAccount(office, by, draft, password))
    logins.push({ role: rest.role, email: rest.email, password })
  }
  return logins
}
