// Small questions that every part asks of the items of a notice.
import type { Weekday } from '../../domain/day.ts'
import type { Item } from './lexer.ts'
import type { Joint, Meaning } from './meaning.ts'
import type { Joined } from './part.ts'

/** Nobody lists more days or times than this; a longer list goes on as another one, so that reading never takes long. */
export const LONGEST_LIST = 40

type MeaningOf<Is extends Meaning['is']> = Extract<Meaning, { is: Is }>

/** The meaning of an item where it is of that kind. */
export function meant<Is extends Meaning['is']>(item: Item | undefined, is: Is): MeaningOf<Is> | null {
  const meaning = item?.meaning
  return meaning !== null && meaning !== undefined && hasKind(meaning, is) ? meaning : null
}

function hasKind<Is extends Meaning['is']>(meaning: Meaning, is: Is): meaning is MeaningOf<Is> {
  return meaning.is === is
}

/** Whether an item joins in one of these ways. */
export function isJoint(item: Item | undefined, ...joints: readonly Joint[]): boolean {
  const joint = meant(item, 'joint')
  return joint !== null && joints.includes(joint.joint)
}

/** Whether an item is one of these marks. */
export function isMark(item: Item | undefined, marks: string): boolean {
  return item !== undefined && item.text.length === 1 && marks.includes(item.text)
}

/** The first item from `at` on that is none of these joints. */
export function skipJoints(items: readonly Item[], at: number, ...joints: readonly Joint[]): number {
  let next = at
  while (isJoint(items[next], ...joints)) next++
  return next
}

/** Where a list goes on after „,“, „und“, „+“, „/“ and the like; `at` itself where nothing joins. */
export function afterJoiner(items: readonly Item[], at: number): number {
  let next = at
  if (isMark(items[next], ',+&/')) next++
  if (isJoint(items[next], 'and')) next++
  return next
}

/** Where a list of alternatives goes on after „oder“, or else after what joins; `at` itself where nothing does. */
export function afterEither(items: readonly Item[], at: number): number {
  const next = isMark(items[at], ',/') ? at + 1 : at
  return isJoint(items[next], 'or') ? next + 1 : afterJoiner(items, at)
}

/**
 * How the members of a list are joined: „montags oder dienstags“ names days of which perhaps only one is meant, and
 * what mixes „und“ with „oder“ can be taken in more ways than anybody would go through.
 */
export function joinedBy(items: readonly Item[], from: number, until: number): Joined {
  const between = items.slice(from, until)
  if (!between.some((item) => isJoint(item, 'or'))) return 'and'
  return between.some((item) => isJoint(item, 'and', 'until') || isMark(item, '+&-')) ? 'mixed' : 'or'
}

/** Where a stretch goes on after „-“ or „bis“; null where none does. */
export function afterUntil(items: readonly Item[], at: number): number | null {
  return isMark(items[at], '-') || isJoint(items[at], 'until') ? at + 1 : null
}

/** A whole number written in digits within limits, or null. */
export function numberIn(item: Item | undefined, least: number, most: number): number | null {
  const value = item?.value ?? null
  return value !== null && value >= least && value <= most ? value : null
}

/** A number in digits or as a word within limits, or null. */
export function countIn(item: Item | undefined, least: number, most: number): number | null {
  const value = item?.value ?? meant(item, 'number')?.value ?? null
  return value !== null && value >= least && value <= most ? value : null
}

const SLAVIC_ENDING = /^(?:й|я|ю|е|го|му|ї|та|ту|тя|тю|те|ша|шу|ше|га|гу|ий|ій|ая|ую|ое|ого|ої|ей|ой)$/i

/** Where an ordinal in digits ends after its full stop („3.“) or its ending ("3rd", «3-ю»); null where it has none. */
export function afterOrdinalMark(items: readonly Item[], at: number): number | null {
  const next = items[at]
  if (next === undefined || next.spaced) return null
  if (next.text === '.') return at + 1
  const ending = items[at + 1]
  if (next.text === '-' && ending?.spaced === false && SLAVIC_ENDING.test(ending.typed)) return at + 2
  return meant(next, 'filler') !== null && /^(?:st|nd|rd|th)$/.test(next.text) ? at + 1 : null
}

/** A year that a notice can mean, written with four digits. */
export function yearOf(item: Item | undefined): number | null {
  return item?.typed.length === 4 ? numberIn(item, 1990, 2099) : null
}

/** Where a year ends: «2026 года» takes its word along. */
export function afterYear(items: readonly Item[], at: number): number {
  return meant(items[at + 1], 'unit')?.unit === 'year' ? at + 2 : at + 1
}

/** The weekdays from one to another, over the end of the week where need be. */
export function weekdaysFrom(from: Weekday, until: Weekday): Weekday[] {
  const days: Weekday[] = []
  for (let day = from; ; day = nextWeekday(day)) {
    days.push(day)
    if (day === until) return days
  }
}

function nextWeekday(weekday: Weekday): Weekday {
  const next: Readonly<Record<Weekday, Weekday>> = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 7, 7: 1 }
  return next[weekday]
}
