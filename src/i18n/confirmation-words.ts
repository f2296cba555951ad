// What groups are asked, in the languages in which their times are said: the mail „Stimmt das noch?“ and its link's pages.
import type { RuleLanguage } from '../domain/language.ts'
import ar from './catalogs/confirmation/ar.json' with { type: 'json' }
import de from './catalogs/confirmation/de.json' with { type: 'json' }
import en from './catalogs/confirmation/en.json' with { type: 'json' }
import ru from './catalogs/confirmation/ru.json' with { type: 'json' }
import tr from './catalogs/confirmation/tr.json' with { type: 'json' }
import uk from './catalogs/confirmation/uk.json' with { type: 'json' }

/** Every text of the question; German is the measure, and a missing translation does not compile. */
export type ConfirmationWords = typeof de

const CATALOGS: Readonly<Record<RuleLanguage, ConfirmationWords>> = { de, en, tr, uk, ar, ru }

/** The texts of the question in a language of groups. */
export function confirmationWordsOf(language: RuleLanguage): ConfirmationWords {
  return CATALOGS[language]
}
