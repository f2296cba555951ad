import type { MenuItem } from '../frame.ts'
import type { Href } from '../href.ts'

/** A link with its words. */
export type Link = { readonly href: Href; readonly label: string }

/** A city to choose, with what is to be found there. */
export type CityTile = { readonly href: Href; readonly name: string; readonly about: string }

declare module '../render.ts' {
  interface Parts {
    trail: readonly Link[]
    foot: readonly MenuItem[]
    'city-tiles': readonly CityTile[]
    'correct-link': Href
  }
}
