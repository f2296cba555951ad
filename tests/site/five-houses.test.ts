import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type Seen, type TestHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const main = (seen: Seen) => seen.text('main')
const linksIn = (seen: Seen, selector: string) =>
  seen
    .$(`${selector} a`)
    .map((_, link) => seen.$(link).text().trim())
    .get()

describe('Duisburg: a house with many groups', () => {
  it('shows the house with its rooms by floor and a week plan of what happens in which room', async () => {
    const iz = await house.get('/treffpunkte/internationales-zentrum-duisburg')
    expect(main(iz)).toContain('Flachsmarkt 15')
    expect(main(iz)).toContain('47051 Duisburg')
    expect(main(iz)).toMatch(/1\. Etage.*Zimmer 14|Zimmer 14.*1\. Etage/)
    const row = iz.$('.room-plan tr').filter((_, each) => iz.$(each).find('th').text().includes('Zimmer 14'))
    expect(row.text()).toContain('Amnesty')
    expect(row.text()).toContain('19:30')
    expect(iz.$('.room-plan .booking').length).toBeGreaterThan(8)
    expect(main(iz)).toMatch(/70/)
    expect(main(iz)).toMatch(/30/)
  })

  it('shows the Amnesty group with founding year, members, meeting, and the stand without a time', async () => {
    const group = await house.get('/organisationen/amnesty-international-gruppe-duisburg')
    expect(group.text('.facts')).toContain('1968')
    expect(group.text('.facts')).toContain('14')
    expect(main(group)).toContain('Jeden 1. und 3. Mittwoch im Monat, 19:30 Uhr')
    expect(main(group)).toContain('Jeden 2. Samstag in ungeraden Monaten')
    expect(main(group)).toContain('Steinsche Gasse 26')
    const stand = group.$('.meeting').filter((_, each) => group.$(each).text().includes('Steinsche Gasse'))
    const days = stand
      .find('.leaf-strip time')
      .map((_, time) => group.$(time).attr('datetime'))
      .get()
    expect(days).toEqual(['2026-07-11', '2026-09-12', '2026-11-14', '2027-01-09', '2027-03-13'])
    expect(group.$('a[href="https://amnesty-duisburg-oberhausen.de"]').length).toBe(1)
  })

  it('gives its next five meetings on the first and third Wednesdays', async () => {
    const group = await house.get('/organisationen/amnesty-international-gruppe-duisburg')
    const meeting = group
      .$('.meeting')
      .filter((_, each) => group.$(each).text().includes('Zimmer 14'))
      .first()
    const days = meeting
      .find('.leaf-strip time')
      .map((_, time) => group.$(time).attr('datetime'))
      .get()
    expect(days.filter((day) => day.endsWith('T19:30')).length).toBeGreaterThanOrEqual(5)
    expect(days[0]).toBe('2026-06-03T19:30')
  })

  it('shows Forum IZ every three months with invitation and minutes per date', async () => {
    const office = await house.get('/organisationen/kommunales-integrationszentrum-duisburg')
    const forum = office
      .$('.meeting')
      .filter((_, each) => office.$(each).text().includes('Forum IZ'))
      .first()
    expect(forum.text()).toMatch(/[Aa]lle drei Monate/)
    const documents = forum.find('a[href^="/dokumente/"]')
    expect(documents.length).toBeGreaterThanOrEqual(3)
    expect(forum.text()).toContain('Einladung')
    expect(forum.text()).toContain('Protokoll')
    const file = await house.get(documents.first().attr('href') ?? '')
    expect(file.headers['content-type']).toBe('application/pdf')
    expect(file.body.startsWith('%PDF')).toBe(true)
  })

  it('shows the yearly Fest der Vielfalt with its three organisers', async () => {
    const fest = await house.get('/veranstaltungen/fest-der-vielfalt')
    expect(main(fest)).toContain('2014')
    for (const name of [
      'Integrationszentrum',
      'Kultur- und Stadthistorisches Museum',
      'Duisburger Kulturbetriebe',
    ])
      expect(main(fest)).toContain(name)
  })

  it('has a house full of groups, and the invented ones say so', async () => {
    const city = await house.get('/orte/duisburg')
    expect(city.$('.leaf-row').length).toBeGreaterThan(15)
    expect(city.$('.leaf-row:contains("Erfundenes Beispiel")').length).toBeGreaterThan(11)
  })
})

