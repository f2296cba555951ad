import type { Href } from '../href.ts'
import type { FieldPart } from './fields.ts'

/** A form that a script completes with the browser's answer; hidden where there is no script or no passkeys. */
export type PasskeyPart = {
  /** To use one, or to make one. */
  readonly ask: 'get' | 'create'
  readonly action: Href
  /** What the browser is asked, as JSON (WebAuthn Level 3 §5.1). */
  readonly options: string
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly fields: readonly FieldPart[]
  readonly button: string
}

declare module '../render.ts' {
  interface Parts {
    passkey: PasskeyPart
  }
}
