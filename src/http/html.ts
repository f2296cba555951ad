/** Finished HTML that a template may print as it is: made by our own renderers from escaped text only. */
export type Html = string & { readonly __html: true }