describe('Dortmund: a festival with many offices', () => {
  const OFFICES = [
    'Projekt „nordwärts“',
    'Koordinierungsstelle für Vielfalt, Toleranz & Demokratie',
    'Koordinierungsstelle für LSBTIQ*',
    'Inklusionsbeauftragte',
    'Behindertenbeauftragte',
    'Integrationsrat',
    'MIA-DO-Kommunales Integrationszentrum',
    'Hochschul- und Wissenschaftsbüro',
    'Smart City',
    'Gleichstellungsbüro',
    'Büro für Internationale Beziehungen',
  ]
  const PARTNERS = [
    'AG Dortmunder Frauenverbände e. V.',
    'Arbeitsgemeinschaft Sozialdemokratischer Frauen (ASF)',
    'AWO Unterbezirk Dortmund',
    'Frauen helfen Frauen e. V. Dortmund',
    'Frauenzentrum Dortmund',
    'Dortmunder Mitternachtsmission e. V.',
    'Sophia e. V.',
    'Stadtverband Dortmund der kfd',
  ]

  it('shows day, place, organiser, themes, every office and every partner', async () => {
    const event = await house.get('/veranstaltungen/dortbunt')
    expect(main(event)).toContain('Sonntag, 7. Mai 2023, 12:00 Uhr')
    expect(main(event)).toContain('Hansaplatz')
    expect(main(event)).toContain('Projekte und Koordinierungsstellen')
    const links = linksIn(event, 'main')
    expect(links).toEqual(
      expect.arrayContaining([
        ...OFFICES,
        ...PARTNERS,
        'ColouraDo',
        'Inklusionsbeirat',
        'Behindertenpolitisches Netzwerk',
      ]),
    )
    for (const theme of [
      'Nachbarschaft',
      'Vielfalt',
      'Internationales',
      'Nachhaltigkeit',
      'Innovation',
      'Gleichstellung',
    ])
      expect(main(event)).toContain(theme)
  })

  it('leads from each office to the city’s office and back to the event', async () => {
    const event = await house.get('/veranstaltungen/dortbunt')
    for (const name of OFFICES) {
      const link = event
        .$('main a')
        .filter((_, each) => event.$(each).text().trim() === name)
        .first()
      const office = await house.get(link.attr('href') ?? '')
      expect(linksIn(office, 'main'), name).toContain('DORTBUNT')
      expect(linksIn(office, 'main'), name).toContain(
        'Stadt Dortmund – Amt des Oberbürgermeisters und des Rates',
      )
    }
  })

  it('shows all parts on the page of the city’s office', async () => {
    const found = await house.get('/organisationen/stadt-dortmund-amt-des-oberbuergermeisters-und-des-rates')
    expect(linksIn(found, 'main')).toEqual(expect.arrayContaining(OFFICES))
  })
})

