// Who may do what: one table that operations and buttons both ask.

export const ROLES = ['administrator', 'coordinator', 'editor', 'staff'] as const
export type Role = (typeof ROLES)[number]

/** Who acts: a signed-in account, or the system (import, demonstration data, terminal). */
export type Actor =
  | { readonly kind: 'system'; readonly name: string }
  | {
      readonly kind: 'account'
      readonly id: number
      readonly name: string
      readonly role: Role
      /** Cities a coordinator looks after. */
      readonly cityIds: readonly number[]
      /** Organisations an editor speaks for. */
      readonly organisationIds: readonly number[]
    }

/** What an entry is tied to, for the question whose it is. `null`: to no city, to no organisation. */
export type Ties = { readonly cityId: number | null; readonly organisationId: number | null }

/** Of what belongs to the site as a whole. */
export const NO_TIES: Ties = { cityId: null, organisationId: null }

export type Act =
  | 'read-internal'
  | 'print-internal'
  | 'create'
  | 'edit'
  | 'archive'
  | 'read-history'
  | 'restore'
  | 'edit-site-texts'
  | 'manage-accounts'

/** Whether the actor may do this to an entry with these ties. */
export function may(actor: Actor, act: Act, ties: Ties): boolean {
  if (actor.kind === 'system') return true
  switch (actor.role) {
    case 'administrator':
      return true
    case 'coordinator':
      return mayAsCoordinator(actor.cityIds, act, ties)
    case 'editor':
      return (
        isEditorsAct(act) &&
        ties.organisationId !== null &&
        actor.organisationIds.includes(ties.organisationId)
      )
    case 'staff':
      return act === 'read-internal' || act === 'print-internal' || act === 'read-history'
    default:
      return actor.role satisfies never
  }
}

function mayAsCoordinator(cityIds: readonly number[], act: Act, ties: Ties): boolean {
  if (act === 'manage-accounts' || act === 'edit-site-texts') return false
  if (act === 'read-internal' || act === 'print-internal') return true
  return ties.cityId !== null && cityIds.includes(ties.cityId)
}

/** An editor keeps the own entry right, and neither opens nor closes one. */
function isEditorsAct(act: Act): boolean {
  return act === 'edit' || act === 'read-internal' || act === 'read-history' || act === 'restore'
}
