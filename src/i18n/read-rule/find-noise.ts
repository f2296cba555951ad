// Finds what has numbers but no times: streets, rooms, floors, telephones, ages, lengths, seats.
import { isJoint, isMark, meant } from './items.ts'
import type { Item } from './lexer.ts'

/** Where noise that begins at an item ends, or `at` itself where none begins. */
export function afterNoise(items: readonly Item[], at: number): number {
  const item = items[at]
  if (item === undefined) return at
  const measure = meant(item, 'measure')
  if (measure !== null && measure.side !== 'before') return afterNumberOf(items, at + 1)
  if (meant(item, 'admission') !== null) return afterAdmission(items, at + 1)
  if (item.value === null && meant(item, 'number') === null) return at
  if (item.value !== null && (item.typed.length === 5 || isTelephone(items, at)))
    return afterDigits(items, at)
  return afterMeasured(items, at)
}

/** „Zimmer 14“, „Flachsmarkt 15a-17“, „Raum 3.12“, „Tel.: 0203 28 30-0“. */
function afterNumberOf(items: readonly Item[], at: number): number {
  let next = at
  while (isMark(items[next], ':.')) next++
  if (items[next]?.value === null || items[next] === undefined) return at
  if (isTelephone(items, next)) return afterDigits(items, next)
  // „im Haus 19.30 Uhr“: a time is no number of the house.
  if (isMark(items[next + 1], '.:') && (items[next + 2]?.typed.length ?? 0) === 2 && isTime(items, next + 3))
    return at
  if (isTime(items, next + 1)) return at
  return afterDigits(items, next)
}

function isTime(items: readonly Item[], at: number): boolean {
  return meant(items[at], 'o-clock') !== null
}

function afterDigits(items: readonly Item[], at: number): number {
  let next = at + 1
  for (;;) {
    const [mark, number] = [items[next], items[next + 1]]
    if (isMark(mark, '-/.+()') && number?.value !== null && number !== undefined && !number.spaced) next += 2
    else if (isPart(items, at, next)) next++
    else if (next === at + 1 && /^[a-z]$/.test(mark?.text ?? '') && mark?.spaced === false) next++
    else return next
  }
}

/** Groups of digits belong to a telephone number that began with a nought. */
function isPart(items: readonly Item[], at: number, next: number): boolean {
  return (
    items[at]?.typed.startsWith('0') === true &&
    (items[at]?.typed.length ?? 0) > 2 &&
    items[next]?.value !== null &&
    items[next] !== undefined
  )
}

function isTelephone(items: readonly Item[], at: number): boolean {
  const typed = items[at]?.typed ?? ''
  return /^0\d{2,}$/.test(typed) || typed.length > 5
}

/** „6–12 Jahre“, „zwei Stunden“, „1. Etage“, „20 Personen“. */
function afterMeasured(items: readonly Item[], at: number): number {
  const isEvery = isJoint(items[at - 1], 'each', 'per')
  let next = at + 1
  if (isMark(items[next], '.,') && items[next]?.spaced === false) next++
  if (isMark(items[next], '-') || isJoint(items[next], 'until', 'and')) next++
  if (items[next]?.value !== null && items[next] !== undefined && next > at + 1) next++
  if (isMark(items[next], '-') && items[next]?.spaced === false) next++
  const measure = meant(items[next], 'measure')
  if (measure !== null && measure.side !== 'after') return next + 1
  return !isEvery && meant(items[next], 'unit')?.unit === 'year' && next > at ? next + 1 : at
}

/** „Einlass 18:30 Uhr“, „Einlass ab 18 Uhr“: nobody has to come then. */
function afterAdmission(items: readonly Item[], at: number): number {
  let next = at
  while (isMark(items[next], ':') || isJoint(items[next], 'at', 'since', 'about')) next++
  while (items[next]?.value !== null && items[next] !== undefined) {
    next += isMark(items[next + 1], ':.') && items[next + 2]?.value !== null ? 3 : 1
  }
  return meant(items[next], 'o-clock') === null ? next : next + 1
}
