// What only a page can answer: the entry is not there, not for this person, or no longer there.

export type RefusalKind = 'not-found' | 'forbidden' | 'gone' | 'sign-in' | 'malformed' | 'busy' | 'too-large'

/** Thrown where no form can show a problem; the one error handler turns it into a page with the right status. */
export class Refusal extends Error {
  readonly kind: RefusalKind

  constructor(kind: RefusalKind, what: string) {
    super(`${kind}: ${what}`)
    this.name = 'Refusal'
    this.kind = kind
  }
}

/** Throws NotFound: the address names nothing that this reader may know of. */
export function notFound(what: string): never {
  throw new Refusal('not-found', what)
}

/** Throws Forbidden: the entry may be known, the act is not this person's. */
export function forbidden(what: string): never {
  throw new Refusal('forbidden', what)
}

/** Throws Malformed: the form is none of ours, so that no field of it could show a problem. */
export function malformed(what: string): never {
  throw new Refusal('malformed', what)
}

/** Throws Busy: too much is asked at once; it can be asked again in a minute. */
export function busy(what: string): never {
  throw new Refusal('busy', what)
}

/** Throws Gone: the entry was there once, and is in the archive now. */
export function gone(what: string): never {
  throw new Refusal('gone', what)
}

/** Throws TooLarge: more was sent than is ever kept. */
export function tooLarge(what: string): never {
  throw new Refusal('too-large', what)
}
