import { notFound } from '../../domain/refusal.ts'
import type { Room, Venue } from '../../domain/venue.ts'
import { parseWeek, type Week, weekOf, weekRange } from '../../domain/week.ts'
import { calendarsFor } from '../../http/free-days.ts'
import type { House } from '../../http/house.ts'
import { type Booking, type RoomPlan, roomPlan } from '../../http/parts/room-plan.ts'
import { withQuery } from '../../http/query.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { urlsIn } from '../../http/urls.ts'
import { sayDay, sayDayRange } from '../../i18n/say-day.ts'
import { fill, joined } from '../../i18n/words.ts'
import { type Made, sheetHandlers } from './block-answers.ts'
import { type Block, type BlockSheet, table } from './blocks.ts'
import { type Line, line, lines } from './line.ts'
import { entryNamed } from './named.ts'
import { sheetHead } from './paper.ts'
import { codeIn } from './query.ts'

/** The week of a house: rooms by days, for the wall at the entrance. */
export const weekPlan = sheetHandlers((house, reader, asked) => {
  const { venue, week, plan } = planAsked(house, reader, { query: asked.query, of: 'week' })
  const { words, language } = reader
  const isLarge = codeIn(asked, 'papier', ['a3', 'a4']) === 'a3'
  return madeOf(reader, venue, {
    path: '/druck/woche',
    search: { haus: venue.slug, woche: week, papier: isLarge ? 'a3' : null },
    file: 'wochenplan',
    sheet: {
      ...sheetHead(reader, {
        title: fill(words.print.week.title, { house: venue.name }),
        isInternal: false,
        isLandscape: true,
        facts: [sayDayRange(weekRange(week), language)],
        choice: '',
        closing: '',
      }),
      blocks: plan.isEmpty ? [] : [weekTable(plan, reader)],
      size: isLarge ? 'large' : 'middle',
      paper: isLarge ? 'a3' : 'a4',
      empty: plan.isEmpty ? words.print.week.empty : '',
    },
  })
})

/** A sheet for the door of each room, or of one: who is there today, or this week. */
export const doorSheets = sheetHandlers((house, reader, asked) => {
  const isOfWeek = codeIn(asked, 'zeitraum', ['woche', 'tag']) === 'woche'
  const { venue, week, plan } = planAsked(house, reader, {
    query: asked.query,
    of: isOfWeek ? 'week' : 'today',
  })
  const { raum } = asked.query
  const rooms = venue.rooms.filter(({ slug }) => raum === undefined || raum === '' || slug === raum)
  if (rooms.length === 0) notFound(`room ${raum}`)
  return madeOf(reader, venue, {
    path: '/druck/tuer',
    search: { haus: venue.slug, raum, ...(isOfWeek ? { woche: week, zeitraum: 'woche' } : {}) },
    file: 'tuerschild',
    sheet: {
      ...sheetHead(reader, { title: venue.name, isInternal: false, facts: [], choice: '', closing: '' }),
      blocks: rooms.flatMap((room, index) => [
        ...(index === 0 ? [] : [{ kind: 'break' } as const]),
        ...doorBlocks({ room, plan, week: isOfWeek ? week : null }, reader),
      ]),
      size: 'large',
      paper: 'a4',
      empty: '',
    },
  })
})

type Plan = { readonly venue: Venue; readonly week: Week; readonly plan: RoomPlan }

/** What takes place in a house in the week that is asked for, or in the present one. */
function planAsked(
  house: House,
  reader: Reader,
  { query, of }: Pick<Asked, 'query'> & { readonly of: 'week' | 'today' },
): Plan {
  const { store } = house
  const { haus, woche = '' } = query
  const venue = entryNamed(store.venues, haus) ?? notFound(`venue ${haus}`)
  const present = weekOf(reader.now.day)
  const named = woche === '' ? present : (parseWeek(woche) ?? notFound(`week ${woche}`))
  const week = of === 'today' ? present : named
  const meetings = store.meetings.atVenue(venue.id)
  const calendarAt = calendarsFor(house, reader)
  const events = store.events.atVenue(venue.id, weekRange(week))
  return { venue, week, plan: roomPlan({ venue, week, meetings, events, calendarAt }, reader) }
}

function madeOf(
  { language, words }: Reader,
  venue: Venue,
  made: {
    readonly path: string
    readonly search: Parameters<typeof withQuery>[1]
    readonly file: string
    readonly sheet: BlockSheet
  },
): Made {
  return {
    ...made,
    search: withQuery('', made.search).slice(1),
    isPrivate: false,
    back: { href: urlsIn(language).venue(venue.slug), label: words.print.week.back },
  }
}

function weekTable({ days, rows }: RoomPlan, { words }: Reader): Block {
  return table(
    [{ label: words.print.week.room, share: 8 }, ...days.map(({ label }) => ({ label, share: 9 }))],
    rows.map(({ room, floor, cells }) => [
      lines(room, floor),
      ...cells.map((bookings) => bookings.flatMap((booking) => bookingLines(booking, 'with-time'))),
    ]),
  )
}

function doorBlocks(
  { room, plan, week }: { readonly room: Room; readonly plan: RoomPlan; readonly week: Week | null },
  { words, language, now }: Reader,
): readonly Block[] {
  const { door } = words.print
  const isOfWeek = week !== null
  const cells = plan.rows.find((row) => row.room === room.name && row.floor === room.floor)?.cells ?? []
  const days = plan.days
    .map(({ label, isToday }, index) => ({ label, isToday, bookings: cells[index] ?? [] }))
    .filter(({ isToday, bookings }) => (isOfWeek ? bookings.length > 0 : isToday))
  const isEmpty = days.every(({ bookings }) => bookings.length === 0)
  const columns = [
    { label: door.time, share: 6 },
    { label: door.what, share: 9 },
  ]
  return [
    { kind: 'heading', text: joined([room.name, room.floor], ', ') },
    {
      kind: 'text',
      lines: lines(isOfWeek ? sayDayRange(weekRange(week), language) : sayDay(now.day, language)),
    },
    ...(isEmpty
      ? [{ kind: 'text', lines: lines(isOfWeek ? door.emptyWeek : door.empty) } as const]
      : [
          table(
            columns,
            days.flatMap(({ label, bookings }) =>
              bookings.map((booking) => [
                lines(isOfWeek ? label : '', booking.time),
                bookingLines(booking, 'without-time'),
              ]),
            ),
          ),
        ]),
  ]
}

function bookingLines({ time, title, word }: Booking, how: 'with-time' | 'without-time'): readonly Line[] {
  return [...lines(how === 'with-time' ? time : ''), line(title), ...lines(word)]
}
