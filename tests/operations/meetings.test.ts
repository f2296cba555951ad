import { beforeEach, describe, expect, it } from 'vitest'
import type { MeetingDraft } from '../../src/domain/meeting.ts'
import type { ScheduleException } from '../../src/domain/schedule.ts'
import {
  archiveMeeting,
  changeMeeting,
  createMeeting,
  exceptMeeting,
  openMeeting,
  restoreMeeting,
} from '../../src/operations/meetings.ts'
import { aVenue, idOf, openTown, problemsOf, type Town } from '../support/cast.ts'
import { day, rule, schedule, slot } from '../support/schedules.ts'

let town: Town
let meetingId: number
beforeEach(() => {
  town = openTown()
  meetingId = idOf(createMeeting(town.office, town.by.editor, draft()))
})

const thursdays = schedule([
  slot(rule({ kind: 'weekly', weekdays: [4], every: 1, anchor: null }), '19:00', '21:00'),
])
const draft = (fields: Partial<MeetingDraft> = {}): MeetingDraft => ({
  organisationId: town.groupId,
  title: 'Probe',
  kind: 'meeting',
  venueId: null,
  roomId: null,
  place: '',
  schedule: thursdays,
  description: '',
  exceptions: [],
  ...fields,
})

describe('a meeting', () => {
  it('is created by whoever speaks for the group, and keeps its UID through every change', () => {
    const uid = town.office.store.meetings.byId(meetingId)?.uid
    changeMeeting(town.office, town.by.coordinator, {
      id: meetingId,
      version: 1,
      draft: draft({ title: 'Offene Probe' }),
    })
    const stored = town.office.store.meetings.byId(meetingId)
    expect(stored?.title).toBe('Offene Probe')
    expect(stored?.uid).toBe(uid)
    expect(stored?.version).toBe(2)
  })

  it('cannot be changed by a stranger', () => {
    for (const by of [town.by.otherCoordinator, town.by.staff])
      expect(() =>
        changeMeeting(town.office, by, { id: meetingId, version: 1, draft: draft({ title: 'Anders' }) }),
      ).toThrow('forbidden')
    expect(town.office.store.meetings.byId(meetingId)?.title).toBe('Probe')
  })

  it('is not overwritten by an outdated copy', () => {
    changeMeeting(town.office, town.by.editor, {
      id: meetingId,
      version: 1,
      draft: draft({ title: 'Erste' }),
    })
    const late = changeMeeting(town.office, town.by.coordinator, {
      id: meetingId,
      version: 1,
      draft: draft({ title: 'Zweite' }),
    })
    expect(late).toEqual({ kind: 'outdated', version: 2 })
    expect(town.office.store.meetings.byId(meetingId)?.title).toBe('Erste')
  })

  it('keeps every saved state with who and when', () => {
    changeMeeting(town.office, town.by.editor, {
      id: meetingId,
      version: 1,
      draft: draft({ title: 'Erste' }),
    })
    const history = town.office.store.revisions.ofEntry('meeting', meetingId)
    expect(history.map(({ version, state }) => [version, state.title])).toEqual([
      [2, 'Erste'],
      [1, 'Probe'],
    ])
  })

  it('needs a title and times, and says both at once', () => {
    const refused = createMeeting(
      town.office,
      town.by.editor,
      draft({ title: '', schedule: { slots: [], note: null } }),
    )
    expect(problemsOf(refused)).toEqual(
      expect.arrayContaining(['title title.missing', 'schedule schedule.missing']),
    )
  })

  it('takes place only in a room of its own venue', () => {
    const venueId = aVenue(town.office, { cityId: town.cityId })
    expect(problemsOf(createMeeting(town.office, town.by.editor, draft({ venueId, roomId: 999 })))).toContain(
      'roomId roomId.elsewhere',
    )
  })

  it('moves to the calendar of the city where it takes place', () => {
    const venueId = aVenue(town.office, { cityId: town.otherCityId })
    changeMeeting(town.office, town.by.administrator, {
      id: meetingId,
      version: 1,
      draft: draft({ venueId }),
    })
    const inCity = (cityId: number) =>
      town.office.store.meetings.rules({ cityId, topicId: null }).map(({ id }) => id)
    expect(inCity(town.otherCityId)).toContain(meetingId)
    expect(inCity(town.cityId)).not.toContain(meetingId)
  })
})

