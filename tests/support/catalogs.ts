/** One text, or its plural forms by CLDR's categories. */
export type Entry = string | Readonly<Record<string, string>>
/** A language's texts by their keys, `<section>.<key>.<key>`. */
export type Catalog = ReadonlyMap<string, Entry>

const CATEGORIES = new Set(['zero', 'one', 'two', 'few', 'many', 'other'])

/** A language's nested words as one list. */
export function catalogOf(words: object): Catalog {
  return new Map(Object.entries(words).flatMap(([section, texts]) => flatten(texts, section)))
}

/** What keeps a translation from standing in for the original, in sentences. */
export function differences(original: Catalog, translation: Catalog, language: string): string[] {
  const missing = [...original.keys()]
    .filter((key) => !translation.has(key))
    .map((key) => `${key} is missing`)
  const surplus = [...translation.keys()]
    .filter((key) => !original.has(key))
    .map((key) => `${key} is unknown`)
  const differing = [...original].flatMap(([key, entry]) => {
    const translated = translation.get(key)
    return translated === undefined ? [] : entryDifferences(key, entry, translated, language)
  })
  return [...missing, ...surplus, ...differing]
}

/** Texts that are empty or blank, and plurals without a form their language needs. */
export function incomplete(catalog: Catalog, language: string): string[] {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  return [...catalog].flatMap(([key, entry]) => {
    const empty = textsOf(entry).some((text) => text.trim() === '') ? [`${key} is empty`] : []
    const lacking = typeof entry === 'string' ? [] : needed.filter((category) => !(category in entry))
    return [...empty, ...lacking.map((category) => `${key} has no form "${category}"`)]
  })
}

/** Keys of which the last name stands nowhere in the sources; `dynamic` are the beginnings of keys put together. */
export function unused(catalog: Catalog, sources: string, dynamic: readonly string[]): string[] {
  const names = new Set(sources.match(/[\p{L}\p{N}_$-]+/gu))
  const isDynamic = (key: string) => dynamic.some((beginning) => `${key}.`.startsWith(`${beginning}.`))
  return [...catalog.keys()].filter((key) => !isDynamic(key) && !names.has(lastName(key)))
}

/** An object whose keys are all plural categories is one text. */
function flatten(value: unknown, key: string): [string, Entry][] {
  if (typeof value === 'string') return [[key, value]]
  if (typeof value !== 'object' || value === null) throw new TypeError(`${key} is no text`)
  const entries = Object.entries(value)
  const isPlural = 'other' in value && entries.every(([name]) => CATEGORIES.has(name))
  if (isPlural) return [[key, Object.fromEntries(entries.map(([name, text]) => [name, String(text)]))]]
  return entries.flatMap(([name, inner]) => flatten(inner, `${key}.${name}`))
}

function entryDifferences(key: string, original: Entry, translated: Entry, language: string): string[] {
  if (typeof original !== typeof translated) return [`${key} is plural in one language only`]
  const wanted = placeholdersOf(original)
  const found = placeholdersOf(translated)
  return wanted === found
    ? []
    : [`${key} has ${found || 'nothing'} in ${language}, not ${wanted || 'nothing'}`]
}

/** Sorted, each once: „1 Gruppe“ may leave out the number that „{count} Gruppen“ says. */
function placeholdersOf(entry: Entry): string {
  const found = textsOf(entry).flatMap((text) => text.match(/\{\w+\}/g) ?? [])
  return [...new Set(found)].sort().join(' ')
}

function textsOf(entry: Entry): readonly string[] {
  return typeof entry === 'string' ? [entry] : Object.values(entry)
}

function lastName(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1)
}
