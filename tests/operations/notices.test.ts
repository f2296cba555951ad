import { describe, expect, test } from 'vitest'
import type { NoticeDraft } from '../../src/domain/notice.ts'
import { createNotice } from '../../src/operations/notices.ts'
import { aContact, aVenue, idOf, openTown, problemsOf } from '../support/cast.ts'
import { day } from '../support/schedules.ts'

function notice(fields: Partial<NoticeDraft>): NoticeDraft {
  const text = 'Das Verzeichnis wird gerade überarbeitet.'
  return { cityId: null, venueId: null, text, contactId: null, from: null, until: null, ...fields }
}

test('a notice above a city is put there by whoever looks after it, with a contact for questions', () => {
  const { office, by, cityId, groupId } = openTown()
  const draft = notice({ cityId, contactId: aContact(office, { organisationId: groupId }) })
  const id = idOf(createNotice(office, by.coordinator, draft))
  expect(office.store.notices.forCity(cityId, day('2026-06-03'))).toEqual([
    { ...draft, id, version: 1, archivedAt: null },
  ])
  expect(office.store.revisions.ofEntry('notice', id)).toMatchObject([
    { version: 1, by: 'coordinator', origin: 'form', state: draft },
  ])
})

test('a notice above a venue is for whoever looks after the city of the venue', () => {
  const { office, by, cityId } = openTown()
  const venueId = aVenue(office, { cityId })
  for (const person of [by.otherCoordinator, by.editor, by.staff, by.stranger])
    expect(() => createNotice(office, person, notice({ venueId }))).toThrow('forbidden')
  const id = idOf(createNotice(office, by.coordinator, notice({ venueId })))
  expect(office.store.notices.forVenue(venueId, day('2026-06-03'))).toMatchObject([{ id }])
  expect(office.store.notices.forCity(cityId, day('2026-06-03'))).toEqual([])
  expect(() => createNotice(office, by.administrator, notice({ venueId: 999 }))).toThrow('not-found')
})

describe('a notice holds', () => {
  test.each([
    ['from its first day', '2026-06-03', null, true],
    ['not before it', '2026-06-04', null, false],
    ['until its last day', null, '2026-06-03', true],
    ['not after it', null, '2026-06-02', false],
    ['always where neither is named', null, null, true],
  ])('%s', (_when, from, until, holds) => {
    const { office, by, cityId } = openTown()
    const draft = notice({
      cityId,
      from: from === null ? null : day(from),
      until: until === null ? null : day(until),
    })
    createNotice(office, by.coordinator, draft)
    expect(office.store.notices.forCity(cityId, day('2026-06-03'))).toHaveLength(holds ? 1 : 0)
  })
})

test('it is refused with all that is wrong', () => {
  const { office, by, cityId } = openTown()
  const venueId = aVenue(office, { cityId })
  const draft = notice({ text: ' ', cityId, venueId, from: day('2026-06-03'), until: day('2026-06-02') })
  expect(problemsOf(createNotice(office, by.coordinator, draft))).toEqual([
    'place notice.cityOrVenue',
    'text text.missing',
    'until until.beforeFrom',
  ])
  expect(problemsOf(createNotice(office, by.administrator, notice({})))).toEqual(['place notice.cityOrVenue'])
})
