// Finds one time of day.
import { isMark, meant, numberIn } from './items.ts'
import type { Item } from './lexer.ts'
import type { Daypart } from './meaning.ts'
import type { Clock } from './part.ts'

export type FoundClock = {
  readonly clock: Clock
  readonly isSure: boolean
  readonly part: Daypart | null
  /** "am" or "pm", where it is said. */
  readonly half: 'am' | 'pm' | null
  readonly next: number
}

type Reading = {
  readonly minutes: number
  readonly isSure: boolean
  readonly either: boolean
  readonly next: number
}

const HOUR = 60
const NOON = 12 * HOUR
const DAY = 24 * HOUR

/** A time at an item; `pointed`: a word before says so, and then „acht“ alone is eight o'clock. */
export function clockAt(items: readonly Item[], at: number, pointed: boolean): FoundClock | null {
  const reading = digitsAt(items, at) ?? wordsAt(items, at, pointed) ?? namedAt(items, at)
  if (reading === null) return null
  return withDaypart(items, reading)
}

function digitsAt(items: readonly Item[], at: number): Reading | null {
  const item = items[at]
  if (item === undefined || item.value === null) return null
  if (item.typed.length > 2) return fourDigits(items, at)
  const hour = numberIn(item, 0, 24)
  if (hour === null) return null
  const [mark, minute] = [items[at + 1], items[at + 2]]
  const isMinute = minute?.typed.length === 2 && !minute.spaced && numberIn(minute, 0, 59) !== null
  if (isMark(mark, ':.') && isMinute && mark?.spaced === false) {
    // „10.12.“ is a day.
    if (isMark(mark, '.') && isMark(items[at + 3], '.') && items[at + 3]?.spaced === false) return null
    const isSure = isMark(mark, ':') || (minute.value ?? 0) > 12 || hour > 12
    const written = hourOf(items, hour * HOUR + (minute.value ?? 0), at + 3, isSure)
    return written === null ? null : { ...written, either: item.isOnDial }
  }
  if (meant(mark, 'o-clock') !== null) return afterHour(items, hour, at + 2)
  // „3. Stock“, „1/2“, „14-tägig“ count something else; „1.“ is an ordinal.
  if (isMark(mark, '.') && mark?.spaced === false && !isEnd(items, at + 2)) return null
  return { minutes: hour * HOUR, isSure: false, either: item.isOnDial, next: at + 1 }
}

/** Whether a full stop before `at` can end a sentence. */
function isEnd(items: readonly Item[], at: number): boolean {
  return items[at] === undefined
}

function fourDigits(items: readonly Item[], at: number): Reading | null {
  const value = numberIn(items[at], 100, 2400)
  if (value === null || value % 100 > 59 || meant(items[at + 1], 'o-clock') === null) return null
  return {
    minutes: Math.floor(value / 100) * HOUR + (value % 100),
    isSure: true,
    either: false,
    next: at + 2,
  }
}

/** „19 Uhr“, „19 Uhr 30“, „19h30“. */
function afterHour(items: readonly Item[], hour: number, at: number): Reading {
  const minute = items[at]
  const isMinute = minute?.typed.length === 2 && numberIn(minute, 0, 59) !== null
  const isMeant = isMinute && !isMark(items[at + 1], ':.-') && meant(items[at + 1], 'o-clock') === null
  const minutes = isMeant ? (minute.value ?? 0) : 0
  return { minutes: hour * HOUR + minutes, isSure: true, either: false, next: isMeant ? at + 1 : at }
}

function hourOf(items: readonly Item[], minutes: number, at: number, isSure: boolean): Reading | null {
  if (minutes > DAY) return null
  const said = meant(items[at], 'o-clock') !== null
  return { minutes, isSure: isSure || said, either: false, next: said ? at + 1 : at }
}

