import { describe, expect, test } from 'vitest'
import { anOrganisation, aRelation, openTown } from '../support/cast.ts'

const AT = '2026-06-03T10:00:00Z'

describe('the relations of an organisation', () => {
  function aNetwork() {
    const town = openTown()
    const { office, cityId, otherCityId } = town
    const [network, zebra, arbeit, aerzte, claim] = (
      [
        ['Netzwerk', cityId],
        ['Zebra', cityId],
        ['Arbeit und Leben', cityId],
        ['Ärzte der Welt', otherCityId],
        ['Allianz', otherCityId],
      ] as const
    ).map(([name, city]) => anOrganisation(office, { name, cityId: city, kind: 'association' }))
    if (!network || !zebra || !arbeit || !aerzte || !claim) throw new Error('an organisation is missing')
    aRelation(office, { fromId: network, toId: zebra, kind: 'cooperates-with' })
    aRelation(office, { fromId: arbeit, toId: network, kind: 'cooperates-with' })
    aRelation(office, { fromId: aerzte, toId: network, kind: 'cooperates-with', note: 'seit langem' })
    aRelation(office, { fromId: network, toId: claim, kind: 'founding-member-of', sinceYear: 2017 })
    aRelation(office, { fromId: network, toId: aerzte, kind: 'supports', untilYear: 2020 })
    aRelation(office, { fromId: zebra, toId: arbeit, kind: 'supports' })
    return { office, network, zebra, claim }
  }

  test('are seen from both sides, by kind and then by name', () => {
    const { office, network } = aNetwork()
    office.statements.length = 0
    const seen = office.store.relations.ofOrganisation(network)
    expect(office.statements).toHaveLength(1)
    expect(seen.map(({ kind, direction, other }) => [kind, direction, other.name, other.cityName])).toEqual([
      ['founding-member-of', 'from', 'Allianz', 'Dortmund'],
      ['cooperates-with', 'to', 'Arbeit und Leben', 'Duisburg'],
      ['cooperates-with', 'to', 'Ärzte der Welt', 'Dortmund'],
      ['cooperates-with', 'from', 'Zebra', 'Duisburg'],
      ['supports', 'from', 'Ärzte der Welt', 'Dortmund'],
    ])
  })

  test('carry their years and their note, and the other as a link needs it', () => {
    const { office, network, claim } = aNetwork()
    const [founding] = office.store.relations.ofOrganisation(claim)
    expect(founding).toEqual({
      id: expect.any(Number),
      kind: 'founding-member-of',
      direction: 'to',
      sinceYear: 2017,
      untilYear: null,
      note: '',
      other: {
        id: network,
        slug: 'netzwerk',
        name: 'Netzwerk',
        nameLanguage: null,
        kind: 'association',
        cityId: expect.any(Number),
        citySlug: 'duisburg',
        cityName: 'Duisburg',
      },
    })
  })

  test('leave out those that are archived', () => {
    const { office, network, zebra } = aNetwork()
    office.store.organisations.setArchived(zebra, 1, AT, AT)
    const names = office.store.relations.ofOrganisation(network).map((relation) => relation.other.name)
    expect(names).not.toContain('Zebra')
    expect(names).toHaveLength(4)
  })
})

test('networks count who belongs to them today, and from how many cities', () => {
  const { office, cityId, otherCityId, groupId, otherGroupId } = openTown()
  const zeta = anOrganisation(office, { name: 'Zeta-Netz', cityId, kind: 'network' })
  const empty = anOrganisation(office, { name: 'Älteres Netz', cityId: otherCityId, kind: 'network' })
  const [former, archived, third] = ['Ehemalige', 'Aufgelöste', 'Dritte'].map((name) =>
    anOrganisation(office, { name, cityId }),
  )
  aRelation(office, { fromId: groupId, toId: zeta, kind: 'member-of' })
  aRelation(office, { fromId: groupId, toId: zeta, kind: 'founding-member-of' })
  aRelation(office, { fromId: otherGroupId, toId: zeta, kind: 'part-of' })
  aRelation(office, { fromId: third ?? 0, toId: zeta, kind: 'cooperates-with' })
  aRelation(office, { fromId: former ?? 0, toId: zeta, kind: 'member-of', untilYear: 2020 })
  aRelation(office, { fromId: archived ?? 0, toId: zeta, kind: 'member-of' })
  office.store.organisations.setArchived(archived ?? 0, 1, AT, AT)
  office.statements.length = 0
  expect(office.store.relations.networks()).toMatchObject([
    { id: empty, name: 'Älteres Netz', cityName: 'Dortmund', members: 0, cities: 0 },
    { id: zeta, name: 'Zeta-Netz', cityName: 'Duisburg', members: 2, cities: 2 },
  ])
  expect(office.statements).toHaveLength(1)
})
