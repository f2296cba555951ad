// Knows how rules are said in English: "Every 1st and 3rd Wednesday of the month, 19:30".
import { type Day, partsOf, type Weekday } from '../../domain/day.ts'
import type { Pattern, Season } from '../../domain/rule.ts'
import { sayDate, sayDayOfYear, sayWeekday } from '../say-day.ts'
import { month, monthlyDay, monthlyWeekday, numeral } from './en-months.ts'
import { en as holidays } from './holidays.ts'
import {
  daysByMonth,
  isEveryDay,
  isRun,
  joined,
  type RuleWords,
  sayRuns,
  shapeOfSeason,
  type Times,
} from './shape.ts'

/** English phrases of a rule. */
export const en: RuleWords = { pattern, season, validity, week, holidays, weekdays, times }

type Of<Kind extends Pattern['kind']> = Extract<Pattern, { kind: Kind }>

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

function leapHint({ month: number, day, shortMonth }: Of<'yearly'>): string {
  if (number !== 2 || day !== 29) return ''
  return shortMonth === 'skip' ? ' (in leap years only)' : ' (otherwise on 28 February)'
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
