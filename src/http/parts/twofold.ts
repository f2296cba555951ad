import type { RuleLanguage } from '../../domain/language.ts'
import { type ConfirmationWords, confirmationWordsOf } from '../../i18n/confirmation-words.ts'
import { isReadFromRight } from '../../i18n/writing-direction.ts'
import type { Reader } from '../reader.ts'

/** A text in the page's language, and once more in the group's own; `own` is empty where that is the same. */
export type Twofold = {
  readonly text: string
  readonly own: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
}

/** A text in another language than the page's. */
export type AlsoSaid = {
  readonly text: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
}

declare module '../render.ts' {
  interface Parts {
    twofold: Twofold
  }
}

/** The texts of the question „Stimmt das noch?“ for a reader and a group. */
export function twofoldIn(
  { language }: Reader,
  own: RuleLanguage,
): (key: keyof ConfirmationWords) => Twofold {
  const [words, ownWords] = [confirmationWordsOf(language), confirmationWordsOf(own)]
  return (key) => twofold(words[key], own === language ? '' : ownWords[key], own)
}

/** A field's label in both languages. */
export function labelOf({ text, own, language, direction }: Twofold): {
  readonly label: string
  readonly also: AlsoSaid | null
} {
  return { label: text, also: own === '' ? null : { text: own, language, direction } }
}

/** A text and the same in another language. */
export function twofold(text: string, own: string, language: RuleLanguage): Twofold {
  return { text, own: own === text ? '' : own, language, direction: isReadFromRight(own) ? 'rtl' : 'ltr' }
}
