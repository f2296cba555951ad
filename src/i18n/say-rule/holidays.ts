// Knows how it is said what becomes of dates on holidays: „nicht in den Oster- und Sommerferien“.
import {
  type FreeKind,
  type HolidayAction,
  type HolidayPolicy,
  SCHOOL_BREAKS,
  type SchoolBreak,
} from '../../domain/free-day.ts'
import type { Land } from '../../domain/land.ts'
import type { SiteLanguage } from '../../domain/language.ts'
import { wordsOf } from '../words.ts'
import { joined } from './shape.ts'

type HolidayWords = {
  readonly language: SiteLanguage
  readonly free: Readonly<Record<FreeKind, string>>
  readonly breaks: (breaks: readonly SchoolBreak[]) => string
  readonly not: (days: readonly string[]) => string
  readonly nextDay: (days: readonly string[]) => string
  readonly nextWeek: (days: readonly string[]) => string
}

const GERMAN_BREAKS: Readonly<Record<SchoolBreak, string>> = {
  winter: 'Winter',
  easter: 'Oster',
  whitsun: 'Pfingst',
  summer: 'Sommer',
  autumn: 'Herbst',
  christmas: 'Weihnachts',
}

const ENGLISH_BREAKS: Readonly<Record<SchoolBreak, string>> = {
  winter: 'winter',
  easter: 'Easter',
  whitsun: 'Whitsun',
  summer: 'summer',
  autumn: 'autumn',
  christmas: 'Christmas',
}

const GERMAN: HolidayWords = {
  language: 'de',
  free: { public: 'an Feiertagen', school: 'in den Schulferien', closed: 'an Schließtagen' },
  breaks: (breaks) => `in den ${inOneWord(breaks.map((each) => GERMAN_BREAKS[each]))}ferien`,
  not: (days) => `nicht ${joined(days, 'und')}`,
  nextDay: (days) => `${joined(days, 'und')} stattdessen am nächsten möglichen Tag`,
  nextWeek: (days) => `${joined(days, 'und')} stattdessen eine Woche später`,
}

const ENGLISH: HolidayWords = {
  language: 'en',
  free: {
    public: 'on public holidays',
    school: 'in the school holidays',
    closed: 'on days when the house is closed',
  },
  breaks: (breaks) =>
    `in the ${joined(
      breaks.map((each) => ENGLISH_BREAKS[each]),
      'and',
    )} holidays`,
  not: (days) => `not ${joined(days, 'or')}`,
  nextDay: (days) => `${joined(days, 'and')} on the next possible day instead`,
  nextWeek: (days) => `${joined(days, 'and')} a week later instead`,
}

const KINDS: readonly FreeKind[] = ['public', 'school', 'closed']

/** What a policy does in German, as it stands within a sentence; '' where it keeps every day. */
export function de(policy: HolidayPolicy, land: Land | null = null): string {
  return sayPolicy(policy, land, GERMAN)
}

/** What a policy does in English, as it stands within a sentence; '' where it keeps every day. */
export function en(policy: HolidayPolicy, land: Land | null = null): string {
  return sayPolicy(policy, land, ENGLISH)
}

function sayPolicy(policy: HolidayPolicy, land: Land | null, words: HolidayWords): string {
  const landed = land === null ? null : landedKind(policy)
  const daysWith = (action: HolidayAction) =>
    KINDS.filter((kind) => policy[kind] === action).map((kind) => {
      const days = sayKind(kind, policy, words)
      return land !== null && kind === landed ? `${days} ${wordsOf(words.language).lands.within[land]}` : days
    })
  const phrases = [
    { days: daysWith('skip'), say: words.not },
    { days: daysWith('next-day'), say: words.nextDay },
    { days: daysWith('next-week'), say: words.nextWeek },
  ]
  return phrases
    .filter(({ days }) => days.length > 0)
    .map(({ days, say }) => say(days))
    .join(', ')
}

function sayKind(kind: FreeKind, policy: HolidayPolicy, words: HolidayWords): string {
  const { schoolOnly } = policy
  if (kind !== 'school' || schoolOnly === undefined) return words.free[kind]
  return words.breaks(SCHOOL_BREAKS.filter((each) => schoolOnly.includes(each)))
}

/** With which kind the Land is told: a Land has holidays, a house is closed by itself; once, after the last of a list. */
function landedKind({ public: onHolidays, school }: HolidayPolicy): FreeKind | null {
  if (onHolidays === 'keep') return school === 'keep' ? null : 'school'
  return school === onHolidays ? 'school' : 'public'
}

/** „Oster- und Sommer“, as the beginning of one word. */
function inOneWord(beginnings: readonly string[]): string {
  return joined(
    beginnings.map((beginning, index) => (index === beginnings.length - 1 ? beginning : `${beginning}-`)),
    'und',
  )
}
