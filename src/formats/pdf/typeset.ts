/** `loose`: a page on each side of paper; `folded`: two, so that the sheets make a booklet. */
export type Binding = 'loose' | 'folded'

/** What the thread that sets pages is asked for: a template below `views/desk/print/`, and the sheet as JSON. */
export type Order = { readonly template: string; readonly sheet: string; readonly binding: Binding }

/** A finished file with the number of pages that were set, of which four make a folded sheet. */
export type Pdf = {
  readonly kind: 'pdf'
  readonly bytes: Uint8Array
  readonly pages: number
  /** SHA-256 of the bytes (base64url). */
  readonly digest: string
}

/**
 * What came of setting a sheet: the file; `letters` that stand in none of the fonts; the compiler is not installed for
 * this machine; too many others wait; or the template is broken, which is a bug of ours.
 */
export type Typeset =
  | Pdf
  | { readonly kind: 'letters'; readonly letters: string }
  | { readonly kind: 'not-installed' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly why: string }
