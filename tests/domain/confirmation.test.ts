import { describe, expect, it, test } from 'vitest'
import { type Asked, dueOn, freshness, mailDue, type ReviewMonths } from '../../src/domain/confirmation.ts'
import { confirmOrganisation } from '../../src/operations/confirmations.ts'
import { anOrganisation, openTown } from '../support/cast.ts'
import { day } from '../support/schedules.ts'

const DUE: readonly (readonly [string, ReviewMonths, string])[] = [
  ['2026-06-03', 12, '2027-06-03'],
  ['2026-06-03', 6, '2026-12-03'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2027-08-29', 6, '2028-02-29'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2028-02-29', 6, '2028-08-29'],
  ['2026-03-31', 6, '2026-09-30'],
  ['2026-12-31', 6, '2027-06-30'],
  ['2026-12-31', 12, '2027-12-31'],
  ['2026-07-01', 6, '2027-01-01'],
]

describe('a confirmation', () => {
  test.each(DUE)('of %s counts for %i months, until %s', (on, months, until) => {
    expect(dueOn(day(on), months)).toBe(until)
  })

  test.each(DUE)(
    'of %s is overdue after %i months on the work list, too, from the day after %s',
    (on, months, until) => {
      const { office, cityId } = openTown({ now: `${on}T10:00:00Z` })
      const id = anOrganisation(office, { name: 'Nähtreff', cityId, reviewMonths: months })
      confirmOrganisation(office, { actor: { kind: 'system', name: 'Test' }, origin: 'form' }, id, {
        way: 'telephone',
        on: day(on),
      })
      const overdueOn = (today: string) =>
        office.store.deskDirectory
          .rows({ text: '', hits: [], cityId: null, state: 'overdue', within: null }, day(today), {
            limit: 50,
            offset: 0,
          })
          .some((row) => row.id === id)
      const next = new Date(Date.parse(`${until}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
      expect([overdueOn(until), overdueOn(next)]).toEqual([false, true])
    },
  )
})

describe('what readers are told', () => {
  const rhythm = { reviewMonths: 12, dormantSince: null } as const

  test.each([
    ['2025-06-03', 'confirmed'],
    ['2025-06-02', 'overdue'],
    [null, 'never'],
  ] as const)('of an entry last confirmed on %s is %s', (on, state) => {
    expect(freshness(on === null ? null : { on: day(on) }, rhythm, day('2026-06-03'))).toBe(state)
  })

  it('of a group that rests is that it rests, however lately it was confirmed', () => {
    const resting = { ...rhythm, dormantSince: day('2026-06-01') }
    expect(freshness({ on: day('2026-06-03') }, resting, day('2026-06-03'))).toBe('dormant')
  })
})

describe('the mail „Stimmt das noch?“', () => {
  const entry: Asked = {
    reviewMonths: 6,
    dormantSince: null,
    createdOn: day('2020-01-01'),
    confirmedOn: day('2026-01-10'),
    askedOn: [],
  }

  test.each<[string, Partial<Asked>, string, string | null]>([
    ['not before the confirmation is due', {}, '2026-07-09', null],
    ['on the day it is due', {}, '2026-07-10', 'first'],
    ['not again within three weeks', { askedOn: [day('2026-07-10')] }, '2026-07-30', null],
    ['once more after three weeks', { askedOn: [day('2026-07-10')] }, '2026-07-31', 'reminder'],
    ['never a third time', { askedOn: [day('2026-07-10'), day('2026-07-31')] }, '2027-12-31', null],
    ['not to a group that rests', { dormantSince: day('2026-02-01') }, '2026-07-10', null],
    [
      'not at once to an entry just made',
      { confirmedOn: null, createdOn: day('2026-07-01') },
      '2026-07-14',
      null,
    ],
    [
      'two weeks after it was made',
      { confirmedOn: null, createdOn: day('2026-07-01') },
      '2026-07-15',
      'first',
    ],
  ])('is sent %s', (_, fields, today, due) => {
    expect(mailDue({ ...entry, ...fields }, day(today))).toBe(due)
  })
})
