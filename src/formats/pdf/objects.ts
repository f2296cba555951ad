/** Objects of a PDF file by their number, each without its `obj` and `endobj`, a letter for each byte. */
export type PdfObjects = Map<number, string>

/** A file as its objects, and what its trailer says beside their number. */
export type PdfParts = { readonly objects: PdfObjects; readonly trailer: string }

/** Reads a file as Typst writes it: every object in the open, one table of where they stand. Throws for any other. */
export function readObjects(bytes: Uint8Array): PdfParts {
  const source = Buffer.from(bytes).toString('latin1')
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(source.slice(-100))?.[1])
  const tail = source.slice(table)
  const starts = [...tail.matchAll(/^(\d{10}) 00000 n/gm)]
    .map(([, offset]) => Number(offset))
    .sort((one, other) => one - other)
  const objects: PdfObjects = new Map()
  for (const [index, start] of starts.entries()) {
    const text = source.slice(start, starts[index + 1] ?? table)
    const [head, id] = /^(\d+) 0 obj\n/.exec(text) ?? []
    if (head === undefined) throw new Error(`there is no object at ${start}`)
    objects.set(Number(id), text.slice(head.length, text.lastIndexOf('\nendobj')))
  }
  const [, trailer] = /trailer\s*<<([\s\S]*)>>\s*startxref/.exec(tail) ?? []
  if (trailer === undefined) throw new Error('the file has no trailer')
  return { objects, trailer: trailer.replace(/\/Size \d+/, '').trim() }
}

/** The file of these objects. */
export function writeObjects({ objects, trailer }: PdfParts): Uint8Array {
  const file = openFile()
  for (const [id, body] of objects) file.put(id, body)
  return file.close(trailer)
}

/** A file to which objects are written one by one, in any order, and are not held as text longer than needed. */
export type PdfFile = {
  readonly put: (id: number, body: string) => void
  /** The whole file (ISO 32000-1 §7.5). */
  readonly close: (trailer: string) => Uint8Array
}

const LETTERS_AT_ONCE = 1_000_000

/** A file without objects. */
export function openFile(): PdfFile {
  // Four bytes beyond ASCII tell whoever sends the file on that it is no text.
  let texts = ['%PDF-1.7\n%\u0080\u0080\u0080\u0080\n\n']
  let waiting = texts[0]?.length ?? 0
  let written = 0
  const bytes: Buffer[] = []
  const starts: number[] = []
  const add = (text: string) => {
    texts.push(text)
    waiting += text.length
    if (waiting > LETTERS_AT_ONCE) write()
  }
  const write = () => {
    bytes.push(Buffer.from(texts.join(''), 'latin1'))
    written += waiting
    waiting = 0
    texts = []
  }
  return {
    put(id, body) {
      starts[id] = written + waiting
      add(`${id} 0 obj\n${body}\nendobj\n\n`)
    },
    close(trailer) {
      const table = written + waiting
      const entries = Array.from({ length: starts.length }, (_, id) => entryOf(starts[id]))
      const size = `trailer\n<<\n  /Size ${starts.length}\n  ${trailer}\n>>`
      add(`xref\n0 ${starts.length}\n${entries.join('')}${size}\nstartxref\n${table}\n%%EOF`)
      write()
      return Buffer.concat(bytes)
    },
  }
}

/** Where an object stands; a number that none has is free. */
function entryOf(start: number | undefined): string {
  return start === undefined ? '0000000000 65535 f\r\n' : `${String(start).padStart(10, '0')} 00000 n\r\n`
}

/** An object with its dictionary changed, and its stream, in which anything may stand, left alone. */
export function inDictionary(body: string, change: (dictionary: string) => string): string {
  const end = body.indexOf('\nstream\n')
  return end === -1 ? change(body) : change(body.slice(0, end)) + body.slice(end)
}

/** A dictionary whose references are given other numbers; texts, in which anything may stand, are left alone. */
export function renumbered(dictionary: string, rename: (id: number) => number): string {
  const change = (text: string) => text.replace(/(\d+) 0 R/g, (_, id: string) => `${rename(Number(id))} 0 R`)
  if (!dictionary.includes('(')) return change(dictionary)
  return partsByTexts(dictionary)
    .map((part) => (part.startsWith('(') ? part : change(part)))
    .join('')
}

/** A dictionary taken apart before and after each text in brackets, which may hold brackets itself (ISO 32000-1 §7.3.4.2). */
function partsByTexts(dictionary: string): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < dictionary.length; at++) {
    const letter = dictionary[at]
    if (letter === '\\') at += 1
    else if (letter === '(' && depth++ === 0) {
      parts.push(dictionary.slice(start, at))
      start = at
    } else if (letter === ')' && --depth === 0) {
      parts.push(dictionary.slice(start, at + 1))
      start = at + 1
    }
  }
  return [...parts, dictionary.slice(start)]
}
