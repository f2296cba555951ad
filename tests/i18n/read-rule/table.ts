// Tables of sentences that anyone can read: a sentence, what becomes of it, and its first dates from 1 January 2027 on.
import { readFileSync } from 'node:fs'
import { SITE_LANGUAGES, type SiteLanguage } from '../../../src/domain/language.ts'
import { nextDates, type Schedule } from '../../../src/domain/schedule.ts'
import { type Reading, type ReadLanguage, readSchedule } from '../../../src/i18n/read-rule.ts'
import { saySchedule } from '../../../src/i18n/say-rule.ts'
import { day } from '../../support/schedules.ts'

const TODAY = day('2027-01-01')

/** The sentences of a table with the block that each is meant to give. */
export function tableOf(file: string): { readonly sentence: string; readonly block: string }[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  return text
    .split('\n\n')
    .map((block) => block.trim())
    .filter((block) => block.startsWith('> '))
    .map((block) => ({
      sentence: block.slice(2, block.includes('\n') ? block.indexOf('\n') : undefined),
      block,
    }))
}

/** A sentence and its reading as they stand in a table. */
export function blockOf(sentence: string, language: ReadLanguage): string {
  const reading = readSchedule(sentence, { language, today: TODAY, land: 'NW' })
  const said = SITE_LANGUAGES.find((each) => each === language) ?? 'de'
  return [`> ${sentence}`, ...linesOf(reading, said), ...besides(reading)].join('\n')
}

function linesOf(reading: Reading, language: SiteLanguage): string[] {
  switch (reading.status) {
    case 'read':
      return [`read: ${saySchedule(reading.schedule, language)}`, firstDates(reading.schedule)]
    case 'ask':
      return [
        `ask ${reading.question}:`,
        ...reading.readings.flatMap((each) => [`- ${saySchedule(each, language)}`, firstDates(each)]),
      ]
    case 'part':
      return [
        `part: ${reading.question}`,
        ...reading.readings.flatMap((each) => [`? ${saySchedule(each, language)}`, firstDates(each)]),
      ]
    case 'none':
      return ['none']
    default:
      return reading satisfies never
  }
}

function besides({ status, leftover, warnings }: Reading): string[] {
  return [
    ...(leftover === '' || status === 'none' ? [] : [`left: ${leftover}`]),
    ...(warnings.length === 0 ? [] : [`warned: ${warnings.map(({ key }) => key).join(', ')}`]),
  ]
}

function firstDates(schedule: Schedule): string {
  return `  ${nextDates(schedule, [], TODAY, 4)
    .map((date) => date.day)
    .join(' ')}`
}
