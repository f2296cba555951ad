// The German words of meeting times.
import type { Weekday } from '../../domain/day.ts'
import type { Daypart, Meaning, Vocabulary, WordTable } from './meaning.ts'
import { JOINTS_DE, NOISE_DE } from './words-de-joints.ts'

const WEEKDAYS: readonly (readonly [string, string, Weekday])[] = [
  ['montag', 'mo.', 1],
  ['dienstag', 'di.', 2],
  ['mittwoch', 'mi.', 3],
  ['donnerstag', 'do.', 4],
  ['freitag', 'fr.', 5],
  ['samstag', 'sa.', 6],
  ['sonnabend', 'sonnab.', 6],
  ['sonntag', 'so.', 7],
]

const DAYPARTS: readonly (readonly [string, Daypart])[] = [
  ['morgen', 'morning'],
  ['frühmorgen', 'morning'],
  ['vormittag', 'morning'],
  ['mittag', 'noon'],
  ['nachmittag', 'afternoon'],
  ['abend', 'evening'],
  ['nacht', 'night'],
]

const MONTHS: readonly string[] = [
  'januar|jänner|jan.',
  'februar|feber|feb.|febr.',
  'märz|mrz.|mär.',
  'april|apr.',
  'mai',
  'juni|juno|jun.',
  'juli|julei|jul.',
  'august|aug.',
  'september|sept.|sep.',
  'oktober|okt.',
  'november|nov.',
  'dezember|dez.',
]

const NUMBERS =
  'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig einundzwanzig zweiundzwanzig dreiundzwanzig vierundzwanzig'.split(
    ' ',
  )

const MINUTES: readonly (readonly [string, number])[] = [
  ['fünfundzwanzig', 25],
  ['dreißig', 30],
  ['fünfunddreißig', 35],
  ['vierzig', 40],
  ['fünfundvierzig', 45],
  ['fünfzig', 50],
  ['fünfundfünfzig', 55],
]

const ORDINAL_STEMS =
  'erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst einundzwanzigst zweiundzwanzigst dreiundzwanzigst vierundzwanzigst fünfundzwanzigst sechsundzwanzigst siebenundzwanzigst achtundzwanzigst neunundzwanzigst dreißigst einunddreißigst'.split(
    ' ',
  )

const EVERY: readonly (readonly [string, number])[] = [
  ['zwei', 2],
  ['drei', 3],
  ['vier', 4],
  ['fünf', 5],
  ['sechs', 6],
  ['acht', 8],
]

const MONTHS_EVERY: readonly (readonly [string, number])[] = [
  ['zwei', 2],
  ['drei', 3],
  ['vier', 4],
  ['sechs', 6],
]

/** „erste“, „ersten“, „erster“, „erstes“, „erstem“. */
function inflected(stem: string): string {
  return ['e', 'en', 'er', 'es', 'em'].map((ending) => `${stem}${ending}`).join('|')
}

/** „wöchentlich“ and what an adjective can become of it. */
function adjective(stem: string): string {
  return `${stem}|${inflected(stem)}`
}

function weekdayWords(): [string, Meaning][] {
  return WEEKDAYS.flatMap(([name, short, weekday]): [string, Meaning][] => [
    [`${name}|${name}en|${name}es|${short}|${short.replaceAll('.', '')}`, { is: 'weekday', weekday }],
    [`${name}s|jeden ${name}s|jedem ${name}s`, { is: 'weekday', weekday, habit: true }],
    ...DAYPARTS.flatMap(([part, meant]): [string, Meaning][] => [
      [`${name}${part}|${name} ${part}|${name}-${part}`, { is: 'weekday', weekday, part: meant }],
      [
        `${name}${part}s|${name}s ${part}|${name}s ${part}s|${name} ${part}s|${name}-${part}s`,
        { is: 'weekday', weekday, habit: true, part: meant },
      ],
    ]),
  ])
}

