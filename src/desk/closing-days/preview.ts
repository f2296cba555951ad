import { agendaOf } from '../../domain/agenda.ts'
import type { ClosingDayDraft } from '../../domain/closing-day.ts'
import { takesPlace } from '../../domain/schedule.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import { sayDayRange } from '../../i18n/say-day.ts'
import { counted, fill } from '../../i18n/words.ts'

/** What closing days do: what readers are told, and how many dates of groups fall away. */
export type ClosingDayPreview = {
  readonly kind: 'closing-day'
  readonly word: string
  readonly said: string
  readonly dates: string
}

declare module '../../http/render.ts' {
  interface Parts {
    'closing-day-preview': ClosingDayPreview
  }
}
declare module '../../http/entry/preview.ts' {
  interface Previews {
    'closing-day': ClosingDayPreview
  }
}

/** What readers will be told, and what falls away; `word` says what kind of look at it this is. */
export function closingDayPreview(
  house: House,
  reader: Reader,
  draft: ClosingDayDraft,
  word: string,
): ClosingDayPreview {
  const { words, language } = reader
  const { closedOn, holidayOn, dates } = words.deskClosingDays
  const { from, until, reason } = draft
  const days = sayDayRange({ from, until }, language)
  return {
    kind: 'closing-day',
    word,
    said: fill(draft.kind === 'closed' ? closedOn : holidayOn, { days, reason }),
    dates: draft.kind === 'closed' ? counted(dates, datesIn(house, draft), language) : '',
  }
}

/** How many dates are held in the houses on those days, as if nothing was closed. */
function datesIn(house: House, { venueId, cityId, from, until }: ClosingDayDraft): number {
  const { meetings } = house.store
  const inHouses =
    venueId === null
      ? meetings.rules({ cityId, topicId: null }).filter((meeting) => meeting.venueId !== null)
      : meetings.atVenue(venueId)
  return agendaOf(inHouses, [], { from, until }).filter(takesPlace).length
}
