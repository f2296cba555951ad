import type { ChannelKind } from '../domain/contact.ts'
import { fieldsLine, line, textLine } from './ical/lines.ts'

/** Somebody to be put into an address book. */
export type Card = {
  /** Stable for ever, e.g. `contact-30@treffpunkt.example`. */
  readonly uid: string
  readonly person: string
  readonly function: string
  readonly organisation: string
  readonly channels: readonly { readonly kind: ChannelKind; readonly value: string }[]
  readonly address: {
    readonly addition: string
    readonly street: string
    readonly postcode: string
    readonly town: string
  } | null
  readonly website: string
  readonly note: string
}

const TELEPHONES: Readonly<Record<Exclude<ChannelKind, 'email' | 'form'>, string>> = {
  telephone: 'TEL;TYPE=WORK,VOICE',
  mobile: 'TEL;TYPE=CELL,VOICE',
  fax: 'TEL;TYPE=WORK,FAX',
}

/**
 * Address book entries as vCard 3.0 (RFC 2426): UTF-8 without quoted-printable, TYPE values in English, for 4.0 breaks umlauts
 * in Outlook. A function without a person is shown by its organisation.
 */
export function vcardsOf(cards: readonly Card[]): string {
  return cards.map(vcardOf).join('')
}

function vcardOf(card: Card): string {
  const name = card.person === '' ? `${card.organisation}, ${card.function}` : card.person
  // N must stand in every card; without a person it holds the name shown.
  const [given, family] = card.person === '' ? [name, ''] : namesOf(card.person)
  const { address } = card
  return [
    line('BEGIN', 'VCARD'),
    line('VERSION', '3.0'),
    textLine('UID', card.uid),
    textLine('FN', name),
    fieldsLine('N', [family, given, '', '', '']),
    textLine('ORG', card.organisation),
    textLine('TITLE', card.function),
    ...card.channels.flatMap(({ kind, value }) => {
      if (kind === 'form') return []
      return kind === 'email' ? textLine('EMAIL;TYPE=INTERNET', value) : textLine(TELEPHONES[kind], value)
    }),
    address === null
      ? ''
      : fieldsLine('ADR;TYPE=WORK', [
          '',
          address.addition,
          address.street,
          address.town,
          '',
          address.postcode,
          'Deutschland',
        ]),
    line('URL', card.website),
    textLine('NOTE', card.note),
    line('END', 'VCARD'),
  ].join('')
}

/** „Dr. Erika van der Muster“ → given „Dr. Erika van der“, family „Muster“: the last word is what address books sort by. */
function namesOf(person: string): readonly [given: string, family: string] {
  const words = person.trim().split(/\s+/)
  const family = words.pop() ?? ''
  return [words.join(' '), family]
}
