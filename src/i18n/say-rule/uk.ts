// Knows how rules are said in Ukrainian: «У 1-шу і 3-тю середу кожного місяця, 19:30».
import type { Ordinal } from '../../domain/rule.ts'
import { phrased } from './phrased.ts'
import { joined } from './shape.ts'

const WEEKLY = ['понеділках', 'вівторках', 'середах', 'четвергах', 'п’ятницях', 'суботах', 'неділях']
const WEEKDAYS = ['понеділок', 'вівторок', 'середу', 'четвер', 'п’ятницю', 'суботу', 'неділю']
const WEEKDAYS_OF = ['понеділка', 'вівторка', 'середи', 'четверга', 'п’ятниці', 'суботи', 'неділі']
const MONTHS_OF = list(
  'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
)
const MONTHS_TO = list(
  'січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень',
)
const MONTHS_IN = list(
  'січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні',
)

const AND = 'і'

/** Ukrainian phrases of a rule. */
export const uk = phrased({
  and: AND,
  daily: 'щодня',
  weekly: (weekdays) =>
    `по ${joined(
      weekdays.map((weekday) => WEEKLY[weekday - 1] ?? ''),
      AND,
    )}`,
  everyWeeks: (n) => `раз на ${n} ${n < 5 ? 'тижні' : 'тижнів'}`,
  weeks: { even: 'у парні тижні', uneven: 'у непарні тижні' },
  weekHint: { even: '(парний тиждень)', uneven: '(непарний тиждень)' },
  counted: (ordinals, weekday, of) => {
    const names = of === 'alone' ? WEEKDAYS : WEEKDAYS_OF
    const said = ordinals.map((ordinal) => ordinalOf(ordinal, weekday, of))
    return `${joined(said, AND)} ${names[weekday - 1]}`
  },
  later: (weekday, side, counted) =>
    `${WEEKDAYS[weekday - 1]} ${side === 'after' ? 'після' : 'перед'} ${counted}`,
  monthDays: (days, isLast) =>
    `${joined([...days.map((day) => `${day}-го`), ...(isLast ? ['останнього'] : [])], AND)} числа`,
  on: (days, months) => spaced(/числа$/.test(days) ? days : `у ${days}`, months),
  ofMonth: 'кожного місяця',
  ofMonths: (months) =>
    joined(
      months.map((month) => MONTHS_OF[month - 1] ?? ''),
      AND,
    ),
  monthRun: (from, until) => `з ${MONTHS_OF[from - 1]} по ${MONTHS_TO[until - 1]}`,
  parityMonths: { even: 'парних місяців', uneven: 'непарних місяців' },
  everyMonths: (n) => `раз на ${n} ${n < 5 ? 'місяці' : 'місяців'}`,
  yearly: 'щороку',
  everyYears: (n) => `раз на ${n} роки`,
  fromMonth: (month, year) => `(з ${MONTHS_OF[month - 1]} ${year} року)`,
  fromYear: (year) => `(з ${year} року)`,
  date: (days, month, year) =>
    `${joined(days.map(String), AND)} ${MONTHS_OF[month - 1]}${year === null ? '' : ` ${year} року`}`,
  inMonth: (month) => `у ${MONTHS_IN[month - 1]}`,
  dayRun: ([fromMonth, from], [untilMonth, until]) =>
    `з ${from} ${MONTHS_OF[fromMonth - 1]} по ${until} ${MONTHS_OF[untilMonth - 1]}`,
  validity: (from, until) => spaced(from === null ? '' : `з ${from}`, until === null ? '' : `по ${until}`),
  only: (date) => `лише ${date}`,
  ifThereIsOne: '(5-й, якщо він є)',
  shortMonths: { skip: '(крім коротших місяців)', 'last-day': '(у коротших місяцях в останній день)' },
  leapYears: { skip: '(лише у високосні роки)', 'last-day': '(інакше 28 лютого)' },
  free: {
    public: ['свят', 'у свята'],
    school: ['шкільних канікул', 'у період шкільних канікул'],
    closed: ['днів закриття', 'у дні закриття'],
  },
  breaks: (breaks) => [`${joined(breaks, AND)} канікул`, `у період ${joined(breaks, AND)} канікул`],
  breakNames: {
    winter: 'зимових',
    easter: 'великодніх',
    whitsun: 'троїцьких',
    summer: 'літніх',
    autumn: 'осінніх',
    christmas: 'різдвяних',
  },
  not: (days) => `крім ${days}`,
  nextDay: (days) => `${days} на наступний можливий день`,
  nextWeek: (days) => `${days} на тиждень пізніше`,
})

const FEMININE = ['шу', 'гу', 'тю', 'ту', 'ту']

/** By the gender of the weekday, «1-шу середу», «1-й вівторок»; of what comes after, «1-ї середи», «1-го вівторка». */
function ordinalOf(ordinal: Ordinal, weekday: number, of: 'alone' | 'after'): string {
  const isFeminine = weekday === 3 || weekday > 4
  const isAfter = of === 'after'
  if (ordinal < 0) {
    const long = isFeminine ? (isAfter ? 'ьої' : 'ю') : isAfter ? 'ього' : 'ій'
    return `${ordinal === -1 ? 'останн' : 'передостанн'}${long}`
  }
  if (isAfter) return `${ordinal}-${isFeminine ? 'ї' : 'го'}`
  return `${ordinal}-${isFeminine ? FEMININE[ordinal - 1] : 'й'}`
}

function spaced(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}

function list(words: string): string[] {
  return words.split(' ')
}
