import { addDays, type Day, type DayRange, partsOf } from '../../domain/day.ts'
import type { Land } from '../../domain/land.ts'
import { SITE_LANGUAGES, type SiteLanguage } from '../../domain/language.ts'
import { addMonths, monthOf, monthRange } from '../../domain/month.ts'
import { daysOfRule, type FreeDays, type Rule } from '../../domain/rule.ts'
import type { Schedule } from '../../domain/schedule.ts'
import { holidayNames } from '../../i18n/holiday-names.ts'
import { type Reading, type ReadLanguage, readSchedule } from '../../i18n/read-rule.ts'
import { sayMissing, sayQuestion, sayWarning } from '../../i18n/say-reading.ts'
import { saySchedule } from '../../i18n/say-rule.ts'
import { calendarOfLand } from '../../store/land-holidays.ts'

/** The stretch of months for which dates are wanted, and in which language and Land they are meant. */
export type Window = {
  readonly from: Day
  readonly months: number
  readonly land: Land | null
  readonly language: ReadLanguage
}

type ShownSlot = {
  readonly rule: Rule
  readonly start: string | null
  readonly end: string | null
  readonly dates: readonly Day[]
}

type ShownReading = { readonly said: string; readonly slots: readonly ShownSlot[] }

/** What was read of one sentence; `slots` where it has one meaning, `readings` where it has several. */
export type Line = {
  readonly sentence: string
  readonly status: Reading['status']
  readonly said: string | null
  readonly slots: readonly ShownSlot[]
  readonly readings: readonly ShownReading[]
  readonly question: string | null
  readonly leftover: string
  readonly warnings: readonly string[]
}

/** Reads one sentence, and works out all its dates in the window with holidays taken off. */
export function lineOf(sentence: string, window: Window): Line {
  const { language, from, land } = window
  const reading = readSchedule(sentence, { language, today: from, land })
  const spoken = SITE_LANGUAGES.find((each) => each === language) ?? 'de'
  const show = (schedule: Schedule) => shown(schedule, window)
  const read = reading.status === 'read' ? show(reading.schedule) : null
  return {
    sentence,
    status: reading.status,
    said: read?.said ?? null,
    slots: read?.slots ?? [],
    readings: reading.status === 'ask' ? reading.readings.map(show) : [],
    question: questionOf(reading, spoken),
    leftover: reading.leftover,
    warnings: reading.warnings.map((warning) => sayWarning(warning, spoken)),
  }
}

function questionOf(reading: Reading, language: SiteLanguage): string | null {
  switch (reading.status) {
    case 'ask':
      return sayQuestion(reading.question, language)
    case 'part':
      return sayMissing(reading.question, language)
    case 'read':
    case 'none':
      return null
    default:
      return reading satisfies never
  }
}

function shown(schedule: Schedule, window: Window): ShownReading {
  const range = rangeOf(window)
  const freeDays: FreeDays | undefined =
    window.land === null ? undefined : calendarOfLand(window.land, holidayNames('de')).freeDays
  return {
    said: saySchedule(schedule, window.language),
    slots: schedule.slots.map(({ rule, start, end }) => ({
      rule,
      start,
      end,
      dates: daysOfRule(rule, range, freeDays).map(({ day }) => day),
    })),
  }
}

/** From a day up to the same day of the month so many months later, that day left out. */
function rangeOf({ from, months }: Window): DayRange {
  const last = monthRange(addMonths(monthOf(from), months))
  const until = addDays(last.from, partsOf(from).dayOfMonth - 2)
  return { from, until: until > last.until ? last.until : until }
}
