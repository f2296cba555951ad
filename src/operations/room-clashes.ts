// Knows which rooms are wanted twice in the next 24 months, and keeps the word of whoever wants it all the same.
import {
  type Booking,
  bookingsOfEvent,
  bookingsOfMeeting,
  clashesAmong,
  clashesWith,
  clashRange,
  type Holder,
} from '../domain/booking.ts'
import { wallTime } from '../domain/clock.ts'
import type { Day, DayRange } from '../domain/day.ts'
import { type Actor, may } from '../domain/permission.ts'
import { checkText, type Problem } from '../domain/problem.ts'
import type { ClashSide, RoomClash } from '../domain/room-clash.ts'
import { holidayNames } from '../i18n/holiday-names.ts'
import type { EventDate } from '../store/events.ts'
import type { Store } from '../store/index.ts'
import type { MeetingAtPlace } from '../store/meetings.ts'
import type { By, Moment, Office } from './act.ts'
import { type Claimant, claimOf, claimsIn, keyOf, sideOf, sidesIn, told } from './clash-sides.ts'

export type { Claimant } from './clash-sides.ts'

/** Everything in whose way this would be, the earliest first. A fixed number of statements. */
export function clashesOf(office: Office, claimant: Claimant): readonly RoomClash[] {
  const { venueId, roomId } = claimant
  if (venueId === null || roomId === null || rests(office, claimant)) return []
  const range = clashRange(wallTime(office.clock()).day)
  const isOther = (noun: Holder['noun']) => (one: { readonly id: number; readonly roomId: number | null }) =>
    one.roomId === roomId && !(noun === claimant.noun && one.id === claimant.id)
  const meetings = office.store.meetings.atVenue(venueId).filter(isOther('meeting'))
  const events = office.store.events.atVenue(venueId, range).filter(isOther('event'))
  const others = bookingsIn(office, meetings, events, range)
  const clashes = clashesWith(bookingsOf(office, claimant, range), others)
  if (clashes.length === 0) return []
  const sides = sidesIn(office, meetings, events)
  sides.set(keyOf(claimant), sideOf(office, claimant))
  const claims = claimsIn(meetings, events)
  claims.set(keyOf(claimant), claimOf(claimant))
  const overruled = office.store.overruledClashes.inRoom(roomId)
  return told(office, clashes, { sides, claims, overruled })
}

/** Those of one content version and day: the desk's first page asks for them each time, and they are dear to find. */
const known = new WeakMap<Store, { readonly stamp: string; readonly clashes: readonly RoomClash[] }>()

/**
 * Every clash of the house in the next 24 months, the earliest first; a fixed number of statements, and none until the next
 * write. Not for a transaction, which may be undone.
 */
export function allClashes(office: Office): readonly RoomClash[] {
  const { store, clock } = office
  const now = clock()
  const stamp = `${store.content.version(now)} ${wallTime(now).day}`
  const kept = known.get(store)
  if (kept?.stamp === stamp) return kept.clashes
  const clashes = findClashes(office)
  known.set(store, { stamp, clashes })
  return clashes
}

function findClashes(office: Office): readonly RoomClash[] {
  const range = clashRange(wallTime(office.clock()).day)
  const meetings = office.store.meetings.inRooms()
  const events = office.store.events.inRooms(range)
  const clashes = clashesAmong(bookingsIn(office, meetings, events, range))
  if (clashes.length === 0) return []
  return told(office, clashes, {
    sides: sidesIn(office, meetings, events),
    claims: claimsIn(meetings, events),
    overruled: office.store.overruledClashes.all(),
  })
}

/** Those that nobody decided on, and one side of which this person may edit. */
export function openClashes(office: Office, actor: Actor): readonly RoomClash[] {
  const mayEdit = ({ organisations }: ClashSide) => organisations.some(({ ties }) => may(actor, 'edit', ties))
  return allClashes(office).filter(
    ({ sides, overruled }) => overruled === null && (mayEdit(sides.one) || mayEdit(sides.other)),
  )
}

/** Everything that takes a room of a house within a range, and who that is; a fixed number of statements. */
export function bookingsAt(
  office: Office,
  venueId: number,
  range: DayRange,
): { readonly bookings: readonly Booking[]; readonly sideOf: (holder: Holder) => ClashSide | undefined } {
  const meetings = office.store.meetings.atVenue(venueId).filter(({ roomId }) => roomId !== null)
  const events = office.store.events.atVenue(venueId, range).filter(({ roomId }) => roomId !== null)
  const sides = sidesIn(office, meetings, events)
  return {
    bookings: bookingsIn(office, meetings, events, range),
    sideOf: (holder) => sides.get(keyOf(holder)),
  }
}

/**
 * What keeps a form from being saved: clashes, of all days or of one, about which nobody has said a word. Other ways of
 * writing only leave them open.
 */
export function checkClashes(office: Office, by: By, claimant: Claimant, on?: Day): readonly Problem[] {
  // A proposal is taken over by a form, too. What is changed in many entries at once asks for no room that it had not.
  if (by.batch !== undefined) return []
  if (by.origin !== 'form' && by.origin !== 'proposal') return []
  const open = clashesOf(office, claimant).filter(
    ({ overruled, dates }) => overruled === null && (on === undefined || dates.some(({ day }) => day === on)),
  )
  if (open.length === 0) return []
  const { despite = '' } = by
  if (despite === '') return [{ field: 'despite', key: 'room.clashing', params: { count: open.length } }]
  return checkText('despite', despite, { required: true, longest: 300 })
}

/** Keeps the word for every clash of what was just saved. */
export function keepReason(office: Office, by: By, claimant: Claimant, { at }: Moment): void {
  const { despite = '' } = by
  if (despite === '') return
  for (const { roomId, one, other, claims, overruled } of clashesOf(office, claimant)) {
    if (overruled !== null) continue
    const [first = '', second = ''] = [keyOf(one), keyOf(other)].sort()
    const word = { roomId, one: first, other: second, claims, reason: despite, by: by.actor.name, at }
    office.store.overruledClashes.put(word)
  }
}

function bookingsOf(office: Office, claimant: Claimant, range: DayRange): Booking[] {
  if (claimant.noun === 'event') return bookingsOfEvent(claimant, range)
  const calendarAt = office.store.freeDays.at(holidayNames('de'))
  return bookingsOfMeeting(claimant, range, calendarAt(claimant).freeDays)
}

function bookingsIn(
  office: Office,
  meetings: readonly MeetingAtPlace[],
  events: readonly EventDate[],
  range: DayRange,
): Booking[] {
  const calendarAt = office.store.freeDays.at(holidayNames('de'))
  return [
    ...meetings.flatMap((meeting) => bookingsOfMeeting(meeting, range, calendarAt(meeting).freeDays)),
    ...events.flatMap((event) => bookingsOfEvent(event, range)),
  ]
}

/** A group that rests meets nowhere; whatever clashes once it is back is in the list. */
function rests({ store }: Office, claimant: Claimant): boolean {
  if (claimant.noun === 'event') return false
  const organisation = store.organisations.byId(claimant.organisationId)
  return organisation !== null && organisation.dormantSince !== null
}
