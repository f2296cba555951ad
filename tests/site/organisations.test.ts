import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type Seen, type TestHouse } from '../support/house.ts'

const AMNESTY = '/organisationen/amnesty-international-gruppe-duisburg'
const CENTRE = '/organisationen/kommunales-integrationszentrum-duisburg'
const CHOIR = '/organisationen/chor-der-bruecken-e-v'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const textsOf = (seen: Seen, selector: string) =>
  seen
    .$(selector)
    .map((_, each) => seen.$(each).text().replace(/\s+/g, ' ').trim())
    .get()

describe('the page of an organisation', () => {
  it('says by which rule it meets, where, and when next', async () => {
    const seen = await house.get(AMNESTY)
    expect(seen.text('h1')).toBe('Amnesty International, Gruppe Duisburg')
    expect(seen.text('.meeting-rule')).toBe('Jeden 1. und 3. Mittwoch im Monat, 19:30 Uhr')
    expect(seen.text('.meeting .traits')).toContain('Flachsmarkt 15, 1. Etage, Zimmer 14')
    expect(seen.$('.meeting .traits a').first().attr('href')).toBe(
      '/treffpunkte/internationales-zentrum-duisburg',
    )
    const days = seen.$('.meeting').first().find('.leaf-strip time')
    expect(days.map((_, time) => seen.$(time).attr('datetime')).get()).toEqual([
      '2026-06-03T19:30',
      '2026-06-17T19:30',
      '2026-07-01T19:30',
      '2026-07-15T19:30',
      '2026-08-05T19:30',
      '2026-08-19T19:30',
    ])
    expect(seen.text('.meeting .leaf-strip li[data-state=cancelled]')).toContain(
      'Haus geschlossen: Betriebsferien',
    )
    expect(seen.text('.leaf-strip li')).toContain('heute')
  })

  it('says that a time is open rather than inventing one, and names another year', async () => {
    const seen = await house.get(AMNESTY)
    const stand = seen.$('.meeting').eq(1)
    expect(stand.find('.meeting-rule').text()).toBe('Jeden 2. Samstag in ungeraden Monaten')
    expect(stand.find('.leaf-strip li').eq(3).text()).toContain('2027')
    expect(stand.find('.leaf-strip time').text()).toContain('Uhrzeit offen')
  })

  it('shows a moved date on both days, with the reason', async () => {
    const seen = await house.get(CHOIR)
    const dates = textsOf(seen, '.leaf-strip li')
    expect(dates[1]).toContain('verlegt auf Fr., 12.06.2026')
    expect(dates[1]).toContain('Flügel')
    expect(dates[2]).toContain('verlegt vom Do., 11.06.2026')
    expect(seen.$('.leaf-strip li').eq(1).find('s').text()).toContain('19:00')
  })

  it('lists the invitation of the next date and the papers of past ones', async () => {
    const seen = await house.get(CENTRE)
    const papers = seen.$('.meeting .plain-rows > li')
    expect(papers).toHaveLength(3)
    expect(papers.eq(0).text()).toContain('9. Juli 2026')
    expect(papers.eq(0).find('.documents li')).toHaveLength(1)
    expect(papers.eq(1).find('.documents li')).toHaveLength(2)
    expect(papers.eq(1).text()).toContain('Protokoll')
    const file = await house.get(papers.eq(1).find('.documents a').attr('href') ?? '')
    expect(file.status).toBe(200)
  })

  it('tells the facts: founded, members, languages, address, website', async () => {
    const facts = textsOf(await house.get(AMNESTY), '.facts dd')
    expect(facts).toEqual(['Amnesty Duisburg', '1968', '14', 'Deutsch, Englisch'])
    expect(textsOf(await house.get(CENTRE), '.facts dd').at(-1)).toContain('Flachsmarkt 15 47051 Duisburg')
    const seen = await house.get(AMNESTY)
    expect(seen.$('a[href="https://amnesty-duisburg-oberhausen.de"]').text()).toBe(
      'amnesty-duisburg-oberhausen.de',
    )
  })

  it('names relations on both sides', async () => {
    const seen = await house.get(AMNESTY)
    const library = seen.$('.relation-list a').filter((_, a) => seen.$(a).text().includes('Stadtbibliothek'))
    const other = await house.get(library.attr('href') ?? '')
    expect(textsOf(other, '.relation h3')).toContain('Arbeitet zusammen mit')
    expect(textsOf(other, '.relation-list a')).toContain('Amnesty International, Gruppe Duisburg')
    const office = await house.get('/organisationen/stadt-dortmund-amt-des-oberbuergermeisters-und-des-rates')
    expect(textsOf(office, '.relation h3')).toContain('Dazu gehören')
    expect(textsOf(await house.get('/organisationen/smart-city'), '.relation h3')).toContain('Teil von')
  })

  it('lists its projects with what it is to them', async () => {
    const seen = await house.get('/organisationen/landkreis-giessen-dezernat-iv')
    const projects = textsOf(seen, '[aria-labelledby=projekte] li')
    expect(projects).toHaveLength(7)
    expect(projects.join()).toContain('Trägt das Projekt')
    const funder = await house.get('/organisationen/europaeischer-sozialfonds')
    expect(textsOf(funder, '[aria-labelledby=projekte] li').join()).toContain('Fördert das Projekt')
  })

  it('lists events to come apart from past ones, with role, text and partner', async () => {
    const seen = await house.get('/organisationen/sophia-e-v')
    expect(seen.text('[aria-labelledby=rueckblick] .leaf-row')).toContain('zusammen mit Gleichstellungsbüro')
    const coming = await house.get(AMNESTY)
    expect(coming.text('[aria-labelledby=veranstaltungen] .leaf-row')).toContain('Wirkt mit:')
    expect(coming.$('[aria-labelledby=rueckblick]')).toHaveLength(0)
  })

  it('links its topics to the list of its city', async () => {
    const seen = await house.get(AMNESTY)
    const topic = seen.$('.topics a').first().attr('href') ?? ''
    expect(topic).toMatch(/^\/orte\/duisburg\?thema=/)
    expect(textsOf(await house.get(topic), '.row-name')).toContain('Amnesty International, Gruppe Duisburg')
  })

  it('takes as many statements for much as for little', async () => {
    house.statements.length = 0
    await house.get('/organisationen/smart-city')
    expect(house.statements).toHaveLength(14)
    house.statements.length = 0
    await house.get(CENTRE)
    expect(house.statements).toHaveLength(14)
  })

  it('marks in English what is said in German only', async () => {
    const seen = await house.get('/en/organisationen/klub-filmowy-kadr')
    expect(seen.$('.lead').attr('lang')).toBe('de')
    expect(seen.$('.meeting h3').attr('lang')).toBe('de')
    expect(seen.$('h1').attr('lang')).toBe('pl')
    expect(seen.text('.meeting-rule')).toContain('Every 5th Friday of the month')
    const translated = await house.get(`/en${CHOIR}`)
    expect(translated.$('.lead').attr('lang')).toBeUndefined()
  })

  it('tells search engines what the page tells, and nothing more', async () => {
    const seen = await house.get(AMNESTY)
    const data = JSON.parse(seen.$('script[type="application/ld+json"]').text())
    expect(data['@type']).toBe('NGO')
    expect(data.contactPoint[0].email).toBe('kontakt@amnesty-duisburg.example')
    expect(data.event[0].eventSchedule).toMatchObject({ repeatFrequency: 'P1M', byMonthWeek: [1, 3] })
    // „In uneven months“ is nothing that schema.org can say.
    expect(data.event).toHaveLength(1)
  })
})

