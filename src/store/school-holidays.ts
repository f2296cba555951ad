import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Day, isDay } from '../domain/day.ts'
import { SCHOOL_BREAKS } from '../domain/free-day.ts'
import type { SchoolTable } from '../domain/holidays.ts'
import type { Land } from '../domain/land.ts'

const TABLES = fileURLToPath(new URL('../../data/holidays/', import.meta.url))

const day = z.custom<Day>((value) => typeof value === 'string' && isDay(value))

const tableSchema = z.strictObject({
  land: z.string(),
  source: z.string().min(1),
  knownUntil: day,
  holidays: z.array(
    z.strictObject({
      break: z.enum(SCHOOL_BREAKS),
      from: day,
      until: day,
      extra: z.literal(true).optional(),
    }),
  ),
})

/** The school holidays of a Land as its table in `data/holidays` has them; throws where the table is broken. */
export function schoolHolidays(land: Land): SchoolTable {
  const table = tableSchema.parse(JSON.parse(readFileSync(`${TABLES}${land}.json`, 'utf8')))
  if (table.land !== land) throw new Error(`${land}.json is the table of ${table.land}`)
  return {
    knownUntil: table.knownUntil,
    holidays: table.holidays.map(({ break: schoolBreak, from, until, extra }) => ({
      schoolBreak,
      from,
      until,
      isExtra: extra === true,
    })),
  }
}
