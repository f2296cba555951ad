import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCity, aContact, anOrganisation } from '../support/cast.ts'
import { openHouse, type Seen, type TestHouse } from '../support/house.ts'
import { day } from '../support/schedules.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const namesIn = (seen: Seen) =>
  seen
    .$('.contact-rows .row-name, .sheet-table tbody th[scope=row]')
    .map((_, name) => seen.$(name).text())
    .get()

const inOrder = (names: readonly string[]) =>
  [...names].sort(new Intl.Collator('de', { numeric: true, ignorePunctuation: true }).compare)

describe('the list of contacts', () => {
  it('names whom to ask, by organisation, as German sorts', async () => {
    const seen = await house.get('/kontakte')
    const names = namesIn(seen)
    expect(names).toEqual(inOrder(names))
    expect(seen.text('.count')).toBe(`${names.length} Organisationen mit Kontakt`)
    const row = seen
      .$('.contact-rows > li')
      .filter((_, each) => seen.$(each).text().includes('Landkreis Gießen'))
      .first()
    expect(row.find('.channels')).toHaveLength(3)
    expect(row.text()).toContain('Montag bis Donnerstag 8–16 Uhr, Freitag 8–14 Uhr')
    expect(row.find('a[href="tel:+4964193900"]').text()).toContain('0641 9390 0')
  })

  it('can be narrowed to a city and to a word', async () => {
    const duisburg = await house.get('/kontakte?ort=duisburg')
    expect(duisburg.text('h1')).toBe('Kontakte in Duisburg')
    expect(namesIn(duisburg)).not.toContain('MigraNetz Thüringen e.V.')
    const choirs = await house.get('/kontakte?ort=duisburg&q=chor')
    expect(namesIn(choirs)).toContain('Chor der Brücken e.V.')
    expect(choirs.$('input[name=q]').attr('value')).toBe('chor')
    const chosen = choirs.$('.chosen a').map((_, link) => choirs.$(link).attr('href'))
    expect(chosen.get()).toEqual(['/kontakte?q=chor', '/kontakte?ort=duisburg'])
  })

  it('says what to change where nothing fits', async () => {
    const seen = await house.get('/kontakte?q=xyzxyz')
    expect(seen.status).toBe(200)
    expect(seen.text('.empty')).toContain('suchen Sie mit einem anderen Wort')
  })

  it('answers an unknown city with all of them and a word about it, not found', async () => {
    const seen = await house.get('/kontakte?ort=atlantis')
    expect(seen.status).toBe(404)
    expect(seen.text('.notice')).toContain('atlantis')
    expect(namesIn(seen).length).toBeGreaterThan(10)
  })

  it('has no such page beyond its last one', async () => {
    for (const page of ['2', '0', '-1', 'x', '1e3'])
      expect((await house.get(`/kontakte?seite=${page}`)).status).toBe(404)
  })

  it('is a fixed number of statements', async () => {
    house.statements.length = 0
    await house.get('/kontakte')
    expect(house.statements).toHaveLength(5)
  })

  it('turns pages after 50 organisations', async () => {
    const own = await openHouse({ demonstration: false })
    const office = { store: own.store, clock: () => Date.parse('2026-06-03T10:00:00Z') }
    const cityId = aCity(office)
    for (let number = 1; number <= 51; number++) {
      const organisationId = anOrganisation(office, { name: `Gruppe ${number}`, cityId })
      aContact(office, { organisationId })
    }
    const first = await own.get('/kontakte?ort=duisburg')
    expect(namesIn(first)).toHaveLength(50)
    expect(first.$('.pages a[rel=next]').attr('href')).toBe('/kontakte?ort=duisburg&seite=2')
    expect(namesIn(await own.get('/kontakte?ort=duisburg&seite=2'))).toEqual(['Gruppe 51'])
    expect(namesIn(await own.get('/druck/kontakte?ort=duisburg'))).toHaveLength(51)
    await own.close()
  })
})

describe('what a person agreed to', () => {
  it('is kept for each place: print only stands in print, web only on the web', async () => {
    const web = await house.get('/kontakte')
    const print = await house.get('/druck/kontakte')
    expect(web.body).not.toContain('0221 4710-112')
    expect(print.body).toContain('0221 4710-112')
    expect(web.body).toContain('nur-im-netz@rheinblick.example')
    expect(print.body).not.toContain('nur-im-netz@rheinblick.example')
  })

  it('hides an organisation of which nothing may be shown', async () => {
    const own = await openHouse({ demonstration: false })
    const office = { store: own.store, clock: () => Date.parse('2026-06-03T10:00:00Z') }
    const organisationId = anOrganisation(office, { name: 'Chor', cityId: aCity(office) })
    const contactId = aContact(office, {
      organisationId,
      personName: 'Erika Mustermann',
      namePlaces: ['web'],
      consentWay: 'paper',
      consentGivenOn: day('2026-01-01'),
      channels: [
        { id: null, kind: 'email', value: 'erika@chor.example', note: '', places: ['web', 'print'] },
      ],
    })
    const channelId = own.store.contacts.byId(contactId)?.channels[0]?.id ?? 0
    expect(namesIn(await own.get('/kontakte'))).toEqual(['Chor'])
    const print = await own.get('/druck/kontakte')
    expect(print.body).toContain('erika@chor.example')
    expect(print.body).not.toContain('Erika Mustermann')
    for (const place of ['web', 'print'] as const)
      own.store.contacts.withdrawConsent({ contactId, channelId, place, on: day('2026-06-03') })
    expect(namesIn(await own.get('/kontakte'))).toEqual([])
    expect((await own.get('/kontakte')).body).not.toContain('Erika')
    expect((await own.get('/druck/kontakte')).body).not.toContain('erika')
    await own.close()
  })

  it('says nothing of contacts for staff', async () => {
    for (const path of ['/kontakte', '/druck/kontakte', '/kontakte?q=Vertretung']) {
      const seen = await house.get(path)
      expect(seen.body).not.toContain('intern-ki.example')
      expect(seen.body).not.toContain('Vertretung der Koordination')
    }
  })
})
