/** What the thread that sets pages is asked for: a template below `views/desk/print/`, and the sheet as JSON. */
export type Order = { readonly template: string; readonly sheet: string }

/** A finished file with the number of its pages. */
export type Pdf = { readonly kind: 'pdf'; readonly bytes: Uint8Array; readonly pages: number }

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
