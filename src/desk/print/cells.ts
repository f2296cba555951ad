import { isOverdue } from '../../domain/confirmation.ts'
import type { Channel } from '../../domain/contact.ts'
import type { PrintColumn } from '../../domain/print-list.ts'
import type { Reader } from '../../http/reader.ts'
import { sayDayNumbers } from '../../i18n/say-day.ts'
import { saySchedule } from '../../i18n/say-rule.ts'
import { sayScheduleFrom } from '../../i18n/say-schedule-from.ts'
import { fill, joined } from '../../i18n/words.ts'
import type { PrintedMeeting } from '../../store/printing.ts'
import type { PrintEntry, PrintedContact } from './entries.ts'
import { type Line, line, lines } from './line.ts'

/** What an entry says in a column. `others` are the columns beside it, which need not be said twice. */
type Saying = {
  readonly entry: PrintEntry
  readonly contact: PrintedContact | null
  readonly others: readonly PrintColumn[]
}

/** The lines of a cell that belongs to one contact, or to the organisation where a row has none. */
export function contactCell(column: PrintColumn, saying: Saying, reader: Reader): readonly Line[] {
  const { contact, others } = saying
  if (contact === null) return []
  const hours = contact.hours === null ? '' : saySchedule(contact.hours, reader.language)
  switch (column) {
    case 'contact':
      return others.includes('function')
        ? lines(contact.personName)
        : lines(contact.function, contact.personName, hours)
    case 'function':
      return lines(contact.function, hours)
    case 'channels':
      return channelLines(contact.channels, reader)
    case 'telephone':
      return channelLines(
        contact.channels.filter(({ kind }) => kind !== 'email' && kind !== 'form'),
        reader,
      )
    case 'email':
      return channelLines(
        contact.channels.filter(({ kind }) => kind === 'email' || kind === 'form'),
        reader,
      )
    default:
      return []
  }
}

/** The lines of a cell that belongs to the organisation as a whole. */
export function organisationCell(column: PrintColumn, saying: Saying, reader: Reader): readonly Line[] {
  const { entry, others } = saying
  const { organisation, meetings, confirmedOn } = entry
  const { words, language, now } = reader
  switch (column) {
    case 'languages':
      return lines(organisation.languages.map((spoken) => words.languages[spoken]).join(', '))
    case 'city':
      return lines(organisation.cityName)
    case 'meetings':
      return meetings.flatMap((meeting) =>
        lines(
          sayScheduleFrom(meeting.schedule, { today: now.day, language }),
          others.includes('room') ? '' : placeIn(organisation.cityName, meeting),
        ),
      )
    case 'room':
      return lines(...new Set(meetings.map((meeting) => placeIn(organisation.cityName, meeting))))
    case 'confirmed':
      return lines(confirmedOn === null ? words.desk.organisations.never : sayDayNumbers(confirmedOn))
    case 'note':
      return lines(...organisation.internalNote.split('\n'))
    default:
      return []
  }
}

/** The name of an organisation in its own language. */
export function nameLine({ organisation }: PrintEntry): Line {
  return line(organisation.name, organisation.nameLanguage ?? '')
}

/** What makes an entry doubtful, under its name: that the group rests, or that nobody confirmed it for long. */
export function stateLines({ organisation, freshness }: PrintEntry, { words }: Reader): readonly Line[] {
  const { dormantSince } = organisation
  if (dormantSince !== null)
    return lines(fill(words.desk.organisations.dormant, { day: sayDayNumbers(dormantSince) }))
  return lines(isOverdue(freshness) ? words.directory.overdue : '')
}

function channelLines(channels: readonly Channel[], { words }: Reader): readonly Line[] {
  const { fax, form } = words.print
  const isByFormOnly = channels.every(({ kind }) => kind === 'form')
  return channels.flatMap(({ kind, value, note }) => {
    if (kind === 'form') return isByFormOnly ? lines(form) : []
    const said = kind === 'fax' ? fill(fax, { number: value }) : value
    return lines(note === '' ? said : `${said} (${note})`)
  })
}

/** „IZ, 1. Etage, Zimmer 14“; the town only where it is another one than the list's. */
function placeIn(city: string, meeting: PrintedMeeting): string {
  const { venueShortName, venueName, roomFloor, roomName, place, cityName } = meeting
  const house = venueShortName === '' || venueShortName === null ? venueName : venueShortName
  return joined([house, roomFloor, roomName, place, cityName === city ? '' : cityName], ', ')
}
