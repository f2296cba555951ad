// The Arabic words of meeting times, for what comes back every week and every month.
import type { Weekday } from '../../domain/day.ts'
import type { Meaning, Vocabulary, WordTable } from './meaning.ts'
import { breakWords } from './words-breaks.ts'

const WEEKDAYS: readonly (readonly [string, Weekday])[] = [
  ['اثنين|إثنين', 1],
  ['ثلاثاء', 2],
  ['أربعاء', 3],
  ['خميس', 4],
  ['جمعة', 5],
  ['سبت', 6],
  ['أحد', 7],
]

const MONTHS: readonly string[] = [
  'يناير|كانون الثاني',
  'فبراير|شباط',
  'مارس|آذار',
  'أبريل|نيسان',
  'مايو|أيار',
  'يونيو|حزيران',
  'يوليو|تموز',
  'أغسطس|آب',
  'سبتمبر|أيلول',
  'أكتوبر|تشرين الأول',
  'نوفمبر|تشرين الثاني',
  'ديسمبر|كانون الأول',
]

const BREAKS = {
  winter: 'الشتوية',
  easter: 'الفصحية',
  whitsun: 'العنصرية',
  summer: 'الصيفية',
  autumn: 'الخريفية',
  christmas: 'الميلادية',
}

const COUNTED: WordTable = [
  ['أول|الأول|الأولى', { is: 'ordinal', ordinal: 1 }],
  ['ثاني|الثاني|الثانية', { is: 'ordinal', ordinal: 2 }],
  ['ثالث|الثالث|الثالثة', { is: 'ordinal', ordinal: 3 }],
  ['رابع|الرابع|الرابعة', { is: 'ordinal', ordinal: 4 }],
  ['خامس|الخامس|الخامسة', { is: 'ordinal', ordinal: 5 }],
  ['آخر|الأخير|الأخيرة', { is: 'ordinal', ordinal: -1 }],
  ['قبل الأخير', { is: 'ordinal', ordinal: -2 }],
  ['أسبوعيا|كل أسبوع', { is: 'interval', unit: 'week', every: 1 }],
  ['كل أسبوعين|مرة كل أسبوعين', { is: 'interval', unit: 'week', every: 2 }],
  ['شهريا', { is: 'interval', unit: 'month', every: 1 }],
  ['سنويا|كل سنة|كل عام', { is: 'interval', unit: 'year', every: 1 }],
  ['يوميا|كل يوم', { is: 'weekdays', weekdays: [1, 2, 3, 4, 5, 6, 7] }],
  ['أسبوع|أسابيع|أسبوعا', { is: 'unit', unit: 'week', every: 1 }],
  ['شهر|أشهر|شهرا|شهور', { is: 'unit', unit: 'month', every: 1 }],
  ['سنة|سنوات|عام|أعوام', { is: 'unit', unit: 'year', every: 1 }],
  ['من كل شهر|من الشهر|في الشهر|كل شهر|في كل شهر', { is: 'of-month' }],
  ['في الأسابيع الزوجية|أسبوع زوجي|الأسابيع الزوجية', { is: 'week-hint', parity: 'even' }],
  ['في الأسابيع الفردية|أسبوع فردي|الأسابيع الفردية', { is: 'week-hint', parity: 'uneven' }],
  ['آخر يوم', { is: 'last-day', ofMonth: false }],
  ['مرتين', { is: 'count', count: 2 }],
  ['صباحا|في الصباح', { is: 'daypart', part: 'morning' }],
  ['ظهرا', { is: 'daypart', part: 'noon' }],
  ['عصرا|بعد الظهر', { is: 'daypart', part: 'afternoon' }],
  ['مساء|في المساء', { is: 'daypart', part: 'evening' }],
]

const JOINTS: WordTable = [
  ['و', { is: 'joint', joint: 'and' }],
  ['أو', { is: 'joint', joint: 'or' }],
  ['من', { is: 'joint', joint: 'from' }],
  ['ابتداء من|اعتبارا من|تبدأ في', { is: 'joint', joint: 'since' }],
  ['إلى|حتى', { is: 'joint', joint: 'until' }],
  ['الساعة|في الساعة|في تمام الساعة', { is: 'joint', joint: 'at' }],
  ['في', { is: 'joint', joint: 'in' }],
  ['يوم|أيام', { is: 'joint', joint: 'day-mark' }],
  ['كل|مرة كل|كل يوم في', { is: 'joint', joint: 'each' }],
  ['بعد', { is: 'joint', joint: 'after' }],
  ['قبل', { is: 'joint', joint: 'before' }],
  ['فقط', { is: 'joint', joint: 'only' }],
  ['حوالي|تقريبا', { is: 'joint', joint: 'about' }],
  ['أيام العطل الرسمية|في أيام العطل الرسمية|العطل الرسمية|أيام العطل', { is: 'holidays' }],
  ['العطل المدرسية|في العطل المدرسية|العطلة المدرسية', { is: 'school', only: null }],
  ['أيام الإغلاق|في أيام الإغلاق', { is: 'closing-days' }],
  ['ما عدا|باستثناء|إلا|عدا', { is: 'not', side: 'after' }],
  ['مغلق|لا يوجد لقاء', { is: 'not', side: 'before' }],
  ['في اليوم المتاح التالي|في اليوم التالي', { is: 'shift', to: 'next-day' }],
  ['بعد أسبوع', { is: 'shift', to: 'next-week' }],
  ['الخامس إن وجد|إن وجد', { is: 'if-there-is-one' }],
  ['ليس في الأشهر القصيرة', { is: 'short-months', act: 'skip' }],
  ['في الأشهر القصيرة آخر يوم', { is: 'short-months', act: 'last-day' }],
  ['فقط في السنوات الكبيسة', { is: 'leap-years', act: 'skip' }],
  ['وإلا 28 فبراير', { is: 'leap-years', act: 'last-day' }],
  ['حسب الاتفاق|بموعد مسبق|حسب الموعد', { is: 'arrangement' }],
  ['أحيانا|بشكل غير منتظم|عند الحاجة', { is: 'vague' }],
  ['عادة|غالبا', { is: 'usually' }],
  ['سابقا', { is: 'former' }],
  ['الآن|حاليا', { is: 'now' }],
  ['دقيقة|شخص|يورو', { is: 'measure', side: 'before' }],
  ['غرفة|قاعة|طابق|هاتف|رقم', { is: 'measure', side: 'after' }],
  ['لقاء|نلتقي|اجتماع', { is: 'filler' }],
]

const MONTH_PARITY: WordTable = [
  ['الأشهر الزوجية|في الأشهر الزوجية', { is: 'parity-months', parity: 'even' }],
  ['الأشهر الفردية|في الأشهر الفردية', { is: 'parity-months', parity: 'uneven' }],
]

/** Arabic: the words of weekly and monthly meeting times. */
export const ar: Vocabulary = {
  words: [
    ...WEEKDAYS.map(([names, weekday]): [string, Meaning] => [
      names
        .split('|')
        .flatMap((name) => [name, `ال${name}`])
        .join('|'),
      { is: 'weekday', weekday },
    ]),
    ...MONTHS.map((names, index): [string, Meaning] => [names, { is: 'month', month: index + 1 }]),
    ...COUNTED,
    ...MONTH_PARITY,
    ...breakWords(BREAKS, 'و', (listed) =>
      ['العطل المدرسية', 'في العطل المدرسية']
        .map((holidays) => `${holidays} ${listed.replaceAll(', ', ' و').replace(/ و /g, ' و')}`)
        .join('|'),
    ),
    ...JOINTS,
  ],
  endings: [],
  proclitic: 'و',
}
