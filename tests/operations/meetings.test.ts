import { beforeEach, describe, expect, it } from 'vitest'
import type { MeetingDraft } from '../../src/domain/meeting.ts'
import { changeMeeting, createMeeting } from '../../src/operations/meetings.ts'
import { aVenue, idOf, openTown, problemsOf, type Town } from '../support/cast.ts'
import { rule, schedule, slot } from '../support/schedules.ts'

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
