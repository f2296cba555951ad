// The Ukrainian words of meeting times, for what comes back every week and every month.
import type { Weekday } from '../../domain/day.ts'
import type { Meaning, Vocabulary, WordTable } from './meaning.ts'
import { breakWords } from './words-breaks.ts'

const WEEKDAYS: readonly (readonly [names: string, habits: string, Weekday])[] = [
  ['понеділок|понеділка|пн.|пн', 'понеділках|по понеділках|щопонеділка', 1],
  ['вівторок|вівторка|вт.|вт', 'вівторках|по вівторках|щовівторка', 2],
  ['середа|середу|середи|ср.|ср', 'середах|по середах|щосереди', 3],
  ['четвер|четверга|чт.|чт', 'четвергах|по четвергах|щочетверга', 4],
  ['п’ятниця|п’ятницю|п’ятниці|пт.|пт', 'п’ятницях|по п’ятницях|щоп’ятниці', 5],
  ['субота|суботу|суботи|сб.|сб', 'суботах|по суботах|щосуботи', 6],
  ['неділя|неділю|неділі|нд.|нд', 'неділях|по неділях|щонеділі', 7],
]

const MONTHS: readonly string[] = [
  'січень|січня|січні',
  'лютий|лютого|лютому',
  'березень|березня|березні',
  'квітень|квітня|квітні',
  'травень|травня|травні',
  'червень|червня|червні',
  'липень|липня|липні',
  'серпень|серпня|серпні',
  'вересень|вересня|вересні',
  'жовтень|жовтня|жовтні',
  'листопад|листопада|листопаді',
  'грудень|грудня|грудні',
]

const NUMBERS = 'нуль один два три чотири п’ять шість сім вісім дев’ять десять одинадцять дванадцять'.split(
  ' ',
)

const ORDINALS: readonly (readonly [string, number])[] = [
  ['перший|перша|першу|першого|першої|перше|перші', 1],
  ['другий|друга|другу|другого|другої|друге|другі', 2],
  ['третій|третя|третю|третього|третьої|третє|треті', 3],
  ['четвертий|четверта|четверту|четвертого|четвертої', 4],
  ['п’ятий|п’ята|п’яту|п’ятого|п’ятої', 5],
  ['останній|остання|останню|останнього|останньої|останнє|останні', -1],
  ['передостанній|передостання|передостанню|передостаннього|передостанньої', -2],
]

const BREAKS = {
  winter: 'зимових',
  easter: 'великодніх',
  whitsun: 'троїцьких',
  summer: 'літніх',
  autumn: 'осінніх',
  christmas: 'різдвяних',
}

const COUNTED: WordTable = [
  ['щотижня|кожного тижня|раз на тиждень', { is: 'interval', unit: 'week', every: 1 }],
  ['раз на два тижні|кожні два тижні|через тиждень', { is: 'interval', unit: 'week', every: 2 }],
  ['щомісяця|щомісячно', { is: 'interval', unit: 'month', every: 1 }],
  ['щороку|раз на рік|кожного року', { is: 'interval', unit: 'year', every: 1 }],
  ['щодня|кожного дня|кожен день', { is: 'weekdays', weekdays: [1, 2, 3, 4, 5, 6, 7] }],
  [
    'у будні|по буднях|будні|у робочі дні',
    { is: 'weekdays', weekdays: [1, 2, 3, 4, 5], assumed: 'working-days' },
  ],
  ['у вихідні|на вихідних|вихідні', { is: 'weekdays', weekdays: [6, 7] }],
  ['тиждень|тижня|тижні|тижнів', { is: 'unit', unit: 'week', every: 1 }],
  ['місяць|місяця|місяці|місяців', { is: 'unit', unit: 'month', every: 1 }],
  ['рік|роки|року|років', { is: 'unit', unit: 'year', every: 1 }],
  ['кожного місяця|на місяць|у кожному місяці|у місяці', { is: 'of-month' }],
  ['парних|парні', { is: 'parity', parity: 'even' }],
  ['непарних|непарні', { is: 'parity', parity: 'uneven' }],
  ['у парні тижні|парний тиждень|парного тижня', { is: 'week-hint', parity: 'even' }],
  ['у непарні тижні|непарний тиждень|непарного тижня', { is: 'week-hint', parity: 'uneven' }],
  ['останнього числа|останній день|в останній день', { is: 'last-day', ofMonth: false }],
  ['двічі|два рази', { is: 'count', count: 2 }],
  ['година|години|годині|годин|год.', { is: 'o-clock' }],
  ['ранку|вранці', { is: 'daypart', part: 'morning' }],
  ['дня|вдень', { is: 'daypart', part: 'afternoon' }],
  ['вечора|ввечері|увечері', { is: 'daypart', part: 'evening' }],
]

