import type { ClashDate, Stretch } from '../../domain/booking.ts'
import type { PublicContact } from '../../domain/contact.ts'
import { may } from '../../domain/permission.ts'
import type { ClashSide, RoomClash } from '../../domain/room-clash.ts'
import { showContacts, showToStaff } from '../../domain/visibility.ts'
import { sayDayShort } from '../../i18n/say-day.ts'
import { sayInstant } from '../../i18n/say-instant.ts'
import { counted, fill, joined } from '../../i18n/words.ts'
import { textOf } from '../forms.ts'
import type { House } from '../house.ts'
import type { Href } from '../href.ts'
import { pathsOf } from '../noun-paths.ts'
import { actorOf, type Reader } from '../reader.ts'
import { type Filled, type TextPart, textPart } from './fields.ts'

/** Who else has the room, when, whom to ask, and whether somebody wanted it so. */
export type ShownClash = {
  readonly href: Href
  readonly name: string
  readonly who: string
  readonly dates: string
  readonly hint: string
  /** „Leitung: 0203 123456“, one a line. */
  readonly contacts: readonly string[]
  /** Who wanted it and why; empty where nobody has decided. */
  readonly overruled: string
}

export type ClashesPart = {
  readonly kind: 'clashes'
  readonly title: string
  readonly isOpen: boolean
  readonly clashes: readonly ShownClash[]
  /** Where the word why is written; null where nothing is to be decided. */
  readonly despite: TextPart | null
}

declare module '../render.ts' {
  interface Parts {
    clashes: ClashesPart
  }
}

/** So many dates tell what is meant; the rest is counted. */
const SHOWN_DATES = 4

/** What is in the way of a form, or nothing where nothing is; two statements. */
export function clashFields(
  filled: Filled,
  clashes: readonly RoomClash[],
  house: Pick<House, 'store'>,
  reader: Reader,
): readonly ClashesPart[] {
  if (clashes.length === 0) return []
  const said = reader.words.rooms.clash
  const isOpen = clashes.some(({ overruled }) => overruled === null)
  const isTyped = textOf(filled.form, 'despite') !== ''
  return [
    {
      kind: 'clashes',
      title: isOpen ? said.title : said.wantedTitle,
      isOpen,
      clashes: shownClashes(clashes, house, reader),
      despite:
        isOpen || isTyped
          ? textPart(filled, 'despite', { label: said.despite, hint: said.despiteHint })
          : null,
    },
  ]
}

/** Clashes as the desk tells them, each of the first side with the other. */
function shownClashes(
  clashes: readonly RoomClash[],
  { store }: Pick<House, 'store'>,
  reader: Reader,
): readonly ShownClash[] {
  const ids = clashes.flatMap(({ sides }) => sides.other.organisations.map(({ id }) => id))
  const all = store.contacts.ofOrganisations(ids)
  const open = store.contacts.publicOf(ids)
  return clashes.map((clash) => {
    const { sides, dates, overruled } = clash
    const { other } = sides
    return {
      href: pathsOf[other.noun].entry(other.id),
      name: other.title,
      who: other.organisations.map(({ name }) => name).join(', '),
      dates: sayDates(dates, other.title, reader),
      hint: dates.some(({ one, other: its }) => one.isAssumed || its.isAssumed)
        ? reader.words.rooms.clash.assumed
        : '',
      contacts: contactsOf(other, { all, open }, reader),
      overruled: overruled === null ? '' : sayOverruled(overruled, reader),
    }
  })
}

/** Who wanted it, when, and why. */
export function sayOverruled(
  { by, at, reason }: NonNullable<RoomClash['overruled']>,
  { words, language }: Reader,
): string {
  return fill(words.rooms.clash.overruled, { by, at: sayInstant(at, language), reason })
}

/** „3 Termine: Mi., 03.06.2026, 18:00–20:00 (Chor: 19:00–21:00) …“. */
export function sayDates(dates: readonly ClashDate[], name: string, { words, language }: Reader): string {
  const { clash } = words.rooms
  const said = dates.slice(0, SHOWN_DATES).map(({ day, one, other }) =>
    fill(clash.date, {
      day: sayDayShort(day, language),
      own: sayStretch(one, clash.wholeDay),
      name,
      other: sayStretch(other, clash.wholeDay),
    }),
  )
  const more = dates.length > SHOWN_DATES ? [clash.more] : []
  return `${counted(clash.dates, dates.length, language)}: ${[...said, ...more].join('; ')}`
}

/** „18:00–20:00“; the whole day in words. */
export function sayStretch({ from, until }: Stretch, wholeDay: string): string {
  return from === 0 && until === 1440 ? wholeDay : `${clock(from)}–${clock(until)}`
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Everything for whoever may read it, and for everybody else what readers see. */
function contactsOf(
  { organisations }: ClashSide,
  known: { readonly all: Parameters<typeof showToStaff>[0]; readonly open: readonly PublicContact[] },
  reader: Reader,
): readonly string[] {
  const actor = actorOf(reader)
  return organisations.flatMap(({ id, ties }) => {
    const isOf = ({ organisationId }: { readonly organisationId: number }) => organisationId === id
    const shown = may(actor, 'read-internal', ties)
      ? showToStaff(known.all.filter(isOf))
      : showContacts(known.open.filter(isOf), 'web', reader.now.day)
    return shown.map((contact) => {
      const ways = contact.channels.filter(({ value }) => value !== '').map(({ value }) => value)
      return `${joined([contact.function, contact.personName], ', ')}: ${ways.join(', ')}`
    })
  })
}
