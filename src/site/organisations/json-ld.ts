import type { Weekday } from '../../domain/day.ts'
import type { HolidayCalendar } from '../../domain/holidays.ts'
import type { OrganisationKind } from '../../domain/organisation.ts'
import { nextDates, type Slot, takesPlace } from '../../domain/schedule.ts'
import type { ShownContact } from '../../domain/visibility.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import { dayOfWeek, postalAddress } from '../../http/schema-org.ts'
import { urlsIn } from '../../http/urls.ts'
import { joined } from '../../i18n/words.ts'
import type { MeetingAtPlace } from '../../store/meetings.ts'
import { type Entry, textOf } from './entry.ts'

/** schema.org types; what is not an office or a house of somebody else is a non-governmental organisation. */
const TYPES: Readonly<Record<OrganisationKind, string>> = {
  association: 'NGO',
  group: 'NGO',
  initiative: 'NGO',
  network: 'NGO',
  office: 'GovernmentOrganization',
  'religious-community': 'Organization',
  institution: 'Organization',
}

/** The entry for search engines (schema.org): only what the page shows, too. */
export function organisationData(house: House, reader: Reader, entry: Entry): object {
  const { organisation } = entry
  const text = textOf(entry, reader)
  const address = organisation.addresses.find(({ kind }) => kind === 'visit')
  return withoutEmpty({
    '@context': 'https://schema.org',
    '@type': TYPES[organisation.kind],
    name: organisation.name,
    alternateName: organisation.shortName,
    url: `${house.origin}${urlsIn(reader.language).organisation(organisation)}`,
    sameAs: organisation.website,
    description: text?.summary ?? '',
    foundingDate: organisation.foundedYear === null ? '' : String(organisation.foundedYear),
    areaServed: entry.city.name,
    knowsLanguage: organisation.languages,
    address: address === undefined ? '' : postalAddress(address.town, address),
    contactPoint: entry.contacts.map(contactPoint),
    event: entry.meetings.flatMap((meeting) => meetingData(meeting, entry.calendarAt(meeting), reader)),
  })
}

function contactPoint(contact: ShownContact): object {
  const first = (kinds: readonly string[]) =>
    contact.channels.find(({ kind }) => kinds.includes(kind))?.value ?? ''
  return withoutEmpty({
    '@type': 'ContactPoint',
    contactType: contact.function,
    name: contact.personName ?? '',
    telephone: first(['telephone', 'mobile']),
    email: first(['email']),
  })
}

/** A meeting whose rule schema.org can say: every week, or certain weekdays of every month; others would be told wrongly. */
function meetingData(meeting: MeetingAtPlace, { freeDays }: HolidayCalendar, { now }: Reader): object[] {
  const [slot, ...others] = meeting.schedule.slots
  const frequency = slot === undefined || others.length > 0 ? null : frequencyOf(slot)
  const next = nextDates(meeting.schedule, meeting.exceptions, now.day, 1, freeDays).find(takesPlace)
  const isSure = meeting.organisationDormantSince === null
  if (slot === undefined || frequency === null || next === undefined || !isSure) return []
  const { venueName, venueStreet, place, cityName } = meeting
  return [
    withoutEmpty({
      '@type': 'Event',
      name: meeting.title,
      startDate: next.start === null ? next.day : `${next.day}T${next.start}`,
      location: withoutEmpty({
        '@type': 'Place',
        name: venueName ?? place,
        address: joined([venueStreet, cityName], ', '),
      }),
      eventSchedule: withoutEmpty({
        '@type': 'Schedule',
        ...frequency,
        startTime: slot.start ?? '',
        endTime: slot.end ?? '',
        scheduleTimezone: 'Europe/Berlin',
      }),
    }),
  ]
}

function frequencyOf({ rule }: Slot): object | null {
  const { pattern } = rule
  if (rule.season !== null) return null
  const dayUrls = (weekdays: readonly Weekday[]) =>
    weekdays.map((weekday) => `https://schema.org/${dayOfWeek(weekday)}`)
  if (pattern.kind === 'weekly' && pattern.every === 1)
    return { repeatFrequency: 'P1W', byDay: dayUrls(pattern.weekdays) }
  if (pattern.kind !== 'monthly-weekday' || pattern.months.kind !== 'every-month') return null
  // schema.org counts weeks of the month from 1; it has no word for the last one, nor for the day after one.
  if (pattern.daysLater !== undefined || pattern.ordinals.some((ordinal) => ordinal < 1)) return null
  return { repeatFrequency: 'P1M', byDay: dayUrls(pattern.weekdays), byMonthWeek: pattern.ordinals }
}

function withoutEmpty(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )
}
