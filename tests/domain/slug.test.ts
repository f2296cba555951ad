import { describe, expect, test } from 'vitest'
import { checkSlug, chosenSlug, freeSlug, isSlug, slugOf } from '../../src/domain/slug.ts'

const taken = (...slugs: string[]) => {
  return (slug: string) => slugs.includes(slug)
}

test.each([
  ['Amnesty International, Gruppe Duisburg', 'amnesty-international-gruppe-duisburg'],
  ['Bürgerinitiative „Leipziger Platzna(h)me“', 'buergerinitiative-leipziger-platznahme'],
  [
    'Zentrum für Europäische und Orientalische Kultur (ZEOK e.V.)',
    'zentrum-fuer-europaeische-und-orientalische-kultur-zeok-e-v',
  ],
  ['Vielfalt, Toleranz & Demokratie', 'vielfalt-toleranz-und-demokratie'],
  ['LSBTIQ*', 'lsbtiq'],
  ['Bürger*innen', 'buergerinnen'],
  ['Straße ẞ', 'strasse-ss'],
  ['Łódź', 'lodz'],
  ['İstanbul ılık', 'istanbul-ilik'],
  ['Café Œuvre', 'cafe-oeuvre'],
  ['1. Netzwerktreffen 2023', '1-netzwerktreffen-2023'],
  ['  --  ', 'eintrag'],
  ['Друзья', 'eintrag'],
  ['', 'eintrag'],
])('%s is at %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
  expect(isSlug(slug)).toBe(true)
})

test('a long name is cut, and not at a hyphen', () => {
  const slug = slugOf(`${'a'.repeat(79)} b`)
  expect(slug).toBe('a'.repeat(79))
})

test('a taken slug gets the next free number', () => {
  expect(freeSlug('chor', taken())).toBe('chor')
  expect(freeSlug('chor', taken('chor'))).toBe('chor-2')
  expect(freeSlug('chor', taken('chor', 'chor-2', 'chor-4'))).toBe('chor-3')
})

test.each(['a', 'chor-2', '2026', 'a-b-c'])('%s has the shape of a slug', (text) => {
  expect(isSlug(text)).toBe(true)
})

test.each(['', '-a', 'a-', 'a--b', 'A', 'ä', 'a b', 'a/b', '../a', 'a.b', 'a'.repeat(89)])(
  '"%s" has not',
  (text) => {
    expect(isSlug(text)).toBe(false)
  },
)

describe('a chosen slug', () => {
  test('is kept where it is free', () => {
    expect(checkSlug('chor', taken('anderes'))).toEqual([])
    expect(chosenSlug('chor', 'Gesangverein', taken())).toBe('chor')
  })

  test('is refused where it is taken or malformed', () => {
    expect(checkSlug('chor', taken('chor'))).toEqual([{ field: 'slug', key: 'slug.taken' }])
    expect(checkSlug('Chor', taken())).toEqual([{ field: 'slug', key: 'slug.malformed' }])
  })

  test('is made from the name where none was chosen', () => {
    expect(checkSlug('', taken('gesangverein'))).toEqual([])
    expect(chosenSlug('', 'Gesangverein', taken('gesangverein'))).toBe('gesangverein-2')
  })
})
