// Knows what readers can say of an entry, and makes a draft of it where that is certain.
import { wallTime } from '../domain/clock.ts'
import { isEmail, isTelephone } from '../domain/contact.ts'
import type { RuleLanguage } from '../domain/language.ts'
import { notFound } from '../domain/refusal.ts'
import type { Noun, State } from '../domain/revision.ts'
import { showContacts } from '../domain/visibility.ts'
import { readSchedule } from '../i18n/read-rule.ts'
import { saySchedule } from '../i18n/say-rule.ts'
import { joined } from '../i18n/words.ts'
import type { Office } from './act.ts'
import { contactDraftOf } from './contact-drafts.ts'
import { eventDraftOf } from './events.ts'
import { meetingDraftOf } from './meetings.ts'
import { draftOf } from './organisations.ts'
import { projectDraftOf } from './projects.ts'
import { venueDraftOf } from './venues.ts'

export const SUBJECT_NOUNS = ['organisation', 'event', 'venue', 'project'] as const
export type SubjectNoun = (typeof SUBJECT_NOUNS)[number]

/** A part of an entry that readers can correct; `about` is what stands there now, or empty. */
export type SubjectPart = {
  readonly value: string
  readonly kind: 'times' | 'contact' | 'name' | 'website' | 'place' | 'text' | 'gone' | 'other'
  readonly title: string
  readonly about: string
}

/** What is corrected: an entry that readers see. */
export type Subject = {
  readonly noun: SubjectNoun
  readonly id: number
  readonly name: string
  readonly slug: string
  readonly parts: readonly SubjectPart[]
}

/** What a correction would change. */
export type Corrected = {
  readonly noun: Noun
  readonly id: number
  readonly version: number
  readonly state: State
}

const plain = (kind: SubjectPart['kind'], about = ''): SubjectPart => ({
  value: kind,
  kind,
  title: '',
  about,
})

/** The entry with this slug and its parts as readers see them; throws NotFound where readers see none. */
export function subjectOf(
  office: Office,
  { noun, slug }: { readonly noun: SubjectNoun; readonly slug: string },
  language: RuleLanguage,
): Subject {
  const { store } = office
  switch (noun) {
    case 'organisation': {
      const { id, name, website } = shown(store.organisations.bySlug(slug))
      const parts = [
        ...partsOfOrganisation(office, id, language),
        plain('name', name),
        plain('website', website),
        plain('text'),
        plain('place'),
        plain('gone'),
        plain('other'),
      ]
      return { noun, id, name, slug, parts }
    }
    case 'event': {
      const { id, title } = shown(store.events.bySlug(slug))
      return {
        noun,
        id,
        name: title,
        slug,
        parts: [plain('times'), plain('place'), plain('text'), plain('other')],
      }
    }
    case 'venue': {
      const { id, name, street } = shown(store.venues.bySlug(slug))
      return {
        noun,
        id,
        name,
        slug,
        parts: [plain('place', street), plain('times'), plain('text'), plain('other')],
      }
    }
    case 'project': {
      const { id, title } = shown(store.projects.bySlug(slug))
      return { noun, id, name: title, slug, parts: [plain('text'), plain('contact'), plain('other')] }
    }
    default:
      return noun satisfies never
  }
}

function shown<Entry extends { readonly archivedAt: string | null }>(entry: Entry | null): Entry {
  return entry === null || entry.archivedAt !== null ? notFound('an entry to correct') : entry
}

function partsOfOrganisation({ store, clock }: Office, id: number, language: RuleLanguage): SubjectPart[] {
  const { day } = wallTime(clock())
  const meetings = store.meetings.ofOrganisations([id]).map(
    (meeting): SubjectPart => ({
      value: `meeting-${meeting.id}`,
      kind: 'times',
      title: meeting.title,
      about: saySchedule(meeting.schedule, language),
    }),
  )
  const contacts = showContacts(store.contacts.publicOf([id]), 'web', day).map(
    (contact): SubjectPart => ({
      value: `contact-${contact.id}`,
      kind: 'contact',
      title: joined([contact.function, contact.personName], ', '),
      about: contact.channels
        .map(({ value }) => value)
        .filter((value) => value !== '')
        .join(', '),
    }),
  )
  return [...meetings, ...contacts]
}

/** The draft that a correction makes of its entry; the entry as it is where only words say what is right. */
export function corrected(
  office: Office,
  subject: Subject,
  { part, right }: { readonly part: string; readonly right: string },
): Corrected {
  const { store, clock } = office
  const { noun, id } = subject
  const [kind, of] = part.split('-')
  if (kind === 'meeting') return correctedMeeting(office, Number(of), right)
  if (kind === 'contact' && of !== undefined) return correctedContact(office, Number(of), right)
  switch (noun) {
    case 'organisation': {
      const stored = shown(store.organisations.byId(id))
      const { day } = wallTime(clock())
      const change =
        part === 'name'
          ? { name: right.slice(0, 200) }
          : part === 'website' && URL.canParse(right)
            ? { website: right }
            : part === 'gone'
              ? { dormantSince: day }
              : {}
      return { noun, id, version: stored.version, state: { ...draftOf(stored), ...change } }
    }
    case 'event': {
      const stored = shown(store.events.byId(id))
      return { noun, id, version: stored.version, state: eventDraftOf(stored) }
    }
    case 'venue': {
      const stored = shown(store.venues.byId(id))
      return { noun, id, version: stored.version, state: venueDraftOf(stored) }
    }
    case 'project': {
      const stored = shown(store.projects.byId(id))
      return { noun, id, version: stored.version, state: projectDraftOf(stored) }
    }
    default:
      return noun satisfies never
  }
}

/** Times that have one meaning are taken as they are read; anything else is told in words. */
function correctedMeeting({ store, clock }: Office, id: number, right: string): Corrected {
  const stored = shown(store.meetings.byId(id))
  const land = store.cities.byId(stored.cityId)?.land ?? null
  const reading = readSchedule(right, { language: 'de', today: wallTime(clock()).day, land })
  const draft = meetingDraftOf(stored)
  const { note } = draft.schedule
  const state = reading.status === 'read' ? { ...draft, schedule: { ...reading.schedule, note } } : draft
  return { noun: 'meeting', id, version: stored.version, state }
}

/** A number or an address takes the place of the first one of its kind. */
function correctedContact({ store, clock }: Office, id: number, right: string): Corrected {
  const stored = shown(store.contacts.byId(id))
  const draft = contactDraftOf(stored, wallTime(clock()).day)
  const kinds = isEmail(right) ? ['email'] : isTelephone(right) ? ['telephone', 'mobile'] : []
  const first = draft.channels.findIndex(({ kind }) => kinds.includes(kind))
  const channels = draft.channels.map((channel, index) =>
    index === first ? { ...channel, value: right } : channel,
  )
  return { noun: 'contact', id, version: stored.version, state: { ...draft, channels } }
}
