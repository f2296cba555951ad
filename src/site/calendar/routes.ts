import { monthOf } from '../../domain/month.ts'
import { notFound } from '../../domain/refusal.ts'
import { agendaIn } from '../../http/agenda.ts'
import { type Answer, page } from '../../http/answer.ts'
import type { House } from '../../http/house.ts'
import { type PlaceChoice, queryOfPlace, readPlaceChoice } from '../../http/parts/place-filter.ts'
import { statusOfList } from '../../http/parts/unknown-filter.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { feedOf, urlsIn } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'
import { monthPage } from './month.ts'
import { type CalendarContent, dayPage, sayPeriod, weekPage } from './pages.ts'
import { codeOf, isFarAway, monthPeriod, type Period, parsePeriod } from './period.ts'

/** The calendar of the current month. */
export function now(house: House, reader: Reader, asked: Asked): Answer {
  return answer(house, reader, asked, monthPeriod(monthOf(reader.now.day)))
}

/** The calendar of a month, a week or a day. */
export function period(house: House, reader: Reader, asked: Asked): Answer {
  const text = asked.params.period ?? ''
  return answer(house, reader, asked, parsePeriod(text) ?? notFound(`period ${text}`))
}

function answer(house: House, reader: Reader, asked: Asked, wanted: Period): Answer {
  const narrowed = readPlaceChoice(house, asked, 'city-and-topic')
  const agenda = agendaIn(house, reader, wanted.range, narrowed.filter)
  const content: CalendarContent = { period: wanted, narrowed, ...agenda }
  const head = headOf(reader, wanted, narrowed.choice)
  const status = statusOfList(narrowed.choice.unknown)
  switch (wanted.kind) {
    case 'month':
      return page(
        'site/calendar/month',
        head,
        monthPage(house, reader, { ...content, month: wanted.month }),
        status,
      )
    case 'week':
      return page(
        'site/calendar/week',
        head,
        weekPage(house, reader, { ...content, week: wanted.week }),
        status,
      )
    case 'day':
      return page('site/calendar/day', head, dayPage(house, reader, { ...content, day: wanted.day }), status)
    default:
      return wanted satisfies never
  }
}

function headOf(reader: Reader, wanted: Period, choice: PlaceChoice) {
  const { words, language } = reader
  const { city } = choice
  const said = sayPeriod(wanted, reader.language)
  return {
    title:
      city === null
        ? fill(words.calendar.title, { period: said })
        : fill(words.calendar.titleInCity, { period: said, city: city.name }),
    description: fill(words.calendar.description, { period: said }),
    canonical: `/kalender/${codeOf(wanted)}`,
    hidden: isFarAway(wanted, reader.now.day),
    feed: feedOf(urlsIn(language).calendar(null, queryOfPlace(choice))),
  }
}
