// An entry as readers see it, told in plain words in a language of groups: for the mail „Stimmt das noch?“ and its link.
import { wallTime } from '../domain/clock.ts'
import type { Day } from '../domain/day.ts'
import type { RuleLanguage } from '../domain/language.ts'
import type { Organisation } from '../domain/organisation.ts'
import { nextDates, type ScheduledDate, takesPlace } from '../domain/schedule.ts'
import { type ShownContact, showContacts } from '../domain/visibility.ts'
import { holidayNames } from '../i18n/holiday-names.ts'
import { sayDayIn } from '../i18n/say-day-in.ts'
import { saySchedule } from '../i18n/say-rule.ts'
import { joined } from '../i18n/words.ts'
import type { MeetingAtPlace } from '../store/meetings.ts'
import type { Office } from './act.ts'

/** A date that can still be called off, as its group knows it. */
export type ToldDate = { readonly day: Day; readonly start: string | null; readonly said: string }

export type ToldMeeting = {
  readonly id: number
  readonly version: number
  readonly title: string
  readonly times: string
  readonly place: string
  readonly dates: readonly ToldDate[]
  /** What comes from the group's own calendar is changed there. */
  readonly isForeign: boolean
}

/** Nothing but what readers see, too: the mail may be passed on. */
export type ToldEntry = {
  readonly organisation: Organisation
  readonly cityName: string
  readonly contacts: readonly ShownContact[]
  readonly meetings: readonly ToldMeeting[]
  /** Changes with everything that the entry tells: whoever confirms, confirms what was there to be seen. */
  readonly stand: string
}

const SHOWN_DATES = 3

/**
 * What readers see of an organisation, its times and next dates said in a language; at most `most` dates of each meeting,
 * and none of a group that rests.
 */
export function toldEntry(
  office: Office,
  organisation: Organisation,
  language: RuleLanguage,
  most = SHOWN_DATES,
): ToldEntry {
  const { cities, contacts, freeDays, meetings } = office.store
  const { day } = wallTime(office.clock())
  const told = organisation.dormantSince === null ? most : 0
  const calendarAt = freeDays.at(holidayNames(language === 'en' ? 'en' : 'de'))
  const shown = showContacts(contacts.publicOf([organisation.id]), 'web', day)
  const ownMeetings = meetings.ofOrganisations([organisation.id])
  return {
    organisation,
    cityName: cities.byId(organisation.cityId)?.name ?? '',
    contacts: shown,
    meetings: ownMeetings.map((meeting): ToldMeeting => {
      const { freeDays: free } = calendarAt(meeting)
      const dates = nextDates(meeting.schedule, meeting.exceptions, day, told, free).filter(takesPlace)
      return {
        id: meeting.id,
        version: meeting.version,
        title: meeting.title,
        times: saySchedule(meeting.schedule, language),
        place: placeOf(meeting),
        dates: dates.map((date) => toldDate(date, language)),
        isForeign: meeting.feedId !== null,
      }
    }),
    stand: standOf(office, organisation, ownMeetings),
  }
}

function toldDate({ day, start, end }: ScheduledDate, language: RuleLanguage): ToldDate {
  const times = joined([start, end], '–')
  const uhr = language === 'de' && times !== '' ? `${times} Uhr` : times
  return { day, start, said: joined([sayDayIn(day, language), uhr], ', ') }
}

function placeOf(meeting: MeetingAtPlace): string {
  const { venueName, venueStreet, roomFloor, roomName, place, cityName } = meeting
  return joined([venueName, venueStreet, roomFloor, roomName, place, cityName], ', ')
}

/** The versions that a stand names, of the organisation and of its contacts; null for a text that is no stand. */
export function standVersions(
  stand: string,
): { readonly organisation: number; readonly contacts: ReadonlyMap<number, number> } | null {
  if (!/^\d{1,9}(?:-[kt]\d{1,9}\.\d{1,9}){0,500}$/.test(stand)) return null
  const [organisation = '', ...parts] = stand.split('-')
  const contacts = parts
    .filter((part) => part.startsWith('k'))
    .map((part) => part.slice(1).split('.').map(Number))
    .map(([id = 0, version = 0]) => [id, version] as const)
  return { organisation: Number(organisation), contacts: new Map(contacts) }
}

/** The versions of all that an entry is made of. */
function standOf(
  { store }: Office,
  { id, version }: Organisation,
  meetings: readonly MeetingAtPlace[],
): string {
  return [
    `${version}`,
    ...store.contacts.publicOf([id]).map((contact) => `k${contact.id}.${contact.version}`),
    ...meetings.map((meeting) => `t${meeting.id}.${meeting.version}`),
  ].join('-')
}
