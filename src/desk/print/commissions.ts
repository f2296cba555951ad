import type { Pdf, Typeset } from '../../formats/pdf.ts'
import type { House } from '../../http/house.ts'

/** What is set under a name, or was, and is known as long as the typesetter keeps it. */
type Commission = { readonly underWay: Promise<Typeset> } | { readonly file: WeakRef<Pdf> }

const MOST_NAMES = 64
const commissions = new WeakMap<House, Map<string, Commission>>()

/**
 * Has something set that costs time even to put together: whoever asks again, for the same name, waits for the same file.
 * The name says all that the file depends on.
 */
export function commissioned(
  house: House,
  name: string,
  set: () => Promise<Typeset>,
): Promise<Typeset> | Typeset {
  const ofHouse = commissions.get(house) ?? new Map<string, Commission>()
  commissions.set(house, ofHouse)
  const known = ofHouse.get(name)
  if (known !== undefined && 'underWay' in known) return known.underWay
  const file = known?.file.deref()
  if (file !== undefined) return file
  const underWay = set().then(
    (typeset) => {
      if (typeset.kind === 'pdf') ofHouse.set(name, { file: new WeakRef(typeset) })
      else ofHouse.delete(name)
      return typeset
    },
    (error: unknown) => {
      ofHouse.delete(name)
      throw error
    },
  )
  ofHouse.delete(name)
  ofHouse.set(name, { underWay })
  for (const [oldest, commission] of ofHouse) {
    if (ofHouse.size <= MOST_NAMES) break
    if ('file' in commission) ofHouse.delete(oldest)
  }
  return underWay
}
