// Knows how the days of months are said in English.
import type { Day } from '../../domain/day.ts'
import { monthOf } from '../../domain/month.ts'
import type { MonthPattern, Ordinal, Pattern } from '../../domain/rule.ts'
import { sayMonth, sayMonthName, sayWeekday } from '../say-day.ts'
import {
  baseDay,
  inOrder,
  isShorterThan,
  joined,
  laterWeekday,
  shapeOfMonths,
  sortedOrdinals,
} from './shape.ts'

type Of<Kind extends Pattern['kind']> = Extract<Pattern, { kind: Kind }>

const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** "every 1st and 3rd Wednesday of the month", counted every so many months where it is. */
export function monthlyWeekday(said: Of<'monthly-weekday'>, counted: Day | null): string {
  const named = daysLater(said) + ordinalDays(said)
  const hint = fifthHint(said.ordinals)
  const { months } = said
  if (months.kind === 'every-n-months' && months.every > 1) {
    return everyMonths(months, `on the ${named}${hint}`, baseDay(said, counted))
  }
  return `every ${named} ${inMonths(months)}${hint}`
}

/** "Thursday after the ", before the day that is counted from. */
function daysLater(said: Of<'monthly-weekday'>): string {
  const weekday = laterWeekday(said)
  if (weekday === null) return ''
  return `${sayWeekday(weekday, 'en')} ${(said.daysLater ?? 0) > 0 ? 'after' : 'before'} the `
}

function ordinalDays(said: Of<'monthly-weekday'>): string {
  const ordinals = sortedOrdinals(said.ordinals).map(ordinal)
  const names = inOrder(said.weekdays).map((weekday) => sayWeekday(weekday, 'en'))
  const [only] = ordinals
  if (ordinals.length > 1) return `${joined(ordinals, 'and')} ${joined(names, 'and')}`
  return joined(
    names.map((name) => `${only} ${name}`),
    'and',
  )
}

/** "on the 1st and 15th of every month". */
export function monthlyDay(said: Of<'monthly-day'>, counted: Day | null): string {
  const { months } = said
  const named = `on the ${daysOfMonth(said)}`
  const hint = shortMonthHint(said)
  if (months.kind === 'every-n-months' && months.every > 1)
    return everyMonths(months, `${named}${hint}`, counted)
  const phrase = inMonths(months)
  if (phrase === 'of the month') return `${named} of every month${hint}`
  const single = months.kind === 'in-months' && months.months.length === 1
  return `${single ? 'every year ' : ''}${named} ${phrase}${hint}`
}

function everyMonths(
  months: Extract<MonthPattern, { kind: 'every-n-months' }>,
  when: string,
  counted: Day | null,
): string {
  const { every } = months
  const first = counted === null ? months.anchor : monthOf(counted)
  if (every % 12 !== 0) return `every ${numeral(every)} months ${when} (from ${sayMonth(first, 'en')})`
  const inMonth = `${when} in ${month(Number(first.slice(5)))}`
  if (every === 12) return `every year ${inMonth}`
  return `every ${numeral(every / 12)} years ${inMonth} (from ${first.slice(0, 4)})`
}

function inMonths(months: MonthPattern): string {
  if (months.kind !== 'in-months') return 'of the month'
  const shape = shapeOfMonths(months.months)
  switch (shape.kind) {
    case 'all':
      return 'of the month'
    case 'uneven':
      return 'in odd-numbered months'
    case 'even':
      return 'in even-numbered months'
    case 'run':
      return `from ${month(shape.from)} to ${month(shape.until)}`
    case 'list':
      return `in ${joined(shape.months.map(month), 'and')}`
    default:
      return shape satisfies never
  }
}

function daysOfMonth({ days, shortMonth }: Of<'monthly-day'>): string {
  const named = inOrder(days).map((day) =>
    day === 31 && shortMonth === 'last-day' ? 'last day' : numbered(day),
  )
  return joined(named, 'and')
}

function shortMonthHint({ days, shortMonth, months }: Of<'monthly-day'>): string {
  const doubtful = days.filter(
    (day) => isShorterThan(months, day) && !(day === 31 && shortMonth === 'last-day'),
  )
  if (doubtful.length === 0) return ''
  return shortMonth === 'skip' ? ' (not in shorter months)' : ' (in shorter months on the last day)'
}

function fifthHint(ordinals: readonly Ordinal[]): string {
  if (!ordinals.includes(5)) return ''
  return ordinals.length > 1 ? ' (the 5th if there is one)' : ' (if there is one)'
}

function ordinal(number: Ordinal): string {
  if (number === -1) return 'last'
  return number === -2 ? 'last but one' : numbered(number)
}

function numbered(number: number): string {
  const last = number % 10
  if (number > 3 && number < 21) return `${number}th`
  return `${number}${last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'}`
}

/** Up to twelve as a word. */
export function numeral(number: number): string {
  return NUMBERS[number] ?? String(number)
}

/** The name of a month, 1 to 12. */
export function month(number: number): string {
  return sayMonthName(number, 'en')
}
