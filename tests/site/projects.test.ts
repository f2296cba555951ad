import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { archiveProject, changeProject, projectDraftOf } from '../../src/operations/projects.ts'
import { aCity, anOrganisation, aProject, idOf } from '../support/cast.ts'
import { openHouse, type Seen, type TestHouse } from '../support/house.ts'
import { SYSTEM } from '../support/office.ts'

const textsOf = (seen: Seen, selector: string) =>
  seen
    .$(selector)
    .map((_, each) => seen.$(each).text().replace(/\s+/g, ' ').trim())
    .get()

describe('the demonstration', () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openHouse()
  })
  afterAll(() => house.close())

  it('lists its projects by city, with who carries and who pays for them', async () => {
    const seen = await house.get('/projekte')
    expect(textsOf(seen, 'main h2').slice(0, -1)).toEqual([
      'Berlin',
      'Dortmund',
      'Duisburg',
      'Gießen',
      'Greiz',
    ])
    const rows = textsOf(seen, '.plain-rows li')
    expect(rows.find((row) => row.startsWith('Netzwerk Integration'))).toContain(
      'Landkreis Gießen, Dezernat IV · seit 2005',
    )
    expect(rows.find((row) => row.startsWith('Xenos'))).toContain(
      'gefördert von: Bundesministerium für Arbeit und Soziales, Europäischer Sozialfonds',
    )
  })

  it('lists the programmes that pay, with their funders and projects', async () => {
    const seen = await house.get('/projekte')
    const programmes = textsOf(seen, 'section[aria-labelledby=programme] > ul > li')
    expect(programmes).toHaveLength(2)
    expect(programmes[0]).toContain('Land Hessen')
    expect(seen.$('section[aria-labelledby=programme] a[href="/projekte/wir"]')).toHaveLength(1)
  })

  it('can be narrowed to a city, and then names only the programmes at work there', async () => {
    const seen = await house.get('/projekte?ort=duisburg')
    expect(textsOf(seen, '.row-name')).toEqual(['Instrumente für alle'])
    expect(seen.$('#programme')).toHaveLength(0)
    const empty = await house.get('/projekte?ort=weida')
    expect([empty.status, empty.text('.empty')]).toEqual([
      200,
      'Zu dieser Auswahl gibt es kein Projekt. Wählen Sie einen anderen Ort.',
    ])
    expect((await house.get('/projekte?ort=nirgends')).status).toBe(404)
  })

  it('tells with each city how many projects it leaves', async () => {
    const seen = await house.get('/projekte?ort=duisburg')
    const options = seen.$('#ort option:not([value=""])').toArray()
    expect(options.length).toBeGreaterThan(5)
    for (const option of options) {
      const narrowed = await house.get(`/projekte?ort=${seen.$(option).val()}`)
      const rows = narrowed.$('.row-name').not('[aria-labelledby=programme] *')
      expect(seen.$(option).text()).toContain(`(${rows.length})`)
    }
  })

  it('shows carrier, partners, funders and initiators, each with what they do', async () => {
    const seen = await house.get('/projekte/interkulturelle-woche')
    expect(textsOf(seen, '.relation h3')).toEqual(['Getragen von', 'Mit', 'Ins Leben gerufen von'])
    expect(seen.$('.relation').last().find('li')).toHaveLength(3)
    expect(textsOf(seen, '.relation li').join()).toContain('Richtet die Woche mit aus.')
  })

  it('shows the programme that pays for a project', async () => {
    const seen = await house.get('/projekte/wir')
    const funding = seen.text('section[aria-labelledby=foerderung]')
    expect(funding).toContain('Förderprogramm des Landes Hessen.')
    expect(funding).toContain('Land Hessen')
    expect(seen.text('.kind-word')).toBe('Projekt in Gießen')
  })

  it.each(['/projekte/nie', '/projekte/Ä'])('knows no %s', async (path) => {
    expect((await house.get(encodeURI(path))).status).toBe(404)
  })

  it('takes the same number of statements for a long list and a short one', async () => {
    const counts: number[] = []
    for (const path of ['/projekte', '/projekte?ort=duisburg', '/projekte?ort=giessen']) {
      house.statements.length = 0
      await house.get(path)
      counts.push(house.statements.length)
    }
    expect(Math.max(...counts)).toBeLessThanOrEqual(5)
  })
})

describe('a project', () => {
  const NOW = '2026-06-03T10:00:00Z'
  let house: TestHouse
  let office: Parameters<typeof aCity>[0]
  let id: number
  beforeEach(async () => {
    house = await openHouse({ demonstration: false, now: NOW })
    office = { store: house.store, clock: () => Date.parse(NOW) }
    const cityId = aCity(office)
    id = aProject(office, { cityId, slug: 'netz' }, anOrganisation(office, { cityId }))
  })
  afterEach(() => house.close())

  const change = (fields: Partial<ReturnType<typeof projectDraftOf>>) => {
    const project = house.store.projects.byId(id) ?? expect.fail('no project')
    idOf(
      changeProject(office, SYSTEM, {
        id,
        version: project.version,
        draft: { ...projectDraftOf(project), ...fields },
      }),
    )
  }

  it.each([
    [2009, 2012, '2009 bis 2012'],
    [2009, null, 'seit 2009'],
    [null, 2012, 'bis 2012'],
    [2012, 2012, '2012'],
  ])('from %s until %s is said as: %s', async (startYear, endYear, said) => {
    change({ startYear, endYear })
    const seen = await house.get('/projekte/netz')
    expect(seen.text('.facts')).toContain(`Laufzeit${said}`)
  })

  it('says nothing of years that nobody knows', async () => {
    const seen = await house.get('/projekte/netz')
    expect(seen.text('.facts')).not.toContain('Laufzeit')
  })

  it('leads from a former address to the present one', async () => {
    change({ slug: 'neues-netz' })
    const seen = await house.get('/projekte/netz')
    expect([seen.status, seen.headers.location]).toEqual([301, '/projekte/neues-netz'])
  })

  it('is gone when it is archived', async () => {
    idOf(archiveProject(office, SYSTEM, { id, version: 1, act: 'archive' }))
    expect((await house.get('/projekte/netz')).status).toBe(410)
    expect((await house.get('/projekte')).text('.empty')).toContain('kein Projekt')
  })
})
