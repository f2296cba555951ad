import type { Pdf, Typeset } from '../../formats/pdf.ts'
import type { House } from '../../http/house.ts'
import { makingOnce } from '../../http/made-once.ts'

const MOST_NAMES = 64
const setOnce = makingOnce<Typeset>()
/** What was set under which name; known as long as the typesetter keeps the file. */
const files = new WeakMap<House, Map<string, WeakRef<Pdf>>>()

/**
 * Has something set that costs time even to put together: whoever asks again, for the same name, waits for the same file.
 * The name says all that the file depends on.
 */
export async function commissioned(
  house: House,
  name: string,
  set: () => Promise<Typeset>,
): Promise<Typeset> {
  const ofHouse = files.get(house) ?? new Map<string, WeakRef<Pdf>>()
  files.set(house, ofHouse)
  const file = ofHouse.get(name)?.deref()
  if (file !== undefined) return file
  const typeset = await setOnce(house, name, set)
  if (typeset.kind !== 'pdf') return typeset
  ofHouse.delete(name)
  ofHouse.set(name, new WeakRef(typeset))
  for (const oldest of ofHouse.keys()) if (ofHouse.size > MOST_NAMES) ofHouse.delete(oldest)
  return typeset
}
