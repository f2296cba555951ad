import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const names = async (path: string) => {
  const seen = await house.get(path)
  return seen
    .$('.row-name')
    .map((_, name) => seen.$(name).text())
    .get()
}

describe('the groups of a city', () => {
  it('stand by name as DIN 5007 sorts', async () => {
    const sorted = await names('/orte/duisburg')
    const collator = new Intl.Collator('de', { numeric: true, ignorePunctuation: true })
    expect(sorted).toEqual([...sorted].sort(collator.compare))
  })

  it('each say what, where and when next', async () => {
    const seen = await house.get('/orte/duisburg')
    const row = seen
      .$('.leaf-row')
      .filter((_, each) => seen.$(each).text().includes('Amnesty'))
      .first()
    expect(row.find('.when').text()).toContain('Heute, Mittwoch, 3. Juni, 19:30 Uhr')
    expect(row.find('.traits').text()).toContain('Zimmer 14')
    expect(row.find('.date-leaf-day').text()).toBe('3')
  })

  it('can be narrowed by weekday, and the count of each option tells what is left', async () => {
    const all = await house.get('/orte/duisburg')
    const wednesday = all.$('input[value=mi]').closest('label').find('.fine').text()
    const narrowed = await house.get('/orte/duisburg?tag=mi')
    expect(narrowed.text('.count')).toBe(`${wednesday} Einträge`)
    expect(narrowed.text('.chosen li a')).toContain('Mittwoch')
    expect(narrowed.$('.chosen li a').first().attr('href')).toBe('/orte/duisburg')
  })

  it('can be narrowed by several filters at once, each removable', async () => {
    const seen = await house.get('/orte/duisburg?sprache=de&tag=mi&tag=sa&art=group')
    const links = seen
      .$('.chosen li a')
      .map((_, link) => seen.$(link).attr('href'))
      .get()
    expect(links).toContain('/orte/duisburg?tag=mi&tag=sa&art=group')
    expect(links).toContain('/orte/duisburg?sprache=de&tag=sa&art=group')
    expect(links.at(-1)).toBe('/orte/duisburg')
  })

  it('are found by parts of words, with umlauts or without', async () => {
    expect(await names('/orte/duisburg?text=amnesty')).toContain('Amnesty International, Gruppe Duisburg')
    expect(await names('/orte/duisburg?text=zentrum')).toContain('Kommunales Integrationszentrum Duisburg')
  })

  it('that no filter fits are missing with advice, not with an empty page', async () => {
    const seen = await house.get('/orte/duisburg?text=xyzxyz')
    expect(seen.status).toBe(200)
    expect(seen.text('.empty')).toContain('Entfernen Sie einen Filter')
  })

  it('stay in sight when a filter is asked for that does not exist', async () => {
    const seen = await house.get('/orte/duisburg?thema=gibt-es-nicht&tag=mi')
    expect(seen.status).toBe(404)
    expect(seen.text('.notice')).toContain('Den Filter „gibt-es-nicht“ gibt es nicht.')
    expect(seen.$('.leaf-row').length).toBeGreaterThan(0)
  })

  it('cost the same number of statements, however many they are', async () => {
    house.statements.length = 0
    await house.get('/orte/weida')
    const few = house.statements.length
    house.statements.length = 0
    await house.get('/orte/duisburg')
    // A notice with its contact stands above Duisburg: one statement more.
    expect(house.statements.length).toBeLessThanOrEqual(few + 1)
    expect(few).toBeLessThanOrEqual(12)
  })

  it('carry the notice that the directory is being brought up to date', async () => {
    const seen = await house.get('/orte/duisburg')
    expect(seen.$('.notice').text()).toMatch(/Verzeichnis|aktuell/)
  })
})
