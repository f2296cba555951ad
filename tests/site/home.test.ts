import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('the start page', () => {
  it('leads to the next meeting of a city in two steps', async () => {
    const start = await house.get('/')
    const city = start.$('.city-tile').attr('href') ?? ''
    const list = await house.get(city)
    expect(list.status).toBe(200)
    expect(list.$('.leaf-row time, .leaf-row .when').length).toBeGreaterThan(0)
  })

  it('offers a search box, the explanations in plain and sign language, and both languages', async () => {
    const start = await house.get('/')
    expect(start.$('form[role=search] input[name=q]')).toHaveLength(1)
    expect(start.$('main a[href="/leichte-sprache"]')).toHaveLength(1)
    expect(start.$('main a[href="/gebaerdensprache"]')).toHaveLength(1)
    expect(start.$('link[hreflang=en]').attr('href')).toBe('http://127.0.0.1:3000/en')
  })

  it('shows what happens today, with the cancelled dates and why', async () => {
    house.setNow('2026-06-03T10:00:00Z')
    const start = await house.get('/')
    expect(start.text('.leaf-rows .agenda-date')).toBe('Heute, Mittwoch, 3. Juni')
    expect(start.text('.leaf-rows .leaf-row:first-child')).toContain('Amnesty International, Gruppe Duisburg')
  })

  it('costs a fixed number of statements', async () => {
    house.statements.length = 0
    await house.get('/')
    expect(house.statements.length).toBeLessThanOrEqual(9)
  })

  it('counts the entries of each city on the page of all cities', async () => {
    const cities = await house.get('/orte')
    const gera = cities.$('.city-tile').filter((_, tile) => cities.$(tile).find('strong').text() === 'Gera')
    expect(gera.attr('href')).toBe('/orte/gera')
    expect(gera.find('span').text()).toMatch(/^\d+ Eintr/)
  })
})
