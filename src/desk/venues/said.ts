import type { RoomDraft, VenueDraft } from '../../domain/venue.ts'
import type { SaidField } from '../../http/parts/difference.ts'
import type { Reader } from '../../http/reader.ts'
import { sayHours } from '../../http/schedule/hours.ts'
import { fill, joined } from '../../i18n/words.ts'
import type { Choices } from './forms.ts'

/** Every field of a venue in words: names instead of ids, in the order of its form. */
export function sayVenue(draft: VenueDraft, reader: Reader, choices: Choices): SaidField[] {
  const { fields } = reader.words.deskVenues
  const said = (group: keyof typeof fields, text: string): SaidField => ({
    group,
    label: fields[group],
    text,
  })
  const { operatorId } = draft
  return [
    said('name', draft.name),
    said('shortName', draft.shortName),
    said('description', draft.description),
    said('cityId', choices.cities.find(({ id }) => id === draft.cityId)?.name ?? ''),
    said('street', draft.street),
    said('postcode', draft.postcode),
    said('arrival', draft.arrival),
    said('stepFree', sayAnswer(draft.stepFree, reader)),
    ...sayHours(draft.openingHours, fields.openingHours, reader),
    said('operatorId', operatorId === null ? '' : choices.names.of([operatorId])(operatorId)),
    said('rooms', draft.rooms.map((room) => sayRoom(room, reader)).join('\n')),
  ]
}

function sayRoom({ name, floor, seats, stepFree }: RoomDraft, reader: Reader): string {
  const { seatCount, isStepFree } = reader.words.deskVenues
  return joined(
    [
      floor,
      name,
      seats === null ? '' : fill(seatCount, { count: seats }),
      stepFree === null ? '' : fill(isStepFree, { answer: sayAnswer(stepFree, reader) }),
    ],
    ', ',
  )
}

function sayAnswer(answer: boolean | null, { words }: Reader): string {
  if (answer === null) return ''
  return answer ? words.venues.yes : words.venues.no
}
