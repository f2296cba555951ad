import { describe, expect, it } from 'vitest'
import { wordsOf } from '../src/i18n/words.ts'
import { filesBelow } from './support/sources.ts'

/** Keys of problems as the domain and the operations write them. */
function keysIn(text: string): string[] {
  return [...text.matchAll(/key: '([\w.]+)'|'((?:rule|slot)\.[\w.]+)'/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  )
}

describe('every problem that the domain can name', () => {
  const keys = new Set(
    ['src/domain', 'src/operations'].flatMap((folder) =>
      filesBelow(folder, '.ts').flatMap(({ text }) => keysIn(text)),
    ),
  )

  it('is many', () => {
    expect(keys.size).toBeGreaterThan(40)
  })

  it.each([...keys])('%s has its sentence', (key) => {
    expect(Object.keys(wordsOf('de').problems)).toContain(key)
  })

  it('tells in a sentence what to do, and calls nothing invalid', () => {
    const sentences = Object.entries(wordsOf('de').problems).filter(([key]) => key.includes('.'))
    for (const [, sentence] of sentences) {
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u)
      expect(sentence).not.toMatch(/ungültig|falsch|Fehler/i)
    }
  })
})
