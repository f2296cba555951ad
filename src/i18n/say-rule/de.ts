// Knows how rules are said in German: „Jeden 1. und 3. Mittwoch im Monat, 19:30 Uhr“.
import { type Day, partsOf, type Weekday } from '../../domain/day.ts'
import { monthOf } from '../../domain/month.ts'
import type { MonthPattern, Ordinal, Pattern, Season } from '../../domain/rule.ts'
import { sayDate, sayDayOfYear, sayMonth, sayMonthName, sayWeekday } from '../say-day.ts'
import { de as holidays } from './holidays.ts'
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
  type TimeWriting,
} from './shape.ts'

/** German phrases of a rule. */
export const de: RuleWords = { pattern, season, validity, week, holidays, weekdays, times }

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

function monthlyWeekday(said: Of<'monthly-weekday'>, counted: Day | null): string {
  const named = daysLater(said) + ordinalDays(said)
  const hint = fifthHint(said.ordinals, said.weekdays.length)
  const { months } = said
  if (months.kind === 'every-n-months' && months.every > 1)
    return everyMonths(months, `am ${named}${hint}`, counted)
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

function monthlyDay(said: Of<'monthly-day'>, counted: Day | null): string {
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

function leapHint({ month: number, day, shortMonth }: Of<'yearly'>): string {
  if (number !== 2 || day !== 29) return ''
  return shortMonth === 'skip' ? ' (nur in Schaltjahren)' : ' (sonst am 28. Februar)'
}

function fifthHint(ordinals: readonly Ordinal[], kinds: number): string {
  if (!ordinals.includes(5)) return ''
  if (ordinals.length > 1) return ' (den 5. nur, wenn es ihn gibt)'
  return kinds === 1 ? ' (falls es ihn gibt)' : ' (falls es sie gibt)'
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

function ordinal(number: Ordinal): string {
  if (number === -1) return 'letzten'
  return number === -2 ? 'vorletzten' : `${number}.`
}

function numeral(number: number): string {
  return NUMBERS[number] ?? String(number)
}

function month(number: number): string {
  return sayMonthName(number, 'de')
}
