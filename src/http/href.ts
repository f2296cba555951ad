import { isSafeLink } from '../domain/web-address.ts'

/** An address that a template may put into `href`, `src` or `action`: one of ours, or a checked one. */
export type Href = string & { readonly __href: true }

/** An absolute address of somebody else; throws a RangeError for any scheme but http, https, mailto and tel. */
export function externalHref(text: string): Href {
  if (!isSafeLink(text)) throw new RangeError('not an address a page may link to')
  return text as Href
}