describe('the contacts of an organisation', () => {
  it('say whether somebody answers now, or when again', async () => {
    const state = async (instant: string) => {
      house.setNow(instant)
      return textsOf(await house.get(CENTRE), '.contact strong')
    }
    // Thursday, 4 June is Corpus Christi.
    expect(await state('2026-06-03T10:00:00Z')).toEqual(['Wieder erreichbar am Montag, 8. Juni, 09:00 Uhr'])
    expect(await state('2026-06-11T08:00:00Z')).toEqual(['Jetzt erreichbar bis 12:00 Uhr'])
    expect(await state('2026-06-11T10:00:00Z')).toEqual(['Wieder erreichbar heute, 14:00 Uhr'])
    house.setNow('2026-06-03T10:00:00Z')
  })

  it('are said anew by a kept page in the minute in which they change', async () => {
    const cached = await openHouse({ now: '2026-06-11T09:59:00Z', pageCache: true })
    const state = async () => (await cached.get(CENTRE)).text('.contact strong')
    expect(await state()).toContain('Jetzt erreichbar')
    cached.setNow('2026-06-11T10:00:00Z')
    expect(await state()).toContain('Wieder erreichbar heute')
    await cached.close()
  })

  it('never show what is for staff only', async () => {
    const seen = await house.get(CENTRE)
    expect(seen.body).not.toContain('Erika Mustermann')
    expect(seen.body).not.toContain('0176 04069001')
    expect(seen.body).not.toContain('Flachsglocke')
  })

  it('show of a person only what she agreed to for the web', async () => {
    const dance = await house.get('/organisationen/tanzkreis-horon')
    expect(dance.text('.contact')).toContain('Mehmet Mustermann')
    expect(dance.body).not.toContain('0176 04069022')
    const round = await house.get('/organisationen/seniorenrunde-ankommen')
    expect(round.body).not.toContain('0221 4710-112')
    expect(round.$('.contact .channels a').attr('href')).toMatch(/^\/rueckmeldung\?kontakt=\d+$/)
  })

  it('are replaced by a way to write where none may be shown', async () => {
    const seen = await house.get('/organisationen/smart-city')
    expect(seen.$('.contact')).toHaveLength(0)
    expect(seen.$('[aria-labelledby=kontakt] a').attr('href')).toContain('/rueckmeldung?seite=')
  })
})

