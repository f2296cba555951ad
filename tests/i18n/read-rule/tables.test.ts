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

describe('the German table', () => {
  const table = tableOf('./german.txt')
  const count = (status: string) => table.filter(({ block }) => block.includes(`\n${status}`)).length

  test('holds more than three hundred sentences, of which most have one meaning', () => {
    expect(table.length).toBeGreaterThan(300)
    expect(count('read')).toBeGreaterThan(200)
    expect(count('ask')).toBeGreaterThan(10)
  })
})
