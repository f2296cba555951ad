// Knows which parts of a notice belong together: days with their times, and what limits which of them.
import { alternativesOf } from './either.ts'
import type { Weighed } from './exclude.ts'
import type { Daypart } from './meaning.ts'
import type { Found } from './part.ts'
import { bothTerms, type DayFound, noTerms, type Terms, type TimesFound, termOf } from './terms.ts'

/** Days that share their times and limits. */
export type Group = {
  readonly days: readonly DayFound[]
  readonly times: readonly TimesFound[]
  readonly part: Daypart | null
  readonly terms: Terms
  /** Which stretch between full stops or semicolons it stands in. */
  readonly segment: number
  /** „montags oder dienstags“: the days of which perhaps only one is meant, each by itself. */
  readonly alternatives: readonly DayFound[]
  /** „montags 9 Uhr oder dienstags 10 Uhr“: said with an „oder“ behind the group before it. */
  readonly isOther: boolean
}

/** A group while it grows; `isOpen`: no sentence has ended since. */
type Growing = {
  days: DayFound[]
  times: TimesFound[]
  part: Daypart | null
  terms: Terms
  isTimesFirst: boolean
  segment: number
  alternatives: DayFound[]
  isOther: boolean
}

/** The groups of a notice in their order; a group without days or without times may be among them. */
export function groupsOf(parts: readonly Weighed[]): { groups: readonly Group[]; alone: Terms } {
  const grouping = new Grouping(parts)
  parts.forEach((part, index) => {
    grouping.take(part, index)
  })
  return grouping.finish()
}

class Grouping {
  readonly #parts: readonly Weighed[]
  readonly #groups: Growing[] = []
  #current: Growing | null = null
  #segment = 0
  /** Whether an „oder“ stands right before. */
  #isBehindOr = false
  /** Limits said before the days that they are for. */
  #leading: Terms = noTerms()
  #leadingPart: Daypart | null = null
  #isLeadingUsed = false
  /** Limits of every group of the sentence, whatever their order. */
  #shared: Partial<Terms>[] = []

  constructor(parts: readonly Weighed[]) {
    this.#parts = parts
  }

  take(part: Weighed, index: number): void {
    const { found } = part
    if (part.weight === 'former') return
    if (found.is === 'break' && found.mark === 'strong') this.#endSegment()
    const days = part.weight === 'plain' ? this.#daysOf(found) : null
    if (days !== null) this.#takeDays(days)
    else if (found.is === 'times') {
      if (part.weight === 'plain') this.#takeTimes(found)
    } else if (found.is === 'daypart') this.#takeDaypart(found.part)
    else this.#takeTerm(part, index)
    if (found.is !== 'filler') this.#isBehindOr = found.is === 'break' && found.mark === 'or'
  }

  finish(): { groups: readonly Group[]; alone: Terms } {
    this.#endSegment()
    return { groups: this.#groups, alone: this.#leading }
  }

  /** A stretch of dates is days of its own only where no other days are said. */
  #daysOf(found: Found): DayFound | null {
    if (found.is === 'validity') return this.#nextDate(found)
    if (found.is === 'dates') return found.isStretch && this.#hasOtherDays() ? null : found
    return found.is === 'days' || found.is === 'month-days' || found.is === 'other-days' ? found : null
  }

  /** „nächstes Treffen: Mittwoch, 13. Januar“, unless it says from when a step is counted. */
  #nextDate({ isNext, from }: Extract<Found, { is: 'validity' }>): DayFound | null {
    if (!isNext || from === null || !('day' in from) || this.#hasOtherDays()) return null
    const counts = this.#parts.some(({ found }) => found.is === 'interval' || found.is === 'parity')
    return counts ? null : { is: 'dates', dates: [from], isStretch: false, joined: 'and' }
  }

