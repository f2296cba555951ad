// A postal address (Anschrift) as DIN 5008 sets it: whom, where, and the town in the last line.
import type { Address } from './organisation.ts'

/** Whom a letter is for. */
export type Addressee = { readonly organisation: string; readonly person: string; readonly address: Address }

/** The address for letters: that for post where there is one, else the one for visits; null where there is none. */
export function addressForPost(addresses: readonly Address[]): Address | null {
  return addresses.find(({ kind }) => kind === 'post') ?? addresses[0] ?? null
}

/** The lines of an address within Germany (DIN 5008:2020, 14.3): no empty ones, no country. */
export function postalLines({ organisation, person, address }: Addressee): readonly string[] {
  const { addition, street, postcode, town } = address
  return [organisation, person, addition, street, `${postcode} ${town}`].filter((line) => line !== '')
}
