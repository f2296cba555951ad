// Knows where a text stands in all entries, and replaces it in those that were chosen: all of them or none.
import type { WrittenField } from '../domain/entry-texts.ts'
import type { Together } from '../domain/outcome.ts'
import { type Actor, may } from '../domain/permission.ts'
import { checkReplacement, matcherOf, type Replacement, replacing } from '../domain/replacement.ts'
import type { NewestState } from '../store/changes.ts'
import { type By, type Office, type Refused, refused } from './act.ts'
import { changeTogether } from './batches.ts'
import { type AtVersion, isWhole, WHOLE, type WholeNoun } from './whole-entries.ts'

/** An entry that is to be changed, as it was seen. */
export type Chosen = AtVersion & { readonly noun: WholeNoun }

/** An entry in which a text stands, with what would become of each text in it. */
export type Hit = Chosen & {
  readonly name: string
  readonly owner: string
  readonly texts: readonly {
    readonly field: WrittenField
    readonly before: string
    readonly after: string
  }[]
}

/** Every entry that holds the text and that this person may edit; one statement, whatever their number. */
export function hitsOf(office: Office, actor: Actor, replacement: Replacement): readonly Hit[] {
  if (checkReplacement(replacement).length > 0) return []
  const replaced = replacing(replacement)
  // A saved state is JSON, in which quotes and line ends are written otherwise.
  const inState = matcherOf(JSON.stringify(replacement.text).slice(1, -1))
  const hits: Hit[] = []
  for (const newest of office.store.changes.newest(Object.keys(WHOLE).filter(isWhole))) {
    if (newest.state.search(inState) < 0 || !may(actor, 'edit', newest.ties)) continue
    const hit = hitIn(newest, replaced)
    if (hit !== null) hits.push(hit)
  }
  return hits
}

/** Replaces the text in the chosen entries: each a change of its own, all under one mark; or says what keeps any from it. */
export function replaceEverywhere(
  office: Office,
  by: By,
  replacement: Replacement,
  chosen: readonly Chosen[],
): Together<Chosen> | Refused {
  const problems = [
    ...checkReplacement(replacement),
    ...(chosen.length === 0 ? [{ field: 'eintrag', key: 'entries.missing' }] : []),
  ]
  if (problems.length > 0) return refused(problems)
  const replaced = replacing(replacement)
  return changeTogether(office, by, chosen, (together, { noun, ...at }) =>
    WHOLE[noun].rewrite(office, together, at, replaced),
  )
}

function hitIn(
  { noun, entryId, version, name, owner, state }: NewestState,
  replaced: (text: string) => string,
): Hit | null {
  if (!isWhole(noun)) return null
  const texts: { field: WrittenField; before: string; after: string }[] = []
  WHOLE[noun].read(state, (before, field) => {
    const after = replaced(before)
    if (after !== before) texts.push({ field, before, after })
    return after
  })
  return texts.length === 0 ? null : { noun, id: entryId, version, name, owner, texts }
}
