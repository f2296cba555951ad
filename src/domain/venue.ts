// A venue (Treffpunkt): a house with rooms; never the same thing as an organisation.
import { type Address, checkAddress } from './organisation.ts'
import { checkText, type Problem, within } from './problem.ts'
import type { Schedule } from './schedule.ts'

export type RoomDraft = {
  /** Of a room that is there already, so that what takes place in it stays there. */
  readonly id?: number
  readonly slug: string
  readonly name: string
  readonly floor: string
  readonly seats: number | null
  readonly stepFree: boolean | null
}
export type Room = RoomDraft & { readonly id: number; readonly venueId: number }

export type VenueDraft = {
  readonly slug: string
  readonly name: string
  readonly shortName: string
  readonly cityId: number
  readonly street: string
  readonly postcode: string
  readonly operatorId: number | null
  readonly description: string
  /** How one gets there, and whether without steps. */
  readonly arrival: string
  readonly stepFree: boolean | null
  readonly openingHours: Schedule | null
  readonly rooms: readonly RoomDraft[]
}
export type Venue = Omit<VenueDraft, 'rooms'> & {
  readonly id: number
  readonly version: number
  readonly archivedAt: string | null
  readonly rooms: readonly Room[]
}

/** What keeps a venue from being saved; `town` is the city's name. */
export function checkVenue(draft: VenueDraft, town: string): Problem[] {
  const address: Address = {
    kind: 'visit',
    addition: '',
    street: draft.street,
    postcode: draft.postcode,
    town,
  }
  return [
    ...checkText('name', draft.name, { required: true, longest: 200 }),
    ...checkText('shortName', draft.shortName, { required: false, longest: 40 }),
    ...checkText('description', draft.description, { required: false, longest: 10_000 }),
    ...checkText('arrival', draft.arrival, { required: false, longest: 2000 }),
    ...checkAddress(address),
    ...draft.rooms.flatMap((room, index) => within(`rooms.${index}`, checkRoom(room))),
  ]
}

function checkRoom(room: RoomDraft): Problem[] {
  const problems = [
    ...checkText('name', room.name, { required: true, longest: 100 }),
    ...checkText('floor', room.floor, { required: false, longest: 100 }),
  ]
  if (room.seats !== null && (!Number.isInteger(room.seats) || room.seats < 1 || room.seats > 5000))
    problems.push({ field: 'seats', key: 'seats.outOfRange' })
  return problems
}
