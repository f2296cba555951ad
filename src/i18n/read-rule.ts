// Knows how people write meeting times, and reads them: into a schedule, a question, or neither, but never into a guess.
import type { Day } from '../domain/day.ts'
import type { Land } from '../domain/land.ts'
import type { Schedule, Slot } from '../domain/schedule.ts'
import { slotsOf } from './read-rule/build.ts'
import { inEveryWay, type Question } from './read-rule/choices.ts'
import { leavesDoubt } from './read-rule/doubt.ts'
import { type Weighed, weighed } from './read-rule/exclude.ts'
import { groupsOf } from './read-rule/group.ts'
import { leftoverOf } from './read-rule/leftover.ts'
import { itemsOf } from './read-rule/lexer.ts'
import { Notes, type PartQuestion, type ReadingWarning } from './read-rule/notes.ts'
import { partsOf } from './read-rule/scan.ts'
import type { Terms } from './read-rule/terms.ts'
import { cleaned } from './read-rule/text.ts'
import { lexiconIn, type ReadLanguage } from './read-rule/vocabularies.ts'

export type { Question } from './read-rule/choices.ts'
export type { PartQuestion, ReadingWarning, WarningKey } from './read-rule/notes.ts'
export { isReadLanguage, READ_LANGUAGES, type ReadLanguage } from './read-rule/vocabularies.ts'

/** `today` decides what "next" is, where a year is left out or a fortnight has no first day. */
export type ReadOptions = { readonly language: ReadLanguage; readonly today: Day; readonly land: Land | null }

/** What is beside the times: words that were not used, and what a coordinator should know. */
type Beside = { readonly leftover: string; readonly warnings: readonly ReadingWarning[] }

export type Reading =
  | ({ readonly status: 'read'; readonly schedule: Schedule } & Beside)
  /** Two readings or more, for a person to choose from. */
  | ({ readonly status: 'ask'; readonly question: Question; readonly readings: readonly Schedule[] } & Beside)
  /**
   * Something certain, but not enough for dates, or a contradiction. What it may mean is in `readings`, for a person
   * who knows better; none of it is ever shown as certain.
   */
  | ({
      readonly status: 'part'
      readonly question: PartQuestion
      readonly readings: readonly Schedule[]
    } & Beside)
  /** No rule is in it: the text is kept and shown as it is. */
  | ({ readonly status: 'none' } & Beside)

/** What a person who knows the group may overrule: a contradiction, or dates that belong to the exceptions. */
const OVERRULED: readonly PartQuestion[] = ['contradiction', 'single-dates']

/** What decides beside the readings themselves. */
type Judged = {
  readonly text: string
  readonly beside: Beside
  readonly bare: boolean
  readonly isDoubtful: boolean
}

type Result = { readonly slots: readonly Slot[]; readonly notes: Notes }

/**
 * Reads meeting times as people write them: „jeden 1. und 3. Mittwoch eines Monats um 19:30 Uhr“. Never throws. What has
 * two meanings is asked, what contradicts itself is told, what is no rule is left as it is.
 */
export function readSchedule(sentence: string, { language, today, land }: ReadOptions): Reading {
  const text = cleaned(sentence)
  const items = itemsOf(text, lexiconIn(language))
  const parts = weighed(partsOf(items), items)
  const { groups, alone } = groupsOf(parts)
  const leftover = leftoverOf(text, items, parts)
  const ways = inEveryWay((choose): Result => {
    const notes = new Notes()
    return { slots: slotsOf(groups, { today, land, choose, notes }), notes }
  })
  const warnings = [...new Set((ways?.results ?? []).flatMap(({ notes }) => notes.warnings))]
  if (ways === null) return { status: 'part', question: 'first-date', readings: [], leftover, warnings }
  const usual = parts.some(({ found }) => found.is === 'usually')
    ? [{ key: 'usually', params: {} } as const]
    : []
  return decided(ways, {
    text,
    beside: { leftover, warnings: unique([...warnings, ...usual]) },
    bare: isBare(groups.length, alone, parts),
    isDoubtful: leavesDoubt(items, parts),
  })
}

function decided(
  { results, questions }: { readonly results: readonly Result[]; readonly questions: readonly Question[] },
  { text, beside, bare, isDoubtful }: Judged,
): Reading {
  const readings = distinct(results.map(({ slots }) => slots))
  const question = results.find(({ notes }) => notes.question !== null)?.notes.question ?? null
  if (question !== null) {
    const isHopeless =
      isDoubtful || results.some(({ notes }) => !OVERRULED.includes(notes.question ?? question))
    return {
      status: 'part',
      question,
      readings: isHopeless ? [] : readings.filter(({ slots }) => slots.length > 0),
      ...beside,
    }
  }
  const [first] = readings
  if (first === undefined || first.slots.length === 0) {
    return bare
      ? { status: 'part', question: 'which-day', readings: [], ...beside }
      : { status: 'none', ...beside, leftover: text }
  }
  if (isDoubtful) return { status: 'part', question: 'unclear', readings: [], ...beside }
  const [asked] = questions
  if (readings.length === 1 || asked === undefined) return { status: 'read', schedule: first, ...beside }
  return { status: 'ask', question: asked, readings, ...beside }
}

/** „Alle zwei Wochen“ alone: something comes back, and the day is missing. */
function isBare(groups: number, { interval, isVague, count }: Terms, parts: readonly Weighed[]): boolean {
  const isOpen = parts.some(
    ({ found }) => found.is === 'arrangement' || found.is === 'vague' || found.is === 'not',
  )
  return groups === 0 && interval !== undefined && !isVague && count === undefined && !isOpen
}

function distinct(readings: readonly (readonly Slot[])[]): Schedule[] {
  const known = new Map(readings.map((slots) => [JSON.stringify(slots), slots]))
  return [...known.values()].map((slots) => ({ slots, note: null }))
}

function unique(warnings: readonly ReadingWarning[]): ReadingWarning[] {
  return [...new Map(warnings.map((warning) => [JSON.stringify(warning), warning])).values()]
}
