import { parseDay } from '../../src/domain/day.ts'
import { readSchedule } from '../../src/i18n/read-rule.ts'
import { tableOf } from '../i18n/read-rule/table.ts'
import { median } from './load.ts'

const ROUNDS = 5
const REPEATS = 20

/** What it costs to read a sentence: the mean over the German table, in µs of CPU, the median of five rounds. */
export function printReading(): void {
  const today = parseDay('2027-01-01')
  if (today === null) throw new Error('no day')
  const sentences = tableOf('./german.txt').map(({ sentence }) => sentence)
  const readAll = () => {
    for (const sentence of sentences) readSchedule(sentence, { language: 'de', today, land: 'NW' })
  }
  for (let warmUp = 0; warmUp < REPEATS; warmUp++) readAll()
  const rounds = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage()
    for (let repeat = 0; repeat < REPEATS; repeat++) readAll()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / (REPEATS * sentences.length)
  })
  console.log(
    `\nreading one of ${sentences.length} German sentences: ${median(rounds).toFixed(0)} µs CPU in the mean`,
  )
}
