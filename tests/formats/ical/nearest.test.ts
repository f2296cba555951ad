import { describe, expect, it } from 'vitest'
import { nearest } from '../../../src/formats/ical.ts'
import { day } from '../../support/schedules.ts'

const entry = (on: string | null) => ({ day: on === null ? null : day(on), text: () => '' })
const entries = ['2026-06-08', null, '2026-05-30', '2026-06-03', '2026-06-03', '2026-06-01', null].map(entry)
const bounds = (most: number) => ({ most, today: day('2026-06-01'), until: day('2026-07-31') })
const daysOf = (found: ReturnType<typeof nearest>) => found.entries.map((each) => each.day)

describe('entries', () => {
  it('that are few enough all stay', () => {
    const found = nearest({ entries, within: null }, bounds(7))
    expect(found.entries).toHaveLength(7)
    expect(found.within).toBeNull()
  })

  it('of the past go first', () => {
    const found = nearest({ entries, within: null }, bounds(6))
    expect(daysOf(found)).not.toContain('2026-05-30')
    expect(found.within).toEqual({ from: '2026-06-01', until: '2026-07-31' })
  })

  it('furthest ahead go next, whole days at a time', () => {
    const found = nearest({ entries, within: null }, bounds(4))
    expect(daysOf(found)).toEqual([null, '2026-06-01', null])
    expect(found.within).toEqual({ from: '2026-06-01', until: '2026-06-02' })
  })

  it('that come back stay, however many they are', () => {
    expect(daysOf(nearest({ entries, within: null }, bounds(1)))).toEqual([null, null])
  })

  it('keep the bound of an earlier cut', () => {
    const within = { from: day('2026-06-01'), until: day('2026-06-10') }
    expect(nearest({ entries, within }, bounds(6)).within).toEqual(within)
  })
})
