// Knows how the tokens of a notice become words with a meaning: the longest phrase that a language knows wins.
import type { Meaning, Vocabulary } from './meaning.ts'
import { folded, type Token, tokensOf } from './text.ts'

/** A phrase with its meaning, a number, a mark, or a word that says nothing of times. */
export type Item = {
  readonly meaning: Meaning | null
  /** Of a number: its value; of everything else null. */
  readonly value: number | null
  /** As typed, folded; a mark is itself. */
  readonly text: string
  /** How it was typed. */
  readonly typed: string
  readonly start: number
  readonly end: number
  readonly spaced: boolean
  /** One digit, in a language that writes hours as on a dial. */
  readonly isOnDial: boolean
}

export type Lexicon = {
  readonly proclitic: string | null
  readonly isOnDial: boolean
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
  readonly endings: readonly (readonly [string, Meaning])[]
}

type Phrase = { readonly words: readonly string[]; readonly dotted: boolean; readonly meaning: Meaning }

/** A language's words, ready to be looked up by their first one, the longest phrases first. */
export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const phrases = new Map<string, Phrase[]>()
  for (const [listed, meaning] of vocabulary.words) {
    for (const written of listed.split('|')) {
      const words = tokensOf(written).map(({ folded: word }) => word)
      const dotted = words.length > 1 && words.at(-1) === '.'
      if (dotted) words.pop()
      const [first] = words
      if (first === undefined) continue
      const known = phrases.get(first)
      if (known === undefined) phrases.set(first, [{ words, dotted, meaning }])
      else known.push({ words, dotted, meaning })
    }
  }
  for (const known of phrases.values()) known.sort((a, b) => b.words.length - a.words.length)
  const endings = vocabulary.endings.flatMap(([listed, meaning]) =>
    listed.split('|').map((ending) => [folded(ending), meaning] as const),
  )
  return { phrases, endings, proclitic: vocabulary.proclitic ?? null, isOnDial: vocabulary.isOnDial === true }
}

/** The items of a cleaned text, in order. */
export function itemsOf(text: string, lexicon: Lexicon): Item[] {
  const tokens = tokensOf(text).flatMap((token) => parted(token, lexicon))
  const items: Item[] = []
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]
    if (token === undefined) break
    const phrase = phraseAt(tokens, at, lexicon)
    const length = phrase === undefined ? 1 : lengthOf(phrase, tokens, at)
    const last = tokens[at + length - 1] ?? token
    items.push({
      meaning: phrase?.meaning ?? (token.kind === 'word' ? meaningByEnding(token.folded, lexicon) : null),
      value: token.kind === 'number' && phrase === undefined ? Number(token.text) : null,
      text: token.folded,
      typed: token.text,
      start: token.start,
      end: last.end,
      spaced: token.spaced,
      isOnDial: lexicon.isOnDial && /^[1-9]$/.test(token.text),
    })
    at += length
  }
  return items
}

/** «وأربعاء» is "and" with a Wednesday: a known word behind one that is written to it. */
function parted(token: Token, { phrases, proclitic }: Lexicon): Token[] {
  if (proclitic === null || token.kind !== 'word' || !token.folded.startsWith(proclitic)) return [token]
  const rest = token.folded.slice(proclitic.length)
  if (phrases.has(token.folded) || !phrases.has(rest)) return [token]
  const at = token.start + proclitic.length
  return [
    { ...token, text: proclitic, folded: proclitic, end: at },
    { ...token, text: token.text.slice(proclitic.length), folded: rest, start: at, spaced: true },
  ]
}

function phraseAt(tokens: readonly Token[], at: number, lexicon: Lexicon): Phrase | undefined {
  const token = tokens[at]
  if (token === undefined) return undefined
  return lexicon.phrases.get(token.folded)?.find((phrase) => {
    if (!phrase.words.every((word, index) => tokens[at + index]?.folded === word)) return false
    return phrase.words.length > 1 || !isOnlyCapital(phrase) || isMeant(tokens, at)
  })
}

function lengthOf(phrase: Phrase, tokens: readonly Token[], at: number): number {
  const next = tokens[at + phrase.words.length]
  const dot = phrase.dotted && next?.text === '.' && !next.spaced
  return phrase.words.length + (dot ? 1 : 0)
}

/** Short names that are everyday words, too: „so“, "sat", "sun", "may". */
const EVERYDAY = new Set(['so', 'fr', 'do', 'di', 'sat', 'sun', 'wed', 'may', 'mar', 'march'])

function isOnlyCapital({ words }: Phrase): boolean {
  return EVERYDAY.has(words[0] ?? '')
}

/** Written with a capital or beside a number or a mark, „So“ is the day; „so“ before a word is not. */
function isMeant(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  const before = tokens[at - 1]
  if (token === undefined) return false
  const isAlone = next === undefined || next.kind !== 'word'
  // „Fr. Müller“ is a person, as long as no hour follows.
  if (token.folded === 'fr') return isAlone ? !isName(tokens, at + 1) : !isCapital(next)
  const isJoined = before !== undefined && (before.kind !== 'word' || JOINTS.has(before.folded))
  if (/^\p{Lu}/u.test(token.text)) return at > 0 || isAlone || next.folded.length < 4
  return isAlone && (isJoined || at === 0)
}

function isName(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === '.' && isCapital(tokens[at + 1])
}

function isCapital(token: Token | undefined): boolean {
  return (
    token?.kind === 'word' &&
    /^\p{Lu}\p{Ll}{2}/u.test(token.text) &&
    !/^(?:bis|und|von|ab|um)$/.test(token.folded)
  )
}

const JOINTS = new Set([
  'und',
  'bis',
  'u',
  'von',
  'am',
  'and',
  'to',
  'on',
  'in',
  'from',
  'until',
  'of',
  'sowie',
])

function meaningByEnding(word: string, lexicon: Lexicon): Meaning | null {
  if (word.length < 5) return null
  return lexicon.endings.find(([ending]) => word.endsWith(ending))?.[1] ?? null
}