describe('Leipzig: a network and its relations', () => {
  const nir = () => house.get('/netzwerke/netzwerk-gegen-islamfeindlichkeit-und-rassismus-nir')
  const relation = (seen: Seen, title: string) => {
    const block = seen.$('.relation').filter((_, each) => seen.$(each).find('h3').text().trim() === title)
    return block
      .find('a')
      .map((_, link) => seen.$(link).text().trim())
      .get()
  }

  it('shows each relation under its own word', async () => {
    const seen = await nir()
    expect(seen.status).toBe(200)
    expect(relation(seen, 'Arbeitet zusammen mit')).toHaveLength(4)
    expect(relation(seen, 'Unterstützt')).toHaveLength(6)
    expect(relation(seen, 'Im Dialog mit')).toEqual(
      expect.arrayContaining([
        'Nikolaikirchgemeinde',
        'Thomasgemeinde',
        'Takva Moschee Leipzig',
        'Ahmadiyya Gemeinde',
      ]),
    )
    expect(relation(seen, 'Gründungsmitglied von').join()).toContain('CLAIM')
  })

  it('shows the same relations from the other side', async () => {
    const parish = await house.get('/organisationen/nikolaikirchgemeinde')
    expect(relation(parish, 'Im Dialog mit').join()).toContain('NIR')
    const action = await house.get('/organisationen/dialoge-fuer-gohlis')
    expect(relation(action, 'Unterstützt von').join()).toContain('NIR')
  })

  it('shows CLAIM with 47 members said, NIR as a founding member, and the I-Report', async () => {
    const seen = await nir()
    const link = seen
      .$('.relation a')
      .filter((_, each) => seen.$(each).text().includes('CLAIM'))
      .first()
    const claim = await house.get(link.attr('href') ?? '')
    expect(claim.text('.facts')).toContain('47')
    expect(claim.text('.facts')).toContain('2017')
    expect(main(claim)).toContain('Netzwerk gegen Islamfeindlichkeit und Rassismus')
    expect(main(claim)).toContain('I-Report')
  })

  it('has the day of action in every year’s November', async () => {
    for (const year of [2026, 2027]) {
      const day = await house.get(`/kalender/${year}-11-09`)
      expect(main(day)).toContain('Stolpersteine putzen')
    }
  })
})

describe('Thüringen: members in many towns, and a meeting that is reported on', () => {
  it('shows the members by town', async () => {
    const network = await house.get('/netzwerke/migranetz-thueringen-e-v')
    for (const text of [
      'Abli e.V.',
      'Altenburg',
      'Ararat-Kultur-Greiz e.V.',
      'Greiz',
      'Interkultureller Verein Gera e.V.',
      'Gera',
      'MIG e.V.',
      'Weida',
      'RomnoKher',
    ])
      expect(main(network)).toContain(text)
    const branch = await house.get('/orte/eisenberg')
    expect(main(branch)).toContain('RomnoKher')
  })

  it('shows the report with figures, demands and pictures that have a text instead', async () => {
    const list = await house.get('/veranstaltungen')
    const link = list
      .$('a')
      .filter((_, each) => list.$(each).text().includes('Netzwerktreffen 2023'))
      .first()
    const event = await house.get(link.attr('href') ?? '')
    expect(main(event)).toContain('Samstag, 1. April 2023')
    expect(main(event)).toContain('60')
    expect(event.$('.demands li')).toHaveLength(4)
    expect(event.$('.pictures img')).toHaveLength(6)
    for (const picture of event.$('.pictures img').get())
      expect(event.$(picture).attr('alt')?.length).toBeGreaterThan(20)
    const picture = await house.get(event.$('.pictures img').first().attr('src') ?? '')
    expect(String(picture.headers['content-type'])).toMatch(/^image\//)
  })
})

describe('Gießen: projects, programmes, telephone hours', () => {
  const office = () => house.get('/organisationen/landkreis-giessen-dezernat-iv')

  it('shows every project with its partners and programmes', async () => {
    const list = await house.get('/projekte?ort=giessen')
    for (const title of [
      'Forum Migration und Integration',
      'Wegweisende Integrationsansätze Realisieren',
      'Netzwerk Integration',
      'Xenos',
      'Save me',
      'Interkulturelle Woche',
      'Vielfalt leben und Gestalten',
    ])
      expect(main(list)).toContain(title)
    const xenos = await house.get('/projekte/xenos')
    expect(main(xenos)).toContain('Bundesministerium für Arbeit und Soziales')
    expect(main(xenos)).toContain('Europäischer Sozialfonds')
  })

  it('shows the two lines of the WIR coordination', async () => {
    const seen = await office()
    expect(main(seen)).toContain('0641 9390 1681')
    expect(main(seen)).toContain('0641 9390 1790')
  })

  it('says until when somebody answers now, and when again', async () => {
    house.setNow('2026-06-03T10:00:00Z')
    expect(main(await office())).toMatch(/Jetzt erreichbar bis 16:00\sUhr/)
    house.setNow('2026-06-05T13:00:00Z')
    expect(main(await office())).toMatch(/Wieder erreichbar .*Montag, 8\. Juni.*8:00/)
    house.setNow('2026-06-03T10:00:00Z')
  })
})
