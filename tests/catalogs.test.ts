import { describe, expect, it } from 'vitest'
import { SITE_LANGUAGES } from '../src/domain/language.ts'
import { wordsOf } from '../src/i18n/words.ts'
import { catalogOf, differences, incomplete, unused } from './support/catalogs.ts'
import { filesBelow } from './support/sources.ts'

/** Beginnings of keys that the code puts together from a value, so that they stand nowhere in full. */
const DYNAMIC = [
  'problems',
  'languages',
  'kinds',
  'roles',
  'relations',
  'lands',
  'holidays.public',
  'holidays.school',
  'topics',
  'channels',
  'feeds.programs',
]

const german = catalogOf(wordsOf('de'))
const readers = [...filesBelow('src', '.ts'), ...filesBelow('views', '.eta')].filter(
  ({ path }) => !path.startsWith('src/i18n/catalogs/'),
)

describe('the words', () => {
  it('have texts', () => {
    expect(german.size).toBeGreaterThan(50)
  })

  it.each(SITE_LANGUAGES)('of %s has every text, and every form of it', (language) => {
    expect(incomplete(catalogOf(wordsOf(language)), language)).toEqual([])
  })

  it.each(SITE_LANGUAGES)('of %s says what the German one says', (language) => {
    expect(differences(german, catalogOf(wordsOf(language)), language)).toEqual([])
  })

  it('has no text that nobody reads', () => {
    expect(unused(german, readers.map(({ text }) => text).join('\n'), DYNAMIC)).toEqual([])
  })
})

function catalogOfSite(site: object) {
  return catalogOf({ site })
}

describe('a translation', () => {
  const original = catalogOfSite({
    title: 'Orte',
    greeting: 'Guten Tag, {name}',
    groups: { one: 'eine Gruppe', other: '{count} Gruppen' },
  })

  it('that says the same passes', () => {
    const english = catalogOfSite({
      groups: { one: '{count} group', other: '{count} groups' },
      greeting: 'Hello {name}',
      title: 'Towns',
    })
    expect(differences(original, english, 'en')).toEqual([])
  })

  it.each([
    [
      'a text is missing',
      { greeting: '{name}', groups: { one: '1', other: '{count}' } },
      'site.title is missing',
    ],
    [
      'a text is too many',
      { title: 'T', greeting: '{name}', groups: { one: '1', other: '{count}' }, more: 'M' },
      'site.more is unknown',
    ],
    [
      'a placeholder is misspelt',
      { title: 'T', greeting: '{nam}', groups: { one: '1', other: '{count}' } },
      'site.greeting has {nam} in en, not {name}',
    ],
    [
      'a plural is lost',
      { title: 'T', greeting: '{name}', groups: '{count} groups' },
      'site.groups is plural in one language only',
    ],
  ])('is found when %s', (_, texts, message) => {
    expect(differences(original, catalogOfSite(texts), 'en')).toEqual([message])
  })

  it('is found when a text is empty or a plural form is missing', () => {
    const catalog = catalogOfSite({ title: ' ', groups: { other: '{count}' } })
    expect(incomplete(catalog, 'en')).toEqual(['site.title is empty', 'site.groups has no form "one"'])
  })
})

describe('a text that nobody reads', () => {
  it('is found by the last name of its key', () => {
    const catalog = catalogOfSite({ title: 'T', old: 'O', kind: { club: 'Verein' } })
    expect(unused(catalog, '<%= words.site.title %> older', ['site.kind'])).toEqual(['site.old'])
  })
})
