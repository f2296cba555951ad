// Knows when something that was not understood may well be a day, a time or a condition: then nothing is said to be read.
import type { Weighed } from './exclude.ts'
import { countIn, isJoint, isMark, meant } from './items.ts'
import { usedBy } from './leftover.ts'
import type { Item } from './lexer.ts'

type Left = {
  readonly items: readonly Item[]
  readonly parts: readonly Weighed[]
  readonly item: Item
  readonly index: number
}

/** Whether something is left over that leaves the dates in doubt. */
export function leavesDoubt(items: readonly Item[], parts: readonly Weighed[]): boolean {
  const used = usedBy(items, parts)
  for (const { found, weight, at, end } of parts)
    if (found.is === 'noise' || weight === 'former') used.fill(true, at, end)
  return items.some((item, index) => {
    const left = { items, parts, item, index }
    return used[index] !== true && (isConditional(left) || isStrayCount(left) || isStrayTime(left))
  })
}

/** „sonst 19 Uhr“: times for no days that are named, or days beside others. */
function isConditional({ item, index, parts }: Left): boolean {
  if (meant(item, 'doubt') === null) return false
  const days = parts.filter(({ found, weight }) => found.is === 'days' && weight === 'plain')
  if (days.some(({ at }) => at > index)) return days.some(({ at }) => at < index)
  return parts.some(({ found, at }) => at > index && found.is === 'times')
}

/** „alle zwei bis drei Wochen“, „am vorletzten“, „10 Termine“, „am 1. Mittwoch nach Ostern“: none of it is every week. */
function isStrayCount({ items, parts, item, index }: Left): boolean {
  const [before, next] = [items[index - 1], items[index + 1]]
  if (meant(item, 'parity') !== null) return true
  if (meant(item, 'ordinal') !== null) return isJoint(before, 'on', 'each')
  if (meant(item, 'past') !== null || meant(item, 'to') !== null)
    return parts.some(({ found, end }) => found.is === 'days' && found.ordinals !== null && end === index)
  const unit = meant(item, 'unit')?.unit
  if (unit !== undefined) return unit !== 'day' && countIn(before, 1, 99) !== null
  return countIn(item, 2, 99) !== null && meant(next, 'sessions') !== null
}

/** „mittwochs 19“, „ab 10“, „freitags 1715“: an hour, or not? */
function isStrayTime({ items, parts, item, index }: Left): boolean {
  const before = items[index - 1]
  if (meant(item, 'o-clock') !== null && before?.value !== null) return true
  if (item.value === null) return false
  const isHour = item.value <= 24
  if (isHour && isJoint(before, 'at', 'since', 'until')) return true
  const isTime = isHour || (/^\d{4}$/.test(item.typed) && item.value < 2400 && item.value % 100 < 60)
  const behind = isMark(before, ',:') ? index - 1 : index
  return isTime && parts.some(({ found, end }) => found.is === 'days' && end === behind)
}
