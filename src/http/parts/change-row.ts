import { localInstant, sayInstant } from '../../i18n/say-instant.ts'
import { counted, fill, joined } from '../../i18n/words.ts'
import type { Change, ChangeLine } from '../../store/changes.ts'
import type { Href } from '../href.ts'
import { pathsOfNoun } from '../noun-paths.ts'
import { withQuery } from '../query.ts'
import type { Reader } from '../reader.ts'
import { deskUrls } from '../urls.ts'

/** A change in a list, or several that were made together. */
export type ChangeRow = {
  readonly href: Href | null
  readonly name: string
  readonly what: string
  readonly datetime: string
  readonly at: string
  readonly by: string
}

declare module '../render.ts' {
  interface Parts {
    changes: readonly ChangeRow[]
  }
}

/** The row of a change: it leads to what was changed then. */
export function changeRow(change: ChangeLine, reader: Reader): ChangeRow {
  const { words, language } = reader
  const { today, history } = words.desk
  const { version, at, by, origin, batch, count } = change
  const together = batch !== null && count > 1
  return {
    href: together ? deskUrls.changedTogether(batch) : whatWasChanged(change),
    name: together
      ? joined([sayChanged(change, reader), counted(words.deskChanges.andMore, count - 1, language)], ' ')
      : sayChanged(change, reader),
    what: together ? words.deskChanges.together : version === 1 ? today.created : today.changed,
    datetime: localInstant(at),
    at: sayInstant(at, language),
    by: fill(history.by, { by, origin: history.origins[origin] }),
  }
}

/** Where it is told what the change changed: beside the state before it, if there was one. */
function whatWasChanged({ noun, entryId, version }: Change): Href | null {
  const path = pathsOfNoun(noun)?.revision(entryId, version)
  return path === undefined ? null : withQuery(path, { mit: version === 1 ? null : version - 1 })
}

/** What was changed: „Chor der Brücken e.V.: Treffen „Probe““; what is known by its own name stands alone. */
export function sayChanged({ noun, name, owner }: Change, { words }: Reader): string {
  const said = words.deskChanges
  switch (noun) {
    case 'organisation':
    case 'event':
    case 'venue':
    case 'project':
      return name
    case 'relation':
      return fill(said.relationOf, { name, owner })
    default:
      return fill(owner === '' ? said.ofNobody : said.ofOwner, {
        noun: words.desk.log.nouns[noun],
        name,
        owner,
      })
  }
}
