import { stretchOf } from '../../domain/booking.ts'
import { addDays, type Day, type DayRange } from '../../domain/day.ts'
import type { FreeDays } from '../../domain/free-day.ts'
import type { Land } from '../../domain/land.ts'
import type { Wish } from '../../domain/occupancy.ts'
import type { Problem } from '../../domain/problem.ts'
import { datesOf, type Schedule, takesPlace } from '../../domain/schedule.ts'
import type { Reader } from '../../http/reader.ts'
import { LONGEST_SENTENCE } from '../../http/schedule/sentence.ts'
import { isReadLanguage, type Reading, readSchedule } from '../../i18n/read-rule.ts'
import { sayMissing, sayQuestion } from '../../i18n/say-reading.ts'

/** How far ahead a wish is looked at, in days. */
const DAYS_AHEAD = 365

/** When somebody would like to meet, or what the sentence leaves open. */
export type ReadWish =
  | { readonly kind: 'schedule'; readonly schedule: Schedule }
  | { readonly kind: 'choices'; readonly question: string; readonly readings: readonly Schedule[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/** Reads a wish as meeting times are read. */
export function readWish(sentence: string, land: Land | null, { language, now }: Reader): ReadWish {
  if (sentence.length > LONGEST_SENTENCE) return refused('tooLong', { longest: LONGEST_SENTENCE })
  const reading = readSchedule(sentence, {
    language: isReadLanguage(language) ? language : 'de',
    today: now.day,
    land,
  })
  switch (reading.status) {
    case 'read':
      return { kind: 'schedule', schedule: reading.schedule }
    case 'ask':
      return {
        kind: 'choices',
        question: sayQuestion(reading.question, language),
        readings: reading.readings,
      }
    case 'part':
      return refusedPart(reading, language)
    case 'none':
      return refused('wish.noTime')
    default:
      return reading satisfies never
  }
}

function refusedPart(
  { question, readings }: Extract<Reading, { status: 'part' }>,
  language: Reader['language'],
): ReadWish {
  const said = sayMissing(question, language)
  return readings.length > 0
    ? { kind: 'choices', question: said, readings }
    : refused('sentence.part', { question: said })
}

function refused(key: string, params: Problem['params'] = {}): ReadWish {
  return { kind: 'problems', problems: [{ field: 'wunsch', key, params }] }
}

/** The days that are looked at: a year from today. */
export function wishRange(today: Day): DayRange {
  return { from: today, until: addDays(today, DAYS_AHEAD) }
}

/** Every date of a wish within the range, holidays and closed days taken off. */
export function wishesOf(schedule: Schedule, range: DayRange, freeDays: FreeDays): readonly Wish[] {
  return datesOf(schedule, [], range, freeDays)
    .filter(takesPlace)
    .map(({ day, start, end }) => ({ day, ...stretchOf(start, end) }))
}
