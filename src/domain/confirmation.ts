// A confirmation (Bestätigung): "this entry still holds", and whether it has grown old.
import { type Day, daysBetween } from './day.ts'

export type ConfirmationWay = 'link' | 'telephone' | 'visit' | 'mail' | 'form'

export type Confirmation = { readonly on: Day; readonly way: ConfirmationWay; readonly by: string }

/** What readers are told of an entry's age. */
export type Freshness = 'confirmed' | 'overdue' | 'never'

/** The months between two confirmations, in days. */
export const DAYS_OF_A_MONTH = 30.5

/** Whether an entry that is to be confirmed every so many months still counts as confirmed on a day. */
export function freshness(
  last: Pick<Confirmation, 'on'> | null,
  reviewMonths: number,
  today: Day,
): Freshness {
  if (last === null) return 'never'
  return daysBetween(last.on, today) <= reviewMonths * DAYS_OF_A_MONTH ? 'confirmed' : 'overdue'
}
