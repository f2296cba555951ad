import { groupedBy } from '../../domain/grouping.ts'
import type { ShownContact } from '../../domain/visibility.ts'
import type { Href } from '../../http/href.ts'
import type { Reader } from '../../http/reader.ts'
import { urlsIn } from '../../http/urls.ts'
import { sayDate } from '../../i18n/say-day.ts'
import { saySchedule } from '../../i18n/say-rule.ts'
import { counted, fill, joined } from '../../i18n/words.ts'
import type { CityName } from '../../store/cities.ts'
import type { OrganisationWithContact } from '../../store/contact-list.ts'
import type { MeetingAtPlace } from '../../store/meetings.ts'
import { titleOf } from './pages.ts'

/** One row of the printed list: every row names its organisation, so that it can be read by itself. */
export type SheetRow = {
  readonly name: string
  readonly nameLanguage: string
  readonly function: string
  readonly person: string
  readonly hours: string
  readonly channels: readonly string[]
  /** With the first contact of an organisation only. */
  readonly meetings: readonly { readonly rule: string; readonly place: string }[]
}

export type ContactSheet = {
  readonly back: Href
  readonly title: string
  readonly stateOf: string
  readonly count: string
  readonly runningHead: string
  readonly groups: readonly { readonly city: string; readonly rows: readonly SheetRow[] }[]
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/contacts/sheet': ContactSheet
  }
  interface Parts {
    'contact-sheet-row': SheetRow
  }
}

type SheetContent = {
  readonly city: CityName | null
  /** By city, then name. */
  readonly organisations: readonly OrganisationWithContact[]
  readonly contacts: readonly ShownContact[]
  readonly meetings: readonly MeetingAtPlace[]
}

/** The list for paper: of one city, or of all cities one after the other. */
export function contactSheet(reader: Reader, content: SheetContent): ContactSheet {
  const { words, language, now } = reader
  const { sheet } = words.contacts
  const title = titleOf(content.city, reader)
  const day = sayDate(now.day, language)
  return {
    back: urlsIn(language).contacts({ ort: content.city?.slug }),
    title,
    stateOf: fill(sheet.stateOf, { day }),
    count: counted(sheet.count, content.organisations.length, language),
    runningHead: fill(sheet.runningHead, { title, day }),
    groups: groupsOf(content, reader),
  }
}

function groupsOf(content: SheetContent, reader: Reader): ContactSheet['groups'] {
  const contacts = groupedBy(content.contacts, ({ organisationId }) => organisationId)
  const meetings = groupedBy(content.meetings, ({ organisationId }) => organisationId)
  const groups = new Map<string, SheetRow[]>()
  for (const organisation of content.organisations) {
    const rows = groups.get(organisation.cityName) ?? []
    groups.set(organisation.cityName, rows)
    const shown = contacts.get(organisation.id) ?? []
    shown.forEach((contact, index) => {
      const withMeetings = index === 0 ? (meetings.get(organisation.id) ?? []) : []
      rows.push(sheetRow(organisation, contact, withMeetings, reader))
    })
  }
  return [...groups].map(([city, rows]) => ({ city: content.city === null ? city : '', rows }))
}

function sheetRow(
  organisation: OrganisationWithContact,
  contact: ShownContact,
  meetings: readonly MeetingAtPlace[],
  reader: Reader,
): SheetRow {
  return {
    name: organisation.name,
    nameLanguage: organisation.nameLanguage ?? '',
    function: contact.function,
    person: contact.personName ?? '',
    hours: contact.hours === null ? '' : saySchedule(contact.hours, reader.language),
    channels: channelsOf(contact, reader),
    meetings: meetings.map((meeting) => ({
      rule: saySchedule(meeting.schedule, reader.language),
      place: placeIn(organisation.cityName, meeting),
    })),
  }
}

function channelsOf({ channels }: ShownContact, { words }: Reader): readonly string[] {
  const { fax, form } = words.contacts.sheet
  const isByFormOnly = channels.every(({ kind }) => kind === 'form')
  return channels.flatMap(({ kind, value, note }) => {
    if (kind === 'form') return isByFormOnly ? [form] : []
    const said = kind === 'fax' ? fill(fax, { number: value }) : value
    return [note === '' ? said : `${said} (${note})`]
  })
}

/** „IZ, 1. Etage, Zimmer 14“; the town only where it is another one than the list's. */
function placeIn(city: string, meeting: MeetingAtPlace): string {
  const { venueShortName, venueName, roomFloor, roomName, place, cityName } = meeting
  const house = venueShortName === '' || venueShortName === null ? venueName : venueShortName
  const parts = [house, roomFloor, roomName, place, cityName === city ? '' : cityName]
  return joined(parts, ', ')
}
