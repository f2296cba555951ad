import { beforeEach, describe, expect, it } from 'vitest'
import type { MeetingDraft } from '../../src/domain/meeting.ts'
import type { By } from '../../src/operations/act.ts'
import { createClosingDay } from '../../src/operations/closing-days.ts'
import { changeEvent, createEvent } from '../../src/operations/events.ts'
import { archiveMeeting, changeMeeting, createMeeting, exceptMeeting } from '../../src/operations/meetings.ts'
import { allClashes } from '../../src/operations/room-clashes.ts'
import { aMeeting, anEvent, aVenue, idOf, openTown, problemsOf, type Town } from '../support/cast.ts'
import { eventDraft, meetingDraft } from '../support/drafts.ts'
import { SYSTEM } from '../support/office.ts'
import { day, rule, schedule, slot, time } from '../support/schedules.ts'

const THURSDAY = rule({ kind: 'weekly', weekdays: [4], every: 1, anchor: null })
const REASON = 'Beide kochen zusammen.'

let town: Town
let venueId: number
let roomId: number
let firstId: number
beforeEach(() => {
  town = openTown()
  venueId = aVenue(town.office, { cityId: town.cityId })
  roomId = town.office.store.venues.byId(venueId)?.rooms[0]?.id ?? 0
  firstId = aMeeting(town.office, inRoom('18:00', '20:00'))
})

function inRoom(start: string, end: string | null, fields: Partial<MeetingDraft> = {}): MeetingDraft {
  const times = schedule([slot(THURSDAY, start, end)])
  return meetingDraft({ organisationId: town.groupId, venueId, roomId, schedule: times, ...fields })
}

const despite = (by: By): By => ({ ...by, despite: REASON })
const names = () =>
  allClashes(town.office).map(({ sides, overruled }) => [
    sides.one.id,
    sides.other.id,
    overruled?.reason ?? null,
  ])

describe('a meeting in a room that somebody else has', () => {
  it('is refused, and nothing is saved', () => {
    const result = createMeeting(town.office, town.by.editor, inRoom('19:00', '21:00'))
    expect(problemsOf(result)).toEqual(['despite room.clashing'])
    expect(allClashes(town.office)).toEqual([])
  })

  it('is saved with a word why, which is kept with both', () => {
    const id = idOf(createMeeting(town.office, despite(town.by.editor), inRoom('19:00', '21:00')))
    expect(names()).toEqual([[firstId, id, REASON]])
  })

  it('is not asked about again while neither claims anything else', () => {
    const id = idOf(createMeeting(town.office, despite(town.by.editor), inRoom('19:00', '21:00')))
    const renamed = inRoom('19:00', '21:00', { title: 'Kochen' })
    expect(changeMeeting(town.office, town.by.editor, { id, version: 1, draft: renamed }).kind).toBe('saved')
    const cancelled = { kind: 'cancelled' as const, on: day('2026-06-11'), start: null, reason: null }
    expect(exceptMeeting(town.office, town.by.editor, { id, version: 2, add: cancelled }).kind).toBe('saved')
    expect(names()).toEqual([[firstId, id, REASON]])
  })

  it('is asked about again once one of them has other times', () => {
    const id = idOf(createMeeting(town.office, despite(town.by.editor), inRoom('19:00', '21:00')))
    const later = { id, version: 1, draft: inRoom('19:30', '21:00') }
    expect(problemsOf(changeMeeting(town.office, town.by.editor, later))).toEqual(['despite room.clashing'])
    const wide = changeMeeting(town.office, despite(town.by.editor), {
      id: firstId,
      version: 1,
      draft: inRoom('17:00', '20:00'),
    })
    expect(wide.kind).toBe('saved')
    expect(names()).toEqual([[firstId, id, REASON]])
  })

  it.each([
    ['right after it', '20:00', '21:00'],
    ['right before it', '16:00', '18:00'],
  ])('is no clash %s', (_name, start, end) => {
    expect(createMeeting(town.office, town.by.editor, inRoom(start, end)).kind).toBe('saved')
  })

  it('is no clash in another room, or where the other one is in the archive', () => {
    archiveMeeting(town.office, town.by.editor, { id: firstId, version: 1, act: 'archive' })
    expect(createMeeting(town.office, town.by.editor, inRoom('19:00', '21:00')).kind).toBe('saved')
  })

  it('is no clash on days on which the house is closed', () => {
    for (const year of ['2026', '2027', '2028']) {
      const days = { from: day(`${year}-01-01`), until: day(`${year}-12-31`) }
      const closing = { venueId, cityId: null, kind: 'closed' as const, reason: 'Umbau', ...days }
      expect(createClosingDay(town.office, SYSTEM, closing).kind).toBe('saved')
    }
    expect(createMeeting(town.office, town.by.editor, inRoom('19:00', '21:00')).kind).toBe('saved')
  })

  it('comes in with an import, and then stands in the list until somebody decides', () => {
    const id = aMeeting(town.office, inRoom('19:00', '21:00'))
    expect(names()).toEqual([[firstId, id, null]])
  })

  it('can always be cancelled, whatever else clashes', () => {
    const id = aMeeting(town.office, inRoom('19:00', '21:00'))
    const cancelled = { kind: 'cancelled' as const, on: day('2026-06-11'), start: null, reason: null }
    expect(exceptMeeting(town.office, town.by.editor, { id, version: 1, add: cancelled }).kind).toBe('saved')
    const drop = { id, version: 2, drop: 'cancelled_2026-06-11' }
    expect(exceptMeeting(town.office, town.by.editor, drop).kind).toBe('saved')
  })

  it('is asked about when one date is moved there', () => {
    const id = aMeeting(town.office, inRoom('10:00', '12:00'))
    const move = (start: string) => ({
      kind: 'moved' as const,
      on: day('2026-06-11'),
      start: null,
      to: { day: day('2026-06-11'), start: time(start), end: null },
      reason: null,
    })
    const moved = exceptMeeting(town.office, town.by.editor, { id, version: 1, add: move('19:00') })
    expect(problemsOf(moved)).toEqual(['despite room.clashing'])
    expect(exceptMeeting(town.office, town.by.editor, { id, version: 1, add: move('14:00') }).kind).toBe(
      'saved',
    )
  })

  it('takes a word of at most 300 characters', () => {
    const long = { ...town.by.editor, despite: 'x'.repeat(301) }
    expect(problemsOf(createMeeting(town.office, long, inRoom('19:00', '21:00')))).toEqual([
      'despite tooLong',
    ])
  })
})

