// What is done to confirm that the entry of an organisation still holds; nothing of the entry itself changes.
import type { ConfirmationWay } from '../domain/confirmation.ts'
import type { Day } from '../domain/day.ts'
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
} from './act.ts'
import { openOrganisation } from './organisations.ts'

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
  return write(office, ({ today }) => {
    const { confirmations } = office.store
    const organisation = openOrganisation(office, by.actor, 'edit', id)
    const on = draft.on ?? today
    if (on > today) return refused([{ field: 'on', key: 'on.future' }])
    confirmations.insert(id, { on, way: draft.way, by: draft.byName ?? by.actor.name })
    note(office, accountIdOf(by), { act: 'confirm', noun: 'organisation', id, result: 'saved' })
    return saved(id, organisation.version)
  })
}
