// Knows times of day as a clock on the wall shows them, to the minute and without a zone.

/** 'HH:MM', 00:00 to 23:59; '24:00' is midnight as an end. Its alphabetical order is its order in time. */
export type ClockTime = string & { readonly __clockTime: true }

/** Whether a text is a time of day: strict 'HH:MM', and '24:00'. */
export function isClockTime(text: string): text is ClockTime {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) || text === '24:00'
}

/** The time a text names, or null where there is none ('9:00', '19.30', '24:01'). */
export function parseClockTime(text: string): ClockTime | null {
  return isClockTime(text) ? text : null
}

/** Minutes since midnight, 0 to 1440. */
export function minutesOf(time: ClockTime): number {
  return twoDigits(time, 0) * 60 + twoDigits(time, 3)
}

// By character code: a calendar of a month reads thousands of times, and Number(slice) is several times slower.
function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528
}