describe('an event in a room that a meeting has', () => {
  const draft = () =>
    eventDraft(
      {
        cityId: town.cityId,
        venueId,
        roomId,
        startsOn: day('2026-06-18'),
        endsOn: day('2026-06-18'),
        start: time('19:30'),
      },
      town.groupId,
    )

  it('is refused without a word, and saved with one', () => {
    expect(problemsOf(createEvent(town.office, town.by.coordinator, draft()))).toEqual([
      'despite room.clashing',
    ])
    const id = idOf(createEvent(town.office, despite(town.by.coordinator), draft()))
    expect(names()).toEqual([[firstId, id, REASON]])
  })

  it('takes no room once it is cancelled', () => {
    const id = anEvent(town.office, draft(), town.groupId)
    const cancelled = { ...draft(), cancelledBecause: 'Sturm' }
    expect(changeEvent(town.office, town.by.coordinator, { id, version: 1, draft: cancelled }).kind).toBe(
      'saved',
    )
    expect(allClashes(town.office)).toEqual([])
  })

  it('that comes too late is told so, and not asked about the room', () => {
    const id = anEvent(town.office, draft(), town.groupId)
    expect(changeEvent(town.office, town.by.coordinator, { id, version: 7, draft: draft() }).kind).toBe(
      'outdated',
    )
  })
})

describe('all clashes', () => {
  const statements = () => {
    town.office.statements.length = 0
    allClashes(town.office)
    return town.office.statements.length
  }

  it('are found with a fixed number of statements', () => {
    aMeeting(town.office, inRoom('19:00', '21:00'))
    allClashes(town.office)
    aMeeting(town.office, inRoom('19:00', '21:00'))
    const few = statements()
    for (let more = 0; more < 4; more++) aMeeting(town.office, inRoom('19:00', '21:00'))
    expect(statements()).toBe(few)
    expect(allClashes(town.office)).toHaveLength(21)
  })

  it('are found once, until somebody writes', () => {
    aMeeting(town.office, inRoom('19:00', '21:00'))
    expect(statements()).toBeGreaterThan(1)
    expect(statements()).toBeLessThanOrEqual(1)
    const id = aMeeting(town.office, inRoom('19:00', '21:00'))
    expect(allClashes(town.office)).toHaveLength(3)
    archiveMeeting(town.office, town.by.editor, { id, version: 1, act: 'archive' })
    expect(allClashes(town.office)).toHaveLength(1)
  })
})
