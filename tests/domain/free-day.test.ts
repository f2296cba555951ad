import { describe, expect, it, test } from 'vitest'
import {
  actionOn,
  decidingReason,
  type FreeDay,
  type HolidayPolicy,
  putsOff,
} from '../../src/domain/free-day.ts'

const keep: HolidayPolicy = { public: 'keep', school: 'keep', closed: 'keep' }
const corpusChristi: FreeDay = { kind: 'public', name: 'Fronleichnam' }
const easter: FreeDay = { kind: 'school', name: 'Osterferien NRW', schoolBreak: 'easter' }
const house: FreeDay = { kind: 'closed', name: 'Haus geschlossen: Umbau', closes: 'house' }
const city: FreeDay = { kind: 'closed', name: 'Geschlossen: Rosenmontag', closes: 'city' }

describe('what a policy does about a reason', () => {
  test.each<[string, HolidayPolicy | null, FreeDay, string]>([
    ['nothing said', null, corpusChristi, 'keep'],
    ['nothing said', null, easter, 'keep'],
    ['nothing said', null, city, 'keep'],
    ['nothing said', null, house, 'skip'],
    ['a day kept open', { ...keep, closed: 'keep' }, house, 'skip'],
    ['a closed house put off', { ...keep, closed: 'next-day' }, house, 'next-day'],
    ['a closed city skipped', { ...keep, closed: 'skip' }, city, 'skip'],
    ['other school holidays', { ...keep, school: 'skip', schoolOnly: ['summer'] }, easter, 'keep'],
    ['these school holidays', { ...keep, school: 'skip', schoolOnly: ['summer', 'easter'] }, easter, 'skip'],
    ['all school holidays', { ...keep, school: 'next-week' }, easter, 'next-week'],
  ])('%s: %j on %j is %s', (_what, policy, reason, action) => {
    expect(actionOn(policy, reason)).toBe(action)
  })
})

describe('the reason that decides', () => {
  it('is none on a day that is not free', () => {
    expect(decidingReason({ ...keep, public: 'skip' }, [])).toBeNull()
  })

  it('is the one that takes the date away before one that puts it off', () => {
    expect(decidingReason({ ...keep, public: 'next-day' }, [corpusChristi, house])).toBe(house)
  })

  it('is the first of those that do the same', () => {
    expect(decidingReason({ ...keep, public: 'skip', school: 'skip' }, [easter, corpusChristi])).toBe(easter)
  })
})

it('puts off only where some day is to be made up for', () => {
  expect([null, keep, { ...keep, public: 'skip' as const }].map(putsOff)).toEqual([false, false, false])
  expect(putsOff({ ...keep, school: 'next-week' })).toBe(true)
})
