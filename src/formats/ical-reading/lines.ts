import ICAL from 'ical.js'
import { z } from 'zod'

/** A content line by its parts (RFC 5545 §3.1): name in capitals, parameters, the values, and how the last was written. */
export type Property = {
  readonly name: string
  readonly parameters: ReadonlyMap<string, string>
  readonly values: readonly unknown[]
  readonly raw: string
}

/** The lines of one component, without those of components within it. */
export type Component = { readonly name: string; readonly lines: readonly string[] }

const LONGEST_LINE = 20_000
const OPENING = /^(BEGIN|END):\s*([\w-]+)\s*$/i
const NAME = /^[A-Z\d-]+(?=[:;])/i
/** RFC 7265 §3.4: name, parameters, type, values. */
const jCalProperty = z.tuple(
  [z.string(), z.record(z.string(), z.union([z.string(), z.array(z.string())])), z.string()],
  z.unknown(),
)

/** Whether a text is a whole calendar: what came cut off would take meetings away that are still held. */
export function isWholeCalendar(text: string): boolean {
  return (
    /^\s*BEGIN:VCALENDAR\s*$/im.test(text.slice(0, 200)) && /^END:VCALENDAR\s*$/im.test(text.slice(-2000))
  )
}

/** The components of a calendar in their order, each by itself: what is broken in one leaves the others alone. */
export function componentsOf(text: string): Component[] {
  const found: Component[] = []
  const open: { name: string; lines: string[] }[] = []
  for (const line of unfolded(text)) {
    const [, act, name = ''] = OPENING.exec(line) ?? []
    if (act === undefined) open.at(-1)?.lines.push(line)
    else if (act.toUpperCase() === 'BEGIN') {
      const component = { name: name.toUpperCase(), lines: [] }
      open.push(component)
      found.push(component)
    } else open.pop()
  }
  return found
}

/** The properties of a component with one of these names, in their order; what cannot be read has no values. */
export function propertiesOf({ lines }: Component, names: ReadonlySet<string>): Property[] {
  return lines.flatMap((line) => {
    const name = NAME.exec(line)?.[0].toUpperCase()
    return name === undefined || !names.has(name) ? [] : [propertyOf(line, name)]
  })
}

function propertyOf(line: string, name: string): Property {
  const raw = line.slice(line.lastIndexOf(':') + 1).trim()
  try {
    const [, parameters, , ...values] = jCalProperty.parse(ICAL.parse.property(line))
    const named = Object.entries(parameters).map(([key, value]) => [key, [value].flat().join()] as const)
    return { name, parameters: new Map(named), values, raw }
  } catch {
    return { name, parameters: new Map(), values: [], raw }
  }
}

/** Lines joined again that were folded (RFC 5545 §3.1), however they end; a mark of order at the start is dropped. */
function unfolded(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')
    .filter((line) => line !== '' && line.length <= LONGEST_LINE)
}
