// Knows days that are free, why they are, and what a rule makes of them.
import type { Day } from './day.ts'

/** School holidays by what they are around; a year has all of them in no Land, and most of them in each. */
export const SCHOOL_BREAKS = ['winter', 'easter', 'whitsun', 'summer', 'autumn', 'christmas'] as const

export type SchoolBreak = (typeof SCHOOL_BREAKS)[number]

export type FreeKind = 'public' | 'school' | 'closed'

/**
 * One reason why a day is free; `name` is what readers are told („Christi Himmelfahrt“, „Haus geschlossen: Umbau“). A
 * closing day closes the house in which a meeting is, or only the city's offices, where it meets somewhere else.
 */
export type FreeDay =
  | { readonly kind: 'public'; readonly name: string }
  | { readonly kind: 'school'; readonly name: string; readonly schoolBreak: SchoolBreak }
  | { readonly kind: 'closed'; readonly name: string; readonly closes: 'house' | 'city' }

/** Every reason why a day is free, none for most days: 25 December is a holiday, and in the school holidays too. */
export type FreeDays = (day: Day) => readonly FreeDay[]

/** What becomes of a date on a free day: held, fallen away, put off to the next day or week that is not free. */
export type HolidayAction = 'keep' | 'skip' | 'next-day' | 'next-week'

/** `schoolOnly` names the school holidays that are meant, where not all are; it is never empty. */
export type HolidayPolicy = {
  readonly public: HolidayAction
  readonly school: HolidayAction
  readonly closed: HolidayAction
  readonly schoolOnly?: readonly SchoolBreak[]
}

/**
 * The reason that decides over a date, or null where the date is held: of several, one that takes it away goes before one
 * that puts it off, and the first before the next.
 */
export function decidingReason(policy: HolidayPolicy | null, reasons: readonly FreeDay[]): FreeDay | null {
  let deciding: FreeDay | null = null
  for (const reason of reasons) {
    const action = actionOn(policy, reason)
    if (action === 'skip') return reason
    if (action !== 'keep') deciding ??= reason
  }
  return deciding
}

/**
 * What a policy does about one reason. Where nothing is said, dates are kept; only a closed house takes them away
 * whatever is said, because nobody can get in.
 */
export function actionOn(policy: HolidayPolicy | null, reason: FreeDay): HolidayAction {
  const action = policy === null || isLeftOut(policy, reason) ? 'keep' : policy[reason.kind]
  return action === 'keep' && reason.kind === 'closed' && reason.closes === 'house' ? 'skip' : action
}

/** Whether a policy puts any date off, so that its dates do not come in the order in which they are named. */
export function putsOff(policy: HolidayPolicy | null): boolean {
  if (policy === null) return false
  return isPuttingOff(policy.public) || isPuttingOff(policy.school) || isPuttingOff(policy.closed)
}

function isPuttingOff(action: HolidayAction): boolean {
  return action === 'next-day' || action === 'next-week'
}

function isLeftOut({ schoolOnly }: HolidayPolicy, reason: FreeDay): boolean {
  return reason.kind === 'school' && schoolOnly !== undefined && !schoolOnly.includes(reason.schoolBreak)
}
