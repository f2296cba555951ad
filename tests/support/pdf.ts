// Reads PDF files back with the programs of poppler (Debian: poppler-utils).
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import type { TestHouse, Visitor } from './house.ts'

const HOW_TO_INSTALL = 'pdftotext was not found: apt-get install poppler-utils'

/** A word on a page: its text, and its box from the page's upper left corner, in millimetres. */
export type PdfWord = {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
/** A page: its size in millimetres, its words, and its text in the order in which it is told. */
export type PdfPage = {
  readonly width: number
  readonly height: number
  readonly words: readonly PdfWord[]
  readonly text: string
}

const MM_PER_POINT = 25.4 / 72

/** Tests that read PDF files; skipped with a word where poppler is missing, and failed with CI=true. */
export function describeWithPdf(name: string, tests: () => void): void {
  const isThere = spawnSync('pdftotext', ['-v']).error === undefined
  if (isThere) describe(name, tests)
  else if (process.env.CI === 'true')
    describe(name, () => {
      it('reads PDF files', () => {
        throw new Error(HOW_TO_INSTALL)
      })
    })
  else {
    console.warn(`\n${name}: skipped. ${HOW_TO_INSTALL}\n`)
    describe.skipIf(true)(name, tests)
  }
}

/** The pages of a file. */
export function readPdf(bytes: Uint8Array): readonly PdfPage[] {
  const folder = mkdtempSync(join(tmpdir(), 'treffpunkt-pdf-'))
  try {
    const file = join(folder, 'sheet.pdf')
    writeFileSync(file, bytes)
    const run = (...words: string[]) =>
      execFileSync('pdftotext', [...words, file, '-'], { maxBuffer: 256 * 1024 * 1024 }).toString()
    const texts = run('-raw').split('\f')
    return run('-bbox')
      .split('<page ')
      .slice(1)
      .map((page, index) => pageOf(page, texts[index] ?? ''))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The pages of a sheet as this person is sent it, waited for as a browser waits. */
export async function pdfFrom(house: TestHouse, who: Visitor, path: string): Promise<readonly PdfPage[]> {
  return readPdf(await pdfBytes(house, who, path))
}

/** The file itself. Throws where there is none. */
export async function pdfBytes(house: TestHouse, who: Visitor, path: string): Promise<Uint8Array> {
  const cookie = [...who.cookies].map((pair) => pair.join('=')).join('; ')
  for (;;) {
    const answer = await house.app.inject({
      url: path.replace(/(?=\?|$)/, '.pdf'),
      headers: { host: '127.0.0.1:3000', cookie },
    })
    if (answer.statusCode === 200) return answer.rawPayload
    if (answer.statusCode !== 202) throw new Error(`${path} was answered with ${answer.statusCode}`)
  }
}

/** Words that stand upon one another, in pairs. */
export function overlapsOn({ words }: PdfPage): readonly string[] {
  return words.flatMap((one, index) =>
    words
      .slice(index + 1)
      .filter((other) => {
        const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
        const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
        return wide > 0.4 && high > 0.55 * Math.min(one.bottom - one.top, other.bottom - other.top)
      })
      .map((other) => `${one.text} | ${other.text}`),
  )
}

function pageOf(source: string, text: string): PdfPage {
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(source) ?? []
  const words = source.matchAll(
    /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g,
  )
  return {
    width: millimetres(width),
    height: millimetres(height),
    words: [...words].map(([, left, top, right, bottom, word = '']) => ({
      text: unescaped(word),
      left: millimetres(left),
      top: millimetres(top),
      right: millimetres(right),
      bottom: millimetres(bottom),
    })),
    text,
  }
}

function millimetres(points: string | undefined): number {
  return Number(points) * MM_PER_POINT
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

/** A text without white space and without what only parts words at the end of a line. */
export function bare(text: string): string {
  return text.replace(/[\s\u00ad\u200b\u202a-\u202e]/g, '')
}
