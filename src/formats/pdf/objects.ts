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

/** The file of these objects (ISO 32000-1 §7.5). */
export function writeObjects({ objects, trailer }: PdfParts): Uint8Array {
  const size = Math.max(...objects.keys()) + 1
  // Four bytes beyond ASCII tell whoever sends the file on that it is no text.
  const parts = ['%PDF-1.7\n%\u0080\u0080\u0080\u0080\n\n']
  let length = parts[0]?.length ?? 0
  const entries = ['0000000000 65535 f\r\n']
  for (let id = 1; id < size; id++) {
    const text = `${id} 0 obj\n${objects.get(id) ?? 'null'}\nendobj\n\n`
    entries.push(`${String(length).padStart(10, '0')} 00000 n\r\n`)
    parts.push(text)
    length += text.length
  }
  parts.push(
    `xref\n0 ${size}\n${entries.join('')}trailer\n<<\n  /Size ${size}\n  ${trailer}\n>>\nstartxref\n${length}\n%%EOF`,
  )
  return Buffer.from(parts.join(''), 'latin1')
}
