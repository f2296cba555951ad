// The Russian words of meeting times, for what comes back every week and every month.
import type { Weekday } from '../../domain/day.ts'
import type { Meaning, Vocabulary, WordTable } from './meaning.ts'
import { breakWords } from './words-breaks.ts'

const WEEKDAYS: readonly (readonly [names: string, habits: string, Weekday])[] = [
  ['понедельник|понедельника|пн.|пн|пон.', 'понедельникам|по понедельникам', 1],
  ['вторник|вторника|вт.|вт', 'вторникам|по вторникам', 2],
  ['среда|среду|среды|ср.|ср', 'средам|по средам', 3],
  ['четверг|четверга|чт.|чт|четв.', 'четвергам|по четвергам', 4],
  ['пятница|пятницу|пятницы|пт.|пт', 'пятницам|по пятницам', 5],
  ['суббота|субботу|субботы|сб.|сб', 'субботам|по субботам', 6],
  ['воскресенье|воскресенья|вс.|вс|воскр.', 'воскресеньям|по воскресеньям', 7],
]

const MONTHS: readonly string[] = [
  'январь|января|январе|янв.',
  'февраль|февраля|феврале|февр.',
  'март|марта|марте|мар.',
  'апрель|апреля|апреле|апр.',
  'май|мая|мае',
  'июнь|июня|июне',
  'июль|июля|июле',
  'август|августа|августе|авг.',
  'сентябрь|сентября|сентябре|сент.',
  'октябрь|октября|октябре|окт.',
  'ноябрь|ноября|ноябре|нояб.',
  'декабрь|декабря|декабре|дек.',
]

const NUMBERS = 'ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать'.split(
  ' ',
)

/** «первый», «первая», «первую», «первого», «первой», «первое». */
const ORDINALS: readonly (readonly [string, number])[] = [
  ['первый|первая|первую|первого|первой|первое|первые', 1],
  ['второй|вторая|вторую|второго|второе|вторые', 2],
  ['третий|третья|третью|третьего|третьей|третье|третьи', 3],
  ['четвертый|четвертая|четвертую|четвертого|четвертой|четвертое', 4],
  ['пятый|пятая|пятую|пятого|пятой|пятое', 5],
  ['последний|последняя|последнюю|последнего|последней|последнее|последние', -1],
  ['предпоследний|предпоследняя|предпоследнюю|предпоследнего|предпоследней|предпоследнее', -2],
]

const BREAKS = {
  winter: 'зимних',
  easter: 'пасхальных',
  whitsun: 'троицких',
  summer: 'летних',
  autumn: 'осенних',
  christmas: 'рождественских',
}

const COUNTED: WordTable = [
  ['еженедельно|каждую неделю|раз в неделю', { is: 'interval', unit: 'week', every: 1 }],
  [
    'раз в две недели|каждые две недели|через неделю|каждую вторую неделю',
    { is: 'interval', unit: 'week', every: 2 },
  ],
  ['ежемесячно', { is: 'interval', unit: 'month', every: 1 }],
  ['ежегодно|каждый год|раз в год', { is: 'interval', unit: 'year', every: 1 }],
  ['ежедневно|каждый день', { is: 'weekdays', weekdays: [1, 2, 3, 4, 5, 6, 7] }],
  [
    'по будням|в будни|будни|по рабочим дням',
    { is: 'weekdays', weekdays: [1, 2, 3, 4, 5], assumed: 'working-days' },
  ],
  ['по выходным|в выходные|выходные', { is: 'weekdays', weekdays: [6, 7] }],
  ['неделя|неделю|недели|недель', { is: 'unit', unit: 'week', every: 1 }],
  ['месяц|месяца|месяцев', { is: 'unit', unit: 'month', every: 1 }],
  ['год|года|лет', { is: 'unit', unit: 'year', every: 1 }],
  [
    'каждого месяца|в месяц|месяца каждого|каждый месяц|в каждом месяце|в месяце|ежемесячно в',
    { is: 'of-month' },
  ],
  ['месяцы|месяцах', { is: 'months' }],
  ['четных|четные|четным', { is: 'parity', parity: 'even' }],
  ['нечетных|нечетные|нечетным', { is: 'parity', parity: 'uneven' }],
  ['по чётным неделям|в чётные недели|чётная неделя|по четным неделям', { is: 'week-hint', parity: 'even' }],
  ['по нечётным неделям|в нечётные недели|нечётная неделя', { is: 'week-hint', parity: 'uneven' }],
  ['последнего числа|последний день|в последний день', { is: 'last-day', ofMonth: false }],
  ['дважды|два раза', { is: 'count', count: 2 }],
  ['час|часа|часов|ч.|ч', { is: 'o-clock' }],
  ['утра|утром', { is: 'daypart', part: 'morning' }],
  ['дня|днем', { is: 'daypart', part: 'afternoon' }],
  ['вечера|вечером|по вечерам', { is: 'daypart', part: 'evening' }],
]

