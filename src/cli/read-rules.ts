import { parseArgs } from 'node:util'
import { ConfigError } from '../config.ts'
import { wallTime } from '../domain/clock.ts'
import { parseDay } from '../domain/day.ts'
import { isLand, LANDS } from '../domain/land.ts'
import { isReadLanguage, READ_LANGUAGES } from '../i18n/read-rule.ts'
import { lineOf, type Window } from './read-rules/line.ts'
import { sayOrRefuse } from './terminal.ts'

const HELP = `Reads meeting times, one sentence a line from standard input, and prints one JSON object a line: what was read, and
all its dates in a stretch of months. For checking a whole town's list at once before it is imported.

  npm run -s read-rules -- --from 2027-01-01 --months 12 --land NW --lang de < sentences.txt

  --from    first day of the stretch, and the day that counts as today (default: today)
  --months  how many months, 1 to 120 (default: 12)
  --land    whose holidays are taken off: ${Object.keys(LANDS).join(', ')} (default: none are)
  --lang    language of the sentences: ${READ_LANGUAGES.join(', ')} (default: de)`

const MOST_MONTHS = 120

await sayOrRefuse(async () => {
  const flags = flagsOf(process.argv.slice(2))
  if (flags.help === true) return HELP
  const window = windowOf(flags)
  const sentences = linesOf(await standardInput())
  return sentences.map((sentence) => JSON.stringify(lineOf(sentence, window))).join('\n')
})

type Flags = {
  readonly from?: string | undefined
  readonly months?: string | undefined
  readonly land?: string | undefined
  readonly lang?: string | undefined
  readonly help?: boolean | undefined
}

function flagsOf(words: string[]): Flags {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: words,
      options: { from: text, months: text, land: text, lang: text, help: { type: 'boolean', short: 'h' } },
    }).values
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new ConfigError(`${error.message}\n\n${HELP}`)
  }
}

function windowOf({ from, months = '12', land, lang = 'de' }: Flags): Window {
  const first = from === undefined ? wallTime(Date.now()).day : parseDay(from)
  if (first === null) throw new ConfigError(`--from is a day like 2027-01-01, not "${from}"`)
  const count = /^\d{1,3}$/.test(months) ? Number(months) : 0
  if (count < 1 || count > MOST_MONTHS)
    throw new ConfigError(`--months is a number from 1 to ${MOST_MONTHS}, not "${months}"`)
  if (land !== undefined && !isLand(land))
    throw new ConfigError(`--land is one of ${Object.keys(LANDS).join(', ')}, not "${land}"`)
  if (!isReadLanguage(lang))
    throw new ConfigError(`--lang is one of ${READ_LANGUAGES.join(', ')}, not "${lang}"`)
  return { from: first, months: count, land: land ?? null, language: lang }
}

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new ConfigError('Standard input is not UTF-8 text.')
  }
}

/** One line of output for each line of input, so that the two can be laid side by side. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}
