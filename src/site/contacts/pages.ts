import type { ShownContact } from '../../domain/visibility.ts'
import type { Calendars } from '../../http/free-days.ts'
import type { Href } from '../../http/href.ts'
import { type ContactCard, contactCard } from '../../http/parts/contact-card.ts'
import type { Link } from '../../http/parts/links.ts'
import type { NoticePart } from '../../http/parts/notice.ts'
import { type PagesPart, pagesPart } from '../../http/parts/pages.ts'
import { type Narrowed, type PlaceFilter, placeFilter } from '../../http/parts/place-filter.ts'
import { unknownFilters } from '../../http/parts/unknown-filter.ts'
import type { Reader } from '../../http/reader.ts'
import { urlsIn } from '../../http/urls.ts'
import { counted, fill } from '../../i18n/words.ts'
import type { CityName } from '../../store/cities.ts'
import type { OrganisationWithContact } from '../../store/contact-list.ts'

/** An organisation with everybody who may be asked there. */
export type ContactRow = {
  readonly href: Href
  readonly name: string
  readonly nameLanguage: string
  readonly city: string
  readonly contacts: readonly ContactCard[]
}

export type ContactsPage = {
  readonly title: string
  readonly printed: Href
  readonly notices: readonly NoticePart[]
  readonly filter: PlaceFilter
  readonly text: string
  readonly chosen: readonly Link[]
  readonly count: string
  readonly rows: readonly ContactRow[]
  readonly pages: PagesPart | null
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/contacts/list': ContactsPage
  }
  interface Parts {
    'contact-row': ContactRow
    'contact-filter': ContactsPage
  }
}

type ContactsContent = {
  readonly narrowed: Narrowed
  readonly text: string
  readonly count: number
  readonly number: number
  readonly organisations: readonly OrganisationWithContact[]
  readonly contacts: readonly ShownContact[]
  /** Which days are free where. */
  readonly calendarAt: Calendars
}

/** The list of contacts. */
export function contactsPage(reader: Reader, content: ContactsContent): ContactsPage {
  const { words, language } = reader
  const urls = urlsIn(language)
  const { choice } = content.narrowed
  const { text } = content
  const filter = placeFilter(reader, content.narrowed, ({ ort }) => urls.contacts({ ort, q: text }))
  const ort = choice.city?.slug ?? null
  return {
    title: titleOf(choice.city, reader),
    printed: urls.printedContacts({ ort }),
    notices: unknownFilters(choice.unknown, reader),
    filter: { ...filter, action: urls.contacts() },
    text,
    chosen: [
      ...filter.chosen,
      ...(text === '' ? [] : [{ href: urls.contacts({ ort }), label: `„${text}“` }]),
    ],
    count: counted(words.contacts.count, content.count, language),
    rows: contactRows(content, reader),
    pages: pagesPart(content.number, content.count, (seite) => urls.contacts({ ort, q: text, seite })),
  }
}

/** „Kontakte in Duisburg“. */
function titleOf(city: CityName | null, { words }: Reader): string {
  return city === null ? words.contacts.title : fill(words.contacts.titleIn, { city: city.name })
}

function contactRows(
  { organisations, contacts, calendarAt }: ContactsContent,
  reader: Reader,
): readonly ContactRow[] {
  const urls = urlsIn(reader.language)
  return organisations.map((organisation) => ({
    href: urls.organisation(organisation),
    name: organisation.name,
    nameLanguage: organisation.nameLanguage ?? '',
    city: organisation.cityName,
    contacts: contacts
      .filter(({ organisationId }) => organisationId === organisation.id)
      .map((contact) =>
        contactCard(contact, calendarAt({ cityId: organisation.cityId, venueId: null }).freeDays, reader),
      ),
  }))
}
