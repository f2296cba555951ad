import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeOrganisation, draftOf } from '../../src/operations/organisations.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { SYSTEM } from '../support/office.ts'
import { day } from '../support/schedules.ts'

const SLUG = 'amnesty-international-gruppe-duisburg'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  const stored = house.store.organisations.bySlug(SLUG)
  if (stored === null) throw new Error('no group')
  const draft = { ...draftOf(stored), dormantSince: day('2026-05-12') }
  changeOrganisation(house, SYSTEM, { id: stored.id, version: stored.version, draft })
})
afterAll(() => house.close())

describe('a group that rests', () => {
  it('stays listed, says so, and names no next date', async () => {
    const seen = await house.get('/orte/duisburg')
    const row = seen
      .$('.leaf-row')
      .filter((_, each) => seen.$(each).text().includes('Amnesty'))
      .first()
    expect(row.find('.when').text()).toBe('Ruht seit 12. Mai 2026')
    expect(row.find('.date-leaf').text()).toBe('ruht')
  })

  it('keeps its entry, with its times but no dates', async () => {
    const seen = await house.get(`/organisationen/${SLUG}`)
    expect(seen.text('#stand ~ .notice')).toContain('Ruht seit 12. Mai 2026.')
    expect(seen.text('.meeting-rule')).not.toBe('')
    expect(seen.text('.meeting')).toContain('Ob dieses Treffen noch stattfindet, ist nicht bekannt.')
    expect(seen.$('.meeting .date-leaf').length).toBe(0)
  })

  it('has no dates in calendars, on the page and to subscribe to', async () => {
    expect((await house.get('/kalender/2026-06-03')).text('main')).not.toContain('Amnesty')
    expect((await house.get(`/organisationen/${SLUG}.ics`)).body).not.toContain('#treffen-')
  })

  it('is marked on the printed list', async () => {
    expect((await house.get('/druck/kontakte?ort=duisburg')).text('main')).toContain('ruht seit 12.5.2026')
  })
})

it('a group that nobody confirmed for long says so in the list, and one that was lately does not', async () => {
  const seen = await house.get('/orte/duisburg')
  const ages = (name: string) =>
    seen
      .$('.leaf-row')
      .filter((_, each) => seen.$(each).text().includes(name))
      .first()
      .find('.traits')
      .text()
  expect(ages('Initiative Muttersprache')).toContain('länger nicht bestätigt')
  expect(ages('Sprachcafé Morgenstern')).not.toContain('länger nicht bestätigt')
})
