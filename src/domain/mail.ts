// A mail as it is to be sent.

/** Plain text, to one address. */
export type Mail = { readonly recipient: string; readonly subject: string; readonly body: string }
