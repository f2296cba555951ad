import { type Taken, takenDates, type Wish } from '../../domain/occupancy.ts'
import { may } from '../../domain/permission.ts'
import { notFound } from '../../domain/refusal.ts'
import type { Schedule } from '../../domain/schedule.ts'
import type { Room, Venue } from '../../domain/venue.ts'
import { type Answer, done, page } from '../../http/answer.ts'
import { type Form, type ShownProblem, sayProblems, textOf, wholeNumberOf } from '../../http/forms.ts'
import { calendarsFor } from '../../http/free-days.ts'
import { deskHead, formHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { sayStretch } from '../../http/parts/clashes.ts'
import { choicesPart, type FieldPart, type NamesPart, textPart } from '../../http/parts/fields.ts'
import { offeredNames, organisationNames } from '../../http/parts/organisation-field.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { sayDayShort } from '../../i18n/say-day.ts'
import { saySchedule } from '../../i18n/say-rule.ts'
import { counted, fill, joined } from '../../i18n/words.ts'
import { bookingsAt } from '../../operations/room-clashes.ts'
import { openVenue, tiesOfVenue } from '../../operations/venues.ts'
import { type RoomsHead, roomsHead, venueAsked } from './house.ts'
import { readWish, wishesOf, wishRange } from './wish.ts'

type RoomLine = {
  readonly name: string
  readonly about: string
  readonly why: string
  readonly roomId: number
}

export type FreeRoomsPage = {
  readonly head: RoomsHead
  readonly problems: readonly ShownProblem[]
  readonly action: Href
  readonly fields: readonly FieldPart[]
  /** Null before anything was asked. */
  readonly answer: {
    readonly said: string
    readonly dates: string
    readonly always: readonly RoomLine[]
    readonly partly: readonly RoomLine[]
    readonly unfit: readonly RoomLine[]
  } | null
  /** Null for whoever may make no meeting here. */
  readonly create: CreateInRoom | null
}

/** Where a meeting is made of what was found. */
export type CreateInRoom = {
  readonly action: Href
  readonly wish: string
  readonly names: NamesPart
  readonly rooms: readonly RoomLine[]
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/rooms/free': FreeRoomsPage
  }
  interface Parts {
    'create-in-room': CreateInRoom
  }
}

/** What a room has to have. */
type Wanted = { readonly seats: number | null; readonly needsNoSteps: boolean }

const NAMED_DATES = 3

/** What is free for a wish, and what is not, with the reason. */
export function find(house: House, reader: Reader, asked: Asked): Answer {
  const venue = venueAsked(house, reader, asked)
  const form: Form = asked.query
  const typed = textOf(form, 'wunsch')
  const land = house.store.cities.byId(venue.cityId)?.land ?? null
  const read = typed === '' ? null : readWish(typed, land, reader)
  const chosen = read?.kind === 'choices' ? chosenOf(read.readings, textOf(form, 'lesart'), reader) : null
  const schedule = read?.kind === 'schedule' ? read.schedule : chosen
  const seats = wholeNumberOf(form, 'plaetze')
  const problems = sayProblems(reader.words, [
    ...(read?.kind === 'problems' ? read.problems : []),
    ...(read?.kind === 'choices' && chosen === null ? [{ field: 'lesart', key: 'sentence.ask' }] : []),
    ...(Number.isNaN(seats) ? [{ field: 'plaetze', key: 'seats.outOfRange' }] : []),
  ])
  const said = reader.words.rooms.free
  const title = fill(said.title, { house: venue.shortName || venue.name })
  const answer =
    schedule === null || problems.length > 0
      ? null
      : answerTo(house, reader, venue, { schedule, seats, needsNoSteps: textOf(form, 'stufenlos') === 'ja' })
  const mayCreate = may(actorOf(reader), 'edit', tiesOfVenue(venue))
  const fitting = [...(answer?.always ?? []), ...(answer?.partly ?? [])]
  const model: FreeRoomsPage = {
    head: roomsHead(venue, reader, { title, current: 'frei', day: reader.now.day }),
    problems,
    action: deskUrls.rooms(venue.id, 'frei'),
    fields: fieldsOf({ form, problems }, reader, read?.kind === 'choices' ? read : null),
    answer,
    create:
      mayCreate && schedule !== null && fitting.length > 0
        ? {
            action: deskUrls.rooms(venue.id, 'anlegen'),
            wish: saySchedule(schedule, reader.language),
            names: offeredNames(house, venue.cityId),
            rooms: fitting,
          }
        : null,
  }
  return page(
    'desk/rooms/free',
    formHead(reader, deskHead(reader, title), problems),
    model,
    problems.length > 0 ? 422 : 200,
  )
}

