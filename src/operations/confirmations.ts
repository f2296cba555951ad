// What is done to confirm that the entry of an organisation still holds, or to find out; nothing of the entry itself changes.

import { timestamp } from '../domain/clock.ts'
import type { ConfirmationWay } from '../domain/confirmation.ts'
import type { Day } from '../domain/day.ts'
import type { NotedConfirmation } from '../store/confirmations.ts'
import {
  accountIdOf,
  type By,
  note,
  type Office,
  type Refused,
  refused,
  type Saved,
  saved,
  write,
  writeAside,
} from './act.ts'
import { openOrganisation } from './organisations.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export type ConfirmationDraft = {
  readonly way: ConfirmationWay
  /** Today where it is left out; a telephone call may have been some days ago. */
  readonly on?: Day
  /** Who gave the confirmation, where it is not the one who notes it. */
  readonly byName?: string
}

/** Notes that an entry was confirmed, for whoever may edit it; answers with the version that was confirmed. */
export function confirmOrganisation(
  office: Office,
  by: By,
  id: number,
  draft: ConfirmationDraft,
): Saved | Refused {
  return write(office, ({ at, today }) => {
    const { confirmations } = office.store
    const organisation = openOrganisation(office, by.actor, 'edit', id)
    const on = draft.on ?? today
    if (on > today) return refused([{ field: 'on', key: 'on.future' }])
    const confirmation = { on, way: draft.way, by: draft.byName ?? by.actor.name }
    confirmations.insert(id, confirmation, { at, notedBy: by.actor.name })
    note(office, accountIdOf(by), { act: 'confirm', noun: 'organisation', id, result: 'saved' })
    return saved(id, organisation.version)
  })
}

/**
 * Takes a confirmation back that was noted by mistake, within a day, for whoever may edit the entry; the log keeps that it
 * was noted. Unchanged where it is not the entry's latest one any more.
 */
export function takeBackConfirmation(
  office: Office,
  by: By,
  id: number,
  { confirmationId }: { readonly confirmationId: number },
): Saved | { readonly kind: 'unchanged' } {
  return write(office, () => {
    const organisation = openOrganisation(office, by.actor, 'edit', id)
    const latest = confirmationToTakeBack(office, id)
    if (latest?.id !== confirmationId) return { kind: 'unchanged' }
    office.store.confirmations.remove(confirmationId)
    note(office, accountIdOf(by), { act: 'take-back', noun: 'organisation', id, result: 'saved' })
    return saved(id, organisation.version)
  })
}

/** The latest confirmation of an entry, if it was noted within the last day; else null. */
export function confirmationToTakeBack(office: Office, id: number): NotedConfirmation | null {
  const latest = office.store.confirmations.notedOf(id)
  if (latest === null || latest.notedAt === null) return null
  return latest.notedAt > timestamp(office.clock() - DAY_MS) ? latest : null
}

/** Notes that somebody tried to reach a group and reached nobody, for whoever may edit the entry. */
export function noteUnreached(office: Office, by: By, id: number): Saved {
  return writeAside(office, ({ at }) => {
    const organisation = openOrganisation(office, by.actor, 'edit', id)
    office.store.unreached.insert(id, by.actor.name, at)
    note(office, accountIdOf(by), { act: 'unreached', noun: 'organisation', id, result: 'saved' })
    return saved(id, organisation.version)
  })
}
