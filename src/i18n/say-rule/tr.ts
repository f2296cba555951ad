// Knows how rules are said in Turkish: “Her ayın 1. ve 3. çarşambası, 19:30”.
import type { Ordinal } from '../../domain/rule.ts'
import { phrased } from './phrased.ts'
import { joined } from './shape.ts'

const WEEKDAYS = list('pazartesi salı çarşamba perşembe cuma cumartesi pazar')
const WEEKDAYS_OF = list('pazartesisi salısı çarşambası perşembesi cuması cumartesisi pazarı')
const WEEKDAYS_FROM = list('pazartesiden salıdan çarşambadan perşembeden cumadan cumartesiden pazardan')
const MONTHS = list('Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık')

const AND = 've'

/** Turkish phrases of a rule. */
export const tr = phrased({
  and: AND,
  daily: 'her gün',
  weekly: (weekdays) =>
    `her ${joined(
      weekdays.map((weekday) => WEEKDAYS[weekday - 1] ?? ''),
      AND,
    )}`,
  everyWeeks: (n) => `${n} haftada bir`,
  weeks: { even: 'çift haftalarda', uneven: 'tek haftalarda' },
  weekHint: { even: '(çift hafta)', uneven: '(tek hafta)' },
  counted: (ordinals, weekday, of) =>
    `${joined(ordinals.map(ordinalOf), AND)} ${(of === 'alone' ? WEEKDAYS_OF : WEEKDAYS_FROM)[weekday - 1]}`,
  later: (weekday, side, counted) =>
    `${counted} ${side === 'after' ? 'sonraki' : 'önceki'} ${WEEKDAYS[weekday - 1]}`,
  monthDays: (days, isLast) =>
    joined([...days.map((day) => `${day}. günü`), ...(isLast ? ['son günü'] : [])], AND),
  on: (days, months) => (months === '' ? days : `${months} ${days}`),
  ofMonth: 'her ayın',
  ofMonths: (months) => `${joined(months.map(nameOf), AND)} aylarının`,
  monthRun: (from, until) => `${nameOf(from)}–${nameOf(until)} arası`,
  parityMonths: { even: 'çift ayların', uneven: 'tek ayların' },
  everyMonths: (n) => `${n} ayda bir`,
  yearly: 'her yıl',
  everyYears: (n) => `${n} yılda bir`,
  fromMonth: (month, year) => `(başlangıç: ${nameOf(month)} ${year})`,
  fromYear: (year) => `(başlangıç: ${year})`,
  date: (days, month, year) =>
    `${joined(days.map(String), AND)} ${nameOf(month)}${year === null ? '' : ` ${year}`}`,
  inMonth: (month) => `${nameOf(month)} ayında`,
  dayRun: ([fromMonth, from], [untilMonth, until]) =>
    `${from} ${nameOf(fromMonth)}–${until} ${nameOf(untilMonth)} arası`,
  validity: (from, until) =>
    [from === null ? '' : `başlangıç: ${from}`, until === null ? '' : `bitiş: ${until}`]
      .filter((part) => part !== '')
      .join(', '),
  only: (date) => `yalnızca ${date}`,
  ifThereIsOne: '(varsa 5.)',
  shortMonths: { skip: '(kısa aylar hariç)', 'last-day': '(kısa aylarda son gün)' },
  leapYears: { skip: '(yalnızca artık yıllarda)', 'last-day': '(diğer yıllarda 28 Şubat)' },
  free: {
    public: ['resmî tatiller', 'resmî tatillerde'],
    school: ['okul tatilleri', 'okul tatillerinde'],
    closed: ['kapalı günler', 'kapalı günlerde'],
  },
  breaks: (breaks) => [`${joined(breaks, AND)} okul tatilleri`, `${joined(breaks, AND)} okul tatillerinde`],
  breakNames: {
    winter: 'kış',
    easter: 'paskalya',
    whitsun: 'pantekot',
    summer: 'yaz',
    autumn: 'güz',
    christmas: 'noel',
  },
  not: (days) => `${days} hariç`,
  nextDay: (days) => `${days} sonraki uygun gün`,
  nextWeek: (days) => `${days} bir hafta sonra`,
})

function ordinalOf(ordinal: Ordinal): string {
  if (ordinal === -1) return 'son'
  return ordinal === -2 ? 'sondan bir önceki' : `${ordinal}.`
}

function nameOf(month: number): string {
  return MONTHS[month - 1] ?? ''
}

function list(words: string): string[] {
  return words.split(' ')
}
