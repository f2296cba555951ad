import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Login } from '../../src/cli/demo/accounts.ts'
import { demonstrate, demonstrationLogins, loadDemonstration } from '../../src/cli/demo.ts'
import { freshness } from '../../src/domain/confirmation.ts'
import { datesOf, nextDates } from '../../src/domain/schedule.ts'
import { SITE_TEXTS } from '../../src/domain/site-text.ts'
import { slugOf } from '../../src/domain/slug.ts'
import { showContacts } from '../../src/domain/visibility.ts'
import { allClashes } from '../../src/operations/room-clashes.ts'
import { signIn } from '../../src/operations/sessions.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { day, range } from '../support/schedules.ts'

const TODAY = day('2026-11-22')
let office: TestOffice
let logins: readonly Login[]

beforeAll(async () => {
  office = openOffice({ now: `${TODAY}T12:00:00Z` })
  logins = (await loadDemonstration(office)).logins
})

function found<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('was meant to be there')
  return value
}
const organisation = (name: string) => found(office.store.organisations.bySlug(slugOf(name)))
const nameOf = (id: number) => office.store.organisations.names([id])[0]?.name
const venue = (slug: string) => found(office.store.venues.bySlug(slug))
const city = (slug: string) => found(office.store.cities.bySlug(slug))
const meetingsOf = (name: string) => office.store.meetings.ofOrganisations([organisation(name).id])
const meeting = (name: string, title: string) => found(meetingsOf(name).find((each) => each.title === title))
const event = (slug: string) => found(office.store.events.bySlug(slug))
const project = (slug: string) => found(office.store.projects.bySlug(slug))
const related = (name: string, kind: string) =>
  office.store.relations
    .ofOrganisation(organisation(name).id)
    .filter((relation) => relation.kind === kind)
    .map((relation) => relation.other.name)
    .sort()
const daysOfMeeting = (name: string, title: string, from: string, until: string) =>
  datesOf(meeting(name, title).schedule, [], range(from, until)).map((date) => date.day)
const partners = (slug: string, name: string) =>
  event(slug)
    .participations.filter(
      (each) => each.role === 'partner' && each.withOrganisationId === organisation(name).id,
    )
    .map((each) => nameOf(each.organisationId))
const parts = (slug: string, role: string) =>
  project(slug)
    .parts.filter((part) => part.role === role)
    .map((part) => nameOf(part.organisationId))

