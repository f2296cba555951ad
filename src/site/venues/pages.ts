import type { City } from '../../domain/city.ts'
import type { ClosingDay } from '../../domain/closing-day.ts'
import { groupedBy } from '../../domain/grouping.ts'
import type { Venue } from '../../domain/venue.ts'
import type { Href } from '../../http/href.ts'
import type { Html } from '../../http/html.ts'
import { markdownOrNull } from '../../http/markdown.ts'
import type { Link } from '../../http/parts/links.ts'
import type { NoticePart } from '../../http/parts/notice.ts'
import type { OrganisationLink } from '../../http/parts/organisation-link.ts'
import { type PlanContent, type RoomPlan, roomPlan } from '../../http/parts/room-plan.ts'
import type { Reader } from '../../http/reader.ts'
import { urlsIn } from '../../http/urls.ts'
import { compareNames } from '../../i18n/german-order.ts'
import { saySchedule } from '../../i18n/say-rule.ts'
import { counted, fill, joined, type Words } from '../../i18n/words.ts'
import type { MeetingAtPlace } from '../../store/meetings.ts'
import type { VenueLine } from '../../store/venues.ts'
import { openingNow, sayClosing } from './opening.ts'

export type VenuesPage = {
  readonly cities: readonly {
    readonly id: string
    readonly name: string
    readonly venues: readonly {
      readonly href: Href
      readonly name: string
      readonly address: string
      readonly about: string
    }[]
  }[]
}

export type GroupHere = {
  readonly href: Href
  readonly name: string
  readonly meetings: readonly { readonly title: string; readonly when: string }[]
}

type ShownRoom = {
  readonly name: string
  readonly floor: string
  readonly seats: string
  readonly stepFree: string
}

export type HousePage = {
  readonly trail: readonly Link[]
  readonly correct: Href
  readonly kindWord: string
  readonly name: string
  readonly notices: readonly NoticePart[]
  readonly closings: readonly string[]
  readonly description: Html | null
  readonly address: string
  readonly arrival: Html | null
  readonly hours: string
  readonly openNow: string
  readonly stepFree: string
  readonly operator: OrganisationLink | null
  readonly rooms: readonly ShownRoom[]
  readonly plan: RoomPlan
  readonly groupCount: string
  readonly groups: readonly GroupHere[]
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/venues/list': VenuesPage
    'site/venues/house': HousePage
  }
  interface Parts {
    'room-table': readonly ShownRoom[]
  }
}

export type HouseContent = PlanContent & {
  readonly city: City
  readonly operator: OrganisationLink | null
  readonly notices: readonly NoticePart[]
  /** Of today. */
  readonly closings: readonly ClosingDay[]
  readonly closingsOfWeek: readonly ClosingDay[]
}

/** All houses, by city. */
export function venuesPage(lines: readonly VenueLine[], { words, language }: Reader): VenuesPage {
  const cityIds = [...new Set(lines.map(({ cityId }) => cityId))]
  return {
    cities: cityIds.map((cityId) => {
      const ofCity = lines.filter((line) => line.cityId === cityId)
      return {
        id: `ort-${cityId}`,
        name: ofCity[0]?.cityName ?? '',
        venues: ofCity.map((line) => ({
          href: urlsIn(language).venue(line.slug),
          name: line.name,
          address: addressOf(line, line.cityName),
          about: [
            ...(line.rooms === 0 ? [] : [counted(words.venues.rooms, line.rooms, language)]),
            ...(line.groups === 0 ? [] : [counted(words.venues.groups, line.groups, language)]),
          ].join(', '),
        })),
      }
    }),
  }
}

/** „Flachsmarkt 15, 47051 Duisburg“. */
export function addressOf(venue: Pick<Venue, 'street' | 'postcode'>, town: string): string {
  return `${venue.street}, ${venue.postcode} ${town}`
}

/** One house, and the minute of today from which „jetzt geöffnet“ says something else. */
export function housePage(
  content: HouseContent,
  reader: Reader,
): { readonly model: HousePage; readonly changesAt: string | null } {
  const { venue, city, meetings } = content
  const { words, language } = reader
  const urls = urlsIn(language)
  const { freeDays } = content.calendarAt({ cityId: venue.cityId, venueId: venue.id })
  const opening =
    venue.openingHours === null
      ? { now: '', changesAt: null }
      : openingNow({ hours: venue.openingHours, closings: content.closings, freeDays }, reader)
  const groups = groupsHere(meetings, reader)
  const model: HousePage = {
    correct: urls.correction({ noun: 'venue', slug: venue.slug }),
    trail: [
      { href: urls.venues, label: words.venues.title },
      { href: urls.city(city.slug), label: city.name },
    ],
    kindWord: fill(words.venues.kindWord, { city: city.name }),
    name: venue.name,
    notices: content.notices,
    closings: content.closingsOfWeek.map((closing) => sayClosing(closing, reader)),
    description: markdownOrNull(venue.description),
    address: addressOf(venue, city.name),
    arrival: markdownOrNull(venue.arrival),
    hours: venue.openingHours === null ? '' : saySchedule(venue.openingHours, language),
    openNow: opening.now,
    stepFree: sayStepFree(venue.stepFree, words),
    operator: content.operator,
    rooms: venue.rooms.map((room) => ({
      name: room.name,
      floor: room.floor,
      seats: room.seats === null ? '' : String(room.seats),
      stepFree: sayStepFree(room.stepFree, words),
    })),
    plan: roomPlan(content, reader),
    groupCount: counted(words.venues.meetHere, groups.length, language),
    groups,
  }
  return { model, changesAt: opening.changesAt }
}

function sayStepFree(answer: boolean | null, { venues }: Words): string {
  if (answer === null) return venues.unknown
  return answer ? venues.yes : venues.no
}

/** Who meets here, by name, each with what it does here and when. */
function groupsHere(meetings: readonly MeetingAtPlace[], { words, language }: Reader): readonly GroupHere[] {
  const urls = urlsIn(language)
  return [...groupedBy(meetings, ({ organisationId }) => organisationId).values()]
    .map((ofGroup) => ({
      href: urls.organisation({ slug: ofGroup[0].organisationSlug, kind: ofGroup[0].organisationKind }),
      name: ofGroup[0].organisationName,
      meetings: ofGroup.map((meeting) => {
        const rule = saySchedule(meeting.schedule, language)
        const room = joined([meeting.roomFloor, meeting.roomName], ', ')
        return {
          title: meeting.title,
          when: room === '' ? rule : fill(words.venues.ruleIn, { rule, room }),
        }
      }),
    }))
    .sort((one, other) => compareNames(one.name, other.name))
}
