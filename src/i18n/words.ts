import type { SiteLanguage } from '../domain/language.ts'
import { de } from './catalogs/de.ts'
import { en } from './catalogs/en.ts'

/** Every text of the site; German is the measure, and a missing translation does not compile. */
export type Words = typeof de

/** A text that depends on a count, in the forms of `Intl.PluralRules` that German and English know. */
export type Counted = { readonly one: string; readonly other: string }

const CATALOGS: Readonly<Record<SiteLanguage, Words>> = { de, en }

/** The catalogue of a language. */
export function wordsOf(language: SiteLanguage): Words {
  return CATALOGS[language]
}

/** Fills `{name}` places of a text; throws a RangeError for a place without a value, which is a bug. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_place, name: string) => {
    const value = values[name]
    if (value === undefined) throw new RangeError(`no value for {${name}} in "${text}"`)
    return String(value)
  })
}

/** The form of a counted text for a count, filled with it as `{count}`; numbers are grouped as the language does. */
export function counted(text: Counted, count: number, language: SiteLanguage): string {
  return fill(count === 1 ? text.one : text.other, { count: groupDigits(count, language) })
}

/** The parts that say something, one after the other. */
export function joined(parts: readonly (string | null | undefined)[], by: string): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join(by)
}

/** A whole number with the thousands of its language apart: 1.234 in German, 1,234 in English. */
export function groupDigits(count: number, language: SiteLanguage): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, language === 'de' ? '.' : ',')
}
