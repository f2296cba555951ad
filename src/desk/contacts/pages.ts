import type { Contact } from '../../domain/contact.ts'
import { may, type Ties } from '../../domain/permission.ts'
import type { ShownProblem } from '../../http/forms.ts'
import type { ArchivePart, ConflictPart, EntryForm, ToldPart } from '../../http/parts/entry-form.ts'
import type { Link } from '../../http/parts/links.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'
import { sayInstant } from '../../i18n/say-instant.ts'
import { fill } from '../../i18n/words.ts'
import type { ContactPreview } from './preview.ts'

export type ContactPage = {
  readonly trail: readonly Link[]
  readonly title: string
  readonly lastChange: string
  readonly links: readonly Link[]
  readonly problems: readonly ShownProblem[]
  readonly told: ToldPart | null
  readonly preview: ContactPreview | null
  readonly form: EntryForm
  readonly archive: ArchivePart | null
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/contacts/entry': ContactPage
    'desk/contacts/conflict': ConflictPart
  }
}

/** What is shown of a contact that is there already, around its form. */
export function aroundContact(
  reader: Reader,
  contact: Contact,
  ties: Ties,
  last: { readonly by: string; readonly at: string } | null,
): Pick<ContactPage, 'lastChange' | 'links' | 'archive'> {
  const { words, language } = reader
  const { id, version, archivedAt } = contact
  const isArchived = archivedAt !== null
  const { changed, archivedOn } = words.desk.form
  return {
    lastChange: [
      last === null ? '' : fill(changed, { at: sayInstant(last.at, language), by: last.by }),
      archivedAt === null ? '' : fill(archivedOn, { at: sayInstant(archivedAt, language) }),
    ].join(' '),
    links: may(actorOf(reader), 'read-history', ties)
      ? [{ href: deskUrls.contactAct(id, 'verlauf'), label: words.desk.history.link }]
      : [],
    archive: {
      action: deskUrls.contactAct(id, isArchived ? 'zurueckholen' : 'archivieren'),
      version,
      isArchived,
    },
  }
}

/** Nothing around the form of a contact that is not there yet. */
export const AROUND_NEW: Pick<ContactPage, 'lastChange' | 'links' | 'archive'> = {
  lastChange: '',
  links: [],
  archive: null,
}
