import { describe, expect, test } from 'vitest'
import type { ReadLanguage } from '../../../src/i18n/read-rule.ts'
import { blockOf, tableOf } from './table.ts'

const TABLES: readonly [string, ReadLanguage, string][] = [
  ['German', 'de', './german.txt'],
  ['English', 'en', './english.txt'],
  ['Turkish', 'tr', './turkish.txt'],
  ['Ukrainian', 'uk', './ukrainian.txt'],
  ['Arabic', 'ar', './arabic.txt'],
  ['Russian', 'ru', './russian.txt'],
]

describe.each(TABLES)('what people write of their meeting times in %s', (_name, language, file) => {
  test.each(tableOf(file))('$sentence', ({ sentence, block }) => {
    expect(blockOf(sentence, language)).toBe(block)
  })
})

/** They have one meaning that a rule can hold, and are asked about all the same. */
const UNREAD = [
  'freitags 1715',
  '10 x dienstags, 18 Uhr, ab 12. Januar 2027',
  'jeden 1. Mittwoch im Monat, im Januar am 2. Mittwoch',
  'jeden letzten Dienstag, im Dezember am vorletzten, 18 Uhr',
  'jeden Mittwoch 18 Uhr, am 1. Mittwoch im Monat aber erst um 19 Uhr',
  'jeden Donnerstag, 10 bis 18 Uhr (Mittagspause 12 bis 13 Uhr)',
  'samstags und an Feiertagen geschlossen, sonst 9-17 Uhr',
]

describe('the German table', () => {
  const table = tableOf('./german.txt')
  const count = (status: string) => table.filter(({ block }) => block.includes(`\n${status}`)).length

  test('holds more than three hundred sentences, of which most have one meaning', () => {
    expect(table.length).toBeGreaterThan(300)
    expect(count('read')).toBeGreaterThan(200)
    expect(count('ask')).toBeGreaterThan(10)
  })

  test('reads 97 of 100 sentences whose one meaning a rule can hold', () => {
    const sentences = table.map(({ sentence }) => sentence)
    for (const sentence of UNREAD) expect(sentences).toContain(sentence)
    expect(count('read') / (count('read') + UNREAD.length)).toBeGreaterThan(0.97)
  })
})
