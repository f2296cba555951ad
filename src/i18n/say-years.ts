// Knows how the years are said in which something began and ended.
import { fill, type Words } from './words.ts'

/** „2009 bis 2012“, „seit 2005“, „bis 2012“, „2009“; empty where nothing is known. */
export function sayYears(
  { startYear, endYear }: { readonly startYear: number | null; readonly endYear: number | null },
  { projects }: Words,
): string {
  if (startYear === null) return endYear === null ? '' : fill(projects.until, { year: endYear })
  if (endYear === null) return fill(projects.since, { year: startYear })
  if (startYear === endYear) return String(startYear)
  return fill(projects.fromUntil, { from: startYear, until: endYear })
}