const SETS: WordTable = [
  [
    'werktags|werktagen|werktage|werktäglich|wochentagen|wochentags|an werktagen|an wochentagen|an allen werktagen|in der woche|unter der woche|jeden werktag|an jedem werktag',
    { is: 'weekdays', weekdays: [1, 2, 3, 4, 5], assumed: 'working-days' },
  ],
  [
    'am wochenende|an wochenenden|an den wochenenden|wochenends|wochenende|wochenenden|jedes wochenende',
    { is: 'weekdays', weekdays: [6, 7] },
  ],
  [
    `${adjective('täglich')}|jeden tag|an jedem tag|alle tage|an allen tagen|tag für tag|von montag bis sonntag`,
    { is: 'weekdays', weekdays: [1, 2, 3, 4, 5, 6, 7] },
  ],
]

const INTERVALS: WordTable = [
  [
    `${adjective('wöchentlich')}|allwöchentlich|woche für woche|jede woche|in jeder woche|pro woche|einmal die woche`,
    { is: 'interval', unit: 'week', every: 1 },
  ],
  [
    `${adjective('vierzehntägig')}|${adjective('vierzehntäglich')}|zweiwöchig|im zweiwochenrhythmus|im zwei-wochen-rhythmus|im zweiwöchigen rhythmus|im vierzehntägigen rhythmus`,
    { is: 'interval', unit: 'week', every: 2 },
  ],
  ...EVERY.map(([number, every]): [string, Meaning] => [
    `${adjective(`${number}wöchentlich`)}|${adjective(`${number}wöchig`)}`,
    { is: 'interval', unit: 'week', every },
  ]),
  [`${adjective('monatlich')}|allmonatlich`, { is: 'interval', unit: 'month', every: 1 }],
  ...MONTHS_EVERY.map(([number, every]): [string, Meaning] => [
    `${adjective(`${number}monatlich`)}|${adjective(`${number}monatig`)}`,
    { is: 'interval', unit: 'month', every },
  ]),
  [
    `${adjective('vierteljährlich')}|quartalsweise|jedes quartal|im vierteljahr|im vierteljahresrhythmus|einmal im quartal|einmal pro quartal|einmal im vierteljahr`,
    { is: 'interval', unit: 'month', every: 3 },
  ],
  [
    `${adjective('halbjährlich')}|jedes halbjahr|halbjahresweise`,
    { is: 'interval', unit: 'month', every: 6 },
  ],
  [
    `${adjective('jährlich')}|${adjective('alljährlich')}|jedes jahr|in jedem jahr|jahr für jahr|einmal im jahr|einmal jährlich|jeden jahres|jedes jahres`,
    { is: 'interval', unit: 'year', every: 1 },
  ],
  [
    `${adjective('tägig')}|${adjective('täglich')}|tage-rhythmus|tage-takt|tage-turnus|tagerhythmus`,
    { is: 'rhythm', unit: 'day' },
  ],
  [
    `${adjective('wöchentlich')}|${adjective('wöchig')}|wochen-rhythmus|wochenrhythmus|wochen-turnus|wochen-takt`,
    { is: 'rhythm', unit: 'week' },
  ],
  [`${adjective('monatlich')}|monats-rhythmus`, { is: 'rhythm', unit: 'month' }],
]