describe('an exception', () => {
  // A Thursday, on which the choir rehearses.
  const ill: ScheduleException = { kind: 'cancelled', on: day('2026-06-11'), start: null, reason: 'Krank' }
  const stored = () => town.office.store.meetings.byId(meetingId)
  const except = (change: { add: ScheduleException } | { drop: string }, version = 1, by = town.by.editor) =>
    exceptMeeting(town.office, by, { id: meetingId, version, ...change })

  it('is noted by whoever may edit, each with a revision, and taken back', () => {
    expect(except({ add: ill }).kind).toBe('saved')
    expect(stored()?.exceptions).toEqual([ill])
    expect(except({ drop: 'cancelled_2026-06-11' }, 2, town.by.coordinator).kind).toBe('saved')
    expect(stored()?.exceptions).toEqual([])
    const history = town.office.store.revisions.draftsOf('meeting', meetingId)
    expect(Object.keys(history[0]?.draft ?? {}).sort()).toEqual(Object.keys(draft()).sort())
    expect(history.map(({ by, draft }) => [by, draft.exceptions])).toEqual([
      ['coordinator', []],
      ['editor', [ill]],
      ['editor', []],
    ])
  })

  it('is refused to a stranger, to staff, and to the coordinator of another city', () => {
    for (const by of [town.by.stranger, town.by.staff, town.by.otherCoordinator])
      expect(() => except({ add: ill }, 1, by)).toThrow('forbidden')
    expect(stored()?.exceptions).toEqual([])
  })

  it('is refused where there is no such date, and from an outdated copy', () => {
    const nothing = { ...ill, on: day('2026-06-12') }
    expect(problemsOf(except({ add: nothing }))).toEqual(['on exception.noDate'])
    except({ add: ill })
    expect(except({ add: { ...ill, reason: 'Umbau' } })).toEqual({ kind: 'outdated', version: 2 })
    expect(except({ drop: 'cancelled_2026-06-11' })).toEqual({ kind: 'outdated', version: 2 })
    expect(stored()?.exceptions).toEqual([ill])
  })

  it('is noted by the coordinator of the city in which it takes place, too', () => {
    const venueId = aVenue(town.office, { cityId: town.otherCityId })
    changeMeeting(town.office, town.by.editor, { id: meetingId, version: 1, draft: draft({ venueId }) })
    expect(except({ add: ill }, 2, town.by.otherCoordinator).kind).toBe('saved')
    expect(except({ drop: 'cancelled_2026-06-11' }, 3, town.by.coordinator).kind).toBe('saved')
  })
})

describe('a meeting in the archive', () => {
  it('is on no page, and comes back as it was', () => {
    const { office, by } = town
    const ofGroup = () => office.store.meetings.ofOrganisations([town.groupId]).length
    expect(archiveMeeting(office, by.editor, { id: meetingId, version: 1, act: 'archive' }).kind).toBe(
      'saved',
    )
    expect(ofGroup()).toBe(0)
    expect(office.store.revisions.draftsOf('meeting', meetingId)[0]?.archivedAt).toBe('2026-06-03T10:00:00Z')
    expect(archiveMeeting(office, by.editor, { id: meetingId, version: 1, act: 'bring-back' })).toEqual({
      kind: 'outdated',
      version: 2,
    })
    archiveMeeting(office, by.coordinator, { id: meetingId, version: 2, act: 'bring-back' })
    expect(ofGroup()).toBe(1)
  })

  it('can be neither archived nor found by a stranger', () => {
    const { office, by } = town
    expect(() => archiveMeeting(office, by.stranger, { id: meetingId, version: 1, act: 'archive' })).toThrow(
      'forbidden',
    )
    archiveMeeting(office, by.coordinator, { id: meetingId, version: 1, act: 'archive' })
    expect(() => openMeeting(office, by.stranger.actor, 'edit', meetingId)).toThrow('not-found')
    expect(openMeeting(office, by.staff.actor, 'read-internal', meetingId).title).toBe('Probe')
  })
})

describe('an earlier state of a meeting', () => {
  it('becomes the newest, exceptions included, as a revision of its own', () => {
    const { office, by } = town
    const ill: ScheduleException = { kind: 'cancelled', on: day('2026-06-11'), start: null, reason: null }
    exceptMeeting(office, by.editor, { id: meetingId, version: 1, add: ill })
    changeMeeting(office, by.coordinator, { id: meetingId, version: 2, draft: draft({ title: 'Anders' }) })
    const restore = (version: number) =>
      restoreMeeting(office, by.editor, { id: meetingId, version, earlier: 2 })
    expect(restore(2)).toEqual({ kind: 'outdated', version: 3 })
    expect(restore(3).kind).toBe('saved')
    expect(office.store.meetings.byId(meetingId)).toMatchObject({ title: 'Probe', exceptions: [ill] })
    expect(office.store.revisions.ofEntry('meeting', meetingId)[0]?.origin).toBe('restore')
    expect(() => restoreMeeting(office, by.stranger, { id: meetingId, version: 4, earlier: 1 })).toThrow(
      'forbidden',
    )
  })
})
