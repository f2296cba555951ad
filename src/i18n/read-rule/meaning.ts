// Knows what the words of a notice can mean for meeting times, whatever the language.
import type { Weekday } from '../../domain/day.ts'
import type { SchoolBreak } from '../../domain/rule.ts'

export type Daypart = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night'

/** Lengths of time that can come back. */
export type Unit = 'day' | 'week' | 'month' | 'year'

/** Words that join, part or point, without saying anything themselves. */
export type Joint =
  | 'and'
  | 'or'
  | 'from'
  | 'since'
  /** „nächster Termin“: a date, and where a step is said also the first one. */
  | 'next-date'
  | 'until'
  | 'between'
  | 'at'
  | 'on'
  | 'in'
  | 'of'
  | 'each'
  | 'per'
  | 'next'
  | 'other'
  | 'after'
  | 'before'
  | 'thereafter'
  | 'begin'
  | 'end-of'
  | 'middle-of'
  | 'beginning-of'
  | 'about'
  | 'only'
  /** „15-го числа“: the number before it is a day of the month. */
  | 'day-mark'

/** What a word or phrase means. */
export type Meaning =
  /** `habit`: „montags“, which comes back without another word. */
  | { readonly is: 'weekday'; readonly weekday: Weekday; readonly habit?: true; readonly part?: Daypart }
  | { readonly is: 'weekdays'; readonly weekdays: readonly Weekday[]; readonly assumed?: 'working-days' }
  | { readonly is: 'month'; readonly month: number }
  | { readonly is: 'ordinal'; readonly ordinal: number }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'unit'; readonly unit: Unit; readonly every: number }
  /** „wöchentlich“, „vierteljährlich“, „14-tägig“. */
  | { readonly is: 'interval'; readonly unit: Unit; readonly every: number }
  /** „-tägig“, „-wöchentlich“ after a number. */
  | { readonly is: 'rhythm'; readonly unit: Unit }
  | { readonly is: 'parity'; readonly parity: 'even' | 'uneven' }
  | { readonly is: 'calendar-week' }
  | { readonly is: 'months' }
  /** Months of even or uneven number in one phrase. */
  | { readonly is: 'parity-months'; readonly parity: 'even' | 'uneven' }
  | { readonly is: 'of-month' }
  | { readonly is: 'of-quarter' }
  | { readonly is: 'count'; readonly count: number }
  | { readonly is: 'o-clock' }
  | { readonly is: 'half' | 'quarter' | 'three-quarters' }
  | { readonly is: 'past' | 'to' }
  | { readonly is: 'daypart'; readonly part: Daypart }
  | { readonly is: 'half-day'; readonly half: 'am' | 'pm' }
  | { readonly is: 'midnight' | 'noon-time' | 'open-end' }
  | { readonly is: 'holidays' }
  | { readonly is: 'school'; readonly only: readonly SchoolBreak[] | null }
  | { readonly is: 'closing-days' }
  /** Takes away what follows („außer“), what stands before („geschlossen“), or either („kein Treffen“). */
  | { readonly is: 'not'; readonly side: 'after' | 'before' | 'either' }
  | { readonly is: 'also' }
  | { readonly is: 'all-year' }
  | { readonly is: 'falls-on' }
  | { readonly is: 'shift'; readonly to: 'next-day' | 'next-week' }
  | { readonly is: 'usually' | 'vague' | 'arrangement' | 'former' | 'now' | 'instead' }
  | { readonly is: 'if-there-is-one' }
  | { readonly is: 'short-months'; readonly act: 'skip' | 'last-day' }
  | { readonly is: 'leap-years'; readonly act: 'skip' | 'last-day' }
  | { readonly is: 'week-hint'; readonly parity: 'even' | 'uneven' }
  | { readonly is: 'last-day'; readonly ofMonth: boolean }
  /** „in der Schulzeit“: not in the school holidays. */
  | { readonly is: 'term-time' }
  /** Numbers beside it are none of ours: ages, lengths, seats, floors, rooms, streets, telephones. */
  | { readonly is: 'measure'; readonly side: 'after' | 'before' | 'either' }
  | { readonly is: 'admission' }
  /** „sonst“, „aber erst“: times behind it hold on days that no rule of ours can say. */
  | { readonly is: 'doubt' }
  /** „10 Termine“: with a number, a course that ends. */
  | { readonly is: 'sessions' }
  | { readonly is: 'filler' }
  | { readonly is: 'joint'; readonly joint: Joint }

/** A language's words: phrases parted by `|` with their meaning. A phrase that ends in a full stop may be written with it. */
export type WordTable = readonly (readonly [phrases: string, meaning: Meaning])[]

/** What reading needs of a language. */
export type Vocabulary = {
  readonly words: WordTable
  /** Words whose beginning or end is enough: „…straße“. */
  readonly endings: WordTable
  /** Whether hours are written as on a dial, so that "at 7" may be in the evening. */
  readonly isOnDial?: true
  /** A word that is written to the one behind it: Arabic „و“, "and". */
  readonly proclitic?: string
}
