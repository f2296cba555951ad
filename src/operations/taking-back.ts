// Knows what of several changes that were made together still stands, and takes it back: all that was chosen or none.
import type { Together } from '../domain/outcome.ts'
import { type Actor, may } from '../domain/permission.ts'
import { forbidden, notFound } from '../domain/refusal.ts'
import { withoutChange } from '../domain/revision.ts'
import type { ChangeOfBatch } from '../store/changes.ts'
import { type By, type Office, type Refused, refused } from './act.ts'
import { changeTogether } from './batches.ts'
import { isWhole, WHOLE } from './whole-entries.ts'

/** Whether a change still stands: wholly, in part, not at all because somebody changed it again, or as it was before. */
export type Standing = 'stands' | 'partly' | 'changed-since' | 'taken-back'

/** One of several changes that were made together. */
export type MadeTogether = ChangeOfBatch & { readonly standing: Standing; readonly mayTakeBack: boolean }

/**
 * What was changed together, as far as this person may look back at it. Throws NotFound for a mark that nothing bears, and
 * Forbidden where nothing of it is theirs to see.
 */
export function openBatch(office: Office, actor: Actor, batch: string): readonly MadeTogether[] {
  const made = office.store.changes.ofBatch(batch)
  if (made.length === 0) notFound('changes made together')
  const own = made.filter(({ ties }) => may(actor, 'read-history', ties))
  if (own.length === 0) forbidden('read-history')
  return own.map((change) => {
    const standing = standingOf(change)
    const isThere = standing === 'stands' || standing === 'partly'
    return {
      ...change,
      standing,
      mayTakeBack: isThere && isWhole(change.noun) && may(actor, 'restore', change.ties),
    }
  })
}

/** Takes the chosen changes back, each wherever it still stands; that can be taken back, too. Throws as `openBatch` does. */
export function takeBack(
  office: Office,
  by: By,
  batch: string,
  isChosen: (change: MadeTogether) => boolean,
): Together<MadeTogether> | Refused {
  const made = openBatch(office, by.actor, batch)
  if (!made.some(({ ties }) => may(by.actor, 'restore', ties))) forbidden('restore')
  const chosen = made.filter((change) => change.mayTakeBack && isChosen(change))
  if (chosen.length === 0) return refused([{ field: 'eintrag', key: 'entries.missing' }])
  return changeTogether(
    office,
    { ...by, origin: 'restore' },
    chosen,
    (together, { noun, entryId, version }) =>
      isWhole(noun) ? WHOLE[noun].takeBack(office, together, { id: entryId, version }) : notFound(noun),
  )
}

function standingOf({ before, after, now }: ChangeOfBatch): Standing {
  const { archivedAt = null } = now
  if (before === null) return archivedAt === null ? 'stands' : 'taken-back'
  const { restored, left } = withoutChange({ before, after }, now)
  if (restored.length === 0) return left.length > 0 ? 'changed-since' : 'taken-back'
  return left.length > 0 ? 'partly' : 'stands'
}
