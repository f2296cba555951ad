import type { Occurrence } from '../../domain/agenda.ts'
import { LANDS } from '../../domain/land.ts'
import { takesPlace } from '../../domain/schedule.ts'
import type { Topic } from '../../domain/topic.ts'
import { type AgendaDay, agendaDays } from '../../http/agenda.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { type DateLeaf, largeDateLeaf } from '../../http/parts/date-leaf.ts'
import { type EventRow, eventRow } from '../../http/parts/event-row.ts'
import type { CityTile, Link } from '../../http/parts/links.ts'
import type { Reader } from '../../http/reader.ts'
import { urlsIn } from '../../http/urls.ts'
import { counted } from '../../i18n/words.ts'
import type { CityCount } from '../../store/cities.ts'
import type { EventDate } from '../../store/events.ts'

export type HomePage = {
  readonly examples: readonly Link[]
  readonly explanations: readonly Link[]
  readonly todayLeaf: DateLeaf
  readonly todayHref: Href
  readonly todayCount: string
  readonly cities: readonly CityTile[]
  readonly allCities: Href
  readonly days: readonly AgendaDay[]
  readonly calendar: Href
  readonly events: readonly EventRow[]
  readonly allEvents: Href
}

export type CitiesPage = {
  readonly lands: readonly {
    readonly id: string
    readonly name: string
    readonly cities: readonly CityTile[]
  }[]
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/home/home': HomePage
    'site/home/cities': CitiesPage
  }
}

const TILES = 9
const EXAMPLES = 3
const MOST_PER_DAY = 8

type HomeContent = {
  readonly cities: readonly CityCount[]
  readonly topics: readonly Topic[]
  readonly occurrences: readonly Occurrence[]
  readonly events: readonly EventDate[]
}

/** The start page's view model. */
export function homePage(house: House, reader: Reader, content: HomeContent): HomePage {
  const { language, words, now } = reader
  const urls = urlsIn(language)
  const today = content.occurrences.filter((date) => date.day === now.day && takesPlace(date)).length
  const largest = [...content.cities].sort((one, other) => other.organisationCount - one.organisationCount)
  return {
    examples: content.topics.slice(0, EXAMPLES).map(({ names }) => ({
      href: urls.search({ q: names[language] }),
      label: names[language],
    })),
    explanations: [
      { href: urls.text('leichte-sprache'), label: words.frame.foot.plainLanguage },
      { href: urls.text('gebaerdensprache'), label: words.frame.foot.signLanguage },
    ],
    todayLeaf: largeDateLeaf(now.day, language, 'with-year'),
    todayHref: urls.calendar(now.day),
    todayCount: today === 0 ? words.home.nothingToday : counted(words.home.todayCount, today, language),
    cities: largest.slice(0, TILES).map((city) => cityTile(city, reader)),
    allCities: urls.cities,
    days: agendaDays(house, reader, content.occurrences, MOST_PER_DAY),
    calendar: urls.calendar(null),
    events: content.events.map((event) => eventRow(event, reader)),
    allEvents: urls.events(),
  }
}

/** All cities under the names of their Länder. */
export function citiesPage(cities: readonly CityCount[], reader: Reader): CitiesPage {
  const lands = [...new Set(cities.map(({ land }) => land))].sort((one, other) =>
    LANDS[one] < LANDS[other] ? -1 : 1,
  )
  return {
    lands: lands.map((land) => ({
      id: `land-${land.toLowerCase()}`,
      name: LANDS[land],
      cities: cities.filter((city) => city.land === land).map((city) => cityTile(city, reader)),
    })),
  }
}

function cityTile(city: CityCount, { language, words }: Reader): CityTile {
  return {
    href: urlsIn(language).city(city.slug),
    name: city.name,
    about: counted(words.home.groups, city.organisationCount, language),
  }
}
