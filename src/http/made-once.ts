import type { House } from './house.ts'

/** Keeps what is being made, by house and key: whoever asks for it meanwhile waits for the same. */
export function makingOnce<Made>(): (house: House, key: string, make: () => Promise<Made>) => Promise<Made> {
  const underWay = new WeakMap<House, Map<string, Promise<Made>>>()
  return (house, key, make) => {
    const ofHouse = underWay.get(house) ?? new Map<string, Promise<Made>>()
    underWay.set(house, ofHouse)
    const known = ofHouse.get(key)
    if (known !== undefined) return known
    const made = make().finally(() => ofHouse.delete(key))
    ofHouse.set(key, made)
    return made
  }
}
