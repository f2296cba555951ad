// The Turkish words of meeting times, for what comes back every week and every month.
import type { Weekday } from '../../domain/day.ts'
import type { Meaning, Vocabulary, WordTable } from './meaning.ts'
import { breakWords } from './words-breaks.ts'

const WEEKDAYS: readonly (readonly [names: string, habits: string, Weekday])[] = [
  ['pazartesi|pazartesisi|pazartesiden|pzt.|pzt', 'pazartesileri|pazartesi günleri', 1],
  ['salı|salısı|salıdan', 'salıları|salı günleri', 2],
  ['çarşamba|çarşambası|çarşambadan|çrş.|çar.', 'çarşambaları|çarşamba günleri', 3],
  ['perşembe|perşembesi|perşembeden|prş.|per.', 'perşembeleri|perşembe günleri', 4],
  ['cuma|cuması|cumadan', 'cumaları|cuma günleri', 5],
  ['cumartesi|cumartesisi|cumartesiden|cmt.|cmt', 'cumartesileri|cumartesi günleri', 6],
  ['pazar|pazarı|pazardan|paz.', 'pazarları|pazar günleri', 7],
]

const MONTHS: readonly string[] = [
  'ocak|ocakta|ocak ayında',
  'şubat|şubatta|şubat ayında',
  'mart|martta|mart ayında',
  'nisan|nisanda|nisan ayında',
  'mayıs|mayısta|mayıs ayında',
  'haziran|haziranda|haziran ayında',
  'temmuz|temmuzda|temmuz ayında',
  'ağustos|ağustosta|ağustos ayında',
  'eylül|eylülde|eylül ayında',
  'ekim|ekimde|ekim ayında',
  'kasım|kasımda|kasım ayında',
  'aralık|aralıkta|aralık ayında',
]

const NUMBERS = 'sıfır bir iki üç dört beş altı yedi sekiz dokuz on'.split(' ')

const BREAKS = {
  winter: 'kış',
  easter: 'paskalya',
  whitsun: 'pantekot',
  summer: 'yaz',
  autumn: 'güz',
  christmas: 'noel',
}

const COUNTED: WordTable = [
  ['birinci|ilk', { is: 'ordinal', ordinal: 1 }],
  ['ikinci', { is: 'ordinal', ordinal: 2 }],
  ['üçüncü', { is: 'ordinal', ordinal: 3 }],
  ['dördüncü', { is: 'ordinal', ordinal: 4 }],
  ['beşinci', { is: 'ordinal', ordinal: 5 }],
  ['son', { is: 'ordinal', ordinal: -1 }],
  ['sondan bir önceki|sondan ikinci', { is: 'ordinal', ordinal: -2 }],
  ['her hafta|haftalık|haftada bir', { is: 'interval', unit: 'week', every: 1 }],
  ['iki haftada bir|iki haftada bir kez|on beş günde bir', { is: 'interval', unit: 'week', every: 2 }],
  ['haftada bir', { is: 'rhythm', unit: 'week' }],
  ['ayda bir', { is: 'rhythm', unit: 'month' }],
  ['yılda bir', { is: 'rhythm', unit: 'year' }],
  ['aylık', { is: 'interval', unit: 'month', every: 1 }],
  ['her yıl|yıllık', { is: 'interval', unit: 'year', every: 1 }],
  ['her gün|hergün', { is: 'weekdays', weekdays: [1, 2, 3, 4, 5, 6, 7] }],
  [
    'hafta içi|hafta içi her gün|iş günleri',
    { is: 'weekdays', weekdays: [1, 2, 3, 4, 5], assumed: 'working-days' },
  ],
  ['hafta sonu|hafta sonları', { is: 'weekdays', weekdays: [6, 7] }],
  ['hafta', { is: 'unit', unit: 'week', every: 1 }],
  ['ay', { is: 'unit', unit: 'month', every: 1 }],
  ['yıl', { is: 'unit', unit: 'year', every: 1 }],
  ['her ayın|ayın|her ay', { is: 'of-month' }],
  ['ayların', { is: 'months' }],
  ['çift', { is: 'parity', parity: 'even' }],
  ['tek', { is: 'parity', parity: 'uneven' }],
  ['çift haftalarda|çift hafta|çift haftalar', { is: 'week-hint', parity: 'even' }],
  ['tek haftalarda|tek hafta|tek haftalar', { is: 'week-hint', parity: 'uneven' }],
  ['son günü|son gün', { is: 'last-day', ofMonth: false }],
  ['iki kez|iki defa', { is: 'count', count: 2 }],
  ['sabah|sabahları', { is: 'daypart', part: 'morning' }],
  ['öğleden sonra', { is: 'daypart', part: 'afternoon' }],
  ['akşam|akşamı|akşamları', { is: 'daypart', part: 'evening' }],
]

