import type { House } from '../../http/house.ts'
import { externalHref, type Href } from '../../http/href.ts'
import type { Html } from '../../http/html.ts'
import { markdownOrNull } from '../../http/markdown.ts'
import {
  type DocumentLink,
  documentLinks,
  type ShownPicture,
  shownPictures,
} from '../../http/parts/attachments.ts'
import { type ContactCard, contactCard } from '../../http/parts/contact-card.ts'
import type { Link } from '../../http/parts/links.ts'
import { type MeetingCard, meetingCard } from '../../http/parts/meeting-card.ts'
import { organisationPrints, type PrintLinks } from '../../http/parts/print-links.ts'
import type { RelationGroup } from '../../http/parts/relations.ts'
import type { Reader } from '../../http/reader.ts'
import { urlsIn } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'
import { type Entry, placeOf, textOf } from './entry.ts'
import { type Fact, factsOf, type StateOfEntry, stateOf } from './facts.ts'
import { type EventTaken, eventsTaken, type ProjectTaken, projectsTaken } from './participation.ts'
import { type Members, membersOf, relationGroups } from './relations.ts'

export type OrganisationPage = {
  readonly trail: readonly Link[]
  readonly kind: string
  readonly name: string
  readonly nameLanguage: string
  readonly summary: string
  readonly description: Html | null
  /** The language of summary and description where it is not the page's, else empty. */
  readonly textLanguage: string
  readonly topics: readonly Link[]
  readonly meetings: readonly MeetingCard[]
  readonly members: Members | null
  readonly relations: readonly RelationGroup[]
  readonly projects: readonly ProjectTaken[]
  readonly upcoming: readonly EventTaken[]
  readonly past: readonly EventTaken[]
  readonly documents: readonly DocumentLink[]
  readonly pictures: readonly ShownPicture[]
  readonly aside: OrganisationAside
  readonly print: PrintLinks
}

/** Whom to ask, the plain facts, and how old they are. */
export type OrganisationAside = {
  readonly contacts: readonly ContactCard[]
  readonly website: Link | null
  readonly facts: readonly Fact[]
  readonly state: StateOfEntry
  readonly write: Href
  readonly suggest: Href
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/organisations/organisation': OrganisationPage
  }
  interface Parts {
    'organisation-aside': OrganisationAside
  }
}

/** The view model of an organisation or a network. */
export function organisationPage(house: House, reader: Reader, entry: Entry): OrganisationPage {
  const { words, language } = reader
  const { organisation, city } = entry
  const urls = urlsIn(language)
  const text = textOf(entry, reader)
  return {
    trail: trailOf(entry, reader),
    kind: fill(words.organisations.kindIn, {
      kind: words.kinds.organisation[organisation.kind],
      city: city.name,
    }),
    name: organisation.name,
    nameLanguage: organisation.nameLanguage ?? '',
    summary: text?.summary ?? '',
    description: markdownOrNull(text?.description ?? ''),
    textLanguage: text === null || text.language === language ? '' : text.language,
    topics: entry.topics.map(({ slug, names }) => ({
      href: urls.city(city.slug, { thema: slug }),
      label: names[language],
    })),
    meetings: entry.meetings.map((meeting) =>
      meetingCard(
        {
          meeting,
          documents: entry.papers.filter(({ meetingId }) => meetingId === meeting.id),
          calendar: entry.calendarAt(meeting),
        },
        reader,
      ),
    ),
    members: organisation.kind === 'network' ? membersOf(entry, reader) : null,
    relations: relationGroups(entry, reader),
    projects: projectsTaken(entry.projects, reader),
    ...eventsTaken(house, reader, entry.events),
    documents: documentLinks(entry.documents, reader),
    pictures: shownPictures(entry.pictures, reader),
    aside: asideOf(entry, reader),
    print: organisationPrints(organisation, reader),
  }
}

function asideOf(
  { organisation, contacts, confirmation, calendarAt }: Entry,
  reader: Reader,
): OrganisationAside {
  const feedback = urlsIn(reader.language).feedback({ seite: reader.path })
  const { freeDays } = calendarAt(placeOf(organisation))
  return {
    contacts: contacts.map((contact) => contactCard(contact, freeDays, reader)),
    website: websiteOf(organisation.website),
    facts: factsOf(organisation, reader),
    state: stateOf(organisation, confirmation, reader),
    write: feedback,
    suggest: urlsIn(reader.language).correction({ noun: 'organisation', slug: organisation.slug }),
  }
}

function trailOf({ organisation, city }: Entry, { words, language }: Reader): Link[] {
  const urls = urlsIn(language)
  if (organisation.kind === 'network') return [{ href: urls.networks, label: words.frame.menu.networks }]
  return [
    { href: urls.cities, label: words.frame.menu.cities },
    { href: urls.city(city.slug), label: city.name },
  ]
}

/** „amnesty-duisburg-oberhausen.de“: the address as people say it. */
function websiteOf(address: string): Link | null {
  if (address === '') return null
  return {
    href: externalHref(address),
    label: address.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, ''),
  }
}
