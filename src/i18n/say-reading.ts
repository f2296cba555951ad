// Knows how questions and warnings of a reading are said to a coordinator.
import { isDay } from '../domain/day.ts'
import type { SiteLanguage } from '../domain/language.ts'
import type { PartQuestion, Question, ReadingWarning } from './read-rule.ts'
import { sayDate } from './say-day.ts'
import { fill, wordsOf } from './words.ts'

/** A warning as a sentence; days in it are written as the language writes them. */
export function sayWarning({ key, params }: ReadingWarning, language: SiteLanguage): string {
  const values = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' && isDay(value) ? sayDate(value, language) : value,
  ])
  return fill(wordsOf(language).reading.warnings[key], Object.fromEntries(values))
}

/** What has to be decided between several readings. */
export function sayQuestion(question: Question, language: SiteLanguage): string {
  return wordsOf(language).reading.questions[question]
}

/** What is missing before something is a schedule. */
export function sayMissing(question: PartQuestion, language: SiteLanguage): string {
  return wordsOf(language).reading.parts[question]
}
