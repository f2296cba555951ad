// Knows how rules are said in Arabic: «كل أربعاء، 19:30».
import type { Ordinal } from '../../domain/rule.ts'
import { phrased } from './phrased.ts'

const WEEKDAYS = ['اثنين', 'ثلاثاء', 'أربعاء', 'خميس', 'جمعة', 'سبت', 'أحد']
const MONTHS = [
  'يناير',
  'فبراير',
  'مارس',
  'أبريل',
  'مايو',
  'يونيو',
  'يوليو',
  'أغسطس',
  'سبتمبر',
  'أكتوبر',
  'نوفمبر',
  'ديسمبر',
]
const ORDINALS: Readonly<Record<Ordinal, string>> = {
  1: 'أول',
  2: 'ثاني',
  3: 'ثالث',
  4: 'رابع',
  5: 'خامس',
  '-1': 'آخر',
  '-2': 'قبل الأخير',
}

const AND = 'و'

/** Arabic phrases of a rule. The "and" is written to the word behind it. */
export const ar = phrased({
  and: AND,
  daily: 'يوميا',
  weekly: (weekdays) => `كل ${listed(weekdays.map((weekday) => WEEKDAYS[weekday - 1] ?? ''))}`,
  everyWeeks: (n) => `مرة كل ${n} أسابيع`,
  weeks: { even: 'في الأسابيع الزوجية', uneven: 'في الأسابيع الفردية' },
  weekHint: { even: '(أسبوع زوجي)', uneven: '(أسبوع فردي)' },
  counted: (ordinals, weekday) =>
    `${listed(ordinals.map((ordinal) => ORDINALS[ordinal]))} ${WEEKDAYS[weekday - 1]}`,
  later: (weekday, side, counted) =>
    `${WEEKDAYS[weekday - 1]} ${side === 'after' ? 'بعد' : 'قبل'} ${counted}`,
  monthDays: (days, isLast) => listed([...days.map((day) => `يوم ${day}`), ...(isLast ? ['آخر يوم'] : [])]),
  on: (days, months) => (months === '' ? days : `${days} ${months}`),
  ofMonth: 'من كل شهر',
  ofMonths: (months) => `في ${listed(months.map(nameOf))}`,
  monthRun: (from, until) => `من ${nameOf(from)} إلى ${nameOf(until)}`,
  parityMonths: { even: 'في الأشهر الزوجية', uneven: 'في الأشهر الفردية' },
  everyMonths: (n) => `مرة كل ${n} أشهر`,
  yearly: 'سنويا',
  everyYears: (n) => `مرة كل ${n} سنوات`,
  fromMonth: (month, year) => `(ابتداء من ${nameOf(month)} ${year})`,
  fromYear: (year) => `(ابتداء من ${year})`,
  date: (days, month, year) =>
    `${listed(days.map(String))} ${nameOf(month)}${year === null ? '' : ` ${year}`}`,
  inMonth: (month) => `في ${nameOf(month)}`,
  dayRun: ([fromMonth, from], [untilMonth, until]) =>
    `من ${from} ${nameOf(fromMonth)} إلى ${until} ${nameOf(untilMonth)}`,
  validity: (from, until) =>
    [from === null ? '' : `ابتداء من ${from}`, until === null ? '' : `حتى ${until}`]
      .filter((part) => part !== '')
      .join(' '),
  only: (date) => `فقط ${date}`,
  ifThereIsOne: '(الخامس إن وجد)',
  shortMonths: { skip: '(ليس في الأشهر القصيرة)', 'last-day': '(في الأشهر القصيرة آخر يوم)' },
  leapYears: { skip: '(فقط في السنوات الكبيسة)', 'last-day': '(وإلا 28 فبراير)' },
  free: {
    public: ['أيام العطل الرسمية', 'في أيام العطل الرسمية'],
    school: ['العطل المدرسية', 'في العطل المدرسية'],
    closed: ['أيام الإغلاق', 'في أيام الإغلاق'],
  },
  breaks: (breaks) => [`العطل المدرسية ${listed(breaks)}`, `في العطل المدرسية ${listed(breaks)}`],
  breakNames: {
    winter: 'الشتوية',
    easter: 'الفصحية',
    whitsun: 'العنصرية',
    summer: 'الصيفية',
    autumn: 'الخريفية',
    christmas: 'الميلادية',
  },
  not: (days) => `ما عدا ${days}`,
  nextDay: (days) => `${days} في اليوم المتاح التالي`,
  nextWeek: (days) => `${days} بعد أسبوع`,
})

/** «اثنين وأربعاء»; before a number the "and" stands alone. */
function listed(words: readonly string[]): string {
  return words
    .map((word, index) => (index === 0 ? word : `${/^\d/.test(word) ? 'و ' : 'و'}${word}`))
    .join(' ')
}

function nameOf(month: number): string {
  return MONTHS[month - 1] ?? ''
}