describe('the house in Duisburg', () => {
  it('has rooms on several floors', () => {
    const house = venue('internationales-zentrum-duisburg')
    expect(house).toMatchObject({
      name: 'Internationales Zentrum (IZ)',
      street: 'Flachsmarkt 15',
      postcode: '47051',
    })
    expect(house.rooms).toContainEqual(expect.objectContaining({ name: 'Zimmer 14', floor: '1. Etage' }))
    expect(new Set(house.rooms.map((room) => room.floor)).size).toBeGreaterThan(3)
  })

  it('has an Amnesty group of 14 persons since 1968', () => {
    expect(organisation('Amnesty International, Gruppe Duisburg')).toMatchObject({
      foundedYear: 1968,
      memberCount: 14,
      memberKind: 'persons',
      website: 'https://amnesty-duisburg-oberhausen.de',
    })
  })

  it('sees the group meet on every 1st and 3rd Wednesday at 19:30 in room 14', () => {
    const name = 'Amnesty International, Gruppe Duisburg'
    expect(meeting(name, 'Gruppentreffen')).toMatchObject({ roomName: 'Zimmer 14', roomFloor: '1. Etage' })
    expect(meeting(name, 'Gruppentreffen').schedule.slots[0]?.start).toBe('19:30')
    expect(daysOfMeeting(name, 'Gruppentreffen', '2026-12-01', '2027-01-31')).toEqual([
      '2026-12-02',
      '2026-12-16',
      '2027-01-06',
      '2027-01-20',
    ])
  })

  it('sees its stand on every 2nd Saturday of uneven months before the library, without a time', () => {
    const name = 'Amnesty International, Gruppe Duisburg'
    expect(meeting(name, 'Informationsstand')).toMatchObject({ kind: 'stand', venueName: 'Stadtbibliothek' })
    expect(venue('stadtbibliothek-duisburg').street).toBe('Steinsche Gasse 26')
    expect(meeting(name, 'Informationsstand').schedule.slots[0]?.start).toBeNull()
    expect(daysOfMeeting(name, 'Informationsstand', '2026-11-01', '2027-03-31')).toEqual([
      '2026-11-14',
      '2027-01-09',
      '2027-03-13',
    ])
  })

  it('has a Forum IZ every three months, with invitations and minutes', () => {
    const name = 'Kommunales Integrationszentrum Duisburg'
    expect(daysOfMeeting(name, 'Forum IZ', '2026-01-01', '2026-12-31')).toHaveLength(4)
    const documents = office.store.attachments.documents.ofMeetings([meeting(name, 'Forum IZ').id])
    expect(documents.map(({ on, kind }) => `${on} ${kind}`)).toEqual([
      '2027-01-14 invitation',
      '2026-10-08 invitation',
      '2026-10-08 minutes',
      '2026-07-09 invitation',
      '2026-07-09 minutes',
    ])
  })

  it('has a yearly festival of three organisers, still to come', () => {
    const festival = event('fest-der-vielfalt')
    expect(festival.yearlySince).toBe(2014)
    expect(festival.startsOn > TODAY).toBe(true)
    const organisers = festival.participations.filter((each) => each.role === 'organiser')
    expect(organisers.map((each) => nameOf(each.organisationId))).toEqual([
      'Kommunales Integrationszentrum Duisburg',
      'Kultur- und Stadthistorisches Museum',
      'Duisburger Kulturbetriebe',
    ])
  })

  it('says above its pages that the directory is being brought up to date, and whom to ask', () => {
    const [notice] = office.store.notices.forCity(city('duisburg').id, TODAY)
    expect(notice?.text).toMatch(/Verzeichnis der Gruppen/)
    const contact = office.store.contacts.byId(found(notice?.contactId))
    expect(contact).toMatchObject({ audience: 'public', person: null })
    expect(contact?.channels.map((channel) => channel.kind)).toEqual(['telephone', 'email'])
  })

  it('books a room twice only where somebody said why', () => {
    const clashes = allClashes(office)
    expect(clashes.map(({ sides }) => sides.other.title)).toEqual(['Filmabend'])
    expect(clashes.every(({ overruled }) => overruled !== null)).toBe(true)
  })

  it('shows a cancelled, a moved and an added date soon', () => {
    const soon = office.store.meetings
      .atVenue(venue('internationales-zentrum-duisburg').id)
      .flatMap((each) => nextDates(each.schedule, each.exceptions, TODAY, 4))
    expect(new Set(soon.map((date) => date.state))).toEqual(new Set(['held', 'cancelled', 'moved', 'added']))
  })
})

describe('DORTBUNT', () => {
  it('was on 7 May 2023 from 12:00 on the Hansaplatz', () => {
    expect(event('dortbunt')).toMatchObject({
      title: 'DORTBUNT',
      startsOn: '2023-05-07',
      endsOn: '2023-05-07',
      start: '12:00',
      venueId: venue('hansaplatz-dortmund').id,
      programme: [expect.objectContaining({ title: 'Projekte und Koordinierungsstellen' })],
    })
    expect(venue('hansaplatz-dortmund').postcode).toBe('44137')
  })

  it('had twelve units of one office', () => {
    const office = 'Stadt Dortmund – Amt des Oberbürgermeisters und des Rates'
    expect(nameOf(event('dortbunt').participations[0]?.organisationId ?? 0)).toBe(office)
    const units = event('dortbunt').participations.filter((each) => each.role === 'participant')
    expect(units.map((each) => nameOf(each.organisationId)).sort()).toEqual(related(office, 'part-of'))
    expect(units).toHaveLength(12)
    expect(units.every((each) => each.text !== '')).toBe(true)
  })

  it.each([
    ['Koordinierungsstelle für LSBTIQ*', ['ColouraDo']],
    ['Inklusionsbeauftragte', ['Inklusionsbeirat']],
    ['Behindertenbeauftragte', ['Behindertenpolitisches Netzwerk']],
    [
      'Gleichstellungsbüro',
      [
        'AG Dortmunder Frauenverbände e. V.',
        'Arbeitsgemeinschaft Sozialdemokratischer Frauen (ASF)',
        'AWO Unterbezirk Dortmund',
        'Frauen helfen Frauen e. V. Dortmund',
        'Frauenzentrum Dortmund',
        'Dortmunder Mitternachtsmission e. V.',
        'Sophia e. V.',
        'Stadtverband Dortmund der kfd',
      ],
    ],
  ])('saw %s with its partners', (unit, expected) => {
    expect(partners('dortbunt', unit)).toEqual(expected)
  })

  it('had six themes', () => {
    const topics = office.store.topics.byIds(event('dortbunt').topicIds).map((topic) => topic.names.de)
    expect(topics.sort()).toEqual(
      [
        'Gleichstellung',
        'Innovation',
        'Internationales',
        'Nachbarschaft',
        'Nachhaltigkeit',
        'Vielfalt',
      ].sort(),
    )
  })
})

