import { type Actor, may, NO_TIES } from '../domain/permission.ts'
import type { ChangeFilter } from '../store/changes.ts'

/** The changes that somebody may look back at: of everything, or of the own cities and organisations. */
export function changesFor(actor: Extract<Actor, { kind: 'account' }>): ChangeFilter {
  const { cityIds, organisationIds } = actor
  return {
    noun: null,
    by: null,
    since: '',
    within: may(actor, 'read-history', NO_TIES) ? null : { cityIds, organisationIds },
    withAccounts: may(actor, 'manage-accounts', NO_TIES),
  }
}
