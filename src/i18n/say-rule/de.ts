// Knows how rules are said in German: „Jeden 1. und 3. Mittwoch im Monat, 19:30 Uhr“.
import { type Day, partsOf, type Weekday } from '../../domain/day.ts'
import type { Pattern, Season } from '../../domain/rule.ts'
import { sayDate, sayDayOfYear, sayWeekday } from '../say-day.ts'
import { month, monthlyDay, monthlyWeekday, numeral } from './de-months.ts'
import { de as holidays } from './holidays.ts'
import {
  daysByMonth,
  isEveryDay,
  isRun,
  joined,
  type RuleWords,
  sayRuns,
  shapeOfSeason,
  type Times,
  type TimeWriting,
} from './shape.ts'

/** German phrases of a rule. */
export const de: RuleWords = { pattern, season, validity, week, holidays, weekdays, times }

type Of<Kind extends Pattern['kind']> = Extract<Pattern, { kind: Kind }>

function pattern(said: Pattern, counted: Day | null): string {
  switch (said.kind) {
    case 'weekly':
      return weekly(said)
    case 'week-parity':
      return `in ${said.parity === 'even' ? 'geraden' : 'ungeraden'} Kalenderwochen ${adverbs(said.weekdays)}`
    case 'monthly-weekday':
      return monthlyWeekday(said, counted)
    case 'monthly-day':
      return monthlyDay(said, counted)
    case 'yearly':
      return `jährlich am ${said.day}. ${month(said.month)}${leapHint(said)}`
    case 'dates':
      return dates(said.days)
    default:
      return said satisfies never
  }
}

function weekly({ weekdays: days, every }: Of<'weekly'>): string {
  if (every > 1) return `alle ${numeral(every)} Wochen ${adverbs(days)}`
  const listed = weekdays(days)
  return isRun(days) ? listed : `jeden ${listed}`
}

function leapHint({ month: number, day, shortMonth }: Of<'yearly'>): string {
  if (number !== 2 || day !== 29) return ''
  return shortMonth === 'skip' ? ' (nur in Schaltjahren)' : ' (sonst am 28. Februar)'
}

function dates(days: readonly Day[]): string {
  const groups = daysByMonth(days).map(({ days: numbers, month: number, year }) => {
    const named = `am ${joined(
      numbers.map((day) => `${day}.`),
      'und',
    )} ${month(number)}`
    return year === null ? named : `${named} ${year}`
  })
  return joined(groups, 'und')
}

function season(said: Season): string {
  const shape = shapeOfSeason(said)
  if (shape.kind === 'month') return `im ${month(shape.month)}`
  if (shape.kind === 'months') return `von ${month(shape.from)} bis ${month(shape.until)}`
  const [from, until] = [shape.from, shape.until].map(([number, day]) => `${day}. ${month(number)}`)
  return `vom ${from} bis ${until}`
}

function validity(from: Day | null, until: Day | null): string {
  if (from === null) return until === null ? '' : `bis ${sayDate(until, 'de')}`
  if (until === null) return `ab ${sayDate(from, 'de')}`
  if (from === until) return `nur am ${sayDate(from, 'de')}`
  const sameYear = partsOf(from).year === partsOf(until).year
  return `vom ${sameYear ? sayDayOfYear(from, 'de') : sayDate(from, 'de')} bis ${sayDate(until, 'de')}`
}

function week(parity: 'even' | 'uneven'): string {
  return parity === 'even' ? '(gerade Woche)' : '(ungerade Woche)'
}

function weekdays(days: readonly Weekday[]): string {
  return isEveryDay(days) ? 'täglich' : sayRuns(days, (weekday) => sayWeekday(weekday, 'de'), 'bis', 'und')
}

function adverbs(days: readonly Weekday[]): string {
  return isEveryDay(days) ? 'täglich' : sayRuns(days, adverb, 'bis', 'und')
}

function adverb(weekday: Weekday): string {
  return `${sayWeekday(weekday, 'de').toLowerCase()}s`
}

function times(said: readonly Times[], writing: TimeWriting): string {
  const spans = said.map(({ start, end }) =>
    end === null ? clock(start, writing) : `${clock(start, writing)}–${clock(end, writing)}`,
  )
  return `${joined(spans, 'und')} Uhr`
}

/** DIN 5008: two digits each, and a full hour alone without minutes or a nought before it. */
function clock(time: string, writing: TimeWriting): string {
  return writing === 'hours' ? String(Number(time.slice(0, 2))) : time
}