describe('the network in Leipzig', () => {
  const NIR = 'Netzwerk gegen Islamfeindlichkeit und Rassismus (NIR)'
  const CLAIM = 'CLAIM – Allianz gegen Islam- & Muslimfeindlichkeit'

  it.each([
    [
      'cooperates-with',
      [
        'Erich-Zeigner-Haus e.V.',
        'Junge Islamkonferenz (Regionalgruppe Halle-Leipzig)',
        'Verband binationaler Familien und Partnerschaften Leipzig',
        'Zentrum für Europäische und Orientalische Kultur (ZEOK e.V.)',
      ],
    ],
    [
      'supports',
      [
        'Aktionstag „Stolpersteine putzen“',
        'Bündnis 8. Mai',
        'Bürgerinitiative „Kleinzschocher bleibt bunt“',
        'Bürgerinitiative „Leipziger Platzna(h)me“',
        'Dialoge für Gohlis',
        'Netzwerk „Leipzig nimmt Platz“',
      ],
    ],
    [
      'in-dialogue-with',
      ['Ahmadiyya Gemeinde', 'Nikolaikirchgemeinde', 'Takva Moschee Leipzig', 'Thomasgemeinde'],
    ],
    ['founding-member-of', [CLAIM]],
  ])('is tied by %s', (kind, names) => {
    expect(related(NIR, kind)).toEqual([...names].sort())
  })

  it('belongs to an alliance of 47 organisations in Berlin that runs the I-Report since 2020', () => {
    expect(organisation(CLAIM)).toMatchObject({
      cityId: city('berlin').id,
      foundedYear: 2017,
      memberCount: 47,
      memberKind: 'organisations',
    })
    expect(project('i-report')).toMatchObject({ startYear: 2020 })
    expect(parts('i-report', 'carrier')).toEqual([CLAIM])
  })

  it('supports a day of action every 9 November', () => {
    const days = daysOfMeeting(
      'Aktionstag „Stolpersteine putzen“',
      'Stolpersteine putzen',
      '2026-01-01',
      '2028-12-31',
    )
    expect(days).toEqual(['2026-11-09', '2027-11-09', '2028-11-09'])
  })
})

describe('MigraNetz in Thüringen', () => {
  it('has members in many towns', () => {
    const members = office.store.relations
      .ofOrganisation(organisation('MigraNetz Thüringen e.V.').id)
      .filter((relation) => relation.kind === 'member-of' && relation.direction === 'to')
      .map(({ other }) => `${other.name}, ${other.cityName}`)
    expect(members).toEqual(
      expect.arrayContaining([
        'Abli e.V., Altenburg',
        'Ararat-Kultur-Greiz e.V., Greiz',
        'Interkultureller Verein Gera e.V., Gera',
        'MIG e.V., Weida',
      ]),
    )
    const branch = organisation('RomnoKher Thüringen e.V., Niederlassung Eisenberg')
    expect(branch.cityId).toBe(city('eisenberg').id)
    expect(related(branch.name, 'part-of')).toEqual(['RomnoKher Thüringen e.V.'])
  })

  it('met in Gera on 1 April 2023, with a report', () => {
    const met = event('netzwerktreffen-ostthueringen-2023')
    expect(met).toMatchObject({ startsOn: '2023-04-01', cityId: city('gera').id })
    expect(met.report?.attendance).toBe(60)
    expect(met.report?.demands).toHaveLength(4)
    expect(met.participations.map((each) => each.role)).toContain('guest')
    const pictures = office.store.attachments.pictures.ofEvent(met.id)
    expect(pictures).toHaveLength(6)
    expect(pictures.every((picture) => picture.width === 960 && picture.height === 640)).toBe(true)
    expect(pictures.every((picture) => picture.alternative.startsWith('Zeichnung statt eines Fotos'))).toBe(
      true,
    )
  })

  it('heard of a project with the Stadtverwaltung Greiz', () => {
    expect(parts('romnokher-in-greiz', 'carrier')).toEqual(['RomnoKher Thüringen e.V.'])
    expect(parts('romnokher-in-greiz', 'partner')).toContain('Stadtverwaltung Greiz')
  })
})

