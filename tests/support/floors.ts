import { posix } from 'node:path'

/** A file of the repository: its path from the root, with slashes, and its text. */
export type SourceFile = { readonly path: string; readonly text: string }

/** Every floor with its height; where two stand at one height, they are neighbours and do not know one another. */
const FLOORS: ReadonlyMap<string, number> = new Map([
  ['main', 7],
  ['cli', 6],
  ['app', 5],
  ['config', 4],
  ['site', 4],
  ['desk', 4],
  ['operations', 3],
  ['http', 3],
  ['store', 2],
  ['i18n', 2],
  ['formats', 2],
  ['post', 2],
  ['domain', 1],
])
const WHO_READS_CONFIG = new Set(['main', 'cli', 'app'])
const IMPORTED = /\b(?:from|import|declare\s+module)\s*\(?\s*(['"])([\w@.:/-]+)\1/g
const FORBIDDEN_NAMES =
  /(?:^|[-/.])(?:utils?|helpers?|managers?|services?)(?:[-/.]|$)|(?:^|\/)(?:common|data|info|misc)(?:[/.]|$)/
const SQL =
  /\b(?:SELECT|INSERT (?:OR \w+ )?INTO|UPDATE \w+|DELETE FROM|(?:CREATE|ALTER|DROP) (?:TABLE|INDEX|TRIGGER|VIEW|VIRTUAL)|PRAGMA|VACUUM)\b/
const LOOPHOLES = /:\s*any\b|\bas any\b|<any>|@ts-(?:ignore|nocheck|expect-error)/
const LONGEST = { source: 250, template: 80 } as const

/** The addresses a source imports, by whatever form of import, and the modules it declares something in. */
export function importsOf({ text }: SourceFile): string[] {
  return [...text.matchAll(IMPORTED)].map(([, , specifier = '']) => specifier)
}

/** Which imports of the file go up, sideways, or out of `src/`. */
export function brokenFloors(file: SourceFile): string[] {
  return importsOf(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(posix.dirname(file.path), specifier))
    .flatMap((target) => {
      const reason = whyNot(file.path, target)
      return reason === null ? [] : [`${file.path} imports ${target}: ${reason}`]
    })
}

/** Which packages the file imports that its floor has no business with. */
export function foreignPackages(file: SourceFile): string[] {
  const isDomain = floorOf(file.path) === 'domain'
  const isStore = floorOf(file.path) === 'store'
  return importsOf(file)
    .filter((specifier) => !specifier.startsWith('.'))
    .filter((name) => (isDomain && name !== 'zod') || (!isStore && name === 'better-sqlite3'))
    .map((name) => `${file.path} imports ${name}`)
}

/** What else is wrong with the file: where it stands, what it is called, how long it is, what it contains. */
export function brokenManners({ path, text }: SourceFile): string[] {
  const rules: [boolean, string][] = [
    [FORBIDDEN_NAMES.test(path.replace(/^src\//, '')), 'has a name that says nothing'],
    [linesOf(text) > LONGEST.source, `has more than ${LONGEST.source} lines`],
    [SQL.test(text) && floorOf(path) !== 'store', 'contains SQL'],
    [LOOPHOLES.test(text), 'gets around the compiler'],
    [/^src\/(?:domain|operations)\//.test(path) && !/^\/[/*]/.test(text), 'does not open with what it knows'],
    [/^src\/(?:site|desk)\/[^/]+$/.test(path), 'stands in no section'],
    [!FLOORS.has(floorOf(path)), 'stands on no floor'],
  ]
  return rules.flatMap(([isBroken, what]) => (isBroken ? [`${path} ${what}`] : []))
}

/** What is wrong with the place or the length of a template; `sources` are the paths of all sources. */
export function brokenViews({ path, text }: SourceFile, sources: readonly string[]): string[] {
  const broken = linesOf(text) > LONGEST.template ? [`${path} has more than ${LONGEST.template} lines`] : []
  const [, top = '', section = '', page] = path.split('/')
  // What several sections share belongs to http/, as the pages of any noun's entry do.
  if (section === '' || ['parts', 'errors', 'entry'].includes(top)) return broken
  if (top !== 'site' && top !== 'desk') return [...broken, `${path} belongs to no floor`]
  if (page === undefined) return [...broken, `${path} stands in no section`]
  const mirrored = sources.some((source) => source.startsWith(`src/${top}/${section}/`))
  return mirrored ? broken : [...broken, `${path} has no src/${top}/${section}/`]
}

function whyNot(from: string, to: string): string | null {
  if (!to.startsWith('src/')) return 'outside src/'
  const [own, other] = [floorOf(from), floorOf(to)]
  const [ownHeight, otherHeight] = [FLOORS.get(own) ?? 0, FLOORS.get(other) ?? 0]
  if (other === 'config') return WHO_READS_CONFIG.has(own) ? null : 'configuration comes in as an argument'
  if (own === 'config') return 'config.ts imports nothing of ours'
  if (own !== other) return otherHeight < ownHeight ? null : otherHeight > ownHeight ? 'upwards' : 'sideways'
  const isOtherSection = (own === 'site' || own === 'desk') && sectionOf(from) !== sectionOf(to)
  return isOtherSection ? 'another section' : null
}

function floorOf(path: string): string {
  return (path.split('/')[1] ?? '').replace(/\.ts$/, '')
}

function sectionOf(path: string): string {
  return path.split('/')[2] ?? ''
}

function linesOf(text: string): number {
  return text.trimEnd().split('\n').length
}
