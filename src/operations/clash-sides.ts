// Knows who stands on either side of a clash, what each claims, and whether somebody has said a word about it.
import { createHash } from 'node:crypto'
import { type Clash, claimOfEvent, claimOfMeeting, type Holder } from '../domain/booking.ts'
import type { Event } from '../domain/event.ts'
import { groupedBy } from '../domain/grouping.ts'
import type { Meeting } from '../domain/meeting.ts'
import type { ClashSide, RoomClash } from '../domain/room-clash.ts'
import type { EventDate } from '../store/events.ts'
import type { MeetingAtPlace } from '../store/meetings.ts'
import type { OverruledClash } from '../store/overruled-clashes.ts'
import type { Office } from './act.ts'

type OwnMeeting = Pick<Meeting, 'cityId' | 'venueId' | 'roomId' | 'schedule' | 'exceptions' | 'title'> & {
  readonly organisationId: number
}
type OwnEvent = Pick<
  Event,
  'cityId' | 'venueId' | 'roomId' | 'startsOn' | 'endsOn' | 'start' | 'end' | 'cancelledBecause' | 'title'
> & { readonly organiserIds: readonly number[] }

/** What is about to be saved; an id of 0 where it is new. */
export type Claimant =
  | ({ readonly noun: 'meeting'; readonly id: number } & OwnMeeting)
  | ({ readonly noun: 'event'; readonly id: number } & OwnEvent)

type Known = {
  readonly sides: ReadonlyMap<string, ClashSide>
  readonly claims: ReadonlyMap<string, string>
  readonly overruled: readonly OverruledClash[]
}

/** The clashes with who stands on either side, where, and the word that somebody said; without those that name nothing any more. */
export function told(office: Office, clashes: readonly Clash[], known: Known): RoomClash[] {
  const places = new Map(office.store.venues.places().map((place) => [place.roomId, place]))
  return clashes.flatMap((clash): RoomClash[] => {
    const [one, other] = [known.sides.get(keyOf(clash.one)), known.sides.get(keyOf(clash.other))]
    const place = places.get(clash.roomId)
    if (one === undefined || other === undefined || place === undefined) return []
    const names = [keyOf(clash.one), keyOf(clash.other)].sort()
    const claims = sha256(names.map((name) => known.claims.get(name) ?? '').join('\n'))
    const word = known.overruled.find(
      (each) =>
        each.roomId === clash.roomId &&
        each.one === names[0] &&
        each.other === names[1] &&
        each.claims === claims,
    )
    return [{ ...clash, sides: { one, other }, place, claims, overruled: word ?? null }]
  })
}

/** Everybody who can stand on a side, by its key: one statement. */
export function sidesIn(
  office: Office,
  meetings: readonly MeetingAtPlace[],
  events: readonly EventDate[],
): Map<string, ClashSide> {
  const organisers = groupedBy(
    office.store.events.organisers(events.map(({ id }) => id)),
    ({ eventId }) => eventId,
  )
  const ofMeetings = meetings.map(
    ({ id, title, organisationId, organisationName, organisationCityId }): ClashSide => {
      const ties = { cityId: organisationCityId, organisationId }
      return {
        noun: 'meeting',
        id,
        title,
        organisations: [{ id: organisationId, name: organisationName, ties }],
      }
    },
  )
  const ofEvents = events.map(
    ({ id, title }): ClashSide => ({
      noun: 'event',
      id,
      title,
      organisations: (organisers.get(id) ?? []).map(({ organisationId, name, cityId }) => ({
        id: organisationId,
        name,
        ties: { cityId, organisationId },
      })),
    }),
  )
  return new Map([...ofMeetings, ...ofEvents].map((side) => [keyOf(side), side]))
}

/** Whoever is about to save something, as a side. */
export function sideOf(office: Office, claimant: Claimant): ClashSide {
  const { noun, id, title } = claimant
  const ids = noun === 'meeting' ? [claimant.organisationId] : claimant.organiserIds
  const organisations = ids.flatMap((organisationId) => {
    const organisation = office.store.organisations.byId(organisationId)
    if (organisation === null) return []
    const { name, cityId } = organisation
    return [{ id: organisationId, name, ties: { cityId, organisationId } }]
  })
  return { noun, id, title, organisations }
}

/** What everything claims of its room, by its key, as one text: a word said about a clash holds as long as it is the same. */
export function claimsIn(
  meetings: readonly MeetingAtPlace[],
  events: readonly EventDate[],
): Map<string, string> {
  return new Map([
    ...meetings.map(
      (meeting) => [keyOf({ noun: 'meeting', id: meeting.id }), claimOfMeeting(meeting)] as const,
    ),
    ...events.map((event) => [keyOf({ noun: 'event', id: event.id }), claimOfEvent(event)] as const),
  ])
}

/** What somebody who is about to save claims, likewise. */
export function claimOf(claimant: Claimant): string {
  return claimant.noun === 'meeting' ? claimOfMeeting(claimant) : claimOfEvent(claimant)
}

/** How a meeting or an event is named among the others: „meeting 7“. */
export function keyOf({ noun, id }: Holder): string {
  return `${noun} ${id}`
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
