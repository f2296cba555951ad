import type { Day } from '../../domain/day.ts'
import type { By, Office, Refused, Saved } from '../../operations/act.ts'
import type { Story } from './story.ts'

/** What a reference can name. Rooms are named `venue/room`, contacts `organisation/function`. */
export type Named = 'city' | 'topic' | 'venue' | 'room' | 'organisation' | 'contact' | 'programme'

/** One file on its way into the store. */
export type Chapter = {
  readonly office: Office
  readonly by: By
  readonly today: Day
  readonly story: Story
  /** The id behind a reference; throws naming the file and the reference. */
  readonly idOf: (noun: Named, key: string) => number
  /** The same, for a reference that may be missing. */
  readonly idOrNull: (noun: Named, key: string | null) => number | null
  readonly remember: (noun: Named, key: string, id: number) => void
  /** The id of what an operation saved; throws naming the file, the entry and every problem. */
  readonly savedId: (entry: string, outcome: Saved | Refused) => number
}

/** References of all files, so that one file may speak of what stands in another. */
export type Register = Map<string, number>

/** A file with all that is needed to put it in. */
export function openChapter(
  file: string,
  story: Story,
  register: Register,
  where: Pick<Chapter, 'office' | 'by' | 'today'>,
): Chapter {
  const idOf = (noun: Named, key: string) => {
    const id = register.get(`${noun} ${key}`)
    if (id === undefined) throw new Error(`${file}: there is no ${noun} "${key}"`)
    return id
  }
  return {
    ...where,
    story,
    idOf,
    idOrNull: (noun, key) => (key === null ? null : idOf(noun, key)),
    remember: (noun, key, id) => {
      if (register.has(`${noun} ${key}`)) throw new Error(`${file}: there is a second ${noun} "${key}"`)
      register.set(`${noun} ${key}`, id)
    },
    savedId: (entry, outcome) => {
      if (outcome.kind === 'saved') return outcome.id
      const problems = outcome.problems.map(({ field, key }) => `${field} (${key})`)
      throw new Error(`${file}: "${entry}" was refused: ${problems.join(', ')}`)
    },
  }
}
