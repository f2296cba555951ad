import opening_hours from 'opening_hours'
import { describe, expect, it, test } from 'vitest'
import { daysOf, partsOf } from '../../src/domain/day.ts'
import { isLand, LANDS, type Land } from '../../src/domain/land.ts'
import { publicHolidays } from '../../src/store/public-holidays.ts'
import { range } from '../support/schedules.ts'

const lands = Object.keys(LANDS).filter(isLand)
const daysIn = (land: Land, year: number) => publicHolidays(land, year).map(({ day }) => day)
const dayOfHoliday = (land: Land, year: number, name: string) =>
  publicHolidays(land, year).find(({ holiday }) => holiday === name)?.day ?? null

it('of Duisburg in 2026 are eleven', () => {
  expect(publicHolidays('NW', 2026).map(({ day, holiday }) => `${day} ${holiday}`)).toEqual([
    '2026-01-01 new-year',
    '2026-04-03 good-friday',
    '2026-04-06 easter-monday',
    '2026-05-01 labour-day',
    '2026-05-14 ascension',
    '2026-05-25 whit-monday',
    '2026-06-04 corpus-christi',
    '2026-10-03 german-unity',
    '2026-11-01 all-saints',
    '2026-12-25 christmas-day',
    '2026-12-26 boxing-day',
  ])
})

describe('what one Land has and its neighbour has not', () => {
  test.each<[string, Land, string, Land, number]>([
    ['2026-11-18', 'SN', 'repentance', 'ST', 2026],
    ['2026-09-20', 'TH', 'childrens-day', 'SN', 2026],
    ['2026-06-04', 'HE', 'corpus-christi', 'TH', 2026],
    ['2026-03-08', 'BE', 'womens-day', 'BB', 2026],
    ['2026-04-05', 'BB', 'easter-sunday', 'BE', 2026],
    ['2026-08-15', 'SL', 'assumption', 'RP', 2026],
    ['2026-01-06', 'ST', 'epiphany', 'NI', 2026],
    ['2026-10-31', 'HB', 'reformation', 'NW', 2026],
    ['2025-05-08', 'BE', 'liberation-day', 'BB', 2025],
    ['2028-06-17', 'BE', 'uprising-day', 'BB', 2028],
  ])('%s in %s is %s, and nothing in %s', (day, land, holiday, neighbour, year) => {
    expect(dayOfHoliday(land, year, holiday)).toBe(day)
    expect(daysIn(neighbour, year)).not.toContain(day)
  })
})

it('leaves what is a holiday in some towns of Bavaria only to the town', () => {
  expect(dayOfHoliday('BY', 2026, 'assumption')).toBeNull()
})

it('has holidays that were made for one year in that year only', () => {
  expect(dayOfHoliday('BE', 2026, 'liberation-day')).toBeNull()
  expect(dayOfHoliday('BE', 2029, 'uprising-day')).toBeNull()
})

/**
 * Made by law for one year alone, or the business of a town: the other library knows the first not, and takes the second
 * for the whole Land.
 */
const KNOWN_DIFFERENCES = /^(?:BE (?:2025-05-08|2028-06-17)|BY \d{4}-08-(?:08|15))$/

test.each(lands)('of %s are those that opening_hours knows, from 2025 to 2032', (land) => {
  const theirs = new opening_hours('PH', {
    lat: 51,
    lon: 10,
    address: { country_code: 'de', state: LANDS[land] },
  })
  for (let year = 2025; year <= 2032; year++) {
    const ours = new Set<string>(daysIn(land, year))
    const differing = daysOf(range(`${year}-01-01`, `${year}-12-31`)).filter((at) => {
      const { month, dayOfMonth } = partsOf(at)
      return ours.has(at) !== theirs.getState(new Date(year, month - 1, dayOfMonth, 12))
    })
    expect(differing.filter((at) => !KNOWN_DIFFERENCES.test(`${land} ${at}`))).toEqual([])
  }
})