describe('the age of an entry', () => {
  it('is told: when it was confirmed, and how', async () => {
    const seen = await house.get(AMNESTY)
    expect(seen.text('[aria-labelledby=stand]')).toContain('Zuletzt bestätigt am 29. April 2026')
    expect((await house.get(CENTRE)).text('[aria-labelledby=stand]')).toContain('bei einem Besuch')
  })

  it('is a warning where it is long ago, or never was', async () => {
    const old = await house.get('/organisationen/foto-werkstatt-rheinblick')
    expect(old.text('[aria-labelledby=stand] .notice')).toContain('Länger nicht bestätigt')
    const never = await house.get('/organisationen/klub-filmowy-kadr')
    expect(never.text('[aria-labelledby=stand] .notice')).toContain('Noch nicht bestätigt')
  })
})

describe('the address of an organisation', () => {
  it('leads on from a former name', async () => {
    const own = await openHouse()
    const choir = own.store.organisations.bySlug('chor-der-bruecken-e-v')
    own.store.organisations.changeSlug(choir?.id ?? 0, 'chor-der-bruecken-e-v', 'chor')
    const seen = await own.get(`/en${CHOIR}`)
    expect(seen.status).toBe(301)
    expect(seen.headers.location).toBe('/en/organisationen/chor')
    own.store.organisations.setArchived(choir?.id ?? 0, 1, '2026-06-03T10:00:00Z', '2026-06-03T10:00:00Z')
    expect((await own.get('/organisationen/chor')).status).toBe(410)
    expect((await own.get(CHOIR)).status).toBe(410)
    await own.close()
  })

  it('is another one for a network', async () => {
    const moved = await house.get('/organisationen/colourado')
    expect([moved.status, moved.headers.location]).toEqual([301, '/netzwerke/colourado'])
    const back = await house.get('/netzwerke/smart-city')
    expect([back.status, back.headers.location]).toEqual([301, '/organisationen/smart-city'])
  })

  it('is not found where there is none', async () => {
    for (const slug of ['gibt-es-nicht', '%00', 'a'.repeat(300), "'; DROP TABLE organisation"])
      expect((await house.get(`/organisationen/${encodeURIComponent(slug)}`)).status).toBe(404)
    expect((await house.get('/netzwerke/gibt-es-nicht')).status).toBe(404)
  })
})

describe('a meeting that pauses', () => {
  it('says so in one line, strikes its first date out, and goes on behind it', async () => {
    const seen = await house.get('/organisationen/schachgruppe-laeufer')
    expect(seen.text('.pause')).toBe('Turnierpause: 23. Juni bis 14. Juli 2026')
    const states = seen.$('.leaf-strip > li').toArray()
    const said = states.map((date) =>
      [seen.$(date).find('.date-leaf-day').text(), seen.$(date).find('.state-word').text()].join(' ').trim(),
    )
    expect(said).toEqual(['5', '12', '19', '26 fällt aus', '17', '24'])
  })

  it('has every date of the pause struck out in the calendar', async () => {
    const seen = await house.get('/kalender/2026-07-03')
    const row = seen.$('.occurrence[data-state=cancelled]').text()
    expect(row).toContain('Turnierpause')
  })
})
