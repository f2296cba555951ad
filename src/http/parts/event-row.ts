import { sayDayRange, sayMoment, sayTime, sayTimes } from '../../i18n/say-day.ts'
import { fill } from '../../i18n/words.ts'
import type { EventDate } from '../../store/events.ts'
import type { Href } from '../href.ts'
import type { Reader } from '../reader.ts'
import { urlsIn } from '../urls.ts'
import { type DateLeaf, dateLeaf } from './date-leaf.ts'
import { sayNearDay } from './shown-date.ts'

/** One event in a list. */
export type EventRow = {
  readonly leaf: DateLeaf
  readonly href: Href
  readonly title: string
  readonly when: string
  readonly isOff: boolean
  readonly word: string
  readonly summary: string
  readonly place: string
}

declare module '../render.ts' {
  interface Parts {
    'event-row': EventRow
  }
}

/** An event as a list shows it. */
export function eventRow(event: EventDate, reader: Reader): EventRow {
  const isOff = event.cancelledBecause !== null
  const isToday = event.startsOn <= reader.now.day && reader.now.day <= event.endsOn
  const place = event.venueName ?? event.place
  return {
    leaf: dateLeaf(event.startsOn, reader.language, isOff ? 'cancelled' : isToday ? 'today' : ''),
    href: urlsIn(reader.language).event(event.slug),
    title: event.title,
    when: sayEventTime(event, reader),
    isOff,
    word: isOff ? reader.words.dates.cancelled : '',
    summary: event.summary,
    place:
      place === '' || place === event.cityName
        ? fill(reader.words.dates.inCity, { city: event.cityName })
        : `${place}, ${event.cityName}`,
  }
}

/** „Sonntag, 7. Mai 2023, 12:00 Uhr“, „1.–3. Juni 2026“. */
export function sayEventTime(
  event: Pick<EventDate, 'startsOn' | 'endsOn' | 'start' | 'end'>,
  reader: Reader,
): string {
  if (event.startsOn !== event.endsOn)
    return sayDayRange({ from: event.startsOn, until: event.endsOn }, reader.language)
  const day = sayNearDay(event.startsOn, reader)
  return event.start === null ? day : `${day}, ${sayTimes(event.start, event.end, reader.language)}`
}

/** „Sonntag, 7. Mai 2023, 12:00 Uhr“, „5.–7. Juni 2026, Beginn 18:00 Uhr, Ende 16:00 Uhr“: the same on every day. */
export function sayEventMoments(
  { startsOn, endsOn, start, end }: Pick<EventDate, 'startsOn' | 'endsOn' | 'start' | 'end'>,
  { words, language }: Reader,
): string {
  if (startsOn === endsOn) return sayMoment(startsOn, start, end, language)
  const days = sayDayRange({ from: startsOn, until: endsOn }, language)
  const begins = start === null ? days : fill(words.events.begins, { days, time: sayTime(start, language) })
  return end === null ? begins : fill(words.events.ends, { days: begins, time: sayTime(end, language) })
}
