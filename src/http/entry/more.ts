/**
 * What the page of an entry holds below its form, by name; each desk declares its own here by declaration merging, with
 * that name as `kind`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Mores {}

/** A section of an entry's page below its form. */
export type More = Mores[keyof Mores]

declare module '../render.ts' {
  interface Parts {
    more: More
  }
}
