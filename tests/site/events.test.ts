import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { EventDraft } from '../../src/domain/event.ts'
import { archiveEvent, changeEvent, eventDraftOf } from '../../src/operations/events.ts'
import { archiveOrganisation } from '../../src/operations/organisations.ts'
import { aCity, anEvent, anOrganisation, idOf } from '../support/cast.ts'
import { openHouse, type Seen, type TestHouse } from '../support/house.ts'
import { SYSTEM } from '../support/office.ts'
import { day, time } from '../support/schedules.ts'

const DORTBUNT = '/veranstaltungen/dortbunt'
const GERA = '/veranstaltungen/netzwerktreffen-ostthueringen-2023'

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

  it('lists what is to come, then what is over, the latest first', async () => {
    const seen = await house.get('/veranstaltungen')
    expect(textsOf(seen, 'main h2')).toEqual(['8 kommende Veranstaltungen', '3 vergangene Veranstaltungen'])
    expect(textsOf(seen, '#vergangene ~ .leaf-rows .row-name')).toEqual([
      'Lesenacht der Sprachen',
      'DORTBUNT',
      '1. Netzwerktreffen 2023 in Ostthüringen',
    ])
  })

  it.each([
    ['/veranstaltungen', 'ort', (value: string) => `/veranstaltungen?ort=${value}`],
    ['/veranstaltungen', 'thema', (value: string) => `/veranstaltungen?thema=${value}`],
    [
      '/veranstaltungen?ort=duisburg',
      'thema',
      (value: string) => `/veranstaltungen?ort=duisburg&thema=${value}`,
    ],
  ])('tells at %s with each %s how many events it leaves', async (path, name, narrowed) => {
    const seen = await house.get(path)
    const options = seen.$(`#${name} option:not([value=""])`).toArray()
    expect(options.length).toBeGreaterThan(5)
    for (const option of options) {
      const left = await house.get(narrowed(String(seen.$(option).val())))
      expect(seen.$(option).text()).toContain(`(${left.$('.row-name').length})`)
    }
  })

  it('keeps a cancelled event in the list, and says so', async () => {
    const seen = await house.get('/veranstaltungen?ort=duisburg')
    const row = textsOf(seen, '.leaf-row').find((text) => text.includes('Filmgespräch')) ?? ''
    expect(row).toContain('fällt aus')
    const page = await house.get('/veranstaltungen/filmgespraech')
    expect(page.text('.notice[data-kind=warning]')).toContain('Diese Veranstaltung fällt aus.')
    expect(page.$('.lead s')).toHaveLength(1)
  })

  it('can be narrowed to a city and a topic', async () => {
    const seen = await house.get('/veranstaltungen?ort=dortmund&thema=gleichstellung')
    expect(textsOf(seen, '.row-name')).toEqual(['DORTBUNT'])
    expect(seen.text('.empty')).toContain('Wählen Sie einen anderen Ort')
    expect((await house.get('/veranstaltungen?ort=nirgends')).status).toBe(404)
  })

  it('offers the next month on paper, of the same place and topic', async () => {
    const seen = await house.get('/veranstaltungen?ort=dortmund')
    const link = seen.$('.page-head .links a')
    expect(link.text()).toBe('Programm des nächsten Monats drucken')
    expect(link.attr('href')).toBe('/druck/monat?ort=dortmund')
    const printed = await house.get('/druck/monat?ort=dortmund')
    expect(printed.text('h1')).toBe('Programm im Juli 2026 in Dortmund')
  })

  it('says when, where and by whom', async () => {
    const seen = await house.get(DORTBUNT)
    expect(seen.text('h1')).toBe('DORTBUNT')
    expect(seen.text('.facts')).toContain('Sonntag, 7. Mai 2023, 12:00 Uhr')
    expect(seen.$('.facts time').attr('datetime')).toBe('2023-05-07T12:00')
    expect(seen.$('.facts a').first().attr('href')).toBe('/treffpunkte/hansaplatz-dortmund')
    expect(seen.text('.facts')).toContain('Stadt Dortmund – Amt des Oberbürgermeisters und des Rates')
    expect(seen.text('.notice')).toBe('Diese Veranstaltung ist vorbei.')
  })

  it('says since when it comes back every year', async () => {
    const seen = await house.get('/veranstaltungen/fest-der-vielfalt')
    expect(seen.text('.facts')).toContain('Jährlich seit 2014')
    expect(textsOf(seen, '.programme time')[1]).toBe('14:30–17:00 Uhr')
  })

  it('shows who takes part by role, and partners with whom they come', async () => {
    const seen = await house.get(DORTBUNT)
    expect(textsOf(seen, '#dabei ~ h3')).toEqual(['Veranstaltet von', 'Wirkt mit'])
    const participants = seen.$('#dabei ~ .participations').eq(1).children()
    expect(participants).toHaveLength(12)
    const equality = participants.filter((_, each) =>
      seen.$(each).find('h4').text().includes('Gleichstellungsbüro'),
    )
    expect(equality.find('.relation-list li')).toHaveLength(8)
    expect(equality.text()).toContain('Gemeinsam mit')
    expect(equality.text()).toContain('Frauenzentrum Dortmund')
    const international = participants.last()
    expect(international.text()).toContain('Stand: Zeltdorf')
  })

  it('lists documents with kind, format and size', async () => {
    const seen = await house.get(DORTBUNT)
    expect(seen.text('.documents li')).toMatch(
      /^DORTBUNT: wer auf dem Hansaplatz dabei war Programm, PDF, \d+ kB$/,
    )
    const file = await house.get(seen.$('.documents a').attr('href') ?? '')
    expect([file.status, file.headers['content-type']]).toEqual([200, 'application/pdf'])
  })

  it('reports with figures, working groups, demands, and pictures that say what is on them', async () => {
    const seen = await house.get(GERA)
    expect(textsOf(seen, '.figures > div')).toEqual(['Teilnehmende60', 'Arbeitsgruppen4', 'Forderungen4'])
    expect(seen.text('section[aria-labelledby=rueckblick]')).toContain('Gegen institutionellen Rassismus')
    expect(seen.$('.demands li')).toHaveLength(4)
    const pictures = seen.$('.pictures img')
    expect(pictures).toHaveLength(6)
    for (const picture of pictures.toArray()) {
      const { alt = '', width, height, loading } = picture.attribs
      expect(alt.length).toBeGreaterThan(20)
      expect([Number(width) > 0, Number(height) > 0, loading]).toEqual([true, true, 'lazy'])
    }
  })

  it('lists a programme without times as a list', async () => {
    const seen = await house.get(GERA)
    expect(seen.$('ol.programme')).toHaveLength(0)
    expect(textsOf(seen, '#programm ~ ol h3')).toContain('Vorstellung der Mitglieder')
  })

  it('says of each item of several days which day it is on', async () => {
    const seen = await house.get('/veranstaltungen/wochenende-der-offenen-raeume')
    expect(textsOf(seen, '.programme time')[0]).toMatch(/^Sa\., \d\d\.\d\d\.2026, 11:00–17:00 Uhr$/)
  })

  it('describes an event for search engines', async () => {
    const seen = await house.get(DORTBUNT)
    const event = JSON.parse(seen.$('script[type="application/ld+json"]').text())
    expect(event).toMatchObject({
      '@type': 'Event',
      startDate: '2023-05-07T12:00',
      eventStatus: 'https://schema.org/EventScheduled',
      location: { address: { addressLocality: 'Dortmund' } },
    })
    expect(event.endDate).toBeUndefined()
  })

  it('is found from the pages of those who take part', async () => {
    const seen = await house.get('/organisationen/gleichstellungsbuero')
    if (seen.status !== 200) return expect.fail(`answered ${seen.status}`)
    return expect(seen.$(`a[href="${DORTBUNT}"]`).length).toBeGreaterThan(0)
  })

  it.each([
    '/veranstaltungen/nie',
    '/veranstaltungen/N%C3%84',
    '/veranstaltungen?seite=0',
    '/veranstaltungen?seite=9',
  ])('knows no %s', async (path) => {
    expect((await house.get(path)).status).toBe(404)
  })

  it('takes the same number of statements for long and short lists and entries', async () => {
    const count = async (path: string) => {
      await house.get(path)
      house.statements.length = 0
      await house.get(path)
      return house.statements.length
    }
    expect(await count('/veranstaltungen')).toBe(await count('/veranstaltungen?ort=gera'))
    expect(await count('/veranstaltungen')).toBeLessThanOrEqual(9)
    expect(await count(DORTBUNT)).toBeLessThanOrEqual(9)
  })
})

