import type { Day } from '../../domain/day.ts'
import type { HolidayCalendar } from '../../domain/holidays.ts'
import { MEETING_KINDS } from '../../domain/meeting.ts'
import {
  areaPart,
  choicesPart,
  type FieldPart,
  type Filled,
  type FormSection,
  selectPart,
  textPart,
} from '../../http/parts/fields.ts'
import type { Reader } from '../../http/reader.ts'
import { schedulePart } from '../../http/schedule/part.ts'
import { scheduleIn } from '../../http/schedule/schedule-form.ts'
import type { Tongue } from '../../http/schedule/sentence.ts'
import type { House } from '../../store/houses.ts'
import { fateValue, type Kept, misfitsOf, placeIn } from './forms.ts'
import { houseLabels, sayException } from './said.ts'

/** The form of a meeting. */
export function meetingSections(
  filled: Filled,
  reader: Reader,
  houses: readonly House[],
  about: {
    readonly kept: Kept
    readonly tongue: Tongue
    /** Who else has the room then. */
    readonly clashes: readonly FieldPart[]
    readonly calendarAt: (venueId: number | null) => HolidayCalendar
  },
): readonly FormSection[] {
  const { kept, tongue, calendarAt } = about
  const { sections } = reader.words.meetings
  return [
    {
      id: 'abschnitt-was',
      title: sections.what,
      fields: whatFields(filled, reader),
    },
    {
      id: 'abschnitt-zeiten',
      title: sections.times,
      fields: [
        ...misfitFields(filled, reader, kept, reader.now.day),
        schedulePart(filled, reader, {
          tongue,
          exceptions: kept.exceptions,
          calendar: calendarAt(placeIn(filled.form, houses)?.venueId ?? null),
        }),
      ],
    },
    {
      id: 'abschnitt-ort',
      title: sections.where,
      fields: [...placeFields(filled, reader, houses), ...about.clashes],
    },
  ]
}

function whatFields(filled: Filled, { words }: Reader): readonly FieldPart[] {
  const { fields, hints } = words.meetings
  return [
    textPart(filled, 'title', { label: fields.title, hint: hints.title, isRequired: true }),
    selectPart(filled, 'kind', {
      label: fields.kind,
      options: MEETING_KINDS.map((kind) => [kind, words.kinds.meeting[kind]] as const),
    }),
    areaPart(filled, 'description', { label: fields.description, hint: hints.description, rows: 4 }),
  ]
}

/** Asked only once the new times leave exceptions behind that have no date any more. */
function misfitFields(filled: Filled, reader: Reader, kept: Kept, today: Day): readonly FieldPart[] {
  const { schedule, problems } = scheduleIn(filled.form)
  const unfit = problems.length > 0 ? [] : misfitsOf(kept, schedule, today)
  if (unfit.length === 0) return []
  const { fields, fates } = reader.words.meetings
  return [
    choicesPart(filled, 'misfits', {
      label: fields.misfits,
      hint: unfit.map((exception) => sayException(exception, reader)).join('; '),
      type: 'radio',
      options: [
        [fateValue('drop', unfit), fates.drop],
        [fateValue('keep', unfit), fates.keep],
      ],
    }),
  ]
}

function placeFields(filled: Filled, { words }: Reader, houses: readonly House[]): readonly FieldPart[] {
  const { fields, hints, noHouse } = words.meetings
  return [
    selectPart(filled, 'house', {
      label: fields.house,
      options: [['', noHouse], ...houseLabels(houses)],
    }),
    textPart(filled, 'place', { label: fields.place, hint: hints.place }),
  ]
}
