// A kept list (gemerkte Auswahl): a name for an address of the print desk, so that it can be called again.
import { checkText, type Problem } from './problem.ts'

export type KeptListDraft = {
  readonly name: string
  /** A path of the print desk with its query: `/druck/kontakte?ort=duisburg`. */
  readonly address: string
}
export type KeptList = KeptListDraft & { readonly id: number; readonly version: number }

const LONGEST_ADDRESS = 1000

/** Whether the text is an address of the print desk that can be kept: of a sheet, never of another place. */
export function isKeepable(address: string): boolean {
  return address.length <= LONGEST_ADDRESS && /^\/druck\/[a-z-]+(?:\?[\w\-.~%=&+]*)?$/.test(address)
}

/** What keeps a list from being kept. */
export function checkKeptList({ name }: KeptListDraft): Problem[] {
  return checkText('name', name, { required: true, longest: 100 })
}
