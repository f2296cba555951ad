// Knows what limits the days of a notice, and what counts them.
import type { SchoolBreak } from '../../domain/rule.ts'
import type { ShiftTarget, Weighed } from './exclude.ts'
import type { Found } from './part.ts'

export type DayFound = Extract<Found, { is: 'days' | 'month-days' | 'dates' | 'other-days' }>
export type TimesFound = Extract<Found, { is: 'times' }>
type Of<Is extends Found['is']> = Extract<Found, { is: Is }>

/** What limits the days of a group, and what counts them. */
export type Terms = {
  readonly interval?: Of<'interval'>
  readonly parity?: 'even' | 'uneven'
  readonly months: readonly (readonly number[])[]
  readonly exceptMonths: readonly number[]
  readonly exceptDays: readonly Of<'days'>[]
  readonly season?: Of<'season'>
  readonly validity: readonly Of<'validity'>[]
  readonly ofMonth: boolean
  readonly ofQuarter: boolean
  readonly count?: number
  readonly shortMonths?: 'skip' | 'last-day'
  readonly leapYears?: 'skip' | 'last-day'
  readonly isNext: boolean
  /** Single dates or a stretch of days are taken away, which a rule cannot hold but its exceptions can. */
  readonly exceptsDates: boolean
  /** Something that no rule can hold. */
  readonly isUnclear: boolean
  readonly isVague: boolean
  readonly public?: 'skip' | ShiftTarget
  readonly school?: 'skip' | ShiftTarget
  readonly schoolOnly?: readonly SchoolBreak[]
  readonly closed?: 'skip' | ShiftTarget
}

/** No limits. */
export function noTerms(): Terms {
  return {
    months: [],
    exceptMonths: [],
    exceptDays: [],
    validity: [],
    ofMonth: false,
    ofQuarter: false,
    isNext: false,
    exceptsDates: false,
    isUnclear: false,
    isVague: false,
  }
}

/** Both limits at once; of what can only be once, the later one. */
export function bothTerms(a: Terms, b: Terms): Terms {
  return {
    ...a,
    ...b,
    months: [...a.months, ...b.months],
    exceptMonths: [...a.exceptMonths, ...b.exceptMonths],
    exceptDays: [...a.exceptDays, ...b.exceptDays],
    validity: [...a.validity, ...b.validity],
    ofMonth: a.ofMonth || b.ofMonth,
    ofQuarter: a.ofQuarter || b.ofQuarter,
    isNext: a.isNext || b.isNext,
    exceptsDates: a.exceptsDates || b.exceptsDates,
    isUnclear: a.isUnclear || b.isUnclear,
    isVague: a.isVague || b.isVague,
  }
}

/** What one part adds to the limits, and whether that holds for every group around it; null where it adds nothing. */
export function termOf({
  found,
  weight,
  shift,
}: Weighed): { term: Partial<Terms>; isShared: boolean } | null {
  if (weight === 'included') return null
  if (weight === 'excluded') return excludedTerm(found)
  if (shift !== null) return { term: freeTerm(found, shift) ?? {}, isShared: true }
  const own = (term: Partial<Terms>) => ({ term, isShared: false })
  switch (found.is) {
    case 'interval':
      return own({ interval: found })
    case 'parity':
      return own({ parity: found.parity })
    case 'months':
      return own({ months: [found.months] })
    case 'season':
      return own({ season: found })
    case 'validity':
      return own({ validity: [found] })
    case 'of-month':
      return own({ ofMonth: true })
    case 'of-quarter':
      return own({ ofQuarter: true })
    case 'count':
      return own({ count: found.count })
    case 'short-months':
      return own({ shortMonths: found.act })
    case 'leap-years':
      return own({ leapYears: found.act })
    case 'next':
      return own({ isNext: true })
    case 'unclear':
      return own({ isUnclear: true })
    case 'vague':
      return own({ isVague: true })
    case 'term-time':
      return { term: { school: 'skip' }, isShared: true }
    // Times of their own on holidays, „feiertags 10 Uhr“: no rule can hold them.
    case 'public-holidays':
    case 'school-holidays':
      return own({ isUnclear: true })
    default:
      return null
  }
}

function excludedTerm(found: Found): { term: Partial<Terms>; isShared: boolean } | null {
  const shared = (term: Partial<Terms>) => ({ term, isShared: true })
  switch (found.is) {
    case 'months':
      return shared({ exceptMonths: found.months })
    case 'days':
      return shared({ exceptDays: [found] })
    case 'dates':
    case 'season':
      return shared({ exceptsDates: true })
    default: {
      const term = freeTerm(found, 'skip')
      return term === null ? null : shared(term)
    }
  }
}

function freeTerm(found: Found, act: 'skip' | ShiftTarget): Partial<Terms> | null {
  switch (found.is) {
    case 'public-holidays':
      return { public: act }
    case 'school-holidays':
      return found.only === null ? { school: act } : { school: act, schoolOnly: found.only }
    case 'closing-days':
      return { closed: act }
    default:
      return null
  }
}
