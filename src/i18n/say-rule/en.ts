// Knows how rules are said in English: "Every 1st and 3rd Wednesday of the month, 19:30".
import { type Day, partsOf, type Weekday } from '../../domain/day.ts'
import { monthOf } from '../../domain/month.ts'
import type { MonthPattern, Ordinal, Pattern, Season } from '../../domain/rule.ts'
import { sayDate, sayDayOfYear, sayMonth, sayMonthName, sayWeekday } from '../say-day.ts'
import { en as holidays } from './holidays.ts'
import {
  daysByMonth,
  inOrder,
  isEveryDay,
  isRun,
  isShorterThan,
  joined,
  laterWeekday,
  type RuleWords,
  sayRuns,
  shapeOfMonths,
  shapeOfSeason,
  sortedOrdinals,
  type Times,
} from './shape.ts'

/** English phrases of a rule. */
export const en: RuleWords = { pattern, season, validity, week, holidays, weekdays, times }

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

function pattern(said: Pattern, counted: Day | null): string {
  switch (said.kind) {
    case 'weekly':
      return weekly(said)
    case 'week-parity':
      return `in ${said.parity === 'even' ? 'even' : 'odd'} calendar weeks ${onWeekdays(said.weekdays)}`
    case 'monthly-weekday':
      return monthlyWeekday(said, counted)
    case 'monthly-day':
      return monthlyDay(said, counted)
    case 'yearly':
      return `every year on ${said.day} ${month(said.month)}${leapHint(said)}`
    case 'dates':
      return dates(said.days)
    default:
      return said satisfies never
  }
}

function weekly({ weekdays: days, every }: Of<'weekly'>): string {
  if (every > 1) return `every ${numeral(every)} weeks ${onWeekdays(days)}`
  const listed = weekdays(days)
  return isRun(days) ? listed : `every ${listed}`
}

function monthlyWeekday(said: Of<'monthly-weekday'>, counted: Day | null): string {
  const named = daysLater(said) + ordinalDays(said)
  const hint = fifthHint(said.ordinals)
  const { months } = said
  if (months.kind === 'every-n-months' && months.every > 1) {
    return everyMonths(months, `on the ${named}${hint}`, counted)
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

function monthlyDay(said: Of<'monthly-day'>, counted: Day | null): string {
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

function leapHint({ month: number, day, shortMonth }: Of<'yearly'>): string {
  if (number !== 2 || day !== 29) return ''
  return shortMonth === 'skip' ? ' (in leap years only)' : ' (otherwise on 28 February)'
}

function fifthHint(ordinals: readonly Ordinal[]): string {
  if (!ordinals.includes(5)) return ''
  return ordinals.length > 1 ? ' (the 5th if there is one)' : ' (if there is one)'
}

function dates(days: readonly Day[]): string {
  const groups = daysByMonth(days).map(({ days: numbers, month: number, year }) => {
    const named = `on ${joined(numbers.map(String), 'and')} ${month(number)}`
    return year === null ? named : `${named} ${year}`
  })
  return joined(groups, 'and')
}

function season(said: Season): string {
  const shape = shapeOfSeason(said)
  if (shape.kind === 'month') return `in ${month(shape.month)}`
  if (shape.kind === 'months') return `from ${month(shape.from)} to ${month(shape.until)}`
  const [from, until] = [shape.from, shape.until].map(([number, day]) => `${day} ${month(number)}`)
  return `from ${from} to ${until}`
}

function validity(from: Day | null, until: Day | null): string {
  if (from === null) return until === null ? '' : `until ${sayDate(until, 'en')}`
  if (until === null) return `from ${sayDate(from, 'en')}`
  if (from === until) return `only on ${sayDate(from, 'en')}`
  const sameYear = partsOf(from).year === partsOf(until).year
  return `from ${sameYear ? sayDayOfYear(from, 'en') : sayDate(from, 'en')} to ${sayDate(until, 'en')}`
}

function week(parity: 'even' | 'uneven'): string {
  return parity === 'even' ? '(even week)' : '(odd week)'
}

function weekdays(days: readonly Weekday[]): string {
  return isEveryDay(days) ? 'daily' : sayRuns(days, (weekday) => sayWeekday(weekday, 'en'), 'to', 'and')
}

function onWeekdays(days: readonly Weekday[]): string {
  return isEveryDay(days)
    ? 'daily'
    : `on ${sayRuns(days, (weekday) => sayWeekday(weekday, 'en'), 'to', 'and')}`
}

/** Always with minutes: a bare "8–16" would not be read as times. */
function times(said: readonly Times[]): string {
  return joined(
    said.map(({ start, end }) => (end === null ? start : `${start}–${end}`)),
    'and',
  )
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

function numeral(number: number): string {
  return NUMBERS[number] ?? String(number)
}

function month(number: number): string {
  return sayMonthName(number, 'en')
}
