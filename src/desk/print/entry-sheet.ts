import type { Organisation } from '../../domain/organisation.ts'
import { postalLines } from '../../domain/postal-address.ts'
import { notFound } from '../../domain/refusal.ts'
import { showToStaff } from '../../domain/visibility.ts'
import { placeOf } from '../../http/agenda.ts'
import type { House } from '../../http/house.ts'
import { withQuery } from '../../http/query.ts'
import type { Reader } from '../../http/reader.ts'
import { urlsIn } from '../../http/urls.ts'
import { saySchedule } from '../../i18n/say-rule.ts'
import { fill, joined } from '../../i18n/words.ts'
import { type Made, sheetHandlers } from './block-answers.ts'
import { type Block, table } from './blocks.ts'
import { takeOut } from './internal.ts'
import { type Line, line, lines } from './line.ts'
import { entryNamed } from './named.ts'
import { sheetHead } from './paper.ts'

/** One group with all that is stored of it, to be corrected by hand and signed: for those who are reached on paper. */
export const entrySheet = sheetHandlers((house, reader, asked): Made => {
  takeOut(house, reader, asked)
  const { words, language } = reader
  const { entry } = words.print
  const { gruppe } = asked.query
  const organisation = entryNamed(house.store.organisations, gruppe) ?? notFound(`organisation ${gruppe}`)
  const { slug } = organisation
  return {
    sheet: {
      ...sheetHead(reader, {
        title: fill(entry.title, { name: organisation.name }),
        isInternal: true,
        facts: [],
        choice: '',
        closing: entry.withdraw,
      }),
      blocks: [
        { kind: 'text', lines: lines(entry.how) },
        particulars(house, organisation, reader),
        { kind: 'heading', text: entry.consentTitle },
        { kind: 'text', lines: lines(entry.consent) },
        { kind: 'ticks', labels: [entry.consentWeb, entry.consentPrint, entry.consentOpen] },
        { kind: 'rules', labels: entry.sign },
      ],
      size: 'normal',
      paper: 'a4',
      empty: '',
    },
    path: '/druck/eintrag',
    search: withQuery('', { gruppe: slug }).slice(1),
    file: `eintrag-${slug}`,
    isPrivate: true,
    back: { href: urlsIn(language).printDesk(), label: entry.back },
  }
})

function particulars({ store }: House, organisation: Organisation, reader: Reader): Block {
  const { words, language } = reader
  const { entry, columns } = words.print
  const topics = store.topics.byIds(organisation.topicIds).map(({ names }) => names[language])
  const contacts = showToStaff(store.contacts.ofOrganisations([organisation.id]))
  const rows: (readonly [label: string, stored: readonly Line[]])[] = [
    [columns.group, [line(organisation.name, organisation.nameLanguage ?? '')]],
    [entry.kind, lines(words.kinds.organisation[organisation.kind])],
    [columns.languages, lines(organisation.languages.map((spoken) => words.languages[spoken]).join(', '))],
    [entry.topics, lines(topics.join(', '))],
    [entry.summary, lines(...organisation.texts.map(({ summary }) => summary))],
    [
      entry.address,
      organisation.addresses.flatMap((address) =>
        lines(...postalLines({ organisation: '', person: '', address })),
      ),
    ],
    [entry.website, lines(organisation.website)],
    ...store.meetings
      .ofOrganisations([organisation.id])
      .map(
        (meeting) =>
          [
            columns.meetings,
            lines(saySchedule(meeting.schedule, language), placeOf(meeting, reader)),
          ] as const,
      ),
    ...contacts.map(
      (contact, index) =>
        [
          fill(entry.contact, { number: index + 1 }),
          lines(
            joined([contact.function, contact.personName], ', '),
            ...contact.channels.map(({ kind, value }) => joined([words.kinds.channel[kind], value], ': ')),
          ),
        ] as const,
    ),
  ]
  return table(
    [
      { label: entry.field, share: 5 },
      { label: entry.stored, share: 9 },
      { label: entry.correction, share: 9 },
    ],
    rows.map(([label, stored]) => [lines(label), stored, []]),
  )
}
