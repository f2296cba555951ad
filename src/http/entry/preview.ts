/**
 * How each noun is shown to readers, by the name of the noun; each desk declares its own here by declaration merging, with
 * its name as `kind`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Previews {}

/** An entry as readers will see it, or saw it. */
export type Preview = Previews[keyof Previews]

declare module '../render.ts' {
  interface Parts {
    preview: Preview
  }
}
