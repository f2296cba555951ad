// Reads back what Chromium prints: its PDF files keep their objects in the open and name every glyph.
import { inflateSync } from 'node:zlib'

/** One printed sheet: its width and height in points (1/72 inch), and its text without any white space. */
export type Sheet = { readonly width: number; readonly height: number; readonly text: string }

type Objects = ReadonlyMap<string, string>
type Letters = ReadonlyMap<string, string>

/** The sheets of a PDF file made by Chromium, in order. */
export function readSheets(file: Buffer): Sheet[] {
  const objects = objectsOf(file.toString('latin1'))
  return [...objects.values()]
    .filter((object) => /^<<\/Type \/Page\b/.test(object))
    .map((page) => {
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page) ?? []
      return { width: Number(width), height: Number(height), text: textOf(page, objects) }
    })
}

function objectsOf(source: string): Objects {
  const found = source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)
  return new Map([...found].map(([, id = '', body = '']) => [id, body]))
}

/** What the page's drawing says, letter by letter, in the order in which it is drawn. */
function textOf(page: string, objects: Objects): string {
  const fonts = new Map(
    [...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, lettersOf(id, objects)]),
  )
  const drawing = streamOf(/\/Contents (\d+) 0 R/.exec(page)?.[1], objects)
  let letters: Letters = new Map()
  let text = ''
  for (const [, font, glyphs] of drawing.matchAll(/\/(F\d+) [\d.]+ Tf|<([\dA-F]+)> Tj/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map()
    for (const [glyph] of (glyphs ?? '').matchAll(/.{4}/g)) text += letters.get(glyph) ?? '\uFFFD'
  }
  // Some fonts have one glyph for „ff“ or „fi“, and say so.
  return text.normalize('NFKC').replace(/\s/g, '')
}

/** Which letter each glyph of a font stands for: its ToUnicode table (ISO 32000-1 §9.10.3). */
function lettersOf(font: string, objects: Objects): Letters {
  const table = streamOf(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '')?.[1], objects)
  const letters = new Map<string, string>()
  for (const [, block = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)>/g))
      letters.set(glyph, Buffer.from(text, 'hex').swap16().toString('utf16le'))
  for (const [, block = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first = '', last = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let glyph = hex(first); glyph <= hex(last); glyph += 1)
        letters.set(
          glyph.toString(16).toUpperCase().padStart(4, '0'),
          String.fromCodePoint(hex(text) + glyph - hex(first)),
        )
  return letters
}

function streamOf(id: string | undefined, objects: Objects): string {
  const [, raw = ''] = /stream\n([\s\S]*)\nendstream/.exec(objects.get(id ?? '') ?? '') ?? []
  return raw === '' ? '' : inflateSync(Buffer.from(raw, 'latin1')).toString('latin1')
}

function hex(digits: string): number {
  return Number.parseInt(digits, 16)
}
