import type { EventDraft, ParticipationDraft, ProgrammeItem } from '../../domain/event.ts'
import type { SaidField } from '../../http/parts/difference.ts'
import { sayPlace } from '../../http/parts/venue-field.ts'
import type { Reader } from '../../http/reader.ts'
import { sayDate, sayDayNumbers, sayTime, sayTimes } from '../../i18n/say-day.ts'
import { fill, joined } from '../../i18n/words.ts'
import { type Choices, organisationsOf } from './forms.ts'

/** Every field of an event in words: names instead of ids, in the order of its form. */
export function sayEvent(draft: EventDraft, reader: Reader, choices: Choices): SaidField[] {
  const { words, language } = reader
  const { fields } = words.deskEvents
  const said = (group: keyof typeof fields, text: string): SaidField => ({
    group,
    label: fields[group],
    text,
  })
  const topics = choices.topics.filter(({ id }) => draft.topicIds.includes(id))
  const labelOf = choices.names.of(organisationsOf(draft))
  return [
    said('title', draft.title),
    said('summary', draft.summary),
    said('description', draft.description),
    said('topicIds', topics.map(({ names }) => names[language]).join(', ')),
    said('startsOn', sayDate(draft.startsOn, language)),
    said('endsOn', draft.endsOn === draft.startsOn ? '' : sayDate(draft.endsOn, language)),
    said('start', draft.start === null ? '' : sayTime(draft.start, language)),
    said('end', draft.end === null ? '' : sayTime(draft.end, language)),
    said('yearlySince', draft.yearlySince === null ? '' : String(draft.yearlySince)),
    said('cityId', choices.cities.find(({ id }) => id === draft.cityId)?.name ?? ''),
    said('venueId', sayPlace(draft, choices.places)),
    said('place', draft.place),
    said('programme', draft.programme.map((item) => sayItem(item, reader)).join('\n')),
    said('participations', draft.participations.map((part) => sayPart(part, reader, labelOf)).join('\n')),
    said('cancelledBecause', draft.cancelledBecause ?? ''),
    ...sayReport(draft, reader),
  ]
}

function sayItem(
  { day, start, end, title, description, place }: ProgrammeItem,
  { language }: Reader,
): string {
  const when = [day === null ? '' : sayDayNumbers(day), start === null ? '' : sayTimes(start, end, language)]
  return joined([...when, title, description, place], ', ')
}

function sayPart(part: ParticipationDraft, { words }: Reader, labelOf: (id: number) => string): string {
  const { events, kinds } = words
  const { withOrganisationId } = part
  return joined(
    [
      `${kinds.participation[part.role]}: ${labelOf(part.organisationId)}`,
      part.text,
      part.stand === '' ? '' : fill(events.stand, { stand: part.stand }),
      withOrganisationId === null ? '' : `${events.with} ${labelOf(withOrganisationId)}`,
    ],
    ', ',
  )
}

function sayReport({ report }: EventDraft, { words }: Reader): SaidField[] {
  const { report: labels } = words.deskEvents
  const attendance = report === null || report.attendance === null ? '' : String(report.attendance)
  return [
    { group: 'report.text', label: labels.text, text: report?.text ?? '' },
    { group: 'report.attendance', label: labels.attendance, text: attendance },
    {
      group: 'report.workingGroups',
      label: labels.workingGroups,
      text: report?.workingGroups.join('\n') ?? '',
    },
    { group: 'report.demands', label: labels.demands, text: report?.demands.join('\n') ?? '' },
  ]
}
