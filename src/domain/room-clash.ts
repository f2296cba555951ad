// A clash of rooms as people decide on it: who the two are, where, and whether somebody wanted it all the same.
import type { Clash, Holder } from './booking.ts'
import type { Ties } from './permission.ts'

/** One of the two. */
export type ClashSide = Holder & {
  readonly title: string
  /** Those who are to be asked: the group, or the organisers. */
  readonly organisations: readonly { readonly id: number; readonly name: string; readonly ties: Ties }[]
}

export type RoomClash = Clash & {
  readonly sides: { readonly one: ClashSide; readonly other: ClashSide }
  readonly place: {
    readonly cityId: number
    readonly venueId: number
    readonly venueName: string
    readonly roomName: string
  }
  /** What both claim, as its SHA-256. */
  readonly claims: string
  /** The word why both stay, as long as neither claims anything else; null where nobody has decided. */
  readonly overruled: { readonly reason: string; readonly by: string; readonly at: string } | null
}
