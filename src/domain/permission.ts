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
export type Ties = {
  readonly cityId: number | null
  readonly organisationId: number | null
  /** Organisations that answer for it together: the organisers of an event, the carriers of a project. */
  readonly togetherIds?: readonly number[]
  /** The cities of those, where whoever looks after one of them answers for it, too: both sides of a relation. */
  readonly togetherCityIds?: readonly number[]
}

/** Of what belongs to the site as a whole. */
export const NO_TIES: Ties = { cityId: null, organisationId: null }

/** How far a right reaches: to every entry, to those of the own cities, to those of the own organisations, or to none. */
type Reach = 'everything' | 'own-cities' | 'own-organisations' | 'nothing'

/** Who may do what. An editor keeps the own entry right, and neither opens nor closes one. */
const TABLE = {
  'read-internal': rights('everything', 'own-organisations', 'everything'),
  'print-internal': rights('everything', 'nothing', 'everything'),
  create: rights('own-cities', 'nothing', 'nothing'),
  edit: rights('own-cities', 'own-organisations', 'nothing'),
  archive: rights('own-cities', 'nothing', 'nothing'),
  /** Whether a group rests, and whether what comes by its link stands at once: nothing it decides of itself. */
  vouch: rights('own-cities', 'nothing', 'nothing'),
  erase: rights('own-cities', 'nothing', 'nothing'),
  'read-proposals': rights('own-cities', 'own-organisations', 'everything'),
  'read-history': rights('own-cities', 'own-organisations', 'everything'),
  restore: rights('own-cities', 'own-organisations', 'nothing'),
  /** What all entries choose from, as programmes: the choices are the site's, and nobody's own. */
  'keep-choices': rights('nothing', 'nothing', 'nothing'),
  'edit-site-texts': rights('nothing', 'nothing', 'nothing'),
  'manage-accounts': rights('nothing', 'nothing', 'nothing'),
  'read-log': rights('nothing', 'nothing', 'nothing'),
  'read-mails': rights('nothing', 'nothing', 'nothing'),
} as const satisfies Readonly<Record<string, Readonly<Record<Role, Reach>>>>

export type Act = keyof typeof TABLE

/** Whether the actor may do this to an entry with these ties. */
export function may(actor: Actor, act: Act, ties: Ties): boolean {
  if (actor.kind === 'system') return true
  const reach: Reach = TABLE[act][actor.role]
  switch (reach) {
    case 'everything':
      return true
    case 'own-cities':
      return isAmong(actor.cityIds, [ties.cityId, ...(ties.togetherCityIds ?? [])])
    case 'own-organisations':
      return isAmong(actor.organisationIds, [ties.organisationId, ...(ties.togetherIds ?? [])])
    case 'nothing':
      return false
    default:
      return reach satisfies never
  }
}

function isAmong(own: readonly number[], ids: readonly (number | null)[]): boolean {
  return ids.some((id) => id !== null && own.includes(id))
}

/** Whether there can be an entry to which the actor may do this: what a page of many entries asks, and a menu. */
export function mayAnywhere(actor: Actor, act: Act): boolean {
  if (actor.kind === 'system') return true
  const reach: Reach = TABLE[act][actor.role]
  if (reach === 'own-cities') return actor.cityIds.length > 0
  if (reach === 'own-organisations') return actor.organisationIds.length > 0
  return reach === 'everything'
}

/** One line of the table; an administrator may do everything to everything. */
function rights(coordinator: Reach, editor: Reach, staff: Reach) {
  return { administrator: 'everything', coordinator, editor, staff } as const
}
