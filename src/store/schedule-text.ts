import type { Schedule, ScheduleException } from '../domain/schedule.ts'

const MOST_KEPT = 20_000

/**
 * Reads a stored JSON text into its value, each distinct text once: thousands of meetings share few schedules
 * („jeden Montag“, no exceptions), and parsing is the dearest part of a month. The values are readonly, so sharing is safe.
 */
function remembering<Value>(): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const value = known.get(text)
    if (value !== undefined) return value
    if (known.size >= MOST_KEPT) known.clear()
    const parsed = JSON.parse(text) as Value
    known.set(text, parsed)
    return parsed
  }
}

/** The schedule of a stored text. */
export const scheduleOf: (text: string) => Schedule = remembering()

/** The exceptions of a stored text. */
export const exceptionsOf: (text: string) => readonly ScheduleException[] = remembering()
