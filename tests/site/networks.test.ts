import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type TestHouse } from '../support/house.ts'

const MIGRANETZ = '/netzwerke/migranetz-thueringen-e-v'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('the list of networks', () => {
  it('says how many belong to each, and from how many towns', async () => {
    const seen = await house.get('/netzwerke')
    const row = seen
      .$('.plain-rows > li')
      .filter((_, each) => seen.$(each).text().includes('MigraNetz'))
      .first()
    expect(row.text()).toContain('5 Mitglieder aus 5 Orten')
    expect(row.find('a').attr('href')).toBe(MIGRANETZ)
  })

  it('is one statement', async () => {
    house.statements.length = 0
    await house.get('/netzwerke')
    expect(house.statements).toHaveLength(1)
  })

  it('says so where there is none', async () => {
    const empty = await openHouse({ demonstration: false })
    expect((await empty.get('/netzwerke')).text('.empty')).toContain('noch kein Netzwerk')
    await empty.close()
  })
})

describe('the networks on paper', () => {
  it('are offered at their list, to everybody, and are all of them', async () => {
    const link = (await house.get('/netzwerke')).$('.page-head .links a')
    expect(link.text()).toBe('Netzwerke drucken')
    const printed = await house.get(String(link.attr('href')))
    expect(printed.status).toBe(200)
    expect(printed.$('tbody th[scope=row]').length).toBe(house.store.relations.networks().length)
  })
})

describe('the page of a network', () => {
  it('lists its members by their towns, as German sorts', async () => {
    const seen = await house.get(MIGRANETZ)
    expect(seen.text('#mitglieder')).toBe('5 Mitglieder in 5 Orten')
    const towns = seen.$('.member-towns h3').map((_, town) => seen.$(town).text())
    expect(towns.get()).toEqual(['Altenburg', 'Erfurt', 'Gera', 'Greiz', 'Weida'])
    const member = await house.get(seen.$('.member-list a').first().attr('href') ?? '')
    expect(member.text('.relation h3')).toBe('Mitglied von')
    expect(member.text('.relation-list a')).toBe('MigraNetz Thüringen e.V.')
  })

  it('keeps cooperation, support and dialogue apart', async () => {
    const seen = await house.get('/netzwerke/netzwerk-gegen-islamfeindlichkeit-und-rassismus-nir')
    const kinds = seen.$('.relation h3').map((_, kind) => seen.$(kind).text())
    expect(kinds.get()).toEqual([
      'Gründungsmitglied von',
      'Arbeitet zusammen mit',
      'Unterstützt',
      'Im Dialog mit',
    ])
    const alliance = await house.get('/netzwerke/claim-allianz-gegen-islam-und-muslimfeindlichkeit')
    expect(alliance.text('.member-towns')).toContain('Gründungsmitglied · seit 2017')
    expect(alliance.text('.facts')).toContain('47 Organisationen')
  })

  it('stands below the networks, not below a city', async () => {
    const seen = await house.get(MIGRANETZ)
    expect(seen.$('.trail a').attr('href')).toBe('/netzwerke')
    expect(seen.$('link[rel=canonical]').attr('href')).toBe(`http://127.0.0.1:3000${MIGRANETZ}`)
  })
})
