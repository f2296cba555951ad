// Slugs: the part of an address that names an entry; ASCII, readable, stable.
import type { Problem } from './problem.ts'

const SPELLINGS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  '&': ' und ',
}
const LONGEST = 80

/** The slug of a name: „Bürgerinitiative „Leipziger Platzna(h)me““ → `buergerinitiative-leipziger-platznahme`; never empty. */
export function slugOf(name: string): string {
  const spelled = name.toLowerCase().replace(/[äöüßæøœłđðþı&]/g, (letter) => SPELLINGS[letter] ?? letter)
  const plain = spelled
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’()*]/g, '')
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '')
  return slug === '' ? 'eintrag' : slug
}

/** The first of `slug`, `slug-2`, `slug-3` … that is free. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  if (!isTaken(slug)) return slug
  let number = 2
  while (isTaken(`${slug}-${number}`)) number += 1
  return `${slug}-${number}`
}

/** Whether a text has the shape of a slug, before a database is asked. */
export function isSlug(text: string): boolean {
  return text.length <= LONGEST + 8 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)
}

/** What keeps a chosen slug from being used: its shape, or another entry that has it. An empty one is no choice and no problem. */
export function checkSlug(chosen: string, isTaken: (slug: string) => boolean): Problem[] {
  if (chosen === '') return []
  if (!isSlug(chosen)) return [{ field: 'slug', key: 'slug.malformed' }]
  return isTaken(chosen) ? [{ field: 'slug', key: 'slug.taken' }] : []
}

/**
 * The slug of an entry that is changed and has this one: the chosen one; where none was chosen the one it has, as long as
 * the new name makes the same; else a free one made from the new name.
 */
export function slugAfterChange(
  entry: { readonly slug: string; readonly name: string },
  change: { readonly slug: string; readonly name: string },
  isTaken: (slug: string) => boolean,
): string {
  const keepsName = slugOf(change.name) === slugOf(entry.name)
  return change.slug === '' && keepsName ? entry.slug : chosenSlug(change.slug, change.name, isTaken)
}

/** The chosen slug, or a free one made from the name where none was chosen. */
export function chosenSlug(chosen: string, name: string, isTaken: (slug: string) => boolean): string {
  return chosen === '' ? freeSlug(slugOf(name), isTaken) : chosen
}
