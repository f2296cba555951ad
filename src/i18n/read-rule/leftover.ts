// Knows what of a notice was not understood, and whether that could have been a time.
import type { Weighed } from './exclude.ts'
import { isJoint } from './items.ts'
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

/** Which items a part is made of that says something of times. */
export function usedBy(items: readonly Item[], parts: readonly Weighed[]): boolean[] {
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
    item.meaning?.is === 'filler' ||
    item.meaning?.is === 'sessions' ||
    isJointItem(item) ||
    (item.value === null && !/\p{L}/u.test(item.text))
  )
}

function isJointItem(item: Item): boolean {
  return item.meaning?.is === 'joint' && !isJoint(item, 'next')
}
