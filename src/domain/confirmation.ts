// A confirmation (Bestätigung): "this entry still holds", when it is due again, and what readers are told of its age.
import { addDays, type Day, dayOf, daysInMonth, partsOf } from './day.ts'

export type ConfirmationWay = 'link' | 'telephone' | 'visit' | 'mail' | 'form'

export type Confirmation = { readonly on: Day; readonly way: ConfirmationWay; readonly by: string }

/** How often an entry is to be confirmed, in months. */
export const REVIEW_MONTHS = [6, 12] as const
export type ReviewMonths = (typeof REVIEW_MONTHS)[number]

/** What an entry says of how it is kept right; `dormantSince`: the group rests (ruht), perhaps for good. */
export type Rhythm = { readonly reviewMonths: ReviewMonths; readonly dormantSince: Day | null }

/** What readers are told of an entry's age; 'never' is overdue without a day to name. */
export type Freshness = 'confirmed' | 'overdue' | 'never' | 'dormant'

/** How a mail „Stimmt das noch?“ came to be sent: when it was due, once more, or by a person. */
export type AskingKind = 'first' | 'reminder' | 'by-hand'

/** An entry that was made just now is not asked about at once: whoever made it still has it in hand. */
const FIRST_ASKED_AFTER_DAYS = 14
/** After the mail follows one more, and then the telephone. */
const REMINDED_AFTER_DAYS = 21

/**
 * The last day on which a confirmation counts: the same day so many months later, or the month's last where it has no such
 * day (31 August and six months: 28 or 29 February).
 */
export function dueOn(confirmedOn: Day, reviewMonths: ReviewMonths): Day {
  const { year, month, dayOfMonth } = partsOf(confirmedOn)
  const months = month - 1 + reviewMonths
  const dueYear = year + Math.floor(months / 12)
  const dueMonth = (months % 12) + 1
  return dayOf(dueYear, dueMonth, Math.min(dayOfMonth, daysInMonth(dueYear, dueMonth)))
}

/** Whether an entry still counts as confirmed on a day. */
export function freshness(
  last: Pick<Confirmation, 'on'> | null,
  { reviewMonths, dormantSince }: Rhythm,
  today: Day,
): Freshness {
  if (dormantSince !== null) return 'dormant'
  if (last === null) return 'never'
  return today <= dueOn(last.on, reviewMonths) ? 'confirmed' : 'overdue'
}

/** Whether people are told „länger nicht bestätigt“: an entry that nobody ever confirmed is no more certain than an old one. */
export function isOverdue(age: Freshness): boolean {
  return age === 'overdue' || age === 'never'
}

/** What is known of an entry for the question whether a mail is to be sent. */
export type Asked = Rhythm & {
  readonly createdOn: Day
  readonly confirmedOn: Day | null
  /** The days of the mails since the last confirmation, the earliest first. */
  readonly askedOn: readonly Day[]
}

/**
 * Which mail a group is to be sent today: the first when the confirmation is due, one reminder three weeks later, and then
 * none, for whoever answers no mail is called. Null where none is due.
 */
export function mailDue(entry: Asked, today: Day): Exclude<AskingKind, 'by-hand'> | null {
  const { confirmedOn, createdOn, dormantSince, reviewMonths, askedOn } = entry
  if (dormantSince !== null) return null
  const firstOn =
    confirmedOn === null ? addDays(createdOn, FIRST_ASKED_AFTER_DAYS) : dueOn(confirmedOn, reviewMonths)
  if (today < firstOn) return null
  const [latest] = askedOn.slice(-1)
  if (latest === undefined) return 'first'
  if (askedOn.length > 1 || today < addDays(latest, REMINDED_AFTER_DAYS)) return null
  return 'reminder'
}
