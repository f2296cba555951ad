// Whatever is typed, reading ends at once and never throws.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { READ_LANGUAGES, readSchedule } from '../../../src/i18n/read-rule.ts'
import { day } from '../../support/schedules.ts'
import { tableOf } from './table.ts'

const LONGEST = 2000

const words = [...tableOf('./german.txt'), ...tableOf('./english.txt')].flatMap(({ sentence }) =>
  sentence.split(' '),
)
const sentences = fc.array(fc.constantFrom(...words), { maxLength: 200 }).map((some) => some.join(' '))
const inputs = fc
  .oneof(
    { weight: 3, arbitrary: sentences },
    { weight: 1, arbitrary: fc.string({ maxLength: LONGEST, unit: 'grapheme' }) },
    { weight: 1, arbitrary: fc.stringMatching(/^[-0-9.,:;()/ und&+]{0,300}$/) },
  )
  .map((text) => text.slice(0, LONGEST))

describe.each(READ_LANGUAGES)('reading %s', (language) => {
  test('answers whatever is typed', () => {
    fc.assert(
      fc.property(inputs, (text) => {
        const { status } = readSchedule(text, { language, today: day('2027-01-01'), land: null })
        expect(['read', 'ask', 'part', 'none']).toContain(status)
      }),
      { numRuns: 700 },
    )
  }, 120_000)

  test.each([
    'jeden '.repeat(400),
    '1. '.repeat(650),
    'Mo, '.repeat(500),
    '8-12 und '.repeat(220),
    'außer Juni und Juli '.repeat(100),
    '((((('.repeat(400),
    '<'.repeat(2000),
    '&amp;'.repeat(400),
  ])('ends for %s', (text) => {
    expect(readSchedule(text, { language, today: day('2027-01-01'), land: 'NW' }).status).toBeDefined()
  })
})
