// Knows what somebody may find at the desk, by searching or because they were there before.
import { type Act, type Actor, may } from '../domain/permission.ts'
import type { DeskFound, DeskText } from '../store/desk-search.ts'

/** The right that reading takes, where it is another one than of most nouns. */
const READ: Partial<Readonly<Record<DeskFound, Act>>> = {
  account: 'manage-accounts',
  programme: 'keep-choices',
  topic: 'keep-choices',
}

/** Whether this person may learn that there is such an entry, and what it is called. */
export function mayFind(actor: Actor, { noun, ties }: Pick<DeskText, 'noun' | 'ties'>): boolean {
  return may(actor, READ[noun] ?? 'read-internal', ties)
}
