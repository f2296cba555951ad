const LONGEST_LINE = 75
/** All control characters but tabulator and line feed, which alone may stand in text. */
const CONTROLS = /[^\P{Cc}\t\n]/gu

/** A property whose value is written as it is; empty where there is no value. */
export function line(name: string, value: string): string {
  return value === '' ? '' : folded(`${name}:${value}`)
}

/** A property whose value is text (RFC 5545 §3.3.11); empty where there is none. */
export function textLine(name: string, text: string): string {
  return line(name, escaped(text))
}

/** A property whose value is a list of texts; empty where the list is. */
export function textsLine(name: string, texts: readonly string[]): string {
  return line(name, texts.map(escaped).join(','))
}

/** A property whose value is parted into fields (RFC 2426 §3.1.2); empty where none of them says anything. */
export function fieldsLine(name: string, fields: readonly string[]): string {
  return fields.every((field) => field === '') ? '' : line(name, fields.map(escaped).join(';'))
}

function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** At most 75 octets in a line, parted between characters; the blank that begins each further line counts, too (§3.1). */
function folded(text: string): string {
  // A character of UTF-16 has at most three octets.
  if (text.length * 3 <= LONGEST_LINE || Buffer.byteLength(text) <= LONGEST_LINE) return `${text}\r\n`
  let lines = ''
  let start = 0
  let octets = 0
  let at = 0
  for (const character of text) {
    const size = octetsOf(character)
    if (octets + size > LONGEST_LINE) {
      lines += `${text.slice(start, at)}\r\n `
      start = at
      octets = 1
    }
    octets += size
    at += character.length
  }
  return `${lines}${text.slice(start)}\r\n`
}

function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}
