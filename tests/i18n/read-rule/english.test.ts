import { describe, expect, test } from 'vitest'
import { blockOf, tableOf } from './table.ts'

describe('what people write of their meeting times in English', () => {
  const table = tableOf('./english.txt')

  test.each(table)('$sentence', ({ sentence, block }) => {
    expect(blockOf(sentence, 'en')).toBe(block)
  })
})
