import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { PAPER_FONTS, type PaperFont } from '../formats/pdf/fonts.ts'
import { type Encoding, encodeAside, encodingOf } from './encoding.ts'
import type { Href } from './href.ts'

/** A font of print pages. Its address changes with the version of its package, so that no start reads the font itself. */
export type Font = {
  readonly href: Href
  readonly path: string
  readonly weight: 400 | 700
  readonly range: string
}

/** The fonts that are installed; for letters of the others a browser takes its system's. */
export function findFonts(known: readonly PaperFont[] = PAPER_FONTS): readonly Font[] {
  return known.flatMap(({ range, regular, bold }) => [
    ...installed(regular, { weight: 400, range }),
    ...installed(bold, { weight: 700, range }),
  ])
}

function installed(find: () => string, font: Pick<Font, 'weight' | 'range'>): readonly Font[] {
  try {
    const path = find()
    const { version } = JSON.parse(readFileSync(join(path, '../../package.json'), 'utf8'))
    return [{ ...font, path, href: `/fonts/${version}/${basename(path)}` as Href }]
  } catch {
    return []
  }
}

/** The rules that make one face of all fonts. A telephone shows a sheet with letters of its own, and loads these to print. */
export function fontFaces(fonts: readonly Font[]): string {
  return `@media print, (min-width: 48rem) {\n${fonts.map(faceOf).join('')}}\n`
}

function faceOf({ href, weight, range }: Font): string {
  return `@font-face {
  font-family: Paper;
  font-weight: ${weight};
  font-display: swap;
  src: url("${href}") format("truetype");
  ${range === '' ? '' : `unicode-range: ${range};`}
}
`
}

/** Serves the fonts, each read and compressed when it is first asked for. */
export function serveFonts(app: FastifyInstance, fonts: readonly Font[], lifetime: string): void {
  for (const { href, path } of fonts) {
    const ready = new Map<Encoding, Promise<Buffer>>()
    app.get(href, async (request, reply) => {
      const encoding = encodingOf(request.headers['accept-encoding'])
      const body = ready.get(encoding) ?? readFile(path).then((bytes) => encodeAside(bytes, encoding))
      ready.set(encoding, body)
      if (encoding !== 'identity') reply.header('content-encoding', encoding)
      return reply
        .type('font/ttf')
        .headers({ 'cache-control': lifetime, vary: 'accept-encoding' })
        .send(await body)
    })
  }
}
