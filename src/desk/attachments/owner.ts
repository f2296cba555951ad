import type { AttachmentOwner, PictureOwner } from '../../domain/attachment.ts'
import { parseDay } from '../../domain/day.ts'
import { may } from '../../domain/permission.ts'
import { forbidden, notFound } from '../../domain/refusal.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { sayDate } from '../../i18n/say-day.ts'
import { joined } from '../../i18n/words.ts'
import { tiesOfOwner } from '../../operations/attachments.ts'

/** What an address of a new document or picture names: to what it belongs. Throws NotFound where it names nothing. */
export function ownerIn({ query }: Asked): AttachmentOwner {
  const { veranstaltung, organisation, treffen, tag = '' } = query
  const id = idOf(veranstaltung ?? organisation ?? treffen)
  if (veranstaltung !== undefined) return { noun: 'event', id }
  if (organisation !== undefined) return { noun: 'organisation', id }
  return { noun: 'meeting', id, on: parseDay(tag) ?? notFound(`day ${tag}`) }
}

/** The same for a picture, which stands at no date of a meeting. */
export function pictureOwnerIn(asked: Asked): PictureOwner {
  const owner = ownerIn(asked)
  return owner.noun === 'meeting' ? notFound('a picture of a meeting') : owner
}

/** Throws Forbidden for whoever may not edit what a document belongs to, NotFound where there is no such entry. */
export function mayAttach(house: House, reader: Reader, owner: AttachmentOwner): void {
  if (!may(actorOf(reader), 'edit', tiesOfOwner(house, owner))) forbidden('attach')
}

/** What a document belongs to, in words: „Forum IZ, 3. Juni 2026“. */
export function nameOfOwner(house: House, reader: Reader, owner: AttachmentOwner): string {
  const { events, meetings, organisations } = house.store
  switch (owner.noun) {
    case 'event':
      return events.byId(owner.id)?.title ?? ''
    case 'organisation':
      return organisations.byId(owner.id)?.name ?? ''
    case 'meeting':
      return joined([meetings.byId(owner.id)?.title, sayDate(owner.on, reader.language)], ', ')
    default:
      return owner satisfies never
  }
}

/** Where the documents of an entry stand at the desk. */
export function deskOfOwner(owner: AttachmentOwner): Href {
  switch (owner.noun) {
    case 'event':
      return deskUrls.events.entry(owner.id)
    case 'organisation':
      return deskUrls.organisations.entry(owner.id)
    case 'meeting':
      return deskUrls.meetingDates(owner.id)
    default:
      return owner satisfies never
  }
}

function idOf(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : notFound('owner')
}