const JOINTS: WordTable = [
  ['і|та|й|а також', { is: 'joint', joint: 'and' }],
  ['або', { is: 'joint', joint: 'or' }],
  ['з|із|зі', { is: 'joint', joint: 'from' }],
  ['починаючи з|початок|перша зустріч', { is: 'joint', joint: 'since' }],
  ['наступна зустріч', { is: 'joint', joint: 'next-date' }],
  ['по|до', { is: 'joint', joint: 'until' }],
  ['у|в', { is: 'joint', joint: 'in' }],
  ['о|об', { is: 'joint', joint: 'at' }],
  ['кожен|кожна|кожну|кожного|кожної|кожні|раз на', { is: 'joint', joint: 'each' }],
  ['після', { is: 'joint', joint: 'after' }],
  ['перед', { is: 'joint', joint: 'before' }],
  ['лише|тільки', { is: 'joint', joint: 'only' }],
  ['числа', { is: 'joint', joint: 'day-mark' }],
  ['близько|приблизно', { is: 'joint', joint: 'about' }],
  ['свят|святкових днів|у свята|свята|у святкові дні', { is: 'holidays' }],
  [
    'шкільних канікул|у період шкільних канікул|канікул|у канікули|на канікулах',
    { is: 'school', only: null },
  ],
  ['днів закриття|у дні закриття', { is: 'closing-days' }],
  ['крім|окрім|за винятком|не', { is: 'not', side: 'after' }],
  ['зачинено|не працює|не відбувається|скасовано', { is: 'not', side: 'before' }],
  ['на наступний можливий день|наступного дня', { is: 'shift', to: 'next-day' }],
  ['на тиждень пізніше', { is: 'shift', to: 'next-week' }],
  ['5-й, якщо він є|якщо він є', { is: 'if-there-is-one' }],
  ['крім коротших місяців', { is: 'short-months', act: 'skip' }],
  ['у коротших місяцях в останній день', { is: 'short-months', act: 'last-day' }],
  ['лише у високосні роки', { is: 'leap-years', act: 'skip' }],
  ['інакше 28 лютого', { is: 'leap-years', act: 'last-day' }],
  ['за домовленістю|за записом|за попереднім записом', { is: 'arrangement' }],
  ['нерегулярно|іноді|за потреби|час від часу', { is: 'vague' }],
  ['зазвичай|як правило', { is: 'usually' }],
  ['раніше', { is: 'former' }],
  ['тепер|зараз', { is: 'now' }],
  ['хвилин|осіб|євро|хв.', { is: 'measure', side: 'before' }],
  ['кабінет|кімната|поверх|будинок|тел.|зала', { is: 'measure', side: 'after' }],
  ['зустріч|зустрічі|ми|зустрічаємося|години роботи|відчинено', { is: 'filler' }],
]

/** Ukrainian: the words of weekly and monthly meeting times. */
export const uk: Vocabulary = {
  words: [
    ...WEEKDAYS.flatMap(([names, habits, weekday]): [string, Meaning][] => [
      [names, { is: 'weekday', weekday }],
      [habits, { is: 'weekday', weekday, habit: true }],
    ]),
    ...MONTHS.map((names, index): [string, Meaning] => [names, { is: 'month', month: index + 1 }]),
    ...NUMBERS.map((name, value): [string, Meaning] => [name, { is: 'number', value }]),
    ['дві', { is: 'number', value: 2 }],
    ...ORDINALS.map(([names, ordinal]): [string, Meaning] => [names, { is: 'ordinal', ordinal }]),
    ...COUNTED,
    ...breakWords(BREAKS, 'і', (listed) => `${listed} канікул|у період ${listed} канікул`),
    ...JOINTS,
  ],
  endings: [],
}
