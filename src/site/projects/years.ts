import type { Project } from '../../domain/project.ts'
import { fill, type Words } from '../../i18n/words.ts'

/** „2009 bis 2012“, „seit 2005“, „bis 2012“, „2009“; empty where nothing is known. */
export function sayYears(
  { startYear, endYear }: Pick<Project, 'startYear' | 'endYear'>,
  { projects }: Words,
): string {
  if (startYear === null) return endYear === null ? '' : fill(projects.until, { year: endYear })
  if (endYear === null) return fill(projects.since, { year: startYear })
  if (startYear === endYear) return String(startYear)
  return fill(projects.fromUntil, { from: startYear, until: endYear })
}
