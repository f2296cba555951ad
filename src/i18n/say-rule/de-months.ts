// Knows how the days of months are said in German.
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
  'null',
  'eins',
  'zwei',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht',
  'neun',
  'zehn',
  'elf',
  'zwölf',
]

/** „jeden 1. und 3. Mittwoch im Monat“, counted every so many months where it is. */
export function monthlyWeekday(said: Of<'monthly-weekday'>, counted: Day | null): string {
  const named = daysLater(said) + ordinalDays(said)
  const hint = fifthHint(said.ordinals, said.weekdays.length)
  const { months } = said
  if (months.kind === 'every-n-months' && months.every > 1)
    return everyMonths(months, `am ${named}${hint}`, baseDay(said, counted))
  return `jeden ${named} ${inMonths(months)}${hint}`
}

/** „Donnerstag nach dem “, before the day that is counted from. */
function daysLater(said: Of<'monthly-weekday'>): string {
  const weekday = laterWeekday(said)
  if (weekday === null) return ''
  return `${sayWeekday(weekday, 'de')} ${(said.daysLater ?? 0) > 0 ? 'nach' : 'vor'} dem `
}

function ordinalDays(said: Of<'monthly-weekday'>): string {
  const ordinals = sortedOrdinals(said.ordinals).map(ordinal)
  const names = inOrder(said.weekdays).map((weekday) => sayWeekday(weekday, 'de'))
  const [only] = ordinals
  if (ordinals.length > 1) return `${joined(ordinals, 'und')} ${joined(names, 'und')}`
  return joined(
    names.map((name) => `${only} ${name}`),
    'und',
  )
}

/** „am 1. und 15. jedes Monats“. */
export function monthlyDay(said: Of<'monthly-day'>, counted: Day | null): string {
  const { months } = said
  const single = months.kind === 'in-months' && months.months.length === 1 ? months.months[0] : undefined
  const hint = shortMonthHint(said)
  if (single !== undefined) return `jährlich am ${daysOfMonth(said, '')} ${month(single)}${hint}`
  if (months.kind === 'every-n-months' && months.every > 1) {
    return everyMonths(months, `am ${daysOfMonth(said, ' des Monats')}${hint}`, counted)
  }
  const phrase = inMonths(months)
  return phrase === 'im Monat'
    ? `am ${daysOfMonth(said, '')} jedes Monats${hint}`
    : `jeweils am ${daysOfMonth(said, ' des Monats')} ${phrase}${hint}`
}

function everyMonths(
  months: Extract<MonthPattern, { kind: 'every-n-months' }>,
  when: string,
  counted: Day | null,
): string {
  const { every } = months
  const first = counted === null ? months.anchor : monthOf(counted)
  if (every % 12 !== 0) return `alle ${numeral(every)} Monate ${when} (ab ${sayMonth(first, 'de')})`
  const inMonth = `${when} im ${month(Number(first.slice(5)))}`
  return every === 12
    ? `jährlich ${inMonth}`
    : `alle ${numeral(every / 12)} Jahre ${inMonth} (ab ${first.slice(0, 4)})`
}

function inMonths(months: MonthPattern): string {
  if (months.kind !== 'in-months') return 'im Monat'
  const shape = shapeOfMonths(months.months)
  switch (shape.kind) {
    case 'all':
      return 'im Monat'
    case 'uneven':
      return 'in ungeraden Monaten'
    case 'even':
      return 'in geraden Monaten'
    case 'run':
      return `von ${month(shape.from)} bis ${month(shape.until)}`
    case 'list':
      return `im ${joined(shape.months.map(month), 'und')}`
    default:
      return shape satisfies never
  }
}

function daysOfMonth({ days, shortMonth }: Of<'monthly-day'>, ofMonth: string): string {
  const sorted = inOrder(days)
  return joined(
    sorted.map((day) => (day === 31 && shortMonth === 'last-day' ? `letzten Tag${ofMonth}` : `${day}.`)),
    'und',
  )
}

function shortMonthHint({ days, shortMonth, months }: Of<'monthly-day'>): string {
  const doubtful = days.filter(
    (day) => isShorterThan(months, day) && !(day === 31 && shortMonth === 'last-day'),
  )
  if (doubtful.length === 0) return ''
  return shortMonth === 'skip' ? ' (nicht in kürzeren Monaten)' : ' (in kürzeren Monaten am letzten Tag)'
}

function fifthHint(ordinals: readonly Ordinal[], kinds: number): string {
  if (!ordinals.includes(5)) return ''
  if (ordinals.length > 1) return ' (den 5. nur, wenn es ihn gibt)'
  return kinds === 1 ? ' (falls es ihn gibt)' : ' (falls es sie gibt)'
}

function ordinal(number: Ordinal): string {
  if (number === -1) return 'letzten'
  return number === -2 ? 'vorletzten' : `${number}.`
}

/** Up to twelve as a word. */
export function numeral(number: number): string {
  return NUMBERS[number] ?? String(number)
}

/** The name of a month, 1 to 12. */
export function month(number: number): string {
  return sayMonthName(number, 'de')
}
