import { z } from 'zod'
import { WEEKDAYS, type Weekday } from '../../domain/day.ts'
import { SPOKEN_LANGUAGES } from '../../domain/language.ts'
import { ORGANISATION_KINDS } from '../../domain/organisation.ts'
import {
  columnsOf,
  orientationOf,
  PRINT_COLUMNS,
  type PrintAudience,
  type PrintColumn,
  type PrintGrouping,
  type PrintList,
  type PrintState,
} from '../../domain/print-list.ts'
import { notFound } from '../../domain/refusal.ts'
import { isSlug } from '../../domain/slug.ts'
import type { Asked } from '../../http/serve.ts'

/** How the address names the columns. */
export const COLUMN_CODES = {
  group: 'gruppe',
  languages: 'sprachen',
  city: 'ort',
  contact: 'kontakt',
  function: 'funktion',
  channels: 'erreichbar',
  telephone: 'telefon',
  email: 'mail',
  meetings: 'zeiten',
  room: 'raum',
  confirmed: 'bestaetigt',
  note: 'notiz',
} as const satisfies Readonly<Record<PrintColumn, string>>

const WEEKDAY_CODES = ['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so'] as const

/** How it names a weekday. */
export function weekdayCode(weekday: Weekday): (typeof WEEKDAY_CODES)[number] {
  return WEEKDAY_CODES[weekday - 1] ?? 'mo'
}

const GROUPINGS: Readonly<Record<'ort' | 'thema' | 'ohne', PrintGrouping>> = {
  ort: 'city',
  thema: 'topic',
  ohne: 'none',
}

/** How it names the state of entries: „offen“ are those whose confirmation is overdue, as in the list of organisations. */
const STATES: Readonly<Record<'ruht' | 'ruht-nicht' | 'offen', PrintState>> = {
  ruht: 'dormant',
  'ruht-nicht': 'not-dormant',
  offen: 'overdue',
}

const slug = z.string().refine(isSlug).optional()

const schema = z.object({
  ort: slug,
  thema: slug,
  haus: slug,
  netzwerk: slug,
  projekt: slug,
  sprache: z.enum(SPOKEN_LANGUAGES).optional(),
  art: z.enum(ORGANISATION_KINDS).optional(),
  stand: z.enum(['ruht', 'ruht-nicht', 'offen']).optional(),
  // Nobody can read, and no font has, what no keyboard writes.
  q: z
    .string()
    .transform((text) => text.replace(/\p{Cc}/gu, '').trim())
    .refine((text) => text.length <= 100)
    .optional(),
  tag: z.array(z.enum(WEEKDAY_CODES)).optional(),
  spalte: z.array(z.enum(COLUMN_CODES)).optional(),
  gruppiert: z.enum(['ort', 'thema', 'ohne']).optional(),
  papier: z.enum(['hoch', 'quer']).optional(),
  form: z.enum(['tabelle', 'verzeichnis']).optional(),
  fuer: z.enum(['alle', 'dienst']).optional(),
})

/** What an address asks to have printed; what it does not name is left to the usual choice. */
export type PrintQuery = z.infer<typeof schema>

const LISTS: ReadonlySet<string> = new Set(['tag', 'spalte'])

/** Reads the address; values that are none of ours are left out, and named. */
export function readPrintQuery(asked: Asked): {
  readonly query: PrintQuery
  readonly unknown: readonly string[]
} {
  const sent: Record<string, string | string[]> = {}
  const unknown: string[] = []
  for (const name of Object.keys(schema.shape)) {
    const values = valuesOf(asked, name)
    const [value, ...more] = values
    if (value === undefined) continue
    if (LISTS.has(name)) sent[name] = values
    else if (more.length === 0) sent[name] = value
    else unknown.push(...values)
  }
  const result = schema.safeParse(sent)
  if (result.success) return { query: result.data, unknown }
  for (const { path } of result.error.issues) {
    const [name, index] = path.map(String)
    const value = sent[name ?? '']
    unknown.push(Array.isArray(value) ? (value[Number(index)] ?? '') : (value ?? ''))
  }
  for (const [name, value] of Object.entries(sent)) {
    if (Array.isArray(value)) sent[name] = value.filter((each) => !unknown.includes(each))
    else if (unknown.includes(value)) delete sent[name]
  }
  return { query: schema.parse(sent), unknown }
}

/** What an address says under a name; a form also sends what was left empty. */
function valuesOf(asked: Asked, name: string): string[] {
  return asked.list(name).filter((value) => value !== '')
}

/** Throws NotFound where an address says twice what can be said once only. */
export function requireOnce(asked: Asked): void {
  for (const name of Object.keys(asked.query))
    if (!LISTS.has(name) && valuesOf(asked, name).length > 1) notFound(`${name} twice`)
}

/** Which of these codes the address names; null for none. Throws NotFound for any other, and for several. */
export function codeIn<Code extends string>(asked: Asked, name: string, codes: readonly Code[]): Code | null {
  const [value, ...more] = valuesOf(asked, name)
  if (value === undefined) return null
  const code = codes.find((each) => each === value)
  return code === undefined || more.length > 0 ? notFound(`${name} ${value}`) : code
}

/** For whose eyes the list is. */
function audienceOf({ fuer }: PrintQuery): PrintAudience {
  return fuer === 'dienst' ? 'internal' : 'public'
}

/** The weekdays that an address names, in their order. */
export function weekdaysOf({ tag = [] }: PrintQuery): readonly Weekday[] {
  return WEEKDAYS.filter((weekday) => tag.includes(weekdayCode(weekday)))
}

/** Entries of which state an address asks for; null for whatever. */
export function stateOf({ stand }: PrintQuery): PrintState | null {
  return stand === undefined ? null : STATES[stand]
}

/** How the list that an address asks for looks on paper. */
export function listOf(query: PrintQuery): PrintList {
  const audience = audienceOf(query)
  const chosen = (query.spalte ?? []).flatMap((code) =>
    PRINT_COLUMNS.filter((column) => COLUMN_CODES[column] === code),
  )
  const form = query.form === 'verzeichnis' ? 'directory' : 'table'
  const columns = columnsOf(chosen, audience)
  return {
    columns,
    grouping: GROUPINGS[query.gruppiert ?? 'ort'],
    orientation: orientationOf({ columns, form }, query.papier === 'quer' ? 'landscape' : 'portrait'),
    form,
    audience,
  }
}

/** Whose entries an address asks for, and for whose eyes; not how they look. */
export function withoutLook(query: PrintQuery): PrintQuery {
  const { spalte: _columns, gruppiert: _grouping, papier: _orientation, form: _form, ...whose } = query
  return whose
}

/** The same as an address says it, without its question mark; '' for the usual choice of everything. */
export function searchOf(query: PrintQuery): string {
  return Object.entries(query)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((each) => [name, each]))
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&')
}
