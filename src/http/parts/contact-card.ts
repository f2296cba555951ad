import type { ClockTime } from '../../domain/clock-time.ts'
import { type Day, weekdayOf } from '../../domain/day.ts'
import type { FreeDays } from '../../domain/free-day.ts'
import { openNow } from '../../domain/opening.ts'
import type { ShownContact } from '../../domain/visibility.ts'
import { sayDayOfYear, sayTime, sayWeekday } from '../../i18n/say-day.ts'
import { saySchedule } from '../../i18n/say-rule.ts'
import { fill } from '../../i18n/words.ts'
import type { Reader } from '../reader.ts'
import { type ShownChannel, shownChannels } from './channels.ts'
import { storedLanguage } from './stored-language.ts'

/** Whom to ask: a function, perhaps a person, when somebody answers, and the ways there. */
export type ContactCard = {
  /** The language of function and note where it is not the page's, else empty. */
  readonly language: string
  readonly function: string
  readonly person: string
  readonly hours: string
  /** „Jetzt erreichbar bis 16:00 Uhr“, „Wieder erreichbar heute, 14:00 Uhr“, or empty without hours. */
  readonly openState: string
  readonly note: string
  readonly channels: readonly ShownChannel[]
}

declare module '../render.ts' {
  interface Parts {
    'contact-card': ContactCard
  }
}

/** A contact as its card; `freeDays` are those of where the telephone is. */
export function contactCard(contact: ShownContact, freeDays: FreeDays, reader: Reader): ContactCard {
  return {
    language: storedLanguage(reader),
    function: contact.function,
    person: contact.personName ?? '',
    hours: contact.hours === null ? '' : saySchedule(contact.hours, reader.language),
    openState: sayOpenState(contact, freeDays, reader),
    note: contact.note,
    channels: shownChannels(contact, reader),
  }
}

/** The first minute later today at which the card of one of the contacts says something else, or null. */
export function nextChangeToday(
  contacts: readonly ShownContact[],
  freeDays: FreeDays,
  { now }: Reader,
): ClockTime | null {
  const changes = contacts.flatMap((contact) => {
    if (!hasHours(contact)) return []
    const state = openNow(contact.hours, now, freeDays)
    if (state.open) return state.until === '24:00' ? [] : [state.until]
    return state.next?.day === now.day ? [state.next.start] : []
  })
  return changes.sort()[0] ?? null
}

type WithHours = ShownContact & { readonly hours: NonNullable<ShownContact['hours']> }

/** Whether the hours have an end, so that they can be said to be open or closed; „nach Vereinbarung“ is neither. */
function hasHours(contact: ShownContact): contact is WithHours {
  return contact.hours?.slots.some(({ start, end }) => start !== null && end !== null) === true
}

function sayOpenState(contact: ShownContact, freeDays: FreeDays, reader: Reader): string {
  if (!hasHours(contact)) return ''
  const { words, language, now } = reader
  const state = openNow(contact.hours, now, freeDays)
  if (state.open) return fill(words.dates.openUntil, { time: sayTime(state.until, language) })
  const { next, because: reason } = state
  if (next === null) return reason === null ? words.dates.closed : fill(words.dates.closedToday, { reason })
  const again = { day: sayDayInSentence(next.day, reader), time: sayTime(next.start, language) }
  return reason === null
    ? fill(words.dates.openAgain, again)
    : fill(words.dates.closedTodayOpenAgain, { ...again, reason })
}

function sayDayInSentence(day: Day, { words, language, now }: Reader): string {
  if (day === now.day) return words.dates.todayWord
  const said = `${sayWeekday(weekdayOf(day), language)}, ${sayDayOfYear(day, language)}`
  return fill(words.dates.on, { day: said })
}
