import { describe, expect, test } from 'vitest'
import { fold, foldSpelled, searchText, searchWords, sortKey } from '../../src/domain/search-fold.ts'

test.each([
  ['Ärztekammer', 'arztekammer', 'aerztekammer'],
  ['Straße', 'strasse', 'strasse'],
  ['STRAẞE', 'strasse', 'strasse'],
  ['Łódź', 'lodz', 'lodz'],
  ['İstanbul', 'istanbul', 'istanbul'],
  ['Diyarbakır', 'diyarbakir', 'diyarbakir'],
  ['Tromsø', 'tromso', 'tromso'],
  ['Café Œuvre', 'cafe oeuvre', 'cafe oeuvre'],
  ['Müller', 'muller', 'mueller'],
  ['Mu\u0308ller', 'muller', 'mueller'],
  ['Akteur*innen', 'akteurinnen', 'akteurinnen'],
  ['Akteur:innen', 'akteurinnen', 'akteurinnen'],
  ['Akteur_innen', 'akteurinnen', 'akteurinnen'],
  ['Akteur/innen', 'akteurinnen', 'akteurinnen'],
  ['Akteur/-innen', 'akteurinnen', 'akteurinnen'],
  ['Akteur*innenkonferenz', 'akteurinnenkonferenz', 'akteurinnenkonferenz'],
  ['jede*r', 'jeder', 'jeder'],
  ['LSBTIQ*', 'lsbtiq', 'lsbtiq'],
  ['Bildung/Kultur', 'bildung kultur', 'bildung kultur'],
  ['um 19:30 Uhr', 'um 19 30 uhr', 'um 19 30 uhr'],
  ['„Platzna(h)me“ e. V.', 'platzna h me e v', 'platzna h me e v'],
  ['Друзья', 'друзья', 'друзья'],
])('%s is folded to %s and spelled %s', (text, folded, spelled) => {
  expect([fold(text), foldSpelled(text)]).toEqual([folded, spelled])
})

describe('the index holds', () => {
  test.each([
    ['Zentrum', 'zentrum'],
    ['Ärzte', 'arzte aerzte'],
    ['Akteur*innen', 'akteurinnen akteuren'],
    ['İzmirli*innen', 'izmirliinnen izmirlien'],
    ['Lehrer:innen', 'lehrerinnen lehrern'],
    ['Ärzt*innen', 'arztinnen aerztinnen arzten aerzten'],
  ])('%s as %s', (text, held) => {
    expect(searchText(text)).toBe(held)
  })
})

test('a query is at most eight words of forty letters', () => {
  expect(searchWords('  Über-  den/Fluss ')).toEqual(['uber', 'den', 'fluss'])
  expect(searchWords('?!')).toEqual([])
  expect(searchWords('a b c d e f g h i j')).toHaveLength(8)
  expect(searchWords('x'.repeat(99))).toEqual(['x'.repeat(40)])
})

describe('names stand in the order of a German list', () => {
  const names = [
    'Gruppe 10',
    'Gruppe 9',
    'Ärzte ohne Grenzen',
    'Arbeitskreis',
    'Azubitreff',
    'Zeitung',
    'Öffentlichkeit',
    'Ofen',
    'Ort',
    'Straßenfest',
    'Strassenbahn',
    'Straßenmusik',
    '„Leipziger Platzna(h)me“',
    'Leipzig nimmt Platz',
    'Leipziger Land',
    'Dialoge für Gohlis',
    'Dialog',
    'Čaj',
    'Cafe',
    'Neu-Isenburg',
    'Neuer Anfang',
  ]

  test('as the collator of DIN 5007-1 has it', () => {
    const collator = new Intl.Collator('de', { numeric: true, ignorePunctuation: true })
    const byKey = [...names].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1))
    expect(byKey).toEqual([...names].sort(collator.compare))
  })
})
