import { z } from 'zod'
import { DOCUMENT_KINDS } from '../../domain/attachment.ts'
import type { ConfirmationWay } from '../../domain/confirmation.ts'
import { CHANNEL_KINDS, CONSENT_PLACES, type ConsentWay } from '../../domain/contact.ts'
import type { Day } from '../../domain/day.ts'
import { RULE_LANGUAGES, SPOKEN_LANGUAGES } from '../../domain/language.ts'
import { MEETING_KINDS } from '../../domain/meeting.ts'
import { LINK_CHANGES, ORGANISATION_KINDS } from '../../domain/organisation.ts'
import { clockTimeSchema } from '../../domain/rule-json.ts'
import { isDateText } from './relative-day.ts'
import { terseScheduleSchema } from './terse-rule.ts'

const text = z.string().default('')
const reference = z.string().nullable().default(null)
const number = z.number().nullable().default(null)
const time = clockTimeSchema.nullable().default(null)
const list = z.array(z.string()).default([])
const places = z.array(z.enum(CONSENT_PLACES)).default([])
const language = z.enum(SPOKEN_LANGUAGES)
const consentWay: z.ZodType<ConsentWay> = z.enum(['paper', 'mail', 'telephone', 'in-person'])
const confirmationWay: z.ZodType<ConfirmationWay> = z.enum(['link', 'telephone', 'visit', 'mail', 'form'])
/** Stays a text until the meeting's schedule is known. */
const dateText = z.string().refine(isDateText, 'is no date')

const organisationText = z.strictObject({ summary: z.string(), description: text })
const address = z.strictObject({
  kind: z.enum(['visit', 'post']),
  addition: text,
  street: z.string(),
  postcode: z.string(),
  town: z.string(),
})
const channel = z.strictObject({ kind: z.enum(CHANNEL_KINDS), value: text, note: text, places })
const exception = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cancelled'), on: dateText, start: time, reason: reference }),
  z.strictObject({
    kind: z.literal('moved'),
    on: dateText,
    start: time,
    to: z.strictObject({ day: dateText, start: time, end: time }),
    reason: reference,
  }),
  z.strictObject({ kind: z.literal('added'), on: dateText, start: time, end: time, reason: reference }),
  z.strictObject({ kind: z.literal('paused'), from: dateText, until: dateText, reason: reference }),
])
const document = z.strictObject({
  on: dateText,
  kind: z.enum(DOCUMENT_KINDS),
  title: z.string(),
  file: z.string(),
})

/** An organisation with all that hangs on it: contacts, meetings, confirmations. `key` is its name within the data. */
export function organisationSchema<DaySchema extends z.ZodType<Day>>(today: Day, day: DaySchema) {
  const schedule = terseScheduleSchema(today)
  const contact = z.strictObject({
    audience: z.enum(['public', 'internal']),
    function: z.string(),
    personName: text,
    namePlaces: places,
    consentWay: consentWay.nullable().default(null),
    consentGivenOn: day.nullable().default(null),
    consentWording: text,
    consentEndsOn: day.nullable().default(null),
    /** The person agreed once and took it back. */
    withdrawn: z.boolean().default(false),
    channels: z.array(channel),
    hours: schedule.nullable().default(null),
    note: text,
  })
  const meeting = z.strictObject({
    title: z.string(),
    kind: z.enum(MEETING_KINDS),
    venue: reference,
    room: reference,
    place: text,
    schedule,
    description: text,
    /** Why the room is wanted although somebody else has it then. */
    despite: z.string().optional(),
    exceptions: z.array(exception).default([]),
    documents: z.array(document).default([]),
  })
  return z.strictObject({
    key: z.string(),
    name: z.string(),
    shortName: text,
    nameLanguage: language.nullable().default(null),
    kind: z.enum(ORGANISATION_KINDS),
    city: z.string(),
    foundedYear: number,
    memberCount: number,
    memberKind: z.enum(['persons', 'organisations']).default('persons'),
    website: text,
    reviewMonths: z.union([z.literal(6), z.literal(12)]).default(12),
    mailLanguage: z.enum(RULE_LANGUAGES).default('de'),
    linkChanges: z.enum(LINK_CHANGES).default('proposed'),
    dormantSince: day.nullable().default(null),
    internalNote: text,
    texts: z.strictObject({ de: organisationText, en: organisationText.optional() }),
    topics: list,
    languages: z.array(language).default([]),
    addresses: z.array(address).default([]),
    contacts: z.array(contact).default([]),
    meetings: z.array(meeting).default([]),
    confirmations: z.array(z.strictObject({ on: day, way: confirmationWay, by: z.string() })).default([]),
  })
}

export type ToldOrganisation = z.output<ReturnType<typeof organisationSchema<z.ZodType<Day>>>>
export type ToldContact = ToldOrganisation['contacts'][number]
export type ToldMeeting = ToldOrganisation['meetings'][number]
export type ToldException = ToldMeeting['exceptions'][number]
