import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { ConfigError } from '../config.ts'
import { ROLES } from '../domain/permission.ts'
import type { Problem } from '../domain/problem.ts'
import { sayProblems } from '../http/forms.ts'
import { wordsOf } from '../i18n/words.ts'
import { createAccount, switchAccount } from '../operations/accounts.ts'
import type { By, Office } from '../operations/act.ts'
import { runVerb, type Workplace } from './terminal.ts'

const USAGE = `Usage:
  npm run user -- create --email ADDRESS --name NAME [--role ${ROLES.join('|')}] [--cities slug,slug] [--organisations slug,slug] [--language de|en]
  npm run user -- disable --email ADDRESS
  npm run user -- list
The password is read from standard input, so that it stands in no history.`

const by: By = { actor: { kind: 'system', name: 'Terminal' }, origin: 'terminal' }

await runVerb(async (workplace, words) => {
  const [verb, ...rest] = words
  switch (verb) {
    case 'create':
      return create(workplace, rest)
    case 'disable':
      return disable(workplace, rest)
    case 'list':
      return list(workplace)
    default:
      throw new ConfigError(USAGE)
  }
})

async function create({ store }: Workplace, words: readonly string[]): Promise<string> {
  const flags = readFlags(words)
  const role = ROLES.find((known) => known === (flags.role ?? 'administrator'))
  if (flags.email === undefined || flags.name === undefined || role === undefined)
    throw new ConfigError(USAGE)
  const office: Office = { store, clock: Date.now }
  const draft = {
    email: flags.email,
    name: flags.name,
    role,
    language: flags.language === 'en' ? ('en' as const) : ('de' as const),
    cityIds: idsOf(flags.cities, (slug) => store.cities.bySlug(slug)),
    organisationIds: idsOf(flags.organisations, (slug) => store.organisations.bySlug(slug)),
  }
  const outcome = await createAccount(office, by, draft, await readPassword())
  if (outcome.kind === 'saved') return `Made the account ${flags.email} (${role}).`
  throw new ConfigError(sayAll(outcome.problems))
}

function sayAll(problems: readonly Problem[]): string {
  return sayProblems(wordsOf('en'), problems)
    .map(({ message }) => message)
    .join('\n')
}

function disable({ store }: Workplace, words: readonly string[]): string {
  const { email } = readFlags(words)
  const account = email === undefined ? null : store.accounts.byEmail(email)
  if (account === null) throw new ConfigError(`There is no account ${email ?? ''}.\n${USAGE}`)
  const { id, version } = account
  const outcome = switchAccount({ store, clock: Date.now }, by, { id, version, act: 'disable' })
  if (outcome.kind === 'refused') throw new ConfigError(sayAll(outcome.problems))
  return `Disabled ${account.email}; all of its sessions have ended.`
}

function list({ store }: Workplace): string {
  const lines = store.accounts
    .all()
    .map(
      ({ email, role, name, disabledAt }) =>
        `${role.padEnd(14)} ${email}  ${name}${disabledAt === null ? '' : ' (disabled)'}`,
    )
  return lines.length === 0 ? 'There is no account yet.' : lines.join('\n')
}

function readFlags(words: readonly string[]) {
  try {
    const text = { type: 'string' } as const
    const options = { email: text, name: text, role: text, cities: text, organisations: text, language: text }
    return parseArgs({ args: [...words], options, strict: true }).values
  } catch {
    throw new ConfigError(USAGE)
  }
}

function idsOf(slugs: string | undefined, find: (slug: string) => { readonly id: number } | null): number[] {
  return (slugs ?? '')
    .split(',')
    .filter((slug) => slug !== '')
    .map((slug) => {
      const entry = find(slug.trim())
      if (entry === null) throw new ConfigError(`There is no entry "${slug}".`)
      return entry.id
    })
}

/** Typed without an echo where somebody types it. */
async function readPassword(): Promise<string> {
  const isTyped = process.stdin.isTTY
  if (isTyped) console.error('Password (at least 15 characters, not shown):')
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silence, terminal: isTyped })
  for await (const line of lines) {
    lines.close()
    return line
  }
  throw new ConfigError('No password came on standard input.')
}
