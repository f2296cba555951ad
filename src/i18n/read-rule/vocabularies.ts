// Knows in which languages meeting times can be read.
import { RULE_LANGUAGES, type RuleLanguage } from '../../domain/language.ts'
import { type Lexicon, lexiconOf } from './lexer.ts'
import type { Vocabulary } from './meaning.ts'
import { ar } from './words-ar.ts'
import { de } from './words-de.ts'
import { en } from './words-en.ts'
import { ru } from './words-ru.ts'
import { tr } from './words-tr.ts'
import { uk } from './words-uk.ts'

const VOCABULARIES: Readonly<Record<RuleLanguage, Vocabulary>> = { de, en, tr, uk, ar, ru }

/** Languages in which meeting times can be read. */
export type ReadLanguage = RuleLanguage

export const READ_LANGUAGES: readonly ReadLanguage[] = RULE_LANGUAGES

// Made when a language is first read: thousands of phrases are nothing that a start should wait for.
const lexicons = new Map<ReadLanguage, Lexicon>()

/** Whether a text names a language that can be read. */
export function isReadLanguage(text: string): text is ReadLanguage {
  return Object.hasOwn(VOCABULARIES, text)
}

/** The words of a language, ready to be looked up. */
export function lexiconIn(language: ReadLanguage): Lexicon {
  const known = lexicons.get(language) ?? lexiconOf(VOCABULARIES[language])
  lexicons.set(language, known)
  return known
}
