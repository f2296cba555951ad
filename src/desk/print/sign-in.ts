import { notFound } from '../../domain/refusal.ts'
import { showToStaff } from '../../domain/visibility.ts'
import type { House } from '../../http/house.ts'
import { withQuery } from '../../http/query.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { urlsIn } from '../../http/urls.ts'
import { sayDayRange, sayMoment } from '../../i18n/say-day.ts'
import { saySchedule } from '../../i18n/say-rule.ts'
import { counted, fill } from '../../i18n/words.ts'
import { type Made, sheetHandlers } from './block-answers.ts'
import { table } from './blocks.ts'
import { takeOut } from './internal.ts'
import { line, lines } from './line.ts'
import { entryNamed } from './named.ts'
import { sheetHead } from './paper.ts'

const BLANK_LINES = 15

/** Who was there: a list to be signed, of an event or of a meeting, with whoever is expected and lines for the others. */
export const signInSheet = sheetHandlers((house, reader, asked): Made => {
  takeOut(house, reader, asked)
  const { words, language } = reader
  const { signIn } = words.print
  const { what, when, isDated, organisationIds, search } = expectedAt(house, reader, asked)
  const rows = rowsOf(house, organisationIds)
  return {
    sheet: {
      ...sheetHead(reader, {
        title: fill(signIn.title, { what }),
        isInternal: true,
        facts: [
          when,
          ...(organisationIds.length === 0
            ? []
            : [counted(signIn.expected, organisationIds.length, language)]),
        ],
        choice: '',
        closing: '',
      }),
      blocks: [
        { kind: 'text', lines: lines(signIn.privacy) },
        ...(isDated ? [] : [{ kind: 'rules', labels: [signIn.date] } as const]),
        table(
          [
            { label: signIn.name, share: 8 },
            { label: signIn.organisation, share: 9 },
            { label: signIn.signature, share: 8 },
          ],
          rows,
          { blank: BLANK_LINES, isTall: true },
        ),
      ],
      size: 'normal',
      paper: 'a4',
      empty: '',
    },
    path: '/druck/anwesenheit',
    search: withQuery('', search).slice(1),
    file: 'anwesenheit',
    isPrivate: true,
    back: { href: urlsIn(language).printDesk(), label: signIn.back },
  }
})

type Expected = {
  readonly what: string
  readonly when: string
  /** Whether that names the day; else it is written in. */
  readonly isDated: boolean
  readonly organisationIds: readonly number[]
  readonly search: Readonly<Record<string, string>>
}

function expectedAt({ store }: House, { language }: Reader, { query }: Asked): Expected {
  const { veranstaltung, treffen = '' } = query
  if (veranstaltung !== undefined) {
    const event = entryNamed(store.events, veranstaltung) ?? notFound(`event ${veranstaltung}`)
    const { startsOn, endsOn, start, end } = event
    return {
      what: event.title,
      when:
        startsOn === endsOn
          ? sayMoment(startsOn, start, end, language)
          : sayDayRange({ from: startsOn, until: endsOn }, language),
      isDated: true,
      organisationIds: [...new Set(event.participations.map(({ organisationId }) => organisationId))],
      search: { veranstaltung: event.slug },
    }
  }
  const meeting = store.meetings.byIds([Number(treffen)])[0]
  if (meeting === undefined || meeting.archivedAt !== null) notFound(`meeting ${treffen}`)
  // Everybody who meets in the house is asked to a meeting of the house.
  const isOfHouse = meeting.kind === 'house-meeting' && meeting.venueId !== null
  const guests = isOfHouse ? store.meetings.atVenue(meeting.venueId ?? 0) : [meeting]
  return {
    what: meeting.title,
    when: saySchedule(meeting.schedule, language),
    isDated: false,
    organisationIds: [...new Set(guests.map(({ organisationId }) => organisationId))],
    search: { treffen },
  }
}

/** A row for each person known, or one to fill in for each organisation; by name. */
function rowsOf({ store }: House, organisationIds: readonly number[]) {
  const contacts = showToStaff(store.contacts.ofOrganisations(organisationIds))
  return store.organisations.names(organisationIds).flatMap(({ id, name, nameLanguage }) => {
    const persons = new Set(
      contacts.flatMap(({ organisationId, personName }) =>
        organisationId === id && personName !== null ? [personName] : [],
      ),
    )
    return (persons.size === 0 ? [''] : [...persons]).map((person) => [
      lines(person),
      [line(name, nameLanguage ?? '')],
      [],
    ])
  })
}
