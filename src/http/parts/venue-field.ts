import { joined } from '../../i18n/words.ts'
import type { VenuePlace } from '../../store/venues.ts'
import { type Form, textOf } from '../forms.ts'
import type { House } from '../house.ts'

/** A venue, perhaps with a room in it, as one menu chooses it. */
export type ChosenPlace = { readonly venueId: number | null; readonly roomId: number | null }

/** Every house and room that can be chosen, with the value that stands for it. */
export type Places = readonly (VenuePlace & { readonly value: string; readonly label: string })[]

/** Houses with their rooms below them, by city. */
export function placesOf({ store }: House): Places {
  return store.venues.places().map((place) => ({
    ...place,
    value: placeValue(place),
    label:
      place.roomId === null
        ? `${place.venueName} (${place.cityName})`
        : `– ${joined([place.floor, place.roomName], ', ')}`,
  }))
}

/** The menu's options; the first stands for no venue. */
export function placeOptions(
  places: Places,
  none: string,
): readonly (readonly [value: string, label: string])[] {
  return [['', none], ...places.map(({ value, label }) => [value, label] as const)]
}

/** The value that stands for a place. */
export function placeValue({ venueId, roomId }: ChosenPlace): string {
  if (venueId === null) return ''
  return roomId === null ? String(venueId) : `${venueId}-${roomId}`
}

/** What was chosen; nothing for a value that no option has. */
export function placeAt(form: Form, field: string, places: Places): ChosenPlace {
  const value = textOf(form, field)
  const { venueId = null, roomId = null } = places.find((place) => place.value === value) ?? {}
  return { venueId, roomId }
}

/** A place in words, or an empty text. */
export function sayPlace({ venueId, roomId }: ChosenPlace, places: Places): string {
  const venue = places.find((place) => place.venueId === venueId && place.roomId === null)
  const room = places.find((place) => place.roomId !== null && place.roomId === roomId)
  return joined([venue?.venueName, room?.floor, room?.roomName], ', ')
}
