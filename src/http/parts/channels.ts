import { createRequire } from 'node:module'
import type { Channel } from '../../domain/contact.ts'
import type { ShownContact, StaffContact } from '../../domain/visibility.ts'
import { externalHref, type Href } from '../href.ts'
import type { Reader } from '../reader.ts'
import { urlsIn } from '../urls.ts'

/** One way to reach somebody. */
export type ShownChannel = {
  readonly href: Href | null
  readonly icon: 'phone' | 'mail'
  readonly kind: string
  readonly value: string
  readonly note: string
}

declare module '../render.ts' {
  interface Parts {
    channels: readonly ShownChannel[]
  }
}

/** The ways to reach a contact that may be shown. */
export function shownChannels(contact: ShownContact | StaffContact, reader: Reader): readonly ShownChannel[] {
  return contact.channels.map((channel) => ({
    href: hrefOf(channel, contact, reader),
    icon: channel.kind === 'email' || channel.kind === 'form' ? 'mail' : 'phone',
    kind: reader.words.kinds.channel[channel.kind],
    value: channel.kind === 'form' ? reader.words.organisations.write : channel.value,
    note: channel.note,
  }))
}

function hrefOf(channel: Channel, contact: ShownContact | StaffContact, reader: Reader): Href | null {
  switch (channel.kind) {
    case 'email':
      // RFC 6068: whatever could end the address or begin a header is percent-encoded.
      return externalHref(`mailto:${encodeURIComponent(channel.value).replaceAll('%40', '@')}`)
    case 'telephone':
    case 'mobile':
      return externalHref(`tel:${diallable(channel.value)}`)
    case 'form':
      return urlsIn(reader.language).feedback({ kontakt: contact.id })
    case 'fax':
      return null
    default:
      return channel.kind satisfies never
  }
}

const require = createRequire(import.meta.url)

/** Loaded with the first number that is shown: a start need not wait for the numbering plans of the world. */
function numberingPlans(): typeof import('libphonenumber-js/max') {
  return require('libphonenumber-js/max')
}

/** RFC 3966: the international number where it can be made out, else the digits as they stand („110“). */
function diallable(value: string): string {
  const number = numberingPlans().parsePhoneNumberFromString(value, 'DE')
  return number?.isPossible() === true ? number.number : value.replace(/[^\d+]/g, '')
}
