import type { EventContent } from '../../http/parts/event-view.ts'
import type { Reader } from '../../http/reader.ts'
import { postalAddress } from '../../http/schema-org.ts'
import { urlsIn } from '../../http/urls.ts'

/** An event as schema.org/Event; without an offset its times are those of the place, as written. */
export function eventLd(content: EventContent, origin: string, reader: Reader): unknown {
  const { event, city, venue, linkOf } = content
  const { startsOn, start, summary } = event
  const status = event.cancelledBecause === null ? 'EventScheduled' : 'EventCancelled'
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: event.title,
    url: `${origin}${urlsIn(reader.language).event(event.slug)}`,
    ...(summary === '' ? {} : { description: summary }),
    startDate: start === null ? startsOn : `${startsOn}T${start}`,
    ...endOf(event),
    eventStatus: `https://schema.org/${status}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: {
      '@type': 'Place',
      name: venue?.name ?? (event.place === '' ? city.name : event.place),
      address: postalAddress(city.name, venue),
    },
    organizer: event.participations
      .filter(({ role }) => role === 'organiser')
      .map(({ organisationId }) => linkOf(organisationId))
      .filter((link) => link !== null)
      .map(({ name, href }) => ({
        '@type': 'Organization',
        name,
        ...(href === null ? {} : { url: `${origin}${href}` }),
      })),
  }
}

/** Of one day without an end nothing is known; midnight as an end has no place in ISO 8601's clock of a day. */
function endOf({ startsOn, endsOn, end }: EventContent['event']): { readonly endDate?: string } {
  if (end !== null && end !== '24:00') return { endDate: `${endsOn}T${end}` }
  return startsOn === endsOn ? {} : { endDate: endsOn }
}
