import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { type Encoding, encode, encodingOf } from './encoding.ts'
import { type Font, findFonts, fontFaces, serveFonts } from './fonts.ts'
import type { Href } from './href.ts'

const PUBLIC = fileURLToPath(new URL('../../public/', import.meta.url))
const WEBAUTHN = fileURLToPath(
  new URL('../dist/bundle/index.umd.min.js', import.meta.resolve('@simplewebauthn/browser')),
)
const YEAR = 'public, max-age=31536000, immutable'
const DAY = 'public, max-age=86400'

/** The addresses of what pages link to; each changes with its content. */
export type Assets = {
  readonly css: StyleSheet
  /** What print pages take beside it. */
  readonly paper: StyleSheet
  readonly fonts: readonly Font[]
  readonly icons: Href
  readonly scripts: Readonly<Record<ScriptName, { readonly href: Href; readonly body: string }>>
}

export type StyleSheet = { readonly href: Href; readonly body: string }

/** The scripts there are, each for one comfort. */
export type ScriptName = 'show-password' | 'passkey' | 'upload'

/** Reads what pages link to, and names each by its content. */
export function loadAssets(): Assets {
  const fonts = findFonts()
  const icons = readFileSync(`${PUBLIC}icons.svg`)
  return {
    // tokens.css declares the order of the layers, so it comes first; the layers make the rest's order indifferent.
    css: styleSheet([readFileSync(`${PUBLIC}css/tokens.css`, 'utf8'), ...rulesIn('css/', 'tokens.css')]),
    paper: styleSheet([fontFaces(fonts), ...rulesIn('css/paper/')]),
    fonts,
    icons: `/icons.svg?${hash(icons)}` as Href,
    scripts: {
      'show-password': loadScript('show-password'),
      passkey: loadScript('passkey', WEBAUTHN),
      upload: loadScript('upload'),
    },
  }
}

function styleSheet(parts: readonly string[]): StyleSheet {
  const body = parts.join('\n')
  return { href: `/css/${hash(body)}.css` as Href, body }
}

function rulesIn(folder: string, without = ''): readonly string[] {
  const names = readdirSync(PUBLIC + folder).filter((name) => name.endsWith('.css') && name !== without)
  return names.sort().map((name) => readFileSync(PUBLIC + folder + name, 'utf8'))
}

/** A script of ours, behind the library that it needs, if it needs one. */
function loadScript(name: ScriptName, library: string | null = null) {
  const own = readFileSync(`${PUBLIC}js/${name}.js`, 'utf8')
  const body = library === null ? own : `${readFileSync(library, 'utf8')}\n${own}`
  return { href: `/js/${name}.${hash(body)}.js` as Href, body }
}

/** Serves the style sheets, the fonts, the scripts, the icons and the mark. */
export function serveAssets(app: FastifyInstance, assets: Assets): void {
  for (const { href, body } of [assets.css, assets.paper])
    serveText(app, { path: href, type: 'text/css; charset=utf-8', lifetime: YEAR, text: body })
  serveFonts(app, assets.fonts, YEAR)
  for (const { href, body } of Object.values(assets.scripts))
    serveText(app, { path: href, type: 'text/javascript; charset=utf-8', lifetime: YEAR, text: body })
  for (const name of PICTURES) {
    const text = readFileSync(`${PUBLIC}${name}`, 'utf8')
    serveText(app, { path: `/${name}`, type: 'image/svg+xml; charset=utf-8', lifetime: DAY, text })
  }
}

const PICTURES: readonly string[] = ['icons.svg', 'favicon.svg', 'mark.svg']

type Text = { readonly path: string; readonly type: string; readonly lifetime: string; readonly text: string }

/** Compressed when it is first asked for, and kept. */
function serveText(app: FastifyInstance, { path, type, lifetime, text }: Text): void {
  const ready = new Map<Encoding, Buffer>()
  app.get(path, (request, reply) => {
    const encoding = encodingOf(request.headers['accept-encoding'])
    const body = ready.get(encoding) ?? encode(text, encoding, 'thoroughly')
    ready.set(encoding, body)
    if (encoding !== 'identity') reply.header('content-encoding', encoding)
    return reply.type(type).headers({ 'cache-control': lifetime, vary: 'accept-encoding' }).send(body)
  })
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 12)
}