/** „halb acht“, „Viertel vor elf“, „zehn nach acht“, „neunzehn Uhr dreißig“, "half past seven". */
function wordsAt(items: readonly Item[], at: number, pointed: boolean): Reading | null {
  const dial = dialAt(items, at)
  if (dial !== null) return { ...dial, isSure: true, either: dial.minutes <= NOON }
  const hour = meant(items[at], 'number')?.value ?? null
  if (hour === null || hour > 24) return null
  if (meant(items[at + 1], 'o-clock') !== null) {
    const minute = meant(items[at + 2], 'number')?.value ?? 0
    return {
      minutes: hour * HOUR + minute,
      isSure: true,
      either: false,
      next: minute === 0 ? at + 2 : at + 3,
    }
  }
  return pointed ? { minutes: hour * HOUR, isSure: false, either: hour <= 12, next: at + 1 } : null
}

type Dial = { readonly minutes: number; readonly next: number }

function dialAt(items: readonly Item[], at: number): Dial | null {
  const item = items[at]
  if (meant(item, 'half') !== null) {
    // German counts towards the hour, English from it: "half past seven".
    const past = meant(items[at + 1], 'past') !== null
    return onDial(items, past ? at + 2 : at + 1, past ? 30 : -30)
  }
  if (meant(item, 'three-quarters') !== null) return onDial(items, at + 1, -15)
  const quarter = meant(item, 'quarter') !== null
  const minutes = quarter ? 15 : (meant(item, 'number')?.value ?? null)
  if (minutes === null) return null
  if (meant(items[at + 1], 'past') !== null) return onDial(items, at + 2, minutes)
  if (meant(items[at + 1], 'to') !== null) return onDial(items, at + 2, -minutes)
  return quarter ? onDial(items, at + 1, -45) : null
}

function onDial(items: readonly Item[], at: number, minutes: number): Dial | null {
  const hour = meant(items[at], 'number')?.value ?? numberIn(items[at], 1, 24)
  if (hour === null || hour < 1 || hour > 24) return null
  const said = meant(items[at + 1], 'o-clock') !== null
  return { minutes: hour * HOUR + minutes, next: said ? at + 2 : at + 1 }
}

function namedAt(items: readonly Item[], at: number): Reading | null {
  if (meant(items[at], 'midnight') !== null)
    return { minutes: DAY, isSure: true, either: false, next: at + 1 }
  if (meant(items[at], 'noon-time') !== null)
    return { minutes: NOON, isSure: true, either: false, next: at + 1 }
  return null
}

function withDaypart(items: readonly Item[], reading: Reading): FoundClock {
  const { isSure, either, next } = reading
  const half = meant(items[next], 'half-day')
  if (half !== null) {
    const minutes = (reading.minutes % NOON) + (half.half === 'pm' ? NOON : 0)
    return { clock: { minutes, either: false }, isSure: true, part: null, half: half.half, next: next + 1 }
  }
  const part = meant(items[next], 'daypart')?.part ?? null
  const clock = {
    minutes: part === null ? reading.minutes : inPart(reading.minutes, part),
    either: either && part === null,
  }
  const isTold = isSure || (part !== null && either)
  return { clock, isSure: isTold, part, half: null, next: part === null ? next : next + 1 }
}

/** „8 Uhr abends“ is 20:00: an hour of the dial in the part of the day that is said. In minutes since midnight. */
export function inPart(minutes: number, part: Daypart): number {
  if (minutes > NOON) return minutes
  switch (part) {
    case 'morning':
      return minutes
    case 'noon':
      return minutes < 3 * HOUR ? minutes + NOON : minutes
    case 'afternoon':
      return minutes < 8 * HOUR ? minutes + NOON : minutes
    case 'evening':
      return minutes >= 3 * HOUR && minutes < NOON ? minutes + NOON : minutes
    case 'night':
      return minutes >= 8 * HOUR ? minutes + NOON : minutes
    default:
      return part satisfies never
  }
}
