// What is noted of printing: who took a list out of the house that was meant to stay in it.
import type { Ties } from '../domain/permission.ts'
import { accountIdOf, type By, note, type Office, permit } from './act.ts'

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
  note(office, accountIdOf(by), { act: 'print-internal', noun: 'print-list', result: what })
}
