import { may } from '../../domain/permission.ts'
import type { ClashSide, RoomClash } from '../../domain/room-clash.ts'
import { type Answer, page } from '../../http/answer.ts'
import { deskHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { pathsOf } from '../../http/noun-paths.ts'
import { sayDates, sayOverruled } from '../../http/parts/clashes.ts'
import { type ListFilter, listMenu } from '../../http/parts/list-filter.ts'
import type { NoticePart } from '../../http/parts/notice.ts'
import { statusOfList, unknownFilters } from '../../http/parts/unknown-filter.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { counted } from '../../i18n/words.ts'
import { allClashes } from '../../operations/room-clashes.ts'

type Side = { readonly href: Href; readonly title: string; readonly who: string }

export type ClashListPage = {
  readonly filter: ListFilter
  readonly notices: readonly NoticePart[]
  readonly count: string
  readonly rows: readonly {
    readonly house: { readonly href: Href; readonly label: string }
    readonly room: string
    readonly sides: readonly Side[]
    readonly dates: string
    readonly decided: string
    readonly isOpen: boolean
  }[]
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/rooms/clashes': ClashListPage
  }
}

/** Rooms that two have at once in the next 24 months, the earliest first; those about which nobody decided unless all are wanted. */
export function list(house: House, reader: Reader, asked: Asked): Answer {
  const said = reader.words.rooms.list
  const { ort = '', stand = '' } = asked.query
  const cities = house.store.cities.names()
  const city = cities.find(({ id }) => String(id) === ort)
  const unknown = [
    ...(ort !== '' && city === undefined ? [ort] : []),
    ...(stand !== '' && stand !== 'alle' ? [stand] : []),
  ]
  const clashes = clashesFor(house, reader).filter(
    ({ place, overruled }) =>
      (city === undefined || place.cityId === city.id) && (stand === 'alle' || overruled === null),
  )
  const model: ClashListPage = {
    filter: {
      action: deskUrls.clashes(),
      text: null,
      menus: [
        listMenu('ort', said.columns.where, ort, [
          ['', said.allCities],
          ...cities.map(({ id, name }) => [String(id), name] as const),
        ]),
        listMenu('stand', said.columns.decided, stand, [
          ['', said.states.open],
          ['alle', said.states.all],
        ]),
      ],
      kept: [],
    },
    notices: unknownFilters(unknown, reader),
    count: clashes.length === 0 ? said.none : counted(said.count, clashes.length, reader.language),
    rows: clashes.map((clash) => rowOf(clash, reader)),
  }
  return page('desk/rooms/clashes', deskHead(reader, said.title), model, statusOfList(unknown))
}

/** All clashes of which this person may read one side. */
function clashesFor(house: House, reader: Reader): readonly RoomClash[] {
  const actor = actorOf(reader)
  const mayRead = ({ organisations }: ClashSide) =>
    organisations.some(({ ties }) => may(actor, 'read-internal', ties))
  return allClashes(house).filter(({ sides }) => mayRead(sides.one) || mayRead(sides.other))
}

function rowOf(clash: RoomClash, reader: Reader): ClashListPage['rows'][number] {
  const { place, sides, dates, overruled } = clash
  const { venueId, venueName, roomName } = place
  const [first] = dates
  return {
    house: {
      href: deskUrls.rooms(venueId, 'woche', { tag: first?.day ?? null }),
      label: venueName,
    },
    room: roomName,
    sides: [sides.one, sides.other].map(sideOf),
    dates: sayDates(dates, sides.other.title, reader),
    decided: overruled === null ? reader.words.rooms.clash.open : sayOverruled(overruled, reader),
    isOpen: overruled === null,
  }
}

function sideOf({ noun, id, title, organisations }: ClashSide): Side {
  return {
    href: pathsOf[noun].entry(id),
    title,
    who: organisations.map(({ name }) => name).join(', '),
  }
}
