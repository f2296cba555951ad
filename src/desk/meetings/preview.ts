import type { MeetingDraft } from '../../domain/meeting.ts'
import type { Organisation } from '../../domain/organisation.ts'
import type { Calendars } from '../../http/free-days.ts'
import { type MeetingCard, meetingCard } from '../../http/parts/meeting-card.ts'
import type { Reader } from '../../http/reader.ts'
import type { House } from '../../store/houses.ts'

/** A meeting as readers will see it: the very card of its organisation's page. */
export type MeetingPreview = {
  readonly kind: 'meeting'
  readonly word: string
  readonly organisation: string
  readonly card: MeetingCard
}

declare module '../../http/render.ts' {
  interface Parts {
    'meeting-preview': MeetingPreview
  }
}
declare module '../../http/entry/preview.ts' {
  interface Previews {
    meeting: MeetingPreview
  }
}

/** What readers will see of a draft; `word` says what kind of look at it this is. */
export function meetingPreview(
  draft: MeetingDraft,
  reader: Reader,
  about: {
    readonly word: string
    readonly organisation: Organisation
    readonly cityName: string
    readonly houses: readonly House[]
    readonly calendarAt: Calendars
  },
): MeetingPreview {
  const { word, organisation, houses } = about
  const house = houses.find(({ id }) => id === draft.venueId)
  const room = house?.rooms.find(({ id }) => id === draft.roomId)
  const meeting = {
    ...draft,
    id: 0,
    uid: '',
    version: 0,
    updatedAt: '',
    archivedAt: null,
    feedId: null,
    feedFetchedAt: null,
    cityId: house?.cityId ?? organisation.cityId,
    cityName: house?.cityName ?? about.cityName,
    organisationSlug: organisation.slug,
    organisationName: organisation.name,
    organisationKind: organisation.kind,
    organisationCityId: organisation.cityId,
    organisationDormantSince: organisation.dormantSince,
    venueSlug: house?.slug ?? null,
    venueName: house?.name ?? null,
    venueStreet: house?.street ?? null,
    venueShortName: house?.shortName ?? null,
    roomName: room?.name ?? null,
    roomFloor: room?.floor ?? null,
  }
  // Nobody edits a preview by its links.
  const calendar = about.calendarAt({ cityId: meeting.cityId, venueId: meeting.venueId })
  const card = meetingCard({ meeting, documents: [], calendar }, { ...reader, actor: null })
  return { kind: 'meeting', word, organisation: organisation.name, card }
}
