// Knows how rules are said in Russian: «В 1-ю и 3-ю среду каждого месяца, 19:30».
import type { Ordinal } from '../../domain/rule.ts'
import { phrased } from './phrased.ts'
import { joined } from './shape.ts'

const WEEKLY = ['понедельникам', 'вторникам', 'средам', 'четвергам', 'пятницам', 'субботам', 'воскресеньям']
const WEEKDAYS = ['понедельник', 'вторник', 'среду', 'четверг', 'пятницу', 'субботу', 'воскресенье']
const WEEKDAYS_OF = ['понедельника', 'вторника', 'среды', 'четверга', 'пятницы', 'субботы', 'воскресенья']
const MONTHS_OF = list('января февраля марта апреля мая июня июля августа сентября октября ноября декабря')
const MONTHS_TO = list('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь')
const MONTHS_IN = list('январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре')

const AND = 'и'

/** Russian phrases of a rule. */
export const ru = phrased({
  and: AND,
  daily: 'ежедневно',
  weekly: (weekdays) =>
    `по ${joined(
      weekdays.map((weekday) => WEEKLY[weekday - 1] ?? ''),
      AND,
    )}`,
  everyWeeks: (n) => `раз в ${n} ${n < 5 ? 'недели' : 'недель'}`,
  weeks: { even: 'по чётным неделям', uneven: 'по нечётным неделям' },
  weekHint: { even: '(чётная неделя)', uneven: '(нечётная неделя)' },
  counted: (ordinals, weekday, of) => {
    const names = of === 'alone' ? WEEKDAYS : WEEKDAYS_OF
    const said = ordinals.map((ordinal) => ordinalOf(ordinal, weekday, of))
    return `${joined(said, AND)} ${names[weekday - 1]}`
  },
  later: (weekday, side, counted) =>
    `${WEEKDAYS[weekday - 1]} ${side === 'after' ? 'после' : 'перед'} ${counted}`,
  monthDays: (days, isLast) =>
    `${joined([...days.map((day) => `${day}-го`), ...(isLast ? ['последнего'] : [])], AND)} числа`,
  on: (days, months) => spaced(/числа$/.test(days) ? days : `в ${days}`, months),
  ofMonth: 'каждого месяца',
  ofMonths: (months) =>
    joined(
      months.map((month) => MONTHS_OF[month - 1] ?? ''),
      AND,
    ),
  monthRun: (from, until) => `с ${MONTHS_OF[from - 1]} по ${MONTHS_TO[until - 1]}`,
  parityMonths: { even: 'чётных месяцев', uneven: 'нечётных месяцев' },
  everyMonths: (n) => `раз в ${n} ${n < 5 ? 'месяца' : 'месяцев'}`,
  yearly: 'ежегодно',
  everyYears: (n) => `раз в ${n} года`,
  fromMonth: (month, year) => `(с ${MONTHS_OF[month - 1]} ${year} года)`,
  fromYear: (year) => `(с ${year} года)`,
  date: (days, month, year) =>
    `${joined(days.map(String), AND)} ${MONTHS_OF[month - 1]}${year === null ? '' : ` ${year} года`}`,
  inMonth: (month) => `в ${MONTHS_IN[month - 1]}`,
  dayRun: ([fromMonth, from], [untilMonth, until]) =>
    `с ${from} ${MONTHS_OF[fromMonth - 1]} по ${until} ${MONTHS_OF[untilMonth - 1]}`,
  validity: (from, until) => spaced(from === null ? '' : `с ${from}`, until === null ? '' : `по ${until}`),
  only: (date) => `только ${date}`,
  ifThereIsOne: '(5-й, если он есть)',
  shortMonths: { skip: '(кроме коротких месяцев)', 'last-day': '(в коротких месяцах в последний день)' },
  leapYears: { skip: '(только в високосные годы)', 'last-day': '(иначе 28 февраля)' },
  free: {
    public: ['праздников', 'в праздники'],
    school: ['школьных каникул', 'в период школьных каникул'],
    closed: ['дней закрытия', 'в дни закрытия'],
  },
  breaks: (breaks) => [`${joined(breaks, AND)} каникул`, `в период ${joined(breaks, AND)} каникул`],
  breakNames: {
    winter: 'зимних',
    easter: 'пасхальных',
    whitsun: 'троицких',
    summer: 'летних',
    autumn: 'осенних',
    christmas: 'рождественских',
  },
  not: (days) => `кроме ${days}`,
  nextDay: (days) => `${days} на следующий возможный день`,
  nextWeek: (days) => `${days} неделей позже`,
})

/** By the gender of the weekday, «1-ю среду», «1-й вторник», «1-е воскресенье». */
function ordinalOf(ordinal: Ordinal, weekday: number, of: 'alone' | 'after'): string {
  const isFeminine = weekday === 3 || weekday === 5 || weekday === 6
  const [short, long] =
    of === 'after'
      ? isFeminine
        ? ['й', 'ей']
        : ['го', 'его']
      : isFeminine
        ? ['ю', 'юю']
        : weekday === 7
          ? ['е', 'ее']
          : ['й', 'ий']
  if (ordinal === -1) return `последн${long}`
  return ordinal === -2 ? `предпоследн${long}` : `${ordinal}-${short}`
}

function spaced(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}

function list(words: string): string[] {
  return words.split(' ')
}
