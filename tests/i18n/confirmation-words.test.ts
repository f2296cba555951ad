import { expect, it } from 'vitest'
import { RULE_LANGUAGES } from '../../src/domain/language.ts'
import { confirmationWordsOf } from '../../src/i18n/confirmation-words.ts'
import { catalogOf, differences, incomplete, unused } from '../support/catalogs.ts'
import { filesBelow } from '../support/sources.ts'

const german = catalogOf({ confirmation: confirmationWordsOf('de') })

it.each(RULE_LANGUAGES)(
  'the question in %s has every text, and says what the German one says',
  (language) => {
    const words = catalogOf({ confirmation: confirmationWordsOf(language) })
    expect(incomplete(words, language)).toEqual([])
    expect(differences(german, words, language)).toEqual([])
  },
)

it('the question has no text that nobody reads', () => {
  const readers = filesBelow('src', '.ts').filter(({ path }) => !path.startsWith('src/i18n/catalogs/'))
  expect(unused(german, readers.map(({ text }) => text).join('\n'), [])).toEqual([])
})
