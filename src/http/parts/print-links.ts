import type { OrganisationKind } from '../../domain/organisation.ts'
import { may, NO_TIES } from '../../domain/permission.ts'
import type { Reader } from '../reader.ts'
import { urlsIn } from '../urls.ts'
import type { Link } from './links.ts'

/** The sheets that can be printed of an entry, in a row of links; empty for nobody's row. */
export type PrintLinks = readonly Link[]

/** The same as a section of the entry's page at the desk. */
export type PrintPart = { readonly kind: 'print'; readonly links: PrintLinks }

declare module '../render.ts' {
  interface Parts {
    'print-links': PrintLinks
    'print-at-desk': PrintPart
  }
}
declare module '../entry/more.ts' {
  interface Mores {
    print: PrintPart
  }
}

/** Of an organisation: a network's members, for everybody; and for those who print, the sheet with all that is stored. */
export function organisationPrints(
  { slug, kind }: { readonly slug: string; readonly kind: OrganisationKind },
  reader: Reader,
): PrintLinks {
  const { words, language } = reader
  const urls = urlsIn(language)
  const members = { href: urls.printedList(`netzwerk=${slug}&${NAMES}`), label: words.print.links.members }
  const entry = { href: urls.printedEntry({ gruppe: slug }), label: words.print.other.entrySheet }
  return [...(kind === 'network' ? [members] : []), ...forPrinters(entry, reader)]
}

/** Of a project: who takes part in it. */
export function projectPrints({ slug }: { readonly slug: string }, { words, language }: Reader): PrintLinks {
  const href = urlsIn(language).printedList(`projekt=${slug}&${NAMES}`)
  return [{ href, label: words.print.links.participants }]
}

/** Of the list of networks: the networks themselves. */
export function networksPrints({ words, language }: Reader): PrintLinks {
  return [{ href: urlsIn(language).printedList(`art=network&${NAMES}`), label: words.print.links.networks }]
}

/** Of the list of events: the next month's programme of the same place and topic. */
export function eventsPrints(
  chosen: { readonly ort: string | null; readonly thema: string | null },
  { words, language }: Reader,
): PrintLinks {
  return [{ href: urlsIn(language).printedMonth(chosen), label: words.print.links.month }]
}

/** Of an event or a meeting, for those who print: the list to be signed. */
export function signInPrints(
  of: { readonly veranstaltung: string } | { readonly treffen: number },
  reader: Reader,
): PrintLinks {
  const href = urlsIn(reader.language).printedSignIn(of)
  return forPrinters({ href, label: reader.words.print.links.signIn }, reader)
}

/** The section at the desk; none where there is nothing to print. */
export function printPart(links: PrintLinks): readonly PrintPart[] {
  return links.length === 0 ? [] : [{ kind: 'print', links }]
}

// Everybody who belongs, also whoever has no contact that may be printed.
const NAMES = 'spalte=gruppe&spalte=ort&spalte=sprachen&spalte=zeiten'

function forPrinters(link: Link, { actor }: Reader): PrintLinks {
  return actor !== null && may(actor, 'print-internal', NO_TIES) ? [link] : []
}
