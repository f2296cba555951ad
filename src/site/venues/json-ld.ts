import type { City } from '../../domain/city.ts'
import type { Slot } from '../../domain/schedule.ts'
import type { Venue } from '../../domain/venue.ts'
import type { Reader } from '../../http/reader.ts'
import { dayOfWeek, postalAddress } from '../../http/schema-org.ts'
import { urlsIn } from '../../http/urls.ts'

/** A house as schema.org/Place; hours that are not the same every week have no place in it and are left out. */
export function placeLd(venue: Venue, city: City, origin: string, reader: Reader): unknown {
  return {
    '@context': 'https://schema.org',
    '@type': 'Place',
    name: venue.name,
    url: `${origin}${urlsIn(reader.language).venue(venue.slug)}`,
    ...(venue.description === '' ? {} : { description: venue.description }),
    address: postalAddress(city.name, venue),
    openingHoursSpecification: (venue.openingHours?.slots ?? []).flatMap(hoursOf),
  }
}

function hoursOf({ rule, start, end }: Slot): unknown[] {
  const { pattern } = rule
  if (start === null || end === null || rule.season !== null) return []
  if (pattern.kind !== 'weekly' || pattern.every !== 1) return []
  return [
    {
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: pattern.weekdays.map(dayOfWeek),
      opens: start,
      closes: end === '24:00' ? '23:59' : end,
      ...(rule.from === null ? {} : { validFrom: rule.from }),
      ...(rule.until === null ? {} : { validThrough: rule.until }),
    },
  ]
}
