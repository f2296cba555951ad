import { spawnSync } from 'node:child_process'
import { describe, it } from 'vitest'
import { z } from 'zod'
import type { DayRange } from '../../src/domain/day.ts'

/** A date that somebody else's program found in a calendar: wall times, or days where it is the whole day. */
export type ForeignDate = {
  readonly start: string
  readonly end: string | null
  readonly status: string
  readonly uid: string
}

/** Reads calendars with programs that know nothing of ours; both ends of the range belong to it. */
export type ReadForeign = (
  calendars: readonly string[],
  range: DayRange,
) => readonly (readonly ForeignDate[])[]

const PYTHONS = ['python3', '/usr/bin/python3']
const SCRIPT = 'tests/support/read-calendar.py'
const PACKAGES = 'import icalendar, dateutil, recurring_ical_events, zoneinfo'
const HOW_TO_INSTALL =
  'no python3 has the foreign calendar reader: apt-get install python3-recurring-ical-events'

const answerSchema = z.array(z.array(z.tuple([z.string(), z.string().nullable(), z.string(), z.string()])))

/** Tests with a calendar reader outside Node. Where there is none they are skipped with a word on it; with CI=true they fail. */
export function describeWithForeignReader(name: string, tests: (read: ReadForeign) => void): void {
  const python = PYTHONS.find((path) => spawnSync(path, ['-c', PACKAGES]).status === 0)
  if (python !== undefined) describe(name, () => tests(reading(python)))
  else if (process.env.CI === 'true') failFor(name)
  else {
    console.warn(`\n${name}: skipped, for ${HOW_TO_INSTALL}\n`)
    describe.skipIf(true)(name, () => tests(() => []))
  }
}

function reading(python: string): ReadForeign {
  return (calendars, { from, until }) => {
    const input = JSON.stringify({ calendars, from, until })
    const { status, stdout, stderr } = spawnSync(python, [SCRIPT], {
      input,
      maxBuffer: 2 ** 30,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stderr)
    return answerSchema
      .parse(JSON.parse(stdout))
      .map((dates) => dates.map(([start, end, state, uid]) => ({ start, end, status: state, uid })))
  }
}

function failFor(name: string): void {
  describe(name, () => {
    it('is read by a program outside Node', () => {
      throw new Error(HOW_TO_INSTALL)
    })
  })
}
