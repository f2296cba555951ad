import { z } from 'zod'
import { DOCUMENT_KINDS } from '../../domain/attachment.ts'
import { CLOSING_KINDS } from '../../domain/closing-day.ts'
import type { Day } from '../../domain/day.ts'
import { PARTICIPATION_ROLES } from '../../domain/event.ts'
import { isLand, type Land } from '../../domain/land.ts'
import { SITE_LANGUAGES } from '../../domain/language.ts'
import { ROLES } from '../../domain/permission.ts'
import { PROJECT_ROLES } from '../../domain/project.ts'
import { RELATION_KINDS } from '../../domain/relation.ts'
import { clockTimeSchema } from '../../domain/rule-json.ts'
import { organisationSchema } from './organisation-story.ts'
import { dayOfText } from './relative-day.ts'
import { terseScheduleSchema } from './terse-rule.ts'

const text = z.string().default('')
const reference = z.string().nullable().default(null)
const number = z.number().nullable().default(null)
const yesOrNo = z.boolean().nullable().default(null)
const time = clockTimeSchema.nullable().default(null)
const list = z.array(z.string()).default([])

const city = z.strictObject({
  slug: z.string(),
  name: z.string(),
  land: z.custom<Land>((value) => typeof value === 'string' && isLand(value)),
  ags: reference,
  postcodes: list,
  latitude: number,
  longitude: number,
  description: text,
})
const topic = z.strictObject({ slug: z.string(), names: z.strictObject({ de: z.string(), en: z.string() }) })
const room = z.strictObject({
  slug: z.string(),
  name: z.string(),
  floor: text,
  seats: number,
  stepFree: yesOrNo,
})
const relation = z.strictObject({
  from: z.string(),
  kind: z.enum(RELATION_KINDS),
  to: z.string(),
  sinceYear: number,
  untilYear: number,
  note: text,
})
const programme = z.strictObject({ slug: z.string(), title: z.string(), description: text, funders: list })
const projectPart = z.strictObject({ organisation: z.string(), role: z.enum(PROJECT_ROLES), text })
const project = z.strictObject({
  slug: z.string(),
  title: z.string(),
  summary: text,
  description: text,
  city: z.string(),
  startYear: number,
  endYear: number,
  programme: reference,
  topics: list,
  parts: z.array(projectPart),
})
const participation = z.strictObject({
  organisation: z.string(),
  role: z.enum(PARTICIPATION_ROLES),
  text,
  stand: text,
  withOrganisation: reference,
})
const report = z.strictObject({ text, attendance: number, workingGroups: list, demands: list })
const document = z.strictObject({ kind: z.enum(DOCUMENT_KINDS), title: z.string(), file: z.string() })
const picture = z.strictObject({ file: z.string(), alternative: z.string(), caption: text })
const account = z.strictObject({
  language: z.enum(SITE_LANGUAGES).default('de'),
  role: z.enum(ROLES),
  name: z.string(),
  email: z.string(),
  password: z.string(),
  cities: list,
  organisations: list,
})

/** What the file of the accounts holds; it names no day. */
export const accountsSchema = z.strictObject({ accounts: z.array(account) })

/** What one file of the demonstration data may hold; unknown fields are refused, days are resolved against today. */
export function storySchema(today: Day) {
  const day = z.string().transform((written, context) => {
    const resolved = dayOfText(written, today)
    if (resolved !== null) return resolved
    context.addIssue({ code: 'custom', message: `"${written}" is no day` })
    return z.NEVER
  })
  const dayOrNone = day.nullable().default(null)
  const many = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).optional()
  const venue = z.strictObject({
    slug: z.string(),
    name: z.string(),
    shortName: text,
    city: z.string(),
    street: z.string(),
    postcode: z.string(),
    operator: reference,
    description: text,
    arrival: text,
    stepFree: yesOrNo,
    openingHours: terseScheduleSchema(today).nullable().default(null),
    rooms: z.array(room).default([]),
  })
  const item = z.strictObject({
    day: dayOrNone,
    start: time,
    end: time,
    title: z.string(),
    description: text,
    place: text,
  })
  const event = z.strictObject({
    slug: z.string(),
    title: z.string(),
    summary: text,
    description: text,
    startsOn: day,
    endsOn: dayOrNone,
    start: time,
    end: time,
    city: z.string(),
    venue: reference,
    room: reference,
    place: text,
    yearlySince: number,
    cancelledBecause: reference,
    topics: list,
    programme: z.array(item).default([]),
    participations: z.array(participation),
    report: report.nullable().default(null),
    documents: z.array(document).default([]),
    pictures: z.array(picture).default([]),
  })
  const contact = z.strictObject({ organisation: z.string(), function: z.string() })
  const notice = z.strictObject({
    city: reference,
    venue: reference,
    text: z.string(),
    contact: contact.nullable().default(null),
    from: dayOrNone,
    until: dayOrNone,
  })
  const closing = z.strictObject({
    city: reference,
    venue: reference,
    kind: z.enum(CLOSING_KINDS).default('closed'),
    from: day,
    until: day,
    reason: z.string(),
  })
  return z.strictObject({
    cities: many(city),
    topics: many(topic),
    venues: many(venue),
    programmes: many(programme),
    organisations: many(organisationSchema(today, day)),
    relations: many(relation),
    projects: many(project),
    events: many(event),
    notices: many(notice),
    closings: many(closing),
    accounts: many(account),
    proposals: many(
      z.strictObject({
        group: z.string(),
        part: z.string(),
        label: z.string(),
        right: z.string(),
        answerTo: text,
      }),
    ),
    newGroups: many(
      z.strictObject({
        name: z.string(),
        city: z.string(),
        about: z.string(),
        website: text,
        times: text,
        place: text,
        telephone: text,
        email: text,
        answerTo: text,
      }),
    ),
    keptLists: many(z.strictObject({ name: text, address: text })),
  })
}

export type Story = z.output<ReturnType<typeof storySchema>>