describe('a town of its own', () => {
  const NOW = '2026-06-03T10:00:00Z'
  let house: TestHouse
  let office: Parameters<typeof aCity>[0]
  let cityId: number
  let choirId: number
  beforeEach(async () => {
    house = await openHouse({ demonstration: false, now: NOW })
    office = { store: house.store, clock: () => Date.parse(NOW) }
    cityId = aCity(office)
    choirId = anOrganisation(office, { cityId })
  })
  afterEach(() => house.close())

  const hold = (fields: Partial<EventDraft>) => anEvent(office, { cityId, ...fields }, choirId)
  const entry = (id: number) => house.store.events.byId(id) ?? expect.fail('no event')

  it('leads from a former address to the present one', async () => {
    const id = hold({ slug: 'altes-fest' })
    const draft = { ...eventDraftOf(entry(id)), slug: 'neues-fest' }
    idOf(changeEvent(office, SYSTEM, { id, version: 1, draft }))
    const seen = await house.get('/veranstaltungen/altes-fest')
    expect([seen.status, seen.headers.location]).toEqual([301, '/veranstaltungen/neues-fest'])
    const english = await house.get('/en/veranstaltungen/altes-fest')
    expect(english.headers.location).toBe('/en/veranstaltungen/neues-fest')
  })

  it('says of an archived event that it is gone, and lists it no more', async () => {
    const id = hold({ slug: 'fest' })
    idOf(archiveEvent(office, SYSTEM, { id, version: 1, act: 'archive' }))
    expect((await house.get('/veranstaltungen/fest')).status).toBe(410)
    expect((await house.get('/veranstaltungen')).$('.row-name')).toHaveLength(0)
  })

  it('keeps the name of an organiser that is archived, without a link', async () => {
    const otherId = anOrganisation(office, { cityId, name: 'Lesekreis' })
    const part = { role: 'participant', text: '', stand: '', withOrganisationId: null } as const
    hold({
      slug: 'fest',
      participations: [
        { ...part, organisationId: choirId, role: 'organiser' },
        { ...part, organisationId: otherId },
      ],
    })
    idOf(archiveOrganisation(office, SYSTEM, { id: otherId, version: 1, act: 'archive' }))
    const seen = await house.get('/veranstaltungen/fest')
    const reader = seen.$('.participations li').filter((_, each) => seen.$(each).text().includes('Lesekreis'))
    expect([reader.length, reader.find('a').length]).toEqual([1, 0])
  })

  it('shows a partner by its own role where the one it came with does not take part', async () => {
    const [guestId, absentId] = ['Gast', 'Verhindert'].map((name) => anOrganisation(office, { cityId, name }))
    const part = { text: '', stand: '', withOrganisationId: null }
    hold({
      slug: 'fest',
      participations: [
        { ...part, organisationId: choirId, role: 'organiser' },
        { ...part, organisationId: guestId ?? 0, role: 'partner', withOrganisationId: absentId ?? 0 },
      ],
    })
    const seen = await house.get('/veranstaltungen/fest')
    expect(textsOf(seen, '#dabei ~ h3')).toEqual(['Veranstaltet von', 'Partner'])
    expect(textsOf(seen, '.participations h4')).toEqual(['Chor der Brücken', 'Gast'])
  })

  it('says when an event of several days begins and ends', async () => {
    const days = {
      startsOn: day('2026-06-05'),
      endsOn: day('2026-06-07'),
      start: time('18:00'),
      end: time('16:00'),
    }
    hold({ slug: 'lager', ...days, place: 'Waldheim' })
    const seen = await house.get('/veranstaltungen/lager')
    expect(seen.text('.facts time')).toBe('5.–7. Juni 2026, Beginn 18:00 Uhr, Ende 16:00 Uhr')
    expect(seen.text('.lead')).toContain('Waldheim, Duisburg')
  })

  it('pages a long list, first what is to come', async () => {
    for (let n = 1; n <= 40; n += 1)
      hold({ title: `Kommt ${n}`, startsOn: day('2026-07-01'), endsOn: day('2026-07-01') })
    for (let n = 1; n <= 30; n += 1)
      hold({ title: `War ${n}`, startsOn: day('2026-01-01'), endsOn: day('2026-01-01') })
    const first = await house.get('/veranstaltungen')
    expect(textsOf(first, 'main h2')).toEqual([
      '40 kommende Veranstaltungen',
      '30 vergangene Veranstaltungen',
    ])
    expect(first.$('.leaf-row')).toHaveLength(50)
    const second = await house.get('/veranstaltungen?seite=2')
    expect(second.$('.leaf-row')).toHaveLength(20)
    expect(textsOf(second, 'main h2')).toEqual(['30 vergangene Veranstaltungen'])
    const names = [...textsOf(first, '.row-name'), ...textsOf(second, '.row-name')]
    expect(new Set(names).size).toBe(70)
    expect(second.text('title')).toContain('Veranstaltungen, Seite 2')
  })
})
