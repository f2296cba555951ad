import { describe, expect, it } from 'vitest'
import { endOfDay, momentLine, momentsLine, utcStamp } from '../../../src/formats/ical/moments.ts'
import { day, time } from '../../support/schedules.ts'

describe('a moment', () => {
  it.each([
    ['2026-06-03', '19:30', 'DTSTART;TZID=Europe/Berlin:20260603T193000\r\n'],
    ['2026-12-31', '24:00', 'DTSTART;TZID=Europe/Berlin:20270101T000000\r\n'],
    ['2026-06-03', null, 'DTSTART;VALUE=DATE:20260603\r\n'],
  ])('%s at %s', (on, at, written) => {
    expect(momentLine('DTSTART', day(on), at === null ? null : time(at))).toBe(written)
  })

  it('may be several, or none', () => {
    const days = [day('2026-06-03'), day('2026-07-01')]
    expect(momentsLine('EXDATE', days, null)).toBe('EXDATE;VALUE=DATE:20260603,20260701\r\n')
    expect(momentsLine('EXDATE', [], time('09:00'))).toBe('')
  })

  it.each([
    ['2026-01-15', '20260115T225959Z'],
    ['2026-03-28', '20260328T225959Z'],
    ['2026-03-29', '20260329T215959Z'],
    ['2026-10-24', '20261024T215959Z'],
    ['2026-10-25', '20261025T225959Z'],
  ])('at the end of %s in Germany is %s', (on, instant) => {
    expect(endOfDay(day(on))).toBe(instant)
    const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(instant)?.slice(1).map(Number) ?? []
    const [year = 0, month = 0, ...rest] = parts
    const said = new Date(Date.UTC(year, month - 1, ...rest)).toLocaleString('sv', {
      timeZone: 'Europe/Berlin',
    })
    expect(said).toBe(`${on} 23:59:59`)
  })

  it('in UTC is written without marks', () => {
    expect(utcStamp('2026-06-03T10:00:00Z')).toBe('20260603T100000Z')
  })
})
