import type { HolidayCalendar } from '../../domain/holidays.ts'
import type { Problem } from '../../domain/problem.ts'
import { nextDates, type Schedule } from '../../domain/schedule.ts'
import { sayDayShort } from '../../i18n/say-day.ts'
import { sayMissing, sayQuestion, sayWarning } from '../../i18n/say-reading.ts'
import { fill } from '../../i18n/words.ts'
import { type Form, textOf } from '../forms.ts'
import { type AreaPart, areaPart, type ChoicesPart, choicesPart, type Filled } from '../parts/fields.ts'
import type { Reader } from '../reader.ts'
import { scheduleIn } from './schedule-form.ts'
import { answerOf, fieldsMark, LONGEST_SENTENCE, sentenceOf, type Tongue } from './sentence.ts'

/** The times in one sentence, and what the page has to say and to ask about it. */
export type SentencePart = {
  readonly area: AreaPart
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  /** What became of words that are no times, or empty. */
  readonly told: string
  readonly warnings: readonly string[]
  readonly question: ChoicesPart | null
}

/** How its sentence is read, and what is free where it takes place; null where that is not known yet. */
export type AroundSentence = { readonly tongue: Tongue; readonly calendar: HolidayCalendar | null }

/** A value with what stands beside it. */
type Option = readonly [string, string]

/** The dates that tell one reading from another. */
const TELLING_DATES = 3

/** The field of the sentence of a settled form. */
export function sentencePart(filled: Filled, reader: Reader, around: AroundSentence): SentencePart {
  const { fields, hints } = reader.words.schedule
  const sentence = sentenceOf(filled.form, around.tongue)
  const form = { ...filled.form, sentence }
  return {
    area: areaPart({ ...filled, form }, 'sentence', {
      label: fields.sentence,
      hint: hints.sentence,
      rows: 2,
      isRequired: true,
    }),
    hidden: [
      { name: 'sentenceWas', value: sentence },
      { name: 'fieldsWere', value: fieldsMark(form) },
      { name: 'open', value: textOf(form, 'open') },
    ],
    told: toldOf(form, reader),
    ...askedOf({ ...filled, form }, reader, around),
  }
}

/** What keeps the sentence of a settled form from being saved as times. */
export function sentenceProblems(form: Form, { language }: Reader, tongue: Tongue): Problem[] {
  const sentence = textOf(form, 'sentence')
  if (sentence.length > LONGEST_SENTENCE)
    return [{ field: 'sentence', key: 'tooLong', params: { longest: LONGEST_SENTENCE } }]
  const open = textOf(form, 'open')
  if (open === 'both') return [{ field: 'source', key: 'sentence.both' }]
  if (open === '')
    return isToBeSaved(form) && textOf(form, 'seen') !== ''
      ? [{ field: 'sentence', key: 'sentence.look' }]
      : []
  const reading = tongue.read(sentence)
  switch (reading.status) {
    case 'ask':
      return [{ field: 'answer', key: 'sentence.ask' }]
    case 'part': {
      if (reading.readings.length > 0) return [{ field: 'answer', key: 'sentence.contradiction' }]
      const question = sayMissing(reading.question, language)
      return [{ field: 'sentence', key: 'sentence.part', params: { question } }]
    }
    case 'read':
      return isToBeSaved(form) ? [{ field: 'answer', key: 'sentence.warned' }] : []
    case 'none':
      return []
    default:
      return reading satisfies never
  }
}

/** Whether a form was sent to be saved, and not only to be looked at. */
export function isToBeSaved(form: Form): boolean {
  return ['save', 'stay'].includes(textOf(form, 'act'))
}

function toldOf(form: Form, { words }: Reader): string {
  const { leftover, noRule } = words.schedule
  const seen = textOf(form, 'seen')
  if (seen === 'none') return noRule
  return seen === 'leftover' ? fill(leftover, { text: textOf(form, 'leftover') }) : ''
}

function askedOf(
  filled: Filled,
  reader: Reader,
  around: AroundSentence,
): Pick<SentencePart, 'warnings' | 'question'> {
  const { tongue } = around
  const { form } = filled
  const { words, language } = reader
  const { schedule: said } = words
  const open = textOf(form, 'open')
  if (open === 'both') return { warnings: [], question: sourceChoices(filled, reader, tongue) }
  if (open === '') return { warnings: [], question: null }
  const reading = tongue.read(textOf(form, 'sentence'))
  const warnings = reading.warnings.map((warning) => sayWarning(warning, language))
  const confirm = (label: string, value: string, text: string) =>
    choicesPart(filled, 'answer', { label, type: 'checkbox', options: [[value, text]] })
  const choose = (label: string, readings: readonly Schedule[], more: readonly Option[]) => {
    const options = readings.map((each): Option => [answerOf(each, tongue), withDates(each, reader, around)])
    return choicesPart(filled, 'answer', { label, type: 'radio', options: [...options, ...more] })
  }
  switch (reading.status) {
    case 'ask':
      return {
        warnings,
        question: choose(sayQuestion(reading.question, language), reading.readings, []),
      }
    case 'part': {
      const label = sayMissing(reading.question, language)
      return {
        warnings,
        question:
          reading.readings.length === 0
            ? confirm(label, 'note', said.asNote)
            : choose(label, reading.readings, [['note', said.asNote]]),
      }
    }
    case 'read':
      return { warnings, question: confirm(said.warned, 'anyway', said.anyway) }
    case 'none':
      return { warnings, question: null }
    default:
      return reading satisfies never
  }
}

function sourceChoices(filled: Filled, { words }: Reader, tongue: Tongue): ChoicesPart {
  const { schedule: said } = words
  const { schedule, problems } = scheduleIn(filled.form)
  const fields = problems.length > 0 ? said.unsound : tongue.say({ ...schedule, note: null })
  return choicesPart(filled, 'source', {
    label: said.both,
    type: 'radio',
    options: [
      ['sentence', fill(said.bySentence, { text: textOf(filled.form, 'sentence') })],
      ['fields', fill(said.byFields, { text: fields })],
    ],
  })
}

/** „Jeden 2. Montag im Monat: Mo., 08.06.2026; Mo., 13.07.2026; …“. */
function withDates(
  reading: Schedule,
  { now, language }: Reader,
  { tongue, calendar }: AroundSentence,
): string {
  const dates = nextDates(reading, [], now.day, TELLING_DATES, calendar?.freeDays)
  const said = dates.map(({ day }) => sayDayShort(day, language))
  return `${tongue.say(reading)}: ${said.join('; ')}`
}
