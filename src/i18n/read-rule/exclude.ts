// Knows what a notice takes away: „außer im Juli“, „mittwochs geschlossen“, „bislang montags, jetzt dienstags“.
import type { Item } from './lexer.ts'
import type { Found, Part } from './part.ts'

/** Where a date goes instead of a free day. */
export type ShiftTarget = Extract<Found, { is: 'shift' }>['to']

/** A part, and whether it is taken away, put off, or only said to hold as well. */
export type Weighed = Part & {
  /** `spent`: a „not“ or „also“ that found what it takes away or adds. */
  readonly weight: 'plain' | 'excluded' | 'included' | 'put-off' | 'spent' | 'former'
  readonly shift: ShiftTarget | null
}

const EXCLUDABLE: readonly Found['is'][] = [
  'days',
  'months',
  'dates',
  'season',
  'public-holidays',
  'school-holidays',
  'closing-days',
]
const FREE: readonly Found['is'][] = ['public-holidays', 'school-holidays', 'closing-days']

/** The parts with what each „not“ takes away marked as excluded, and what was true in former times as former. */
export function weighed(parts: readonly Part[], items: readonly Item[]): Weighed[] {
  const former = formerParts(parts)
  for (const part of byArrangement(parts)) former.add(part)
  const present = parts.filter((part) => !former.has(part))
  const weights = new Map<Part, Weighed['weight']>([...former].map((part) => [part, 'former']))
  present.forEach((part, index) => {
    if (part.found.is !== 'also' && part.found.is !== 'not') return
    const isAlso = part.found.is === 'also'
    const targets = isAlso ? following(present, index, items) : targetsOf(present, index, items)
    for (const target of targets) weights.set(target, isAlso ? 'included' : 'excluded')
    if (targets.length > 0 || (isAlso && isBeforeTimes(present, index))) weights.set(part, 'spent')
  })
  return parts.map((part, index) => {
    const weight = weights.get(part) ?? 'plain'
    const shift = FREE.includes(part.found.is) && weight === 'plain' ? shiftAfter(parts, index) : null
    return shift === null ? { ...part, weight, shift } : { ...part, weight: 'put-off', shift }
  })
}

/** „fällt der Tag auf einen Feiertag, am Dienstag danach“: what ends the list in which a free day stands. */
function shiftAfter(parts: readonly Part[], index: number): ShiftTarget | null {
  let isLast = false
  let isClosed = false
  for (const { found } of parts.slice(index + 1)) {
    if (found.is === 'shift') return found.to
    if (found.is === 'break' && found.mark === 'and') isLast = true
    else if (FREE.includes(found.is)) isClosed = isLast
    // „an Feiertagen und in den Ferien, an Schließtagen eine Woche später“: a comma after the last one ends the list.
    else if (isClosed || (found.is !== 'break' && found.is !== 'filler')) return null
  }
  return null
}

function targetsOf(parts: readonly Part[], index: number, items: readonly Item[]): readonly Part[] {
  const found = parts[index]?.found
  if (found?.is !== 'not') return []
  const after = found.side === 'before' ? [] : following(parts, index, items)
  if (after.length > 0) return after
  return found.side === 'after' ? [] : preceding(parts, index)
}

/** What follows without anything between that says something else: „außer an Feiertagen und in den Ferien“. */
function following(parts: readonly Part[], index: number, items: readonly Item[]): readonly Part[] {
  const targets: Part[] = []
  let end = parts[index]?.end ?? 0
  let isLast = false
  for (let next = index + 1; next < parts.length; next++) {
    const part = parts[next]
    if (part === undefined || saysSomething(items, end, part.at)) break
    end = part.end
    if (isComma(part) && (isLast || targets.length === 0)) break
    if (part.found.is === 'break' && part.found.mark === 'and') isLast = true
    if (part.found.is === 'filler' || part.found.is === 'of-month' || isAnd(part)) continue
    if (!EXCLUDABLE.includes(part.found.is)) break
    // „nicht in den Ferien, an Feiertagen eine Woche später“: what is put off is not taken away.
    const isPutOff =
      FREE.includes(part.found.is) && isComma(parts[next - 1]) && shiftAfter(parts, next) !== null
    if (targets.length > 0 && isPutOff) break
    // „nicht in den Ferien, montags 10 Uhr“: days after a comma begin something new.
    const isNew =
      targets.length > 0 && part.found.is !== targets[0]?.found.is && !FREE.includes(part.found.is)
    if (isNew) break
    targets.push(part)
  }
  return targets
}

/** „Do auch 14–18 Uhr“: times beside others, which need no word for it. */
function isBeforeTimes(parts: readonly Part[], index: number): boolean {
  const [next, after] = parts.slice(index + 1)
  return next?.found.is === 'times' || (next?.found.is === 'daypart' && after?.found.is === 'times')
}

function isComma(part: Part | undefined): boolean {
  return part?.found.is === 'break' && part.found.mark === 'comma'
}

function isAnd({ found }: Part): boolean {
  return found.is === 'break' && (found.mark === 'and' || found.mark === 'or' || found.mark === 'comma')
}

function saysSomething(items: readonly Item[], from: number, until: number): boolean {
  return items.slice(from, until).some(({ meaning, text }) => meaning === null && /^\p{L}/u.test(text))
}

/** What stands before within the same clause: „in den Ferien geschlossen“, „mittwochs um 19 Uhr entfällt“. */
function preceding(parts: readonly Part[], index: number): readonly Part[] {
  const targets: Part[] = []
  for (let before = index - 1; before >= 0; before--) {
    const part = parts[before]
    if (part === undefined || isClauseEnd(part, parts[before - 1], targets)) break
    if (EXCLUDABLE.includes(part.found.is) || part.found.is === 'times') targets.push(part)
  }
  return targets
}

function isClauseEnd({ found }: Part, before: Part | undefined, targets: readonly Part[]): boolean {
  if (found.is === 'not') return true
  if (found.is !== 'break' || found.mark === 'colon') return false
  const isOfFree =
    before !== undefined &&
    FREE.includes(before.found.is) &&
    FREE.includes(targets.at(-1)?.found.is ?? 'filler')
  if (found.mark === 'comma') return !isOfFree
  if (found.mark !== 'and') return true
  // „Ferien und Feiertage ausgenommen“ takes both, „montags 9 Uhr und dienstags geschlossen“ one.
  const last = targets.at(-1)
  return !(
    last !== undefined &&
    before !== undefined &&
    FREE.includes(last.found.is) === FREE.includes(before.found.is) &&
    before.found.is !== 'times'
  )
}

/** „freitags nach Vereinbarung“ is no date of anybody's calendar. */
function byArrangement(parts: readonly Part[]): Part[] {
  return parts.filter(
    ({ found }, index) => found.is === 'days' && parts[index + 1]?.found.is === 'arrangement',
  )
}

/** What was so „bislang“ holds up to „jetzt“, „sondern“, or the end of the sentence. */
function formerParts(parts: readonly Part[]): Set<Part> {
  const former = new Set<Part>()
  let isFormer = false
  for (const part of parts) {
    const { found } = part
    if (found.is === 'former') isFormer = true
    else if (found.is === 'now' || found.is === 'instead') isFormer = false
    else if (found.is === 'break' && found.mark === 'strong') isFormer = false
    if (isFormer) former.add(part)
  }
  return former
}
