// A cell that begins like a formula would be run by a spreadsheet: it is written with an apostrophe before it (OWASP, CSV
// injection). Telephone numbers begin with a plus; with spaces between their digits no spreadsheet takes them for numbers.
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

const LIKE_A_FORMULA = /^'*[=+\-@\t\r]/
const DIALLED = /^\+\d{1,3}(?: \d+)+$/

/** The cell as it may be written: guarded where it begins like a formula, unless it is a telephone number. */
export function guarded(cell: string): string {
  return LIKE_A_FORMULA.test(cell) && !DIALLED.test(cell) ? `'${cell}` : cell
}

/** What a guarded cell said. */
export function unguarded(cell: string): string {
  return LIKE_A_FORMULA.test(cell) && cell.startsWith("'") ? cell.slice(1) : cell
}

/**
 * A telephone number that no spreadsheet turns into a sum or another number: as it was typed where it has spaces of its own,
 * else in the dress of DIN 5008.
 */
export function telephoneText(typed: string): string {
  const isSafe = DIALLED.test(typed) || /^[0(]\S* \S/.test(typed)
  if (isSafe) return typed
  const number = parsePhoneNumberFromString(typed, 'DE')
  if (number?.isPossible() !== true) return typed
  return typed.startsWith('+') || typed.startsWith('00')
    ? number.formatInternational()
    : number.formatNational()
}
