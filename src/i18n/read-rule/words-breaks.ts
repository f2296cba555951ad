// The words of some school holidays together: "the Easter and summer holidays".
import { SCHOOL_BREAKS, type SchoolBreak } from '../../domain/free-day.ts'
import type { Meaning } from './meaning.ts'

/** A phrase for every set of breaks, in the order in which they are said; `phrases` puts the listed names in. */
export function breakWords(
  names: Readonly<Record<SchoolBreak, string>>,
  and: string,
  phrases: (listed: string) => string,
): [string, Meaning][] {
  const sets = Array.from({ length: 2 ** SCHOOL_BREAKS.length - 1 }, (_, index) =>
    SCHOOL_BREAKS.filter((_each, place) => ((index + 1) >> place) % 2 === 1),
  )
  return sets.map((only): [string, Meaning] => {
    const listed = only.map((each) => names[each])
    const last = listed.at(-1) ?? ''
    const said = listed.length === 1 ? last : `${listed.slice(0, -1).join(', ')} ${and} ${last}`
    return [phrases(said), { is: 'school', only }]
  })
}
