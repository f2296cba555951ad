// Knows how rules and schedules become one sentence: which days, how long, at what times, and what on holidays.

import type { Day, Weekday } from '../domain/day.ts'
import type { Land } from '../domain/land.ts'

import type { RuleLanguage } from '../domain/language.ts'
import type { Rule } from '../domain/rule.ts'
import type { Schedule, Slot } from '../domain/schedule.ts'
import { isoWeekOf } from '../domain/week.ts'
import { ar } from './say-rule/ar.ts'
import { de } from './say-rule/de.ts'
import { en } from './say-rule/en.ts'
import { ru } from './say-rule/ru.ts'
import { countedFrom, isRun, type RuleWords, type Times, type TimeWriting } from './say-rule/shape.ts'
import { tr } from './say-rule/tr.ts'
import { uk } from './say-rule/uk.ts'
import { joined } from './words.ts'

const WORDS: Readonly<Record<RuleLanguage, RuleWords>> = { de, en, tr, uk, ar, ru }

/** Whose holidays are meant, where it is worth a word. */
export type SayingOptions = { readonly land?: Land | null }

/** The days of a rule without times: „Jeden 2. Samstag in ungeraden Monaten“. */
export function sayRule(rule: Rule, language: RuleLanguage, options: SayingOptions = {}): string {
  return saySchedule({ slots: [{ rule, start: null, end: null }], note: null }, language, options)
}

/**
 * A schedule in one sentence without a full stop: „Jeden 1. und 3. Mittwoch im Monat, 19:30 Uhr“; weekly slots as a
 * timetable: „Montag bis Donnerstag 8–16 Uhr, Freitag 8–14 Uhr“. The note follows, or stands alone; '' for nothing. With
 * a Land, whose holidays are meant is said: „nicht an Feiertagen in Nordrhein-Westfalen“.
 */
export function saySchedule(
  schedule: Schedule,
  language: RuleLanguage,
  { land = null }: SayingOptions = {},
): string {
  const said = WORDS[language]
  const words: RuleWords = { ...said, holidays: (policy) => said.holidays(policy, land) }
  const slots = sayTimetable(schedule.slots, words) ?? sayEach(schedule.slots, words)
  const sentence = joined([slots, schedule.note], ' – ').trim()
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** Weekly slots that differ in weekdays and times only; null where a sentence for each tells more. */
function sayTimetable(slots: readonly Slot[], words: RuleWords): string | null {
  const [first] = slots
  if (first === undefined) return null
  const timesOf = new Map<Weekday, Times[]>()
  const terms = slots.length === 1 ? '' : termsOf(first.rule)
  for (const { rule, start, end } of slots) {
    const { pattern } = rule
    if (pattern.kind !== 'weekly' || pattern.every > 1) return null
    if (slots.length === 1 ? !isRun(pattern.weekdays) : termsOf(rule) !== terms) return null
    for (const weekday of pattern.weekdays) {
      const times = timesOf.get(weekday) ?? []
      timesOf.set(weekday, start === null ? times : [...times, { start, end }])
    }
  }
  const writing = writingOf(slots)
  const days = linesOf(timesOf).map(({ weekdays, times }) =>
    times.length === 0
      ? words.weekdays(weekdays)
      : `${words.weekdays(weekdays)} ${words.times(times, writing)}`,
  )
  return commas([...days, ...sayTerms(first.rule, words), sayHolidays(first.rule, words)])
}

/** The weekdays with the same times together, in the order of the week. */
function linesOf(timesOf: ReadonlyMap<Weekday, readonly Times[]>): { weekdays: Weekday[]; times: Times[] }[] {
  const lines = new Map<string, { weekdays: Weekday[]; times: Times[] }>()
  for (const [weekday, unsorted] of [...timesOf].sort(([a], [b]) => a - b)) {
    const times = inOrder(unsorted)
    const key = times.map(({ start, end }) => `${start}${end}`).join()
    const line = lines.get(key)
    if (line === undefined) lines.set(key, { weekdays: [weekday], times })
    else line.weekdays.push(weekday)
  }
  return [...lines.values()]
}

function sayEach(slots: readonly Slot[], words: RuleWords): string {
  const writing = writingOf(slots)
  const groups = byRule(slots)
  const holidays = new Set(groups.map(({ rule }) => sayHolidays(rule, words)))
  const shared = groups.length > 1 && holidays.size === 1 ? [...holidays] : []
  const said = groups.map(({ rule, times }) => {
    const when = times.length === 0 ? '' : words.times(inOrder(times), writing)
    return commas([sayDays(rule, words), when, shared.length === 0 ? sayHolidays(rule, words) : ''])
  })
  return joined([...said, ...shared], '; ')
}

function byRule(slots: readonly Slot[]): { rule: Rule; times: Times[] }[] {
  const groups = new Map<string, { rule: Rule; times: Times[] }>()
  for (const { rule, start, end } of slots) {
    const key = slots.length === 1 ? '' : JSON.stringify(rule)
    const group = groups.get(key) ?? { rule, times: [] }
    if (start !== null) group.times.push({ start, end })
    groups.set(key, group)
  }
  return [...groups.values()]
}

function sayDays(rule: Rule, words: RuleWords): string {
  const [season, validity] = sayTerms(rule, words)
  const days = words.pattern(rule.pattern, countedFrom(rule))
  const inSeason = season === '' ? days : `${days} ${season}`
  return season === '' && validity !== '' ? `${inSeason} ${validity}` : commas([inSeason, validity])
}

function sayTerms(rule: Rule, words: RuleWords): [season: string, validity: string] {
  const counted = countedFrom(rule)
  // "Every three months (from January)" has said it; "every two weeks" still needs its first day.
  const from = rule.pattern.kind === 'weekly' ? (counted ?? rule.from) : counted === null ? rule.from : null
  const season = rule.season === null ? '' : words.season(rule.season)
  return [season, joined([words.validity(from, rule.until), sayWeek(rule, from, words)], ' ')]
}

/** Who counts by the number of the week should not have to look the first day up. */
function sayWeek({ pattern }: Rule, from: Day | null, words: RuleWords): string {
  if (pattern.kind !== 'weekly' || pattern.every !== 2 || from === null) return ''
  return words.week(isoWeekOf(from).week % 2 === 0 ? 'even' : 'uneven')
}

function sayHolidays({ holidays }: Rule, words: RuleWords): string {
  return holidays === null ? '' : words.holidays(holidays)
}

function termsOf({ from, until, season, holidays }: Rule): string {
  return JSON.stringify([from, until, season, holidays])
}

function writingOf(slots: readonly Slot[]): TimeWriting {
  const isFull = (time: string | null) => time === null || time.endsWith(':00')
  return slots.every(({ start, end }) => isFull(start) && isFull(end)) ? 'hours' : 'minutes'
}

function inOrder(times: readonly Times[]): Times[] {
  return [...times].sort((a, b) => (a.start < b.start ? -1 : 1))
}

function commas(parts: readonly string[]): string {
  return joined(parts, ', ')
}
