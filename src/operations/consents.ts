// How it is noted what a person agreed to and took back: for the name and for each channel, at each place (DSGVO Art. 7).
import { holds } from '../domain/consent.ts'
import {
  CONSENT_PLACES,
  type Consent,
  type ConsentPlace,
  type Contact,
  type ContactDraft,
} from '../domain/contact.ts'
import type { Day } from '../domain/day.ts'
import type { By, Moment, Office } from './act.ts'
import { contactDraftOf } from './contact-drafts.ts'

/** A contact that was just written: what was agreed to belongs to its person. */
export type Noted = {
  readonly id: number
  readonly personId: number | null
  /** The contact as it was, where that is the same person. */
  readonly before: Contact | null
  readonly draft: ContactDraft
  /** The ids of the draft's channels, in order. */
  readonly channelIds: readonly number[]
}

/** What is agreed to for the name (`channelId: null`) or for a channel, beside what was. */
type Agreement = {
  readonly channelId: number | null
  readonly wanted: readonly ConsentPlace[]
  readonly had: readonly ConsentPlace[]
}

/** What stood before the change and what stands after it. */
type AtPlace = Pick<Consent, 'channelId' | 'place'> & { readonly stood: boolean; readonly stands: boolean }

type Terms = Pick<Consent, 'way' | 'givenOn' | 'wording' | 'endsOn'>

/**
 * Notes what is newly agreed to, and takes back as of today what is no longer. Way, day and wording belong to what is
 * new; where nothing is new, others are a consent given anew for everything that stands. The end is one for all: who
 * sets another day sets it for everything.
 */
export function noteConsents(office: Office, by: By, { today }: Moment, contact: Noted): void {
  const { id: contactId, personId, draft } = contact
  if (personId === null) return
  const { contacts } = office.store
  const before = contact.before === null ? null : contactDraftOf(contact.before, today)
  const agreements = byPlace(agreementsOf(contact, before))
  const termsFor = newTerms(draft, before, agreements)
  for (const { channelId, place, stood, stands } of agreements) {
    const kept = stood ? standing(contact.before, { channelId, place }, today) : null
    const terms = stands ? termsFor(kept) : null
    if (kept !== null && terms !== null && isSame(kept, terms)) continue
    if (kept !== null) contacts.withdrawConsent({ contactId, channelId, place, on: today })
    if (terms === null) continue
    const noted = { notedBy: by.actor.name, notedOn: today }
    contacts.addConsent({ personId, contactId, channelId, place, ...terms, ...noted })
  }
}

/** On what terms something is agreed to: those that it had (null: it is new), or those that the draft names. */
function newTerms(draft: ContactDraft, before: ContactDraft | null, agreements: readonly AtPlace[]) {
  const { consentWay: way, consentGivenOn: givenOn, consentWording: wording, consentEndsOn: endsOn } = draft
  const named = way === null || givenOn === null ? null : { way, givenOn, wording, endsOn }
  const isMore = agreements.some(({ stood, stands }) => stands && !stood)
  const isOther =
    before !== null &&
    (before.consentWay !== way || before.consentGivenOn !== givenOn || before.consentWording !== wording)
  const isOtherEnd = before !== null && before.consentEndsOn !== endsOn
  return (kept: Consent | null): Terms | null => {
    if (kept === null || (isOther && !isMore)) return named
    return {
      way: kept.way,
      givenOn: kept.givenOn,
      wording: kept.wording,
      endsOn: isOtherEnd ? endsOn : kept.endsOn,
    }
  }
}

function isSame(one: Terms, other: Terms): boolean {
  return (
    one.way === other.way &&
    one.givenOn === other.givenOn &&
    one.wording === other.wording &&
    one.endsOn === other.endsOn
  )
}

function standing(
  contact: Contact | null,
  { channelId, place }: Pick<AtPlace, 'channelId' | 'place'>,
  today: Day,
): Consent | null {
  const isIt = (consent: Consent) => consent.channelId === channelId && consent.place === place
  return contact?.consents.findLast((consent) => isIt(consent) && holds(consent, today)) ?? null
}

function agreementsOf({ draft, channelIds }: Noted, before: ContactDraft | null): Agreement[] {
  return [
    { channelId: null, wanted: draft.namePlaces, had: before?.namePlaces ?? [] },
    ...draft.channels.map((channel, index) => {
      const channelId = channelIds[index] ?? null
      const had = before?.channels.find((other) => other.id === channelId)?.places ?? []
      return { channelId, wanted: channel.places, had }
    }),
  ]
}

function byPlace(agreements: readonly Agreement[]): readonly AtPlace[] {
  return agreements.flatMap(({ channelId, wanted, had }) =>
    CONSENT_PLACES.map((place) => ({
      channelId,
      place,
      stood: had.includes(place),
      stands: wanted.includes(place),
    })),
  )
}