/** Leads to the form of a new meeting of the group that is named, with times and room filled in. */
export function createHere(house: House, reader: Reader, asked: Asked): Answer {
  const venue = openVenue(house, actorOf(reader), 'edit', numberIn(asked, 'id'))
  const { gruppe = '', wunsch = '', raum = '' } = asked.query
  const found = organisationNames(house).find(gruppe)
  if (found.kind !== 'one') {
    return done(deskUrls.rooms(venue.id, 'frei', { wunsch }), 'groupUnknown')
  }
  const room = venue.rooms.find(({ id }) => String(id) === raum) ?? notFound(`room ${raum}`)
  const to = deskUrls.newMeeting(found.id, { satz: wunsch, haus: `${venue.id}.${room.id}` })
  return { kind: 'redirect', status: 303, to }
}

function fieldsOf(
  filled: { readonly form: Form; readonly problems: readonly ShownProblem[] },
  { words, language }: Reader,
  choices: { readonly question: string; readonly readings: readonly Schedule[] } | null,
): readonly FieldPart[] {
  const said = words.rooms.free
  return [
    textPart(filled, 'wunsch', { label: said.wish, hint: said.wishHint, isRequired: true }),
    ...(choices === null
      ? []
      : [
          choicesPart(filled, 'lesart', {
            label: choices.question,
            type: 'radio',
            options: choices.readings.map((each) => {
              const sentence = saySchedule(each, language)
              return [sentence, sentence] as const
            }),
          }),
        ]),
    textPart(filled, 'plaetze', { label: said.seats, size: 'tiny', inputmode: 'numeric' }),
    choicesPart(filled, 'stufenlos', {
      label: said.stepFree,
      type: 'checkbox',
      options: [['ja', said.stepFreeLabel]],
    }),
  ]
}

function chosenOf(readings: readonly Schedule[], answer: string, { language }: Reader): Schedule | null {
  return readings.find((each) => saySchedule(each, language) === answer) ?? null
}

function answerTo(
  house: House,
  reader: Reader,
  venue: Venue,
  { schedule, ...wanted }: { readonly schedule: Schedule } & Wanted,
): FreeRoomsPage['answer'] {
  const said = reader.words.rooms.free
  const range = wishRange(reader.now.day)
  const { freeDays } = calendarsFor(house, reader)({ cityId: venue.cityId, venueId: venue.id })
  const wishes = wishesOf(schedule, range, freeDays)
  const { bookings, sideOf } = bookingsAt(house, venue.id, range)
  const judged = venue.rooms.map((room) => {
    const unfit = unfitWords(room, wanted, reader)
    const taken = takenDates(
      wishes,
      bookings.filter(({ roomId }) => roomId === room.id),
    )
    const why = unfit !== '' ? unfit : sayTaken(taken, (by) => sideOf(by)?.title ?? '', reader)
    return { line: lineOf(room, why, reader), isUnfit: unfit !== '', taken: taken.length }
  })
  const some = (isMeant: (one: (typeof judged)[number]) => boolean) =>
    judged.filter(isMeant).map(({ line }) => line)
  return {
    said: fill(said.said, { said: saySchedule(schedule, reader.language) }),
    dates: wishes.length === 0 ? said.noDates : counted(said.dates, wishes.length, reader.language),
    always: wishes.length === 0 ? [] : some(({ isUnfit, taken }) => !isUnfit && taken === 0),
    partly: some(({ isUnfit, taken }) => !isUnfit && taken > 0),
    unfit: some(({ isUnfit }) => isUnfit),
  }
}

function unfitWords({ seats, stepFree }: Room, wanted: Wanted, { words }: Reader): string {
  const said = words.rooms.free
  const isSmall = wanted.seats !== null && seats !== null && seats < wanted.seats
  const hasSteps = wanted.needsNoSteps && stepFree !== true
  const steps = stepFree === null ? said.stepFreeUnknown : said.isNotStepFree
  return joined([isSmall ? said.tooSmall : '', hasSteps ? steps : ''], ', ')
}

function lineOf(
  { id, name, floor, seats, stepFree }: Room,
  why: string,
  { words, language }: Reader,
): RoomLine {
  const said = words.rooms.free
  const steps = stepFree === null ? '' : stepFree ? said.isStepFree : said.isNotStepFree
  const places = seats === null ? said.noSeats : counted(said.seatCount, seats, language)
  return { roomId: id, name, about: joined([floor, places, steps], ', '), why }
}

function sayTaken(
  taken: readonly Taken[],
  nameOf: (by: Taken['by']) => string,
  { words, language }: Reader,
): string {
  if (taken.length === 0) return ''
  const { free, clash } = words.rooms
  const said = taken.slice(0, NAMED_DATES).map(({ wish, by }: { wish: Wish; by: Taken['by'] }) =>
    fill(free.takenDate, {
      day: sayDayShort(wish.day, language),
      who: nameOf(by),
      time: sayStretch(by, clash.wholeDay),
    }),
  )
  const more = taken.length > NAMED_DATES ? [clash.more] : []
  return `${counted(free.taken, taken.length, language)}: ${[...said, ...more].join('; ')}`
}