const JOINTS: WordTable = [
  ['и|а также|да', { is: 'joint', joint: 'and' }],
  ['или', { is: 'joint', joint: 'or' }],
  ['с|со', { is: 'joint', joint: 'from' }],
  ['начиная с|начало|первая встреча', { is: 'joint', joint: 'since' }],
  ['следующая встреча', { is: 'joint', joint: 'next-date' }],
  ['по|до', { is: 'joint', joint: 'until' }],
  ['в|во', { is: 'joint', joint: 'in' }],
  ['каждый|каждая|каждую|каждое|каждые|раз в', { is: 'joint', joint: 'each' }],
  ['после', { is: 'joint', joint: 'after' }],
  ['перед', { is: 'joint', joint: 'before' }],
  ['только', { is: 'joint', joint: 'only' }],
  ['числа', { is: 'joint', joint: 'day-mark' }],
  ['около|примерно', { is: 'joint', joint: 'about' }],
  ['праздников|праздничных дней|в праздники|праздники|в праздничные дни', { is: 'holidays' }],
  [
    'школьных каникул|в период школьных каникул|каникул|в каникулы|каникулы|время каникул',
    { is: 'school', only: null },
  ],
  ['дней закрытия|в дни закрытия', { is: 'closing-days' }],
  ['кроме|за исключением|не', { is: 'not', side: 'after' }],
  ['закрыто|не работает|не проводится|отменяется', { is: 'not', side: 'before' }],
  ['на следующий возможный день|на следующий день', { is: 'shift', to: 'next-day' }],
  ['неделей позже|через неделю позже', { is: 'shift', to: 'next-week' }],
  ['5-й, если он есть|если он есть|если есть', { is: 'if-there-is-one' }],
  ['кроме коротких месяцев', { is: 'short-months', act: 'skip' }],
  ['в коротких месяцах в последний день', { is: 'short-months', act: 'last-day' }],
  ['только в високосные годы', { is: 'leap-years', act: 'skip' }],
  ['иначе 28 февраля', { is: 'leap-years', act: 'last-day' }],
  ['по договоренности|по записи|по предварительной записи', { is: 'arrangement' }],
  ['нерегулярно|иногда|по необходимости|время от времени|примерно раз в месяц', { is: 'vague' }],
  ['обычно|как правило', { is: 'usually' }],
  ['раньше|ранее', { is: 'former' }],
  ['теперь|сейчас', { is: 'now' }],
  ['лет и старше|минут|человек|евро|мин.', { is: 'measure', side: 'before' }],
  ['кабинет|комната|этаж|дом|тел.|зал', { is: 'measure', side: 'after' }],
  ['встреча|встречи|мы|встречаемся|часы работы|открыто', { is: 'filler' }],
]

/** Russian: the words of weekly and monthly meeting times. */
export const ru: Vocabulary = {
  words: [
    ...WEEKDAYS.flatMap(([names, habits, weekday]): [string, Meaning][] => [
      [names, { is: 'weekday', weekday }],
      [habits, { is: 'weekday', weekday, habit: true }],
    ]),
    ...MONTHS.map((names, index): [string, Meaning] => [names, { is: 'month', month: index + 1 }]),
    ...NUMBERS.map((name, value): [string, Meaning] => [name, { is: 'number', value }]),
    ['две', { is: 'number', value: 2 }],
    ...ORDINALS.map(([names, ordinal]): [string, Meaning] => [names, { is: 'ordinal', ordinal }]),
    ...COUNTED,
    ...breakWords(BREAKS, 'и', (listed) => `${listed} каникул|в период ${listed} каникул`),
    ...JOINTS,
  ],
  endings: [],
}
