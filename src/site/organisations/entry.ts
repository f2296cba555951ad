import type { Document, Picture } from '../../domain/attachment.ts'
import type { City } from '../../domain/city.ts'
import type { Confirmation } from '../../domain/confirmation.ts'
import type { FreePlace } from '../../domain/holidays.ts'
import { type Organisation, type OrganisationText, textIn } from '../../domain/organisation.ts'
import type { Topic } from '../../domain/topic.ts'
import type { ShownContact } from '../../domain/visibility.ts'
import type { Calendars } from '../../http/free-days.ts'
import type { Reader } from '../../http/reader.ts'
import type { EventTakenPartIn } from '../../store/events.ts'
import type { MeetingAtPlace } from '../../store/meetings.ts'
import type { ProjectTakenPartIn } from '../../store/projects.ts'
import type { SeenRelation } from '../../store/relations.ts'

/** Everything that the page of an organisation tells of it. */
export type Entry = {
  readonly organisation: Organisation
  readonly city: City
  readonly topics: readonly Topic[]
  readonly contacts: readonly ShownContact[]
  readonly meetings: readonly MeetingAtPlace[]
  /** Documents of the meetings' dates, the latest date first. */
  readonly papers: readonly Document[]
  readonly documents: readonly Document[]
  readonly pictures: readonly Picture[]
  readonly relations: readonly SeenRelation[]
  readonly projects: readonly ProjectTakenPartIn[]
  /** The latest first. */
  readonly events: readonly EventTakenPartIn[]
  readonly confirmation: Confirmation | null
  /** Which days are free where. */
  readonly calendarAt: Calendars
}

/** Where an organisation is at home, in no house of ours: there it picks up the telephone. */
export function placeOf({ cityId }: Organisation): FreePlace {
  return { cityId, venueId: null }
}

/** What the organisation says of itself, in the reader's language where it does. */
export function textOf({ organisation }: Entry, { language }: Reader): OrganisationText | null {
  return textIn(organisation.texts, language)
}
