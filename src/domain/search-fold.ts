// Folding for search and for order: German letters, marks and gender marks, so that what people type finds what is stored.

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ı: 'i',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
}
// A slash parts other words, too („Bildung/Kultur“), so it counts before an ending only.
const GENDER_MARK = /(?<=\p{L})(?:[*:_](?=\p{L})|\/-?(?=(?:innen|in|r|n)(?!\p{L})))/gu
const SOFT_HYPHEN = /\u00ad/g
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' }

/** Lower case without marks, ä as a: „Ärztekammer“ → `arztekammer`, „İstanbul“ → `istanbul`, „Akteur*innen“ → `akteurinnen`. */
export function fold(text: string): string {
  return bare(lower(text))
}

/** The same with ä as ae: „Ärztekammer“ → `aerztekammer`. */
export function foldSpelled(text: string): string {
  return bare(lower(text).replace(/[äöü]/g, (letter) => UMLAUTS[letter] ?? letter))
}

/** Both foldings of a text, once where they are alike, and the other form of gendered plurals: what the search index holds. */
export function searchText(text: string): string {
  const plain = fold(text)
  const spelled = foldSpelled(text)
  const others = otherPlurals(text)
  return [plain, ...(plain === spelled ? [] : [spelled]), ...others].join(' ')
}

/** „Akteur*innen“ is looked for as „Akteure“, too: `akteuren` begins with every form of it. */
function otherPlurals(text: string): string[] {
  const stems = [...lower(text).matchAll(/(\p{L}{2,})(?:[*:_]|\/-?)innen/gu)].map((match) => match[1] ?? '')
  return stems.flatMap((stem) => {
    const plural = /e[lr]$/.test(stem) ? `${stem}n` : `${stem}en`
    return [...new Set([fold(plural), foldSpelled(plural)])]
  })
}

/** The words of a query, folded, at most eight of at most forty letters. */
export function searchWords(query: string): string[] {
  return fold(query)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 8)
    .map((word) => word.slice(0, 40))
}

/**
 * The key by which SQLite sorts as DIN 5007-1 does: ä as a, ß as ss, spaces and punctuation ignored, numbers by value;
 * names that fold alike keep their own order by a second column.
 */
export function sortKey(name: string): string {
  const numbered = fold(name).replace(/\d+/g, (digits) => digits.padStart(8, '0'))
  return numbered.replaceAll(' ', '')
}

function lower(text: string): string {
  // U+0130 lower-cases to i with a combining dot, which would cut the word in two below.
  return text.normalize('NFC').replaceAll('İ', 'i').toLowerCase().normalize('NFC')
}

function bare(text: string): string {
  return text
    .replace(SOFT_HYPHEN, '')
    .replace(GENDER_MARK, '')
    .replace(/[ßłıøæœđðþ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
