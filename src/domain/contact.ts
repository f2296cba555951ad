// A contact (Kontakt): a function at an organisation, perhaps with a person; channels, hours, and for whom it is meant.
import type { Day } from './day.ts'
import { checkText, type Problem, within } from './problem.ts'
import type { Schedule } from './schedule.ts'

export const CHANNEL_KINDS = ['telephone', 'mobile', 'email', 'fax', 'form'] as const
export type ChannelKind = (typeof CHANNEL_KINDS)[number]

export const CONSENT_PLACES = ['web', 'print', 'open-data'] as const
export type ConsentPlace = (typeof CONSENT_PLACES)[number]

export type ConsentWay = 'paper' | 'mail' | 'telephone' | 'in-person'

/** What one person agreed to: the showing of the name (`channel: null`) or of one channel, at one place. */
export type Consent = {
  readonly channelId: number | null
  readonly place: ConsentPlace
  readonly givenOn: Day
  readonly way: ConsentWay
  /** The text that the person agreed to; empty where nobody noted it. */
  readonly wording: string
  /** The last day on which it holds; null: until it is taken back. */
  readonly endsOn: Day | null
  readonly withdrawnOn: Day | null
  readonly notedBy: string
  /** Null for what was noted before that day was. */
  readonly notedOn: Day | null
}

export type Channel = {
  readonly id: number
  readonly kind: ChannelKind
  /** As typed: a telephone number keeps its own dress. Empty for `form`. */
  readonly value: string
  readonly note: string
}

/** A contact that readers may see, within what the person agreed to. */
export type PublicContact = ContactBase & { readonly audience: 'public' }

/** A contact for staff only. A type of its own, so that a page for readers cannot be handed one. */
export type InternalContact = ContactBase & { readonly audience: 'internal' }

export type Contact = PublicContact | InternalContact

type ContactBase = {
  readonly id: number
  readonly organisationId: number
  readonly function: string
  readonly person: { readonly id: number; readonly name: string } | null
  readonly channels: readonly Channel[]
  readonly consents: readonly Consent[]
  /** When someone answers, or null. */
  readonly hours: Schedule | null
  readonly note: string
  readonly version: number
  readonly archivedAt: string | null
}

/** A channel of a draft: `id` is null for a new one. `places` is what the person agreed to today, and stays empty without a person. */
export type ChannelDraft = {
  readonly id: number | null
  readonly kind: ChannelKind
  readonly value: string
  readonly note: string
  readonly places: readonly ConsentPlace[]
}

export type ContactDraft = {
  readonly organisationId: number
  readonly audience: 'public' | 'internal'
  readonly function: string
  /** Empty for a role without a named person. */
  readonly personName: string
  readonly namePlaces: readonly ConsentPlace[]
  readonly consentWay: ConsentWay | null
  readonly consentGivenOn: Day | null
  readonly consentWording: string
  readonly consentEndsOn: Day | null
  readonly channels: readonly ChannelDraft[]
  readonly hours: Schedule | null
  readonly note: string
}

const LONGEST_WORDING = 3000

/** Whether the person of a draft is to have agreed to anything. */
function agreesToSomething({ personName, namePlaces, channels }: ContactDraft): boolean {
  return (
    personName.trim() !== '' && (namePlaces.length > 0 || channels.some(({ places }) => places.length > 0))
  )
}

/** What keeps a contact from being saved. */
export function checkContact(draft: ContactDraft, today: Day): Problem[] {
  return [
    ...checkText('function', draft.function, { required: true, longest: 120 }),
    ...checkText('personName', draft.personName, { required: false, longest: 120 }),
    ...checkText('note', draft.note, { required: false, longest: 1000 }),
    ...(draft.channels.length === 0 ? [{ field: 'channels', key: 'channels.missing' }] : []),
    ...draft.channels.flatMap((channel, index) => within(`channels.${index}`, checkChannel(channel))),
    ...checkConsent(draft, today),
  ]
}

/**
 * Whether two names can be one person's, corrected („Erica“ and „Erika Muster“) or after a marriage: the same first
 * letter, and a name in common that is more than a form of address, a title or a particle.
 */
export function isSamePerson(one: string, other: string): boolean {
  if (one === other) return true
  const [mine, theirs] = [namesOf(one), namesOf(other)]
  return (
    mine[0]?.at(0) === theirs[0]?.at(0) && mine.some((name) => !NO_NAME.test(name) && theirs.includes(name))
  )
}

const NO_NAME = /^(frau|herrn?|prof|dr|von|vom|van|zu|zum|zur|der|den|de|da|di|dos|al|el|bin)$/

function namesOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((name) => name !== '' && !name.endsWith('.'))
}

function checkChannel(channel: ChannelDraft): Problem[] {
  const problems = checkText('note', channel.note, { required: false, longest: 200 })
  if (channel.kind === 'form') return problems
  if (channel.kind === 'email')
    return isEmail(channel.value) ? problems : [{ field: 'value', key: 'email.malformed' }, ...problems]
  return isTelephone(channel.value) ? problems : [{ field: 'value', key: 'telephone.malformed' }, ...problems]
}

function checkConsent(draft: ContactDraft, today: Day): Problem[] {
  if (!agreesToSomething(draft)) return []
  const problems = checkText('consentWording', draft.consentWording, {
    required: false,
    longest: LONGEST_WORDING,
  })
  if (draft.consentWay === null) problems.push({ field: 'consentWay', key: 'consentWay.missing' })
  if (draft.consentGivenOn === null) problems.push({ field: 'consentGivenOn', key: 'consentGivenOn.missing' })
  else if (draft.consentGivenOn > today)
    problems.push({ field: 'consentGivenOn', key: 'consentGivenOn.future' })
  if (draft.consentEndsOn !== null && draft.consentEndsOn < (draft.consentGivenOn ?? today))
    problems.push({ field: 'consentEndsOn', key: 'consentEndsOn.beforeGiven' })
  else if (draft.consentEndsOn !== null && draft.consentEndsOn < today)
    problems.push({ field: 'consentEndsOn', key: 'consentEndsOn.past' })
  return problems
}

/** Whether the text looks like one e-mail address; umlaut domains are allowed (RFC 6531). */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[\p{L}\d-]{2,}$/u.test(text)
}

/** Whether the text holds a telephone number in any dress: 3 to 15 digits (E.164) and only what people write between them. */
export function isTelephone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length
  return digits >= 3 && digits <= 16 && text.length <= 50 && /^[+\d \u00a0()/.–-]+$/.test(text.trim())
}