  #hasOtherDays(): boolean {
    return this.#parts.some(
      ({ found, weight }) =>
        weight === 'plain' && (found.is === 'days' || found.is === 'month-days' || found.is === 'other-days'),
    )
  }

  #takeDays(days: DayFound): void {
    const current = this.#current
    const isNew =
      current === null || (current.days.length > 0 && (current.times.length > 0 || !this.#isLeadingUsed))
    const isOther = this.#isBehindOr && current !== null
    if (isNew) this.#begin(false)
    const group = this.#current
    if (group === null) return
    group.isOther = isNew && isOther
    this.#takeAlternatives(group, days, !isNew && isOther)
    group.days.push(days)
  }

  #takeAlternatives(group: Growing, days: DayFound, isOther: boolean): void {
    const own = alternativesOf(days)
    const isFirst = group.days.length === 0
    const isEither = own.length > 1 || isOther
    const isMixed = !isFirst && (isEither || group.alternatives.length > 0) && !isOther
    if (isMixed || ('joined' in days && days.joined === 'mixed'))
      group.terms = withTerm(group.terms, { isUnclear: true })
    if (isOther && group.alternatives.length === 0) group.alternatives.push(...group.days)
    if (isEither) group.alternatives.push(...own)
  }

  #takeTimes(times: TimesFound): void {
    const current = this.#current
    // „gerade Wochen montags, ungerade mittwochs, jeweils 18 Uhr“: days that still wait for their time get it, too.
    const waiting = times.each ? this.#groups : this.#ofSegment()
    if (current !== null)
      for (const group of waiting) if (group !== current && group.times.length === 0) group.times.push(times)
    if (current === null) {
      const before = this.#groups.at(-1)
      // „Jeden Mittwoch. 19 Uhr.“
      if (before !== undefined && before.times.length === 0) {
        before.times.push(times)
        return
      }
      this.#begin(true)
    } else if (current.isTimesFirst && current.days.length > 0 && current.times.length > 0) this.#begin(true)
    this.#current?.times.push(times)
  }

  #takeDaypart(part: Daypart): void {
    if (this.#current === null) this.#leadingPart = part
    else this.#current.part ??= part
  }

  #takeTerm(part: Weighed, index: number): void {
    const said = this.#stretchTerm(part) ?? termOf(part)
    if (said === null) return
    if (said.isShared) {
      this.#shared.push(said.term)
      return
    }
    const current = this.#current
    if (current === null || this.#isLeading(index, current)) {
      if (this.#isLeadingUsed) this.#leading = noTerms()
      this.#isLeadingUsed = false
      this.#leading = withTerm(this.#leading, said.term)
    } else if (current.times.length > 0 && limits(part.found) && this.#isParted(index)) {
      for (const group of this.#ofSegment()) group.terms = withTerm(group.terms, said.term)
    } else current.terms = withTerm(current.terms, said.term)
  }

  #stretchTerm({ found, weight }: Weighed): { term: Partial<Terms>; isShared: boolean } | null {
    if (found.is !== 'dates' || !found.isStretch || weight !== 'plain') return null
    const [from, until] = found.dates
    if (from === undefined || until === undefined) return null
    return from.year === null && until.year === null
      ? { term: { season: { is: 'season', from, until } }, isShared: false }
      : { term: { validity: [{ is: 'validity', from, until, isNext: false }] }, isShared: false }
  }

  /** Behind a comma and right before other days, a limit is for those: „Mo 9 Uhr, von Mai bis Juli Di 10 Uhr“. */
  #isLeading(index: number, current: Growing): boolean {
    if (current.days.length === 0 || !this.#isParted(index)) return false
    for (const { found, weight } of this.#parts.slice(index + 1)) {
      if (weight === 'plain' && this.#daysOf(found) !== null) return true
      if (found.is === 'times' || (found.is === 'break' && found.mark !== 'colon')) return false
    }
    return false
  }

  #isParted(index: number): boolean {
    return this.#parts[index - 1]?.found.is === 'break'
  }

  #begin(isTimesFirst: boolean): void {
    this.#current = {
      days: [],
      times: [],
      part: this.#leadingPart,
      terms: this.#leading,
      isTimesFirst,
      segment: this.#segment,
      alternatives: [],
      isOther: false,
    }
    this.#isLeadingUsed = true
    this.#leadingPart = null
    this.#groups.push(this.#current)
  }

  #ofSegment(): Growing[] {
    return this.#groups.filter(({ segment }) => segment === this.#segment)
  }

  #endSegment(): void {
    const own = this.#ofSegment()
    // „Jeden Mittwoch 19 Uhr. Nicht in den Ferien.“ says it of what stands before.
    const meant = own.length === 0 ? this.#groups : own
    for (const group of meant) {
      for (const term of this.#shared) group.terms = withTerm(group.terms, term)
      if (own.length === 0 && !this.#isLeadingUsed) group.terms = bothTerms(group.terms, this.#leading)
    }
    if (meant.length > 0) {
      this.#shared = []
      this.#leading = noTerms()
    }
    this.#current = null
    this.#segment++
  }
}

function limits(found: Found): boolean {
  return found.is === 'months' || found.is === 'season' || found.is === 'validity' || found.is === 'dates'
}

function withTerm(terms: Terms, term: Partial<Terms>): Terms {
  return bothTerms(terms, { ...noTerms(), ...term })
}
