// What is noted of printing: who took a list out of the house that was meant to stay in it.
import { timestamp } from '../domain/clock.ts'
import type { Ties } from '../domain/permission.ts'
import { type By, type Office, permit } from './act.ts'

/**
 * Enters in the audit log that somebody had an internal list made; `what` is the sheet's address without its query, which
 * may hold names. Throws Forbidden for whoever may not print it. No content changes, so every kept page stays as it is.
 */
export function notePrinting(
  office: Office,
  by: By,
  { ties, what }: { readonly ties: Ties; readonly what: string },
): void {
  permit(by, 'print-internal', ties)
  const accountId = by.actor.kind === 'account' ? by.actor.id : null
  office.store.audit.add({
    at: timestamp(office.clock()),
    accountId,
    act: 'print-internal',
    noun: 'print-list',
    entryId: null,
    result: what,
  })
}
