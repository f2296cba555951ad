import type { MeetingDraft } from '../../domain/meeting.ts'
import type { ScheduleException } from '../../domain/schedule.ts'
import type { SaidField } from '../../http/parts/difference.ts'
import { sayPause } from '../../http/parts/meeting-card.ts'
import type { Reader } from '../../http/reader.ts'
import { sayDayShort, sayMoment, sayTimes } from '../../i18n/say-day.ts'
import { saySchedule } from '../../i18n/say-rule.ts'
import { fill, joined } from '../../i18n/words.ts'
import type { House } from '../../store/houses.ts'
import { houseValue } from './forms.ts'

/** Every field of a meeting in words, in the order of its form; its exceptions last. */
export function sayMeeting(draft: MeetingDraft, reader: Reader, houses: readonly House[]): SaidField[] {
  const { words, language } = reader
  const { fields } = words.meetings
  const said = (group: keyof typeof fields, text: string): SaidField => ({
    group,
    label: fields[group],
    text,
  })
  return [
    said('title', draft.title),
    said('kind', words.kinds.meeting[draft.kind]),
    {
      group: 'slots',
      label: words.schedule.fields.schedule,
      text: saySchedule({ ...draft.schedule, note: null }, language),
    },
    { group: 'scheduleNote', label: words.schedule.fields.scheduleNote, text: draft.schedule.note ?? '' },
    said('house', sayHouse(draft, houses)),
    said('place', draft.place),
    said('description', draft.description),
    said('exceptions', draft.exceptions.map((exception) => sayException(exception, reader)).join('\n')),
  ]
}

/** „Mi., 03.06.2026 fällt aus (Krank)“. */
export function sayException(exception: ScheduleException, reader: Reader): string {
  if (exception.kind === 'paused') return sayPause(exception, reader)
  const { words, language } = reader
  const { exceptions } = words.meetings
  const { on, start, reason } = exception
  const day =
    start === null
      ? sayDayShort(on, language)
      : `${sayDayShort(on, language)}, ${sayTimes(start, null, language)}`
  const said =
    exception.kind === 'moved'
      ? fill(exceptions.moved, {
          day,
          to: sayMoment(exception.to.day, exception.to.start, exception.to.end, language),
        })
      : fill(exceptions[exception.kind], { day })
  return reason === null ? said : fill(exceptions.because, { said, reason })
}

/** „Internationales Zentrum, Musikraum (2. Etage)“. */
export function houseLabels(houses: readonly House[]): ReadonlyMap<string, string> {
  return new Map(
    houses.flatMap(({ id, name, cityName, rooms }): [string, string][] => [
      [houseValue(id, null), `${cityName}: ${name}`],
      ...rooms.map((room): [string, string] => [
        houseValue(id, room.id),
        `${cityName}: ${joined([name, room.floor, room.name], ', ')}`,
      ]),
    ]),
  )
}

function sayHouse({ venueId, roomId }: MeetingDraft, houses: readonly House[]): string {
  return houseLabels(houses).get(houseValue(venueId, roomId)) ?? ''
}
