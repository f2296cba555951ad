// The English words of meeting times.
import type { Weekday } from '../../domain/day.ts'
import type { SchoolBreak } from '../../domain/free-day.ts'
import type { Daypart, Meaning, Vocabulary, WordTable } from './meaning.ts'
import { breakWords } from './words-breaks.ts'
import { JOINTS_EN, NOISE_EN } from './words-en-joints.ts'

const WEEKDAYS: readonly (readonly [string, string, Weekday])[] = [
  ['monday', 'mon.', 1],
  ['tuesday', 'tue.|tues.', 2],
  ['wednesday', 'wed.', 3],
  ['thursday', 'thu.|thur.|thurs.', 4],
  ['friday', 'fri.', 5],
  ['saturday', 'sat.', 6],
  ['sunday', 'sun.', 7],
]

const DAYPARTS: readonly (readonly [string, Daypart])[] = [
  ['morning', 'morning'],
  ['afternoon', 'afternoon'],
  ['evening', 'evening'],
  ['night', 'evening'],
]

const MONTHS: readonly string[] = [
  'january|jan.',
  'february|feb.',
  'march|mar.',
  'april|apr.',
  'may',
  'june|jun.',
  'july|jul.',
  'august|aug.',
  'september|sept.|sep.',
  'october|oct.',
  'november|nov.',
  'december|dec.',
]

const NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' ',
)

const BREAKS: Readonly<Record<SchoolBreak, string>> = {
  winter: 'winter',
  easter: 'easter',
  whitsun: 'whitsun',
  summer: 'summer',
  autumn: 'autumn',
  christmas: 'christmas',
}

function weekdayWords(): [string, Meaning][] {
  return WEEKDAYS.flatMap(([name, short, weekday]): [string, Meaning][] => [
    [`${name}|${short}|${short.replaceAll('.', '')}`, { is: 'weekday', weekday }],
    [`${name}s`, { is: 'weekday', weekday, habit: true }],
    ...DAYPARTS.flatMap(([part, meant]): [string, Meaning][] => [
      [`${name} ${part}`, { is: 'weekday', weekday, part: meant }],
      [`${name} ${part}s|${name}s ${part}`, { is: 'weekday', weekday, habit: true, part: meant }],
    ]),
  ])
}

const SETS: WordTable = [
  [
    'weekdays|on weekdays|working days|every weekday|workdays|during the week',
    { is: 'weekdays', weekdays: [1, 2, 3, 4, 5], assumed: 'working-days' },
  ],
  [
    'weekends|at weekends|on weekends|weekend|at the weekend|every weekend',
    { is: 'weekdays', weekdays: [6, 7] },
  ],
  ['daily|every day|each day', { is: 'weekdays', weekdays: [1, 2, 3, 4, 5, 6, 7] }],
]

const INTERVALS: WordTable = [
  ['weekly|every week|each week|once a week', { is: 'interval', unit: 'week', every: 1 }],
  [
    'fortnightly|every fortnight|every other week|every other|each fortnight',
    { is: 'interval', unit: 'week', every: 2 },
  ],
  ['monthly', { is: 'interval', unit: 'month', every: 1 }],
  ['every other month|bimonthly', { is: 'interval', unit: 'month', every: 2 }],
  ['quarterly|every quarter|once a quarter', { is: 'interval', unit: 'month', every: 3 }],
  ['yearly|annually|every year|each year|once a year', { is: 'interval', unit: 'year', every: 1 }],
  ['every other year', { is: 'interval', unit: 'year', every: 2 }],
  ['weekly', { is: 'rhythm', unit: 'week' }],
]

const COUNTED: WordTable = [
  ['day|days', { is: 'unit', unit: 'day', every: 1 }],
  ['week|weeks', { is: 'unit', unit: 'week', every: 1 }],
  ['month', { is: 'unit', unit: 'month', every: 1 }],
  ['year|years', { is: 'unit', unit: 'year', every: 1 }],
  [
    'of the month|of every month|of each month|every month|each month|per month|a month|in the month|in each month|in every month',
    { is: 'of-month' },
  ],
  ['of the quarter|of each quarter|of every quarter', { is: 'of-quarter' }],
  ['months|in the months|the months of', { is: 'months' }],
  ['calendar week|calendar weeks', { is: 'calendar-week' }],
  ['even|even-numbered', { is: 'parity', parity: 'even' }],
  ['odd|odd-numbered|uneven', { is: 'parity', parity: 'uneven' }],
  ['once', { is: 'count', count: 1 }],
  ['twice', { is: 'count', count: 2 }],
  ['three times|several times', { is: 'count', count: 3 }],
  ['last day', { is: 'last-day', ofMonth: false }],
]

const CLOCK: WordTable = [
  ["o'clock|oclock|hrs|hours|h", { is: 'o-clock' }],
  ['half', { is: 'half' }],
  ['quarter|a quarter', { is: 'quarter' }],
  ['past|after', { is: 'past' }],
  ['midnight', { is: 'midnight' }],
  ['noon|midday', { is: 'noon-time' }],
  ['open end|open-ended|until late|till late|late', { is: 'open-end' }],
  ['am|a.m.', { is: 'half-day', half: 'am' }],
  ['pm|p.m.', { is: 'half-day', half: 'pm' }],
  ['in the morning|mornings|morning', { is: 'daypart', part: 'morning' }],
  ['in the afternoon|afternoons|afternoon', { is: 'daypart', part: 'afternoon' }],
  ['in the evening|evenings|evening|at night', { is: 'daypart', part: 'evening' }],
]

/** English: every word that a notice of meeting times is made of. */
export const en: Vocabulary = {
  isOnDial: true,
  words: [
    ...weekdayWords(),
    ...SETS,
    ...MONTHS.map((names, index): [string, Meaning] => [names, { is: 'month', month: index + 1 }]),
    ...NUMBERS.map((name, value): [string, Meaning] => [name, { is: 'number', value }]),
    ...ORDINALS.map((name, index): [string, Meaning] => [name, { is: 'ordinal', ordinal: index + 1 }]),
    ['last', { is: 'ordinal', ordinal: -1 }],
    ['last but one|second to last|second-to-last|penultimate|next to last', { is: 'ordinal', ordinal: -2 }],
    ...INTERVALS,
    ...COUNTED,
    ...CLOCK,
    ...breakWords(BREAKS, 'and', (listed) => `${listed} holidays|${listed} break|${listed} school holidays`),
    ...JOINTS_EN,
    ...NOISE_EN,
  ],
  endings: [['street', { is: 'measure', side: 'after' }]],
}
