import { describe, expect, test } from 'vitest'
import { blockOf, tableOf } from './table.ts'

describe('what people write of their meeting times in German', () => {
  const table = tableOf('./german.txt')

  test.each(table)('$sentence', ({ sentence, block }) => {
    expect(blockOf(sentence, 'de')).toBe(block)
  })
})
