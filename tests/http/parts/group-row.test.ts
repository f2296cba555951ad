import { beforeEach, describe, expect, it } from 'vitest'
import type { Day } from '../../../src/domain/day.ts'
import type { Meeting } from '../../../src/domain/meeting.ts'
import type { Organisation } from '../../../src/domain/organisation.ts'
import type { Office } from '../../../src/operations/act.ts'
import { createClosingDay } from '../../../src/operations/closing-days.ts'
import { archiveMeeting, exceptMeeting } from '../../../src/operations/meetings.ts'
import { changeOrganisation, draftOf } from '../../../src/operations/organisations.ts'
import { openHouse, type TestHouse } from '../../support/house.ts'
import { SYSTEM } from '../../support/office.ts'

let house: TestHouse
let office: Office
let group: Organisation
let meeting: Meeting
beforeEach(async () => {
  house = await openHouse()
  office = { store: house.store, clock: () => Date.parse('2026-06-03T10:00:00Z') }
  const id = house.store.search.find('amnesty', 1)[0]?.entryId ?? 0
  group = house.store.organisations.byId(id) ?? expect.fail()
  meeting = house.store.meetings.ofOrganisations([id]).find(({ roomId }) => roomId !== null) ?? expect.fail()
  // The row was shown before, and is kept.
  expect(await row()).toContain('Heute, Mittwoch, 3. Juni, 19:30 Uhr')
})

const today = '2026-06-03' as Day
const row = async (path = '/orte/duisburg') => {
  const seen = await house.get(path)
  const rows = seen.$('.leaf-row').filter((_, each) => /Amnesty|Weltladen/.test(seen.$(each).text()))
  return rows.first().text().replace(/\s+/g, ' ')
}

describe('a row of a list that was shown before', () => {
  it('says the new name of its organisation', async () => {
    const draft = { ...draftOf(group), name: 'Weltladen' }
    changeOrganisation(office, SYSTEM, { id: group.id, version: group.version, draft })
    expect(await row()).toContain('Weltladen')
  })

  it('says that its next date was cancelled since', async () => {
    const add = { kind: 'cancelled', on: today, start: null, reason: 'Streik' } as const
    exceptMeeting(office, SYSTEM, { id: meeting.id, version: meeting.version, add })
    expect(await row()).toContain('fällt aus')
  })

  it('says the next date of another meeting where the first has ended', async () => {
    archiveMeeting(office, SYSTEM, { id: meeting.id, version: meeting.version, act: 'archive' })
    expect(await row()).not.toContain('Heute')
  })

  it('says the date after the next where the house was closed since', async () => {
    const draft = { venueId: meeting.venueId, cityId: null, kind: 'closed', reason: 'Umbau' } as const
    createClosingDay(office, SYSTEM, { ...draft, from: today, until: today })
    expect(await row()).not.toContain('Heute')
  })

  it('says tomorrow what is next then', async () => {
    house.setNow('2026-06-04T10:00:00Z')
    expect(await row()).not.toContain('Heute')
  })

  it('speaks the language of its reader', async () => {
    expect(await row('/en/orte/duisburg')).toContain('Today')
    expect(await row()).toContain('Heute')
  })
})