const COUNTED: WordTable = [
  ['tag|tage|tagen|tages', { is: 'unit', unit: 'day', every: 1 }],
  ['woche|wochen', { is: 'unit', unit: 'week', every: 1 }],
  ['monat|monate|monaten|monats', { is: 'unit', unit: 'month', every: 1 }],
  ['quartal|quartale|quartalen|vierteljahr', { is: 'unit', unit: 'month', every: 3 }],
  ['halbjahr', { is: 'unit', unit: 'month', every: 6 }],
  ['jahr|jahre|jahren|jahres', { is: 'unit', unit: 'year', every: 1 }],
  [
    'im monat|des monats|eines monats|jeden monats|jedes monats|jeden monat|pro monat|je monat|in jedem monat|eines jeden monats|des jeweiligen monats|im jeweiligen monat|d. monats|d.m.|monatlich am|monatlich jeden|monatlich an jedem|eines jedes monats',
    { is: 'of-month' },
  ],
  [
    'im quartal|des quartals|pro quartal|eines quartals|jedes quartals|eines jeden quartals|im jeweiligen quartal',
    { is: 'of-quarter' },
  ],
  ['in den monaten|in den folgenden monaten|monaten|der monate|monate', { is: 'months' }],
  ['kw|kws|kalenderwoche|kalenderwochen', { is: 'calendar-week' }],
  [
    `${adjective('gerade')}|geraden|gerader|gerades|gerade|${adjective('geradzahlig')}`,
    { is: 'parity', parity: 'even' },
  ],
  [
    `ungerade|ungeraden|ungerader|ungerades|un-gerade|${adjective('ungeradzahlig')}`,
    { is: 'parity', parity: 'uneven' },
  ],
  ['einmal|ein mal|1x|1 x|1mal|1 mal|1-mal', { is: 'count', count: 1 }],
  ['zweimal|zwei mal|2x|2 x|2mal|2 mal|2-mal', { is: 'count', count: 2 }],
  ['dreimal|drei mal|3x|3 x|3mal|3 mal|3-mal', { is: 'count', count: 3 }],
  ['viermal|vier mal|4x|4 x|4mal|fünfmal|sechsmal|mehrmals|mehrfach', { is: 'count', count: 4 }],
  ['letzter tag|letzten tag|letzte tag|letzten tage|letzten kalendertag', { is: 'last-day', ofMonth: false }],
  [
    'monatsletzten|monatsende|ultimo|letzten tag im monat|letzten tag des monats|letzter tag des monats|letzten tag jedes monats|letzten tag eines monats',
    { is: 'last-day', ofMonth: true },
  ],
]

const CLOCK: WordTable = [
  ['uhr|h|uhrzeit', { is: 'o-clock' }],
  ['halb|halber', { is: 'half' }],
  ['viertel', { is: 'quarter' }],
  ['dreiviertel|drei viertel', { is: 'three-quarters' }],
  ['vor', { is: 'to' }],
  ['nach|über', { is: 'past' }],
  ['mitternacht|mitternachts', { is: 'midnight' }],
  ['open end|open-end|openend|offenes ende|ende offen|ende offen|end offen|open ende', { is: 'open-end' }],
  [
    'morgens|früh|frühmorgens|in der früh|am morgen|vormittags|vormittag|am vormittag|vorm.|vm.',
    { is: 'daypart', part: 'morning' },
  ],
  ['mittags|mittag|am mittag|über mittag', { is: 'daypart', part: 'noon' }],
  ['nachmittags|nachmittag|am nachmittag|nachm.|nm.', { is: 'daypart', part: 'afternoon' }],
  ['abends|abend|am abend|am frühen abend|in den abendstunden', { is: 'daypart', part: 'evening' }],
  ['nachts|in der nacht', { is: 'daypart', part: 'night' }],
]

/** German: every word that a notice of meeting times is made of. */
export const de: Vocabulary = {
  words: [
    ...weekdayWords(),
    ...SETS,
    ...MONTHS.map((names, index): [string, Meaning] => [names, { is: 'month', month: index + 1 }]),
    ...NUMBERS.map((name, value): [string, Meaning] => [name, { is: 'number', value }]),
    ...MINUTES.map(([name, value]): [string, Meaning] => [name, { is: 'number', value }]),
    ...ORDINAL_STEMS.map((stem, index): [string, Meaning] => [
      inflected(stem),
      { is: 'ordinal', ordinal: index + 1 },
    ]),
    [inflected('siebent'), { is: 'ordinal', ordinal: 7 }],
    [`${inflected('letzt')}|jeweils letzten|allerletzten`, { is: 'ordinal', ordinal: -1 }],
    [inflected('vorletzt'), { is: 'ordinal', ordinal: -2 }],
    ...INTERVALS,
    ...COUNTED,
    ...CLOCK,
    ...JOINTS_DE,
    ...NOISE_DE,
  ],
  endings: [
    [
      'straße|str|gasse|allee|chaussee|platz|markt|damm|ufer|steig|graben|weg',
      { is: 'measure', side: 'after' },
    ],
    ['zimmer|raum|saal|etage|geschoss', { is: 'measure', side: 'either' }],
  ],
}