const JOINTS: WordTable = [
  ['ve|ile', { is: 'joint', joint: 'and' }],
  ['veya|ya da', { is: 'joint', joint: 'or' }],
  ['başlangıç|ilk toplantı', { is: 'joint', joint: 'since' }],
  ['bitiş|kadar', { is: 'joint', joint: 'until' }],
  ['saat|saatleri arası|saati', { is: 'joint', joint: 'at' }],
  ['her', { is: 'joint', joint: 'each' }],
  ['sonraki', { is: 'joint', joint: 'after' }],
  ['önceki', { is: 'joint', joint: 'before' }],
  ['yalnızca|sadece', { is: 'joint', joint: 'only' }],
  ['günü', { is: 'joint', joint: 'day-mark' }],
  ['yaklaşık', { is: 'joint', joint: 'about' }],
  ['resmî tatiller|resmî tatillerde|resmî tatil|tatil günleri|bayramlar', { is: 'holidays' }],
  ['okul tatilleri|okul tatillerinde|okul tatili|okul tatilinde', { is: 'school', only: null }],
  ['kapalı günler|kapalı günlerde', { is: 'closing-days' }],
  ['hariç|dışında|kapalı|yok|yapılmaz', { is: 'not', side: 'before' }],
  ['sonraki uygun gün|ertesi gün', { is: 'shift', to: 'next-day' }],
  ['bir hafta sonra', { is: 'shift', to: 'next-week' }],
  ['varsa 5.|varsa', { is: 'if-there-is-one' }],
  ['kısa aylar hariç', { is: 'short-months', act: 'skip' }],
  ['kısa aylarda son gün', { is: 'short-months', act: 'last-day' }],
  ['yalnızca artık yıllarda', { is: 'leap-years', act: 'skip' }],
  ['diğer yıllarda 28 şubat', { is: 'leap-years', act: 'last-day' }],
  ['randevu ile|randevuyla|anlaşarak', { is: 'arrangement' }],
  ['düzensiz|ara sıra|bazen|gerektiğinde', { is: 'vague' }],
  ['genellikle|genelde', { is: 'usually' }],
  ['eskiden', { is: 'former' }],
  ['şimdi|artık', { is: 'now' }],
  ['yaş|dakika|kişi|avro|dk.', { is: 'measure', side: 'before' }],
  ['oda|salon|kat|tel.|no.', { is: 'measure', side: 'after' }],
  [
    'arası|arasında|aylarının|günleri|da|de|ta|te|dan|den|tan|ten|toplantı|buluşma|saatleri',
    { is: 'filler' },
  ],
]

/** Turkish: the words of weekly and monthly meeting times. */
export const tr: Vocabulary = {
  words: [
    ...WEEKDAYS.flatMap(([names, habits, weekday]): [string, Meaning][] => [
      [names, { is: 'weekday', weekday }],
      [habits, { is: 'weekday', weekday, habit: true }],
    ]),
    ...MONTHS.map((names, index): [string, Meaning] => [names, { is: 'month', month: index + 1 }]),
    ...NUMBERS.map((name, value): [string, Meaning] => [name, { is: 'number', value }]),
    ...COUNTED,
    ...breakWords(BREAKS, 've', (listed) => `${listed} okul tatilleri|${listed} okul tatillerinde`),
    ...JOINTS,
  ],
  endings: [],
}
