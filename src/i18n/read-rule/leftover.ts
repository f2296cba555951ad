// Knows what of a notice was not understood, and whether that could have been a time.
import type { Weighed } from './exclude.ts'
import { countIn, isJoint, isMark, meant } from './items.ts'
import type { Item } from './lexer.ts'
import type { Found } from './part.ts'

/** Parts that say something, but not to a rule. */
const SAID_ASIDE: readonly Found['is'][] = ['noise', 'arrangement', 'vague', 'former', 'not', 'also']

/** The stretches of the text that no part was made of, in their order. */
export function leftoverOf(text: string, items: readonly Item[], parts: readonly Weighed[]): string {
  const used = usedBy(items, parts)
  const stretches: { from: number; until: number }[] = []
  let isOpen = false
  items.forEach((item, index) => {
    if (used[index] === true) isOpen = false
    else if (!isNeutral(item)) {
      const last = stretches.at(-1)
      if (isOpen && last !== undefined) last.until = item.end
      else stretches.push({ from: item.start, until: item.end })
      isOpen = true
    }
  })
  return stretches.map(({ from, until }) => text.slice(from, until)).join('; ')
}

/** Whether something is left that may well be a day or a time: then nothing may be said to be read. */
export function leavesTimes(items: readonly Item[], parts: readonly Weighed[]): boolean {
  const used = usedBy(items, parts)
  for (const { found, weight, at, end } of parts)
    if (found.is === 'noise' || weight === 'former') used.fill(true, at, end)
  return items.some((item, index) => {
    if (used[index] === true) return false
    if (meant(item, 'o-clock') !== null && items[index - 1]?.value !== null) return true
    // „alle zwei bis drei Wochen“, „in geraden oder ungeraden Wochen“: a step that was not understood is not weekly.
    if (meant(item, 'parity') !== null || isStep(items, index)) return true
    // „mittwochs 19“, „ab 10“: an hour, or not?
    if (item.value !== null && item.value <= 24 && isJoint(items[index - 1], 'at', 'since', 'until'))
      return true
    const before = isMark(items[index - 1], ',:') ? index - 2 : index - 1
    return (
      item.value !== null &&
      item.value <= 24 &&
      parts.some(({ found, end }) => found.is === 'days' && end === before + 1)
    )
  })
}

/** „3 Wochen“: a number with the unit it counts. */
function isStep(items: readonly Item[], at: number): boolean {
  const unit = meant(items[at], 'unit')?.unit
  return unit !== undefined && unit !== 'day' && countIn(items[at - 1], 1, 99) !== null
}

function usedBy(items: readonly Item[], parts: readonly Weighed[]): boolean[] {
  const used = items.map(() => false)
  const hasTimes = parts.some(({ found }) => found.is === 'times')
  for (const { found, at, end, weight } of parts) {
    if (found.is === 'break' || weight === 'former' || (weight !== 'spent' && SAID_ASIDE.includes(found.is)))
      continue
    // „Mittwochabend“ without an hour: the evening is in no rule, and is not lost.
    const isBarePart = !hasTimes && (found.is === 'daypart' || (found.is === 'days' && found.part !== null))
    if (!isBarePart) used.fill(true, at, end)
  }
  return used
}

function isNeutral(item: Item): boolean {
  return (
    item.meaning?.is === 'filler' || isJointItem(item) || (item.value === null && !/\p{L}/u.test(item.text))
  )
}

function isJointItem(item: Item): boolean {
  return item.meaning?.is === 'joint' && !isJoint(item, 'next')
}
