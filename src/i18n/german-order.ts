// Knows how names are ordered in lists: as DIN 5007-1 does, numbers by value, punctuation ignored.

const collator = new Intl.Collator('de', { numeric: true, ignorePunctuation: true })

/** Negative where the first name stands before the other, positive where after it. */
export function compareNames(one: string, other: string): number {
  return collator.compare(one, other)
}
