import { groupedBy } from '../../domain/grouping.ts'
import { addMonths, monthOf, monthRange, parseMonth } from '../../domain/month.ts'
import { notFound } from '../../domain/refusal.ts'
import { type AgendaDay, agendaDays, agendaIn } from '../../http/agenda.ts'
import type { House } from '../../http/house.ts'
import { readPlaceChoice } from '../../http/parts/place-filter.ts'
import { withQuery } from '../../http/query.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { pathIn, urlsIn } from '../../http/urls.ts'
import { sayDay, sayMonth } from '../../i18n/say-day.ts'
import { counted, fill, joined } from '../../i18n/words.ts'
import { type Made, sheetHandlers } from './block-answers.ts'
import { type Block, table } from './blocks.ts'
import { line, lines } from './line.ts'
import { sheetHead } from './paper.ts'
import { codeIn } from './query.ts'

const PATH = '/druck/monat'

/** The month's programme for the notice board; the next month where none is named. */
export const monthProgramme = sheetHandlers(make)

function make(house: House, reader: Reader, asked: Asked): Made {
  const { words, language, now } = reader
  const { month: said } = words.print
  const { monat = '' } = asked.query
  const nach = codeIn(asked, 'nach', ['ort', 'tag'])
  const month =
    monat === '' ? addMonths(monthOf(now.day), 1) : (parseMonth(monat) ?? notFound(`month ${monat}`))
  const { choice, filter } = readPlaceChoice(house, asked, 'city-and-topic')
  if (choice.unknown.length > 0) notFound(`to print: ${choice.unknown.join(', ')}`)
  const { occurrences } = agendaIn(house, reader, monthRange(month), filter)
  const days = agendaDays(house, reader, occurrences)
  const name = sayMonth(month, language)
  const { city, topic } = choice
  const isBooklet = codeIn(asked, 'papier', ['heft', 'a4']) === 'heft'
  const search = {
    monat: month,
    ort: city?.slug,
    thema: topic?.slug,
    nach: nach === 'ort' ? 'ort' : null,
  }
  const other = withQuery(pathIn(language, PATH), { ...search, papier: isBooklet ? null : 'heft' })
  return {
    sheet: {
      ...sheetHead(reader, {
        title:
          city === null
            ? fill(said.title, { month: name })
            : fill(said.titleIn, { month: name, city: city.name }),
        isInternal: false,
        facts: [counted(said.count, occurrences.length, language)],
        choice: topic === null ? '' : fill(words.print.choice.thema, { name: topic.names[language] }),
        closing: occurrences.length === 0 ? '' : said.closing,
      }),
      blocks: nach === 'ort' ? byCity(days, reader) : days.flatMap((day) => dayBlocks(day, reader)),
      size: 'normal',
      paper: isBooklet ? 'a5' : 'a4',
      empty: occurrences.length === 0 ? said.empty : '',
    },
    path: PATH,
    search: withQuery('', { ...search, papier: isBooklet ? 'heft' : null }).slice(1),
    file: isBooklet ? 'programmheft' : 'programm',
    isPrivate: false,
    back: { href: urlsIn(language).calendar(month, { ort: city?.slug }), label: said.back },
    links: [{ href: other, label: isBooklet ? said.asSheet : said.asBooklet }],
  }
}

type Dated = { readonly day: AgendaDay; readonly occurrence: AgendaDay['occurrences'][number] }

function dayBlocks(day: AgendaDay, reader: Reader): readonly Block[] {
  return [
    { kind: 'heading', text: sayDay(day.datetime, reader.language) },
    occurrencesTable(
      day.occurrences.map((occurrence) => ({ day, occurrence })),
      reader,
      false,
    ),
  ]
}

/** The town stands last in a place: „IZ, Saal, Duisburg“. */
function byCity(days: readonly AgendaDay[], reader: Reader): readonly Block[] {
  const dated = days.flatMap((day) => day.occurrences.map((occurrence): Dated => ({ day, occurrence })))
  const groups = groupedBy(dated, ({ occurrence }) => occurrence.city)
  return [...groups].flatMap(([city, ofCity]): readonly Block[] => [
    { kind: 'heading', text: city },
    occurrencesTable(ofCity, reader, true),
  ])
}

function occurrencesTable(dated: readonly Dated[], { words, language }: Reader, withDay: boolean): Block {
  const { month: said } = words.print
  return table(
    [
      { label: withDay ? said.day : said.time, share: 5 },
      { label: said.what, share: 9 },
      { label: said.where, share: 8 },
    ],
    dated.map(({ day, occurrence: { title, organisation, place, date } }) => [
      lines(withDay ? sayDay(day.datetime, language) : '', date.time),
      [
        line(title),
        ...lines(organisation, joined([date.state === 'today' ? '' : date.word, date.reason], ': ')),
      ],
      lines(place),
    ]),
  )
}
