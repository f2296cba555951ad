// Knows how long a consent holds (DSGVO Art. 7): from the day it was given until it is taken back, or its end has passed.
import type { Consent, Contact } from './contact.ts'
import { addDays, type Day } from './day.ts'

/** So many days ahead the end of a consent is told at the desk. */
const TOLD_AHEAD = 30

/** What ended without anybody looking since, and what ends within 30 days; null where there is nothing of it. */
export type ConsentEnds = { readonly ended: Day | null; readonly ending: Day | null }

/** Whether a consent holds on a day; the day of its end belongs to it, the day it is taken back does not. */
export function holds({ givenOn, withdrawnOn, endsOn }: Consent, today: Day): boolean {
  return (
    givenOn <= today && (withdrawnOn === null || withdrawnOn > today) && (endsOn === null || endsOn >= today)
  )
}

/** The consents of a contact that have ended, or end soon; whoever noted another one later knows of the former. */
export function endsOfConsents({ consents, person, audience, archivedAt }: Contact, today: Day): ConsentEnds {
  if (person === null || audience === 'internal' || archivedAt !== null) return { ended: null, ending: null }
  const lastNoted = consents.findLastIndex((consent) => holds(consent, today))
  const ended = consents.flatMap(({ endsOn, withdrawnOn }, index) =>
    endsOn !== null && endsOn < today && withdrawnOn === null && index > lastNoted ? [endsOn] : [],
  )
  const ending = consents.flatMap((consent) =>
    consent.endsOn !== null && holds(consent, today) && consent.endsOn <= addDays(today, TOLD_AHEAD)
      ? [consent.endsOn]
      : [],
  )
  return { ended: ended.sort().at(-1) ?? null, ending: ending.sort()[0] ?? null }
}
