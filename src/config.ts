import { join } from 'node:path'
import { z } from 'zod'

/** One environment variable: its name, its default in words, and what it is for. The README names each. */
export type ConfigVariable = { readonly name: string; readonly default: string; readonly about: string }

export const CONFIG_VARIABLES: readonly ConfigVariable[] = [
  { name: 'PORT', default: '3000', about: 'port to listen on' },
  { name: 'HOST', default: '127.0.0.1', about: 'address to listen on' },
  {
    name: 'DATA_DIR',
    default: 'data',
    about: 'folder of the database, the backups, and the mails where there is no mail server',
  },
  {
    name: 'ORIGIN',
    default: 'none',
    about: 'public address, e.g. https://treffpunkt.example.org; switches demonstration off',
  },
  { name: 'SMTP_URL', default: 'none', about: 'mail server, e.g. smtps://user:password@mail.example.org' },
  {
    name: 'MAIL_FROM',
    default: 'treffpunkt@ the host of ORIGIN',
    about: 'address that mails come from, and that answers to them go to',
  },
  {
    name: 'FEED_MINUTES',
    default: '60',
    about: 'how often the calendars of groups are fetched, 5 to 10080; "off" for never',
  },
  { name: 'TRUST_PROXY', default: 'off', about: '"on" where a reverse proxy of yours stands in front' },
  { name: 'LOG_LEVEL', default: 'info', about: 'fatal, error, warn, info, debug, trace or silent' },
  { name: 'PAGE_CACHE', default: 'on', about: '"off" makes every page anew (for measuring)' },
]

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const schema = z.object({
  PORT: optional(z.coerce.number().int().min(0).max(65535)),
  HOST: optional(z.string()),
  DATA_DIR: optional(z.string()),
  ORIGIN: optional(z.string().refine(isOrigin)),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\/.+/)),
  MAIL_FROM: optional(z.string().regex(/^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+$/)),
  FEED_MINUTES: optional(z.union([z.literal('off'), z.coerce.number().int().min(5).max(10_080)])),
  TRUST_PROXY: optional(z.enum(['on', 'off'])),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
  PAGE_CACHE: optional(z.enum(['on', 'off'])),
})

const SENTENCES: Readonly<Record<string, string>> = {
  PORT: 'PORT must be a number from 0 to 65535.',
  ORIGIN: 'ORIGIN must be a scheme and a host without a path, e.g. https://treffpunkt.example.org.',
  SMTP_URL: 'SMTP_URL must begin with smtp:// or smtps://.',
  MAIL_FROM: 'MAIL_FROM must be one e-mail address, e.g. treffpunkt@example.org.',
  FEED_MINUTES: 'FEED_MINUTES must be a number from 5 to 10080, or "off".',
  TRUST_PROXY: 'TRUST_PROXY must be "on" or "off".',
  LOG_LEVEL: 'LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent.',
  PAGE_CACHE: 'PAGE_CACHE must be "on" or "off".',
}

export type Config = {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly databasePath: string
  /** Null: a demonstration on this machine, addressed by whatever host and port it listens on. */
  readonly origin: string | null
  readonly smtpUrl: string | null
  /** Null: an address at the host of the origin. */
  readonly mailFrom: string | null
  /** How often the calendars of groups are fetched, in minutes; null: never. */
  readonly feedMinutes: number | null
  readonly trustProxy: boolean
  readonly logLevel: string
  readonly pageCache: boolean
}

/** Reads the configuration from the environment; throws a ConfigError with a sentence for each wrong variable. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const result = schema.safeParse(environment)
  if (!result.success) {
    const names = new Set(result.error.issues.map((issue) => String(issue.path[0])))
    throw new ConfigError([...names].map((name) => SENTENCES[name] ?? `${name} cannot be used.`).join('\n'))
  }
  const {
    PORT,
    HOST,
    DATA_DIR,
    ORIGIN,
    SMTP_URL,
    MAIL_FROM,
    FEED_MINUTES,
    TRUST_PROXY,
    LOG_LEVEL,
    PAGE_CACHE,
  } = result.data
  return {
    port: PORT ?? 3000,
    host: HOST ?? '127.0.0.1',
    dataDir: DATA_DIR ?? 'data',
    databasePath: join(DATA_DIR ?? 'data', 'treffpunkt.sqlite'),
    origin: ORIGIN === undefined ? null : new URL(ORIGIN).origin,
    smtpUrl: SMTP_URL ?? null,
    mailFrom: MAIL_FROM ?? null,
    feedMinutes: FEED_MINUTES === 'off' ? null : (FEED_MINUTES ?? 60),
    trustProxy: TRUST_PROXY === 'on',
    logLevel: LOG_LEVEL ?? 'info',
    pageCache: PAGE_CACHE !== 'off',
  }
}

/** The start is refused; the message is what the person who starts the program should read. */
export class ConfigError extends Error {}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return (
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '' &&
    url.username === ''
  )
}
