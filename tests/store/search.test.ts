import { describe, expect, test } from 'vitest'
import type { SearchNarrowing } from '../../src/store/search.ts'
import { aCity, anEvent, anOrganisation, aProject, aTopic, openTown, type Town } from '../support/cast.ts'

/** The names found, in their order; an office of nothing but groups of these names. */
function find(query: string, names: readonly string[], within: SearchNarrowing = {}): string[] {
  const town = openTown()
  const ids = new Map(
    names.map((name) => [anOrganisation(town.office, { name, cityId: town.cityId }), name] as const),
  )
  return town.office.store.search
    .find(query, 20, within)
    .map((hit) => (hit.noun === 'organisation' ? ids.get(hit.entryId) : undefined))
    .filter((name) => name !== undefined)
}

describe('what people type finds what is stored', () => {
  test.each([
    ['Muller', 'Familie Müller'],
    ['Mueller', 'Familie Müller'],
    ['müller', 'Familie Müller'],
    ['MÜLLER', 'Familie Müller'],
    ['müller', 'Verein Mueller'],
    ['strasse', 'Treff an der Straße'],
    ['straße', 'Treff an der Strasse'],
    ['cafe', 'Frauencafé'],
    ['café', 'Frauencafé'],
    ['zentrum', 'Integrationszentrum'],
    ['deutschkurs', 'Offene Deutschkurse'],
    ['aerzte', 'Ärztekammer'],
    ['arzte', 'Ärztekammer'],
    ['ärzte', 'Ärztekammer'],
    ['lodz', 'Freunde von Łódź'],
    ['istanbul', 'Verein İstanbul'],
    ['İSTANBUL', 'Verein Istanbul'],
    ['akteure', 'Akteur*innen im Stadtteil'],
    ['Akteur*innen', 'Akteur*innen im Stadtteil'],
    ['akteurinnen', 'Akteur:innen im Stadtteil'],
    ['migranten', 'Netzwerk der Migrant_innen'],
    ['bürgern', 'Rat der Bürger/innen'],
    ['ärzten', 'Ärzt*innen helfen'],
    ['akteur*innen', 'Bündnis der Akteurinnen'],
    ['kultur', 'Bildung/Kultur'],
    ['integrationszentrum', 'Integrations\u00adzentrum'],
    ['kinder eltern', 'Eltern und Kinder'],
  ])('%s → %s', (query, name) => {
    expect(find(query, ['Schachklub', name, 'Singkreis'])).toEqual([name])
  })

  test('what nobody wrote is not found', () => {
    expect(find('theater', ['Schachklub'])).toEqual([])
    expect(find('', ['Schachklub'])).toEqual([])
    expect(find('"* OR name:', ['Schachklub'])).toEqual([])
  })
})

describe('the order of what is found', () => {
  test('„rat“ finds the Rat, the Rathausfreunde, the Integrationsrat, and the Beratung last', () => {
    const names = ['Beratung', 'Beratung und Hilfe', 'Integrationsrat der Stadt', 'Rathausfreunde', 'Rat']
    expect(find('rat', names)).toEqual([
      'Rat',
      'Rathausfreunde',
      'Integrationsrat der Stadt',
      'Beratung',
      'Beratung und Hilfe',
    ])
  })

  test('many words with the syllable inside do not crowd out the one that ends with it', () => {
    const { office, cityId } = openTown()
    for (let number = 1; number <= 30; number += 1)
      anOrganisation(office, { name: `Beratung ${number}`, cityId })
    const council = anOrganisation(office, { name: 'Integrationsrat der kreisfreien Stadt am Fluss', cityId })
    const [first, ...others] = office.store.search.find('rat', 5)
    expect(first).toEqual({ noun: 'organisation', entryId: council })
    expect(others).toHaveLength(4)
  })

  test('a name counts more than a topic, a topic more than what is said', () => {
    const { office, cityId } = openTown()
    const text = { language: 'de', summary: 'Wir singen Lieder.', description: '' } as const
    const saying = anOrganisation(office, { name: 'Treff am Ufer', cityId, texts: [text] })
    const topic = anOrganisation(office, {
      name: 'Runde am Ufer',
      cityId,
      topicIds: [aTopic(office, 'Lieder und Tanz')],
    })
    const name = anOrganisation(office, { name: 'Lieder am Ufer', cityId })
    expect(office.store.search.find('lieder', 10).map((hit) => hit.entryId)).toEqual([name, topic, saying])
  })
})

describe('a narrowed search', () => {
  function everywhere(town: Town) {
    const { office, cityId, otherCityId, groupId } = town
    return {
      here: anOrganisation(office, { name: 'Integrationszentrum', cityId }),
      there: anOrganisation(office, { name: 'Familienzentrum', cityId: otherCityId }),
      event: anEvent(office, { title: 'Zentrumsfest', cityId }, groupId),
      project: aProject(office, { title: 'Zentrum für alle', cityId: otherCityId }, groupId),
    }
  }

  test('keeps to a city, for parts of words, too', () => {
    const town = openTown()
    const { here, event } = everywhere(town)
    const hits = town.office.store.search.find('zentrum', 10, { cityId: town.cityId })
    expect(hits).toEqual([
      { noun: 'event', entryId: event },
      { noun: 'organisation', entryId: here },
    ])
  })

  test('keeps to a noun, for parts of words, too', () => {
    const town = openTown()
    const { here, there } = everywhere(town)
    const hits = town.office.store.search.find('zentrum', 10, { noun: 'organisation' })
    expect(hits.map((hit) => hit.entryId).sort()).toEqual([here, there].sort())
  })

  test('finds a city by its name and by a postcode', () => {
    const { office } = openTown()
    const id = aCity(office, { name: 'Gießen', land: 'HE', postcodes: ['35390', '35394'] })
    for (const query of ['giessen', 'Gießen', '35394'])
      expect(office.store.search.find(query, 10, { noun: 'city' })).toEqual([{ noun: 'city', entryId: id }])
  })

  test('takes three statements at most', () => {
    const { office, cityId } = openTown()
    anOrganisation(office, { name: 'Integrationszentrum', cityId })
    office.statements.length = 0
    office.store.search.find('zentrum', 10, { cityId })
    expect(office.statements).toHaveLength(3)
  })
})

test('a renamed entry is found by its new name only, a removed one not at all', () => {
  const { office } = openTown()
  const { search } = office.store
  const entry = { noun: 'venue', entryId: 1, cityId: null, topics: '', text: '' } as const
  search.put({ ...entry, name: 'Kulturbahnhof' })
  search.put({ ...entry, name: 'Stadtbibliothek' })
  expect(search.find('bahnhof', 10)).toEqual([])
  expect(search.find('bibliothek', 10)).toEqual([{ noun: 'venue', entryId: 1 }])
  search.remove('venue', 1)
  expect(search.find('bibliothek', 10)).toEqual([])
})
