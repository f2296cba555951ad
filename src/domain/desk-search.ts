// Knows what a search at the desk finds: every word, wherever it stands, and telephone numbers in whatever dress.
import { fold, searchText, searchWords } from './search-fold.ts'

const SHORTEST_NUMBER = 4

/** Looks texts through for a query; no text holds nothing. */
export function lookFor(query: string): (text: string) => boolean {
  const number = digitsOf(query)
  if (number !== null) return (text) => digitsIn(text).some((digits) => digits.includes(number))
  const words = searchWords(query)
  if (words.length === 0) return () => false
  return (text) => {
    const folded = searchText(text)
    return words.every((word) => folded.includes(word))
  }
}

/** The digits of a number that is typed as a telephone number is, without 0 or +49 before it; null for anything else. */
function digitsOf(query: string): string | null {
  if (!/^[+\d \u00a0()/.–-]+$/.test(query.trim())) return null
  const digits = national(query)
  return digits.length < SHORTEST_NUMBER ? null : digits
}

function digitsIn(text: string): readonly string[] {
  return [...text.matchAll(/\+?\d[\d \u00a0()/.–-]{2,}\d/g)].map(([number]) => national(number))
}

function national(number: string): string {
  return fold(number)
    .replace(/\D/g, '')
    .replace(/^(?:0049|49|0)(?=[1-9]\d{2})/, '')
}
