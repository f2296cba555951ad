import { addDays } from '../../domain/day.ts'
import { addMonths, monthOf } from '../../domain/month.ts'
import { addWeeks, type Week, weekOf, weekRange } from '../../domain/week.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import type { Option } from '../../http/parts/fields.ts'
import type { Link } from '../../http/parts/links.ts'
import { withQuery } from '../../http/query.ts'
import type { Reader } from '../../http/reader.ts'
import { pathIn } from '../../http/urls.ts'
import { sayDayRange, sayDayShort } from '../../i18n/say-day.ts'
import { fill } from '../../i18n/words.ts'
import { MEASURES, type typedLabels, USUAL_LABELS, USUAL_MEASURES } from './label-query.ts'
import { addressOf } from './paper.ts'
import { type PrintQuery, searchOf, withoutLook } from './query.ts'

/** What the print desk offers beside the list: labels, sheets of a house, of an event, of the next month. */
export type OtherSheets = {
  readonly labels: {
    readonly action: Href
    /** The selection, handed on. */
    readonly hidden: readonly { readonly name: string; readonly value: string }[]
    readonly formats: readonly Option[]
    readonly pers: readonly Option[]
    readonly start: string
    readonly measures: readonly { readonly name: string; readonly label: string; readonly value: string }[]
    /** Measures of one's own are in use. */
    readonly isOwn: boolean
  }
  readonly house: {
    readonly houses: readonly Option[]
    readonly weeks: readonly Option[]
    readonly week: Href
    readonly doors: Href
  }
  readonly signIn: { readonly action: Href; readonly events: readonly Option[] }
  readonly month: readonly Link[]
}

declare module '../../http/render.ts' {
  interface Parts {
    'print-labels': OtherSheets['labels']
    'print-others': OtherSheets
  }
}

// Whoever prints a list to sign prints it shortly before, or just after.
const DAYS_BACK = 14
const DAYS_AHEAD = 366

/** The other sheets, for the selection that is chosen, and with the labels that were. */
export function otherSheets(
  house: House,
  reader: Reader,
  { query, typed }: { readonly query: PrintQuery; readonly typed: ReturnType<typeof typedLabels> },
): OtherSheets {
  const { words, language, now } = reader
  const { labels, other } = words.print
  const at = (path: string, search = {}) => withQuery(pathIn(language, path), search)
  const option = ([value, label]: readonly [string, string]): Option => ({ value, label, isChosen: false })
  const chosenIn = (choices: Readonly<Record<string, string>>, usual: string, code = usual) => {
    const chosen = Object.hasOwn(choices, code) ? code : usual
    return Object.entries(choices).map(([value, label]) => ({ value, label, isChosen: value === chosen }))
  }
  const range = { from: addDays(now.day, -DAYS_BACK), until: addDays(now.day, DAYS_AHEAD) }
  const events = house.store.events.dates(new Set(house.store.events.between(range, {}).map(({ id }) => id)))
  const whose = searchOf(withoutLook(query))
  const month = { monat: addMonths(monthOf(now.day), 1), ort: query.ort, thema: query.thema }
  return {
    labels: {
      action: at('/druck/etiketten'),
      hidden: Object.entries(query).flatMap(([name, value]) =>
        [value ?? []].flat().map((each) => ({ name, value: String(each) })),
      ),
      formats: chosenIn(labels.formats, USUAL_LABELS, typed.etikett),
      pers: chosenIn(labels.pers, 'organisation', typed.je),
      start: typed.ab ?? '1',
      measures: Object.values(MEASURES).map((name) => ({
        name,
        label: labels.measures[name],
        value: typed[name] ?? USUAL_MEASURES[name] ?? '',
      })),
      isOwn: typed.etikett === 'frei',
    },
    house: {
      houses: house.store.venues
        .lines()
        .map(({ slug, name, cityName }) => option([slug, `${name}, ${cityName}`])),
      weeks: weekOptions(reader),
      week: at('/druck/woche'),
      doors: at('/druck/tuer'),
    },
    signIn: {
      action: at('/druck/anwesenheit'),
      events: events.map(({ slug, title, startsOn }) =>
        option([slug, `${sayDayShort(startsOn, language)}: ${title}`]),
      ),
    },
    month: [
      { href: addressOf(reader, { path: '/druck/verzeichnis', search: whose }), label: other.booklet },
      { href: at('/druck/monat', month), label: other.month },
      { href: at('/druck/monat', { ...month, nach: 'ort' }), label: other.monthByCity },
      { href: at('/druck/monat', { ...month, papier: 'heft' }), label: other.monthBooklet },
    ],
  }
}

/** This week, which an address need not name, and the next, whose plan is printed before it begins. */
function weekOptions({ words, language, now }: Reader): readonly Option[] {
  const { weeks } = words.print.other
  const present = weekOf(now.day)
  const next = addWeeks(present, 1)
  const said = (pattern: string, week: Week) =>
    fill(pattern, { range: sayDayRange(weekRange(week), language) })
  return [
    { value: '', label: said(weeks.present, present), isChosen: false },
    { value: next, label: said(weeks.next, next), isChosen: false },
  ]
}
