import { may, NO_TIES } from '../../domain/permission.ts'
import { forbidden, Refusal } from '../../domain/refusal.ts'
import type { House } from '../../http/house.ts'
import { byForm, type Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { notePrinting } from '../../operations/printing.ts'

const SAME_MS = 60_000
const noted = new WeakMap<House, Map<string, number>>()

/**
 * Lets through whoever may print what stays in the house, and enters it in the audit log: once a minute for the same sheet,
 * because a browser that waits for a file asks every second. Throws SignIn or Forbidden for everybody else.
 */
export function takeOut(house: House, reader: Reader, asked: Asked): void {
  const { actor } = reader
  if (actor === null) throw new Refusal('sign-in', asked.request.url)
  if (!may(actor, 'print-internal', NO_TIES)) forbidden('print-internal')
  const ofHouse = noted.get(house) ?? new Map<string, number>()
  noted.set(house, ofHouse)
  const now = house.clock()
  for (const [sheet, at] of ofHouse) if (now - at >= SAME_MS) ofHouse.delete(sheet)
  const sheet = `${actor.id} ${asked.request.url}`
  if (ofHouse.has(sheet)) return
  notePrinting(house, byForm(reader), { ties: NO_TIES, what: reader.path })
  ofHouse.set(sheet, now)
}
