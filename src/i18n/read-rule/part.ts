// Knows the parts that meeting times are made of, before it is clear which belong together.
import type { Weekday } from '../../domain/day.ts'
import type { SchoolBreak } from '../../domain/rule.ts'
import type { Daypart, Unit } from './meaning.ts'

/** A date as it is written: the year is often left out, a weekday sometimes stands beside it. */
export type WrittenDate = {
  readonly day: number
  readonly month: number
  readonly year: number | null
  readonly weekday: Weekday | null
}

/** A month, perhaps with its year: „ab September 2026“. */
export type WrittenMonth = { readonly month: number; readonly year: number | null }

/** Minutes since midnight, 0 to 1440; `either`: said as on a dial, so that noon lies before or after it. */
export type Clock = { readonly minutes: number; readonly either: boolean }

export type Span = { readonly start: Clock | null; readonly end: Clock | null }

/** How many days a date lies after or before the weekday of the month that it is counted from. */
export type Later = { readonly weekday: Weekday; readonly side: 'after' | 'before' }

/** Whether all of a list are meant, perhaps only one of it, or nobody can say. */
export type Joined = 'and' | 'or' | 'mixed'

export type Found =
  | {
      readonly is: 'days'
      readonly weekdays: readonly Weekday[]
      /** 1 to 5, -1, -2; null: every one. */
      readonly ordinals: readonly number[] | null
      /** Whether a word says that it comes back: „jeden“, „montags“, several, or a stretch. */
      readonly recurs: boolean
      readonly each: boolean
      /** „am Mittwoch“, which may be the next one only. */
      readonly isPointed: boolean
      /** „am Wochenende“: a Saturday with the Sunday after it. */
      readonly isWeekend: boolean
      readonly part: Daypart | null
      readonly later: Later | null
      readonly assumed: 'working-days' | null
      readonly joined: Joined
    }
  | { readonly is: 'other-days' }
  | {
      readonly is: 'month-days'
      readonly days: readonly number[]
      readonly each: boolean
      readonly joined: Joined
    }
  | {
      readonly is: 'dates'
      readonly dates: readonly WrittenDate[]
      readonly isStretch: boolean
      readonly joined: Joined
    }
  | {
      readonly is: 'times'
      readonly spans: readonly Span[]
      readonly part: Daypart | null
      readonly joint: 'and' | 'or'
      readonly about: boolean
      /** „jeweils um 9 Uhr“: for all days before it. */
      readonly each: boolean
    }
  | { readonly is: 'interval'; readonly unit: Unit; readonly every: number }
  | { readonly is: 'parity'; readonly parity: 'even' | 'uneven' }
  | { readonly is: 'week-hint'; readonly parity: 'even' | 'uneven' }
  | { readonly is: 'months'; readonly months: readonly number[] }
  /** Days of any year, „vom 15. März bis 15. Oktober“. */
  | { readonly is: 'season'; readonly from: WrittenDate; readonly until: WrittenDate }
  | {
      readonly is: 'validity'
      readonly from: WrittenDate | WrittenMonth | null
      readonly until: WrittenDate | WrittenMonth | null
      /** „nächster Termin: 13. Januar“: the date itself, where nothing else names days. */
      readonly isNext: boolean
    }
  | { readonly is: 'public-holidays' }
  | { readonly is: 'school-holidays'; readonly only: readonly SchoolBreak[] | null }
  | { readonly is: 'closing-days' }
  | { readonly is: 'shift'; readonly to: 'next-day' | 'next-week' | Weekday }
  | { readonly is: 'not'; readonly side: 'after' | 'before' | 'either' }
  | { readonly is: 'short-months'; readonly act: 'skip' | 'last-day' }
  | { readonly is: 'leap-years'; readonly act: 'skip' | 'last-day' }
  | { readonly is: 'count'; readonly count: number }
  | { readonly is: 'daypart'; readonly part: Daypart }
  | { readonly is: 'next' }
  | { readonly is: 'unclear' }
  | {
      readonly is:
        | 'noise'
        | 'term-time'
        | 'of-month'
        | 'of-quarter'
        | 'also'
        | 'falls-on'
        | 'usually'
        | 'vague'
        | 'arrangement'
        | 'former'
        | 'now'
        | 'instead'
        | 'filler'
    }
  | { readonly is: 'break'; readonly mark: 'comma' | 'strong' | 'and' | 'or' | 'open' | 'close' | 'colon' }

/** A part and the items it is made of, from `at` up to and without `end`. */
export type Part = { readonly found: Found; readonly at: number; readonly end: number }

/** Where a list began that was none, so that it is not gone through again from each of its members. */
export type Seen = { datelessUntil: number; timelessUntil: number }

/** What one kind of part finds at an item: itself and where it ends, or null. */
export type Finding = { readonly found: Found; readonly end: number } | null