describe('the Landkreis Gießen', () => {
  const DEPARTMENT = 'Landkreis Gießen, Dezernat IV'

  it('has an address, a service telephone with hours, and two coordinators', () => {
    expect(organisation(DEPARTMENT).addresses).toEqual([
      { kind: 'visit', addition: '', street: 'Riversplatz 1–9', postcode: '35394', town: 'Gießen' },
    ])
    const contacts = office.store.contacts.publicOf([organisation(DEPARTMENT).id])
    const lines = contacts.map((contact) => `${contact.function}: ${contact.channels[0]?.value}`)
    expect(lines).toEqual([
      'Servicetelefon: 0641 9390 0',
      'WIR-Koordination: 0641 9390 1681',
      'WIR-Koordination: 0641 9390 1790',
    ])
    const hours = found(contacts[0]?.hours)
    const week = datesOf(hours, [], range('2026-11-23', '2026-11-29'))
    expect(week.map(({ start, end }) => `${start}–${end}`)).toEqual([
      ...Array(4).fill('08:00–16:00'),
      '08:00–14:00',
    ])
  })

  it('carries seven projects', () => {
    const carried = office.store.projects.ofOrganisation(organisation(DEPARTMENT).id)
    expect(carried.map((each) => each.title).sort()).toEqual([
      'Forum Migration und Integration',
      'Interkulturelle Woche',
      'Netzwerk Integration',
      'Save me – Aufnahme von Flüchtlingen',
      'Vielfalt leben und Gestalten',
      'Wegweisende Integrationsansätze Realisieren (WIR)',
      'Xenos – Integration und Vielfalt',
    ])
    expect(project('netzwerk-integration').startYear).toBe(2005)
  })

  it.each([
    ['xenos', 'funder', ['Bundesministerium für Arbeit und Soziales', 'Europäischer Sozialfonds']],
    [
      'xenos',
      'partner',
      ['Allgemeinbildende Schulen im Projekt Xenos', 'Berufliche Schule im Projekt Xenos'],
    ],
    ['wir', 'funder', ['Land Hessen']],
    ['interkulturelle-woche', 'partner', ['Stadt Gießen']],
    [
      'interkulturelle-woche',
      'initiator',
      ['Deutsche Bischofskonferenz', 'Evangelische Kirche in Deutschland', 'Griechisch-Orthodoxe Metropolie'],
    ],
    ['vielfalt-leben-und-gestalten', 'partner', ['THM Gießen']],
  ])('has in %s as %s: %j', (slug, role, names) => {
    expect(parts(slug, role)).toEqual(names)
  })

  it('runs two of them in funding programmes, and works with further offices', () => {
    expect(project('wir').programmeId).toBe(office.store.programmes.bySlug('wir')?.id)
    expect(project('xenos').programmeId).toBe(office.store.programmes.bySlug('xenos')?.id)
    expect(organisation('Allgemeinbildende Schulen im Projekt Xenos').memberCount).toBe(5)
    expect(related(DEPARTMENT, 'cooperates-with')).toEqual(
      expect.arrayContaining([
        'Ausländerbehörde',
        'Bundesamt für Migration und Flüchtlinge (BAMF)',
        'Kreisausländerbeirat',
      ]),
    )
  })
})

describe('the people', () => {
  const shownAt = (name: string, place: 'web' | 'print') =>
    JSON.stringify(showContacts(office.store.contacts.publicOf([organisation(name).id]), place, TODAY))

  it('are shown as far as they agreed', () => {
    expect(shownAt('Foto-Werkstatt Rheinblick', 'web')).toMatch(
      /Mika Mustermann.*nur-im-netz@rheinblick\.example/,
    )
    expect(shownAt('Foto-Werkstatt Rheinblick', 'web')).not.toContain('0176 04069021')
    expect(shownAt('Foto-Werkstatt Rheinblick', 'print')).toBe('[]')
    expect(shownAt('Tanzkreis Horon', 'web')).toContain('Mehmet Mustermann')
    expect(shownAt('Seniorenrunde Ankommen', 'print')).toContain('0221 4710-112')
    expect(shownAt('Seniorenrunde Ankommen', 'web')).not.toContain('0221 4710-112')
  })

  it('are gone where they withdrew', () => {
    expect(shownAt('Elternkreis Zweisprachig', 'web')).not.toMatch(/Olena|0176 04069033/)
    const contacts = office.store.contacts.allOf(organisation('Elternkreis Zweisprachig').id)
    const consents = contacts.flatMap((contact) => contact.consents)
    expect(consents.length).toBeGreaterThan(0)
    expect(consents.every((consent) => consent.withdrawnOn === TODAY)).toBe(true)
  })

  it('can sign in, in every role, with the right password only', async () => {
    expect(new Set(logins.map((login) => login.role)).size).toBe(4)
    expect(demonstrationLogins()).toEqual(logins)
    const amnesty = organisation('Amnesty International, Gruppe Duisburg')
    expect(office.store.accounts.byEmail('gruppe@treffpunkt.example')?.organisationIds).toEqual([amnesty.id])
    const { email, password } = found(logins[0])
    expect(await signIn(office, { email, password, device: '' })).not.toBeNull()
    expect(await signIn(office, { email, password: `${password}!`, device: '' })).toBeNull()
  })
})

describe('the entries', () => {
  it('were confirmed lately, long ago, and never', () => {
    const names = ['Sprachcafé Morgenstern', 'Initiative Muttersprache', 'Interreligiöse Teestube']
    const states = names.map((name) => {
      const { id, ...rhythm } = organisation(name)
      return freshness(office.store.confirmations.latestOf([id]).get(id) ?? null, rhythm, TODAY)
    })
    expect(states).toEqual(['confirmed', 'overdue', 'never'])
  })

  it('stand beside every text of the site, three of them in English too', () => {
    const texts = office.store.siteTexts.all().map(({ slug, language }) => `${slug} ${language}`)
    expect(texts.filter((text) => text.endsWith(' de')).sort()).toEqual(
      SITE_TEXTS.map((slug) => `${slug} de`).sort(),
    )
    expect(texts.filter((text) => text.endsWith(' en'))).toHaveLength(3)
  })
})

describe('loading', () => {
  it.each(['2024-12-31', '2026-01-01', '2027-02-28', '2028-02-29', '2029-08-16', '2030-06-15'])(
    'works on %s',
    async (today) => {
      const other = openOffice({ now: `${today}T12:00:00Z` })
      await loadDemonstration(other)
      expect(other.store.events.bySlug('fest-der-vielfalt')?.startsOn.slice(0, 10) ?? '').toSatisfy(
        (startsOn: string) => startsOn > today,
      )
    },
  )

  describe('from the terminal', () => {
    const folder = mkdtempSync(join(tmpdir(), 'treffpunkt-demo-'))
    afterAll(() => rmSync(folder, { recursive: true }))

    it('fills an empty folder and says how to sign in', async () => {
      expect(await demonstrate({ DATA_DIR: folder })).toContain('administrator@treffpunkt.example')
    })

    it('refuses where there are entries already', async () => {
      await expect(demonstrate({ DATA_DIR: folder })).rejects.toThrow(/has entries already/)
    })

    it('refuses on a public site', async () => {
      const environment = { DATA_DIR: folder, ORIGIN: 'https://treffpunkt.example.org' }
      await expect(demonstrate(environment)).rejects.toThrow(/unset ORIGIN/)
    })
  })
})

describe('the files', () => {
  const files = [
    'cities',
    'dortmund',
    'duisburg',
    'duisburg-groups',
    'giessen',
    'leipzig',
    'thueringen',
    'accounts',
  ].map((name) => readFileSync(`data/demo/${name}.json`, 'utf8'))

  it('name no telephone that could be somebody’s', () => {
    const reserved =
      /^(?:0221 4710-1\d\d|030 23125-\d{3}|069 90009-\d{3}|0176 040690\d\d|0641 9390 (?:0|1681|1790))$/
    const telephones = files.flatMap((text) =>
      [...text.matchAll(/"kind": "(?:telephone|mobile)",\s*"value": "([^"]+)"/g)].map(
        ([, value = '']) => value,
      ),
    )
    expect(telephones.length).toBeGreaterThan(20)
    expect(telephones.filter((value) => !reserved.test(value))).toEqual([])
  })

  it('name no e-mail address that could be somebody’s', () => {
    const addresses = files.flatMap((text) => text.match(/[\w.-]+@[\w.-]+/g) ?? [])
    expect(addresses.length).toBeGreaterThan(20)
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([])
  })
})
