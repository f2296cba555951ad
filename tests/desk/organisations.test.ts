import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filledIn } from '../support/filled.ts'
import { openHouse, type TestHouse, type Visitor } from '../support/house.ts'

let house: TestHouse
let coordinator: Visitor
let other: Visitor
let editor: Visitor
let staff: Visitor
let administrator: Visitor

beforeAll(async () => {
  house = await openHouse()
  coordinator = await house.signIn('coordinator')
  other = await house.signIn({ email: 'leipzig@treffpunkt.example' })
  editor = await house.signIn('editor')
  staff = await house.signIn('staff')
  administrator = await house.signIn('administrator')
})
afterAll(() => house.close())

const LIST = '/verwaltung/organisationen'

function idOf(slug: string): number {
  return house.store.organisations.bySlug(slug)?.id ?? Number.NaN
}

function pathOf(slug: string): string {
  return `${LIST}/${idOf(slug)}`
}

/** A new organisation in Duisburg, and where its form is. */
async function aNew(name: string): Promise<{ id: number; path: string }> {
  const form = filledIn(await coordinator.get(`${LIST}/neu`))
  const answer = await coordinator.post(`${LIST}/neu`, { ...form, name, kind: 'group' })
  const path = String(answer.headers.location).replace(/\?.*$/, '')
  return { id: Number(path.split('/').at(-1)), path }
}

describe('the list', () => {
  test('shows who may read everything all of it, and an editor the own groups', async () => {
    expect((await staff.get(LIST)).$('tbody tr').length).toBe(50)
    const own = await editor.get(LIST)
    expect(own.$('tbody tr').length).toBe(1)
    expect(own.text('tbody th')).toBe('Amnesty International, Gruppe Duisburg')
  })

  test('offers a new entry only to whoever may make one', async () => {
    expect((await coordinator.get(LIST)).text('.page-head .button')).toBe('Neue Organisation')
    for (const person of [editor, staff])
      expect((await person.get(LIST)).$('.page-head .button').length).toBe(0)
  })

  test.each([
    ['?q=chor', 'Chor der Brücken'],
    ['?q=Brucken', 'Chor der Brücken'],
    ['?q=Bruecken&ort=duisburg', 'Chor der Brücken'],
  ])('finds by %s', async (query, name) => {
    expect((await coordinator.get(`${LIST}${query}`)).text('tbody')).toContain(name)
  })

  test('says of a filter that there is none of that name', async () => {
    const seen = await coordinator.get(`${LIST}?ort=atlantis`)
    expect(seen.status).toBe(404)
    expect(seen.text('.notice')).toContain('atlantis')
  })

  test('keeps every page of results within its bounds', async () => {
    expect((await coordinator.get(`${LIST}?seite=2`)).status).toBe(200)
    for (const page of ['99', '0', 'x'])
      expect((await coordinator.get(`${LIST}?seite=${page}`)).status).toBe(404)
  })

  test('is made with a fixed number of statements', async () => {
    const count = async (path: string) => {
      house.statements.length = 0
      await coordinator.get(path)
      return house.statements.length
    }
    expect(await count(LIST)).toBe(await count(`${LIST}?ort=leipzig`))
    expect(await count(LIST)).toBeLessThanOrEqual(7)
  })

  test('is for nobody else to keep', async () => {
    expect((await coordinator.get(LIST)).headers['cache-control']).toBe('private, no-store')
  })
})

describe('a form', () => {
  test('sent back as it stands changes nothing but the version', async () => {
    const { id, path } = await aNew('Unverändert')
    const before = house.store.organisations.byId(id)
    const answer = await coordinator.post(path, filledIn(await coordinator.get(path)))
    expect([answer.status, answer.headers.location]).toEqual([303, `${LIST}?meldung=saved`])
    const after = house.store.organisations.byId(id)
    expect({ ...after, version: 0, updatedAt: '' }).toEqual({ ...before, version: 0, updatedAt: '' })
    expect(after?.version).toBe(2)
  })

  test('of every demonstration entry is accepted as it stands', async () => {
    const rows = await administrator.get(LIST)
    const paths = rows
      .$('tbody th a')
      .toArray()
      .map((link) => rows.$(link).attr('href') ?? '')
    for (const path of paths.slice(0, 20)) {
      const id = Number(path.split('/').at(-1))
      const before = house.store.organisations.byId(id)
      expect((await administrator.post(path, filledIn(await administrator.get(path)))).status).toBe(303)
      const after = house.store.organisations.byId(id)
      expect(new Set(after?.languages)).toEqual(new Set(before?.languages))
      expect({ ...after, languages: [], version: 0, updatedAt: '' }).toEqual({
        ...before,
        languages: [],
        version: 0,
        updatedAt: '',
      })
    }
  })

  test('that is saved is on the site with the next answer, under the new name, and the old address leads there', async () => {
    const { path } = await aNew('Teestube am Markt')
    const form = { ...filledIn(await coordinator.get(path)), name: 'Teehaus am Markt' }
    expect((await coordinator.post(path, { ...form, act: 'stay' })).headers.location).toBe(
      `${path}?meldung=saved`,
    )
    expect((await coordinator.get(`${path}?meldung=saved`)).text('[role=status]')).toBe('Gespeichert.')
    expect((await house.get('/orte/duisburg?text=Teehaus')).text('.leaf-rows')).toContain('Teehaus am Markt')
  })

  test('keeps everything typed, and says all that is wrong, above and beside the fields', async () => {
    const { path } = await aNew('Bleibt stehen')
    const seen = await coordinator.post(path, {
      ...filledIn(await coordinator.get(path)),
      name: '',
      foundedYear: '98',
      website: 'javascript:alert(1)',
      'texts.0.summary': '<b>Bleibt</b>',
      'addresses.3.street': 'Flachsmarkt 15',
      'addresses.3.postcode': '4705',
    })
    expect(seen.status).toBe(422)
    expect(seen.$('title').text()).toMatch(/^Fehler: /)
    expect(seen.text('.problem-summary h2')).toBe('Es gibt ein Problem')
    const links = seen
      .$('.problem-summary a')
      .toArray()
      .map((link) => seen.$(link).attr('href'))
    expect(links).toEqual(['#name', '#foundedYear', '#website', '#addresses.0.town', '#addresses.0.postcode'])
    for (const link of links) expect(seen.$(`[id="${link?.slice(1)}"]`).length).toBe(1)
    expect(seen.$('#name').attr('aria-invalid')).toBe('true')
    expect(seen.$('#name').attr('aria-describedby')).toBe('name-hint name-problem')
    expect(seen.$('#foundedYear').attr('value')).toBe('98')
    expect(seen.$('[id="texts.0.summary"]').text().trim()).toBe('<b>Bleibt</b>')
    expect(seen.$('[id="addresses.0.street"]').attr('value')).toBe('Flachsmarkt 15')
    expect(seen.$('main').children().first().hasClass('problem-summary')).toBe(true)
  })

  test('gets one more row without losing anything or saving', async () => {
    const { id, path } = await aNew('Mit Adressen')
    const seen = await coordinator.post(path, {
      ...filledIn(await coordinator.get(path)),
      name: 'Noch nicht gespeichert',
      'addresses.0.street': 'Flachsmarkt 15',
      add: 'addresses',
    })
    expect(seen.status).toBe(200)
    expect(seen.$('.repeat-row').length).toBe(2)
    expect(seen.$('#name').attr('value')).toBe('Noch nicht gespeichert')
    expect(house.store.organisations.byId(id)?.version).toBe(1)
  })

  test('drops rows that are to be removed', async () => {
    const { id, path } = await aNew('Umgezogen')
    const address = { kind: 'visit', addition: '', street: 'Am Markt 1', postcode: '47051', town: 'Duisburg' }
    const row = (index: number, street: string) =>
      Object.fromEntries(
        Object.entries({ ...address, street }).map(([field, value]) => [
          `addresses.${index}.${field}`,
          value,
        ]),
      )
    const form = filledIn(await coordinator.get(path))
    await coordinator.post(path, {
      ...form,
      ...row(0, 'Am Markt 1'),
      ...row(1, 'Am Ring 2'),
      'addresses.0.remove': '1',
    })
    expect(house.store.organisations.byId(id)?.addresses).toEqual([{ ...address, street: 'Am Ring 2' }])
  })

  test('shows before saving what readers will see', async () => {
    const { id, path } = await aNew('Vorher')
    const seen = await coordinator.post(path, {
      ...filledIn(await coordinator.get(path)),
      name: 'Nachher',
      'texts.0.description': 'Wir **singen**. <script>alert(1)</script>',
      act: 'preview',
    })
    expect(seen.status).toBe(200)
    expect(seen.text('.preview h2')).toBe('Nachher')
    expect(seen.$('.preview strong').text()).toBe('singen')
    expect(seen.$('.preview script').length).toBe(0)
    expect(house.store.organisations.byId(id)?.name).toBe('Vorher')
  })

  test('shows before saving the old value beside each changed one', async () => {
    const { path } = await aNew('Alter Name')
    const form = filledIn(await coordinator.get(path))
    const seen = await coordinator.post(path, { ...form, name: 'Neuer Name', act: 'preview' })
    const rows = seen.$('.difference tbody tr').toArray()
    expect(rows.map((row) => seen.$(row).text().replace(/\s+/g, ' ').trim())).toEqual([
      'Name Alter Name Neuer Name',
    ])
    expect((await coordinator.get(path)).$('.difference').length).toBe(0)
  })
})

describe('a hostile form', () => {
  test.each<[string, Record<string, string | string[]>, number]>([
    ['with a field that is none of ours', { isAdministrator: '1' }, 400],
    ['that names a field of no row', { 'addresses.0.id': '1' }, 400],
    ['that names what every object has', { ['__proto__']: 'x', constructor: 'x' }, 400],
    [
      'with too many rows',
      Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`addresses.${i}.street`, 'x'])),
      400,
    ],
    ['with a city that is not there', { cityId: '99999' }, 422],
    ['with a kind that is none', { kind: 'sect' }, 422],
    ['with nothing', { name: '', kind: '', cityId: '' }, 422],
    ['with a name twice as long as allowed', { name: 'x'.repeat(400) }, 422],
    ['with a doubled name of which the last is empty', { name: ['Zwei', ''] }, 422],
    ['with a year of letters', { foundedYear: 'neunzehn' }, 422],
  ])('%s is refused', async (_what, fields, status) => {
    const { id, path } = await aNew('Unversehrt')
    const form = { ...filledIn(await coordinator.get(path)), ...fields }
    expect((await coordinator.post(path, form)).status).toBe(status)
    expect(house.store.organisations.byId(id)).toMatchObject({ name: 'Unversehrt', version: 1 })
  })

  test('with control characters loses only those', async () => {
    const { id, path } = await aNew('Steuerzeichen')
    const name = `Chor\u0000 der\u001b Brücken`
    await coordinator.post(path, { ...filledIn(await coordinator.get(path)), name })
    expect(house.store.organisations.byId(id)?.name).toBe('Chor der Brücken')
  })
})

describe('two people at one entry', () => {
  test('who changed different fields lose nothing, and are told', async () => {
    const { id, path } = await aNew('Zu zweit')
    const hers = filledIn(await coordinator.get(path))
    const theirs = filledIn(await administrator.get(path))
    await administrator.post(path, {
      ...theirs,
      website: 'https://www.zuzweit.example',
      'texts.1.summary': 'Together',
    })
    const met = await coordinator.post(path, { ...hers, foundedYear: '1968', 'texts.0.summary': 'Gemeinsam' })
    expect(met.status).toBe(409)
    expect(met.text('[role=alert]')).toContain('Verwaltung der Seite hat am')
    expect(met.text('[role=alert]')).toContain('Kurz gesagt (Englisch), Website')
    expect(met.$('#website').attr('value')).toBe('https://www.zuzweit.example')
    expect(met.$('#foundedYear').attr('value')).toBe('1968')
    expect((await coordinator.post(path, filledIn(met))).status).toBe(303)
    expect(house.store.organisations.byId(id)).toMatchObject({
      website: 'https://www.zuzweit.example',
      foundedYear: 1968,
      version: 3,
      texts: [{ summary: 'Gemeinsam' }, { summary: 'Together' }],
    })
  })

  test('who changed the same field choose, with everything else carried along', async () => {
    const { id, path } = await aNew('Streit')
    const hers = filledIn(await coordinator.get(path))
    const theirs = filledIn(await administrator.get(path))
    await administrator.post(path, { ...theirs, name: 'Ihr Name', shortName: 'IN', foundedYear: '1970' })
    const met = await coordinator.post(path, {
      ...hers,
      name: 'Mein Name',
      shortName: 'MN',
      memberCount: '12',
    })
    expect(met.status).toBe(409)
    expect(
      met
        .$('fieldset.conflict legend')
        .toArray()
        .map((legend) => met.$(legend).text()),
    ).toEqual(['Name', 'Kurzname'])
    expect(met.text('fieldset.conflict')).toContain('Gespeichert von Verwaltung der Seite')
    expect(met.text('.facts')).toContain('1970')
    const answer = await coordinator.post(path, {
      ...filledIn(met),
      'choose.name': 'stored',
      'choose.shortName': 'typed',
    })
    expect(answer.status).toBe(303)
    expect(house.store.organisations.byId(id)).toMatchObject({
      name: 'Ihr Name',
      shortName: 'MN',
      foundedYear: 1970,
      memberCount: 12,
      version: 3,
    })
  })

  test('and a third in between lose nothing either', async () => {
    const { id, path } = await aNew('Zu dritt')
    const hers = filledIn(await coordinator.get(path))
    const save = async (fields: Record<string, string>) =>
      administrator.post(path, { ...filledIn(await administrator.get(path)), ...fields })
    await save({ name: 'Zweiter Name' })
    const met = await coordinator.post(path, { ...hers, name: 'Mein Name' })
    await save({ name: 'Dritter Name', foundedYear: '1999' })
    const again = await coordinator.post(path, { ...filledIn(met), 'choose.name': 'stored' })
    expect(again.status).toBe(409)
    expect(again.$('#name').attr('value')).toBe('Dritter Name')
    expect((await coordinator.post(path, filledIn(again))).status).toBe(303)
    expect(house.store.organisations.byId(id)).toMatchObject({ name: 'Dritter Name', foundedYear: 1999 })
  })

  test('are not confused by a version that never was', async () => {
    const { id, path } = await aNew('Erfunden')
    const form = filledIn(await coordinator.get(path))
    for (const version of ['77', '', 'x', '-1', '1e400']) {
      const met = await coordinator.post(path, { ...form, name: 'Anders', version })
      expect(met.status).toBe(409)
    }
    expect(house.store.organisations.byId(id)?.name).toBe('Erfunden')
  })
})

describe('the history', () => {
  test('says who changed what, in words instead of numbers', async () => {
    const { path } = await aNew('Mit Geschichte')
    const city = String(house.store.cities.bySlug('leipzig')?.id)
    const topic = house.store.topics.all()[0]
    await administrator.post(path, {
      ...filledIn(await administrator.get(path)),
      cityId: city,
      topicIds: String(topic?.id),
      foundedYear: '1968',
    })
    const seen = await administrator.get(`${path}/verlauf`)
    expect(seen.$('.revisions > li').length).toBe(2)
    expect(seen.text('.revision-head')).toContain('Fassung 2')
    expect(seen.text('.revision-head .fine')).toBe(
      '3. Juni 2026, 12:00 Uhr · Verwaltung der Seite (im Formular)',
    )
    const rows = seen.$('.difference').first().find('tbody tr').toArray()
    expect(rows.map((row) => seen.$(row).text().replace(/\s+/g, ' ').trim())).toEqual([
      'Ort Duisburg Leipzig',
      `Themen leer ${topic?.names.de}`,
      'Gegründet im Jahr leer 1968',
    ])
  })

  test('shows an earlier state as readers saw it, and makes it the newest', async () => {
    const { id, path } = await aNew('Erster Name')
    await coordinator.post(path, { ...filledIn(await coordinator.get(path)), name: 'Zweiter Name' })
    const seen = await coordinator.get(`${path}/verlauf/1`)
    expect(seen.text('.preview h2')).toBe('Erster Name')
    expect(seen.text('.difference tbody')).toBe('Name Erster Name Zweiter Name')
    const version = String(seen.$('form[action$=wiederherstellen] input[name=version]').attr('value'))
    const answer = await coordinator.post(`${path}/verlauf/1/wiederherstellen`, { version })
    expect(answer.headers.location).toBe(`${path}?meldung=restored`)
    expect(house.store.organisations.byId(id)).toMatchObject({ name: 'Erster Name', version: 3 })
    expect(house.store.revisions.ofEntry('organisation', id)[0]).toMatchObject({
      origin: 'restore',
      version: 3,
    })
    expect((await coordinator.post(`${path}/verlauf/1/wiederherstellen`, { version })).status).toBe(409)
  })

  test('compares any state with any other, forward in time', async () => {
    const { path } = await aNew('Eins')
    for (const name of ['Zwei', 'Drei'])
      await coordinator.post(path, { ...filledIn(await coordinator.get(path)), name })
    const seen = await coordinator.get(`${path}/verlauf/2?mit=1`)
    expect(seen.text('.difference tbody')).toBe('Name Eins Zwei')
    expect(seen.text('#seither')).toBe('Was hier geändert wurde')
    const offered = seen.$('select[name=mit] option').toArray()
    expect(offered.map((option) => seen.$(option).text())).toEqual(['Fassung 3', 'Fassung 1'])
    expect((await coordinator.get(`${path}/verlauf/1?mit=3`)).text('.difference tbody')).toBe(
      'Name Eins Drei',
    )
  })

  test('of a version that never was is not there', async () => {
    const { path } = await aNew('Kurz')
    for (const version of ['99', '0', 'x']) {
      expect((await coordinator.get(`${path}/verlauf/${version}`)).status).toBe(404)
      expect((await coordinator.get(`${path}/verlauf/1?mit=${version}`)).status).toBe(404)
    }
  })
})

describe('the archive', () => {
  test('takes an entry off the site and gives it back', async () => {
    const { path } = await aNew('Auf Zeit fort')
    const archived = await coordinator.post(`${path}/archivieren`, { version: '1' })
    expect(archived.headers.location).toBe(`${path}?meldung=archived`)
    const names = async () => (await house.get('/orte/duisburg?text=fort')).text('main')
    expect(await names()).not.toContain('Auf Zeit fort')
    expect((await coordinator.get(`${LIST}?stand=archiv&q=zeit`)).text('tbody')).toContain('Auf Zeit fort')
    expect((await coordinator.get(`${path}/verlauf`)).text('.difference tbody')).toContain('Im Archiv seit')
    await coordinator.post(`${path}/zurueckholen`, { version: '2' })
    expect(await names()).toContain('Auf Zeit fort')
  })

  test('is not for an outdated copy', async () => {
    const { id, path } = await aNew('Inzwischen anders')
    await coordinator.post(path, filledIn(await coordinator.get(path)))
    const seen = await coordinator.post(`${path}/archivieren`, { version: '1' })
    expect(seen.status).toBe(409)
    expect(seen.text('[role=alert]')).toContain('inzwischen geändert')
    expect(house.store.organisations.byId(id)?.archivedAt).toBeNull()
  })
})

describe('a confirmation', () => {
  test('is noted with today and the way', async () => {
    const { id, path } = await aNew('Noch da')
    const answer = await coordinator.post(`${path}/bestaetigen`, { way: 'telephone' })
    expect(answer.headers.location).toBe(`${path}?meldung=confirmed`)
    expect(house.store.confirmations.latestOf([id]).get(id)).toMatchObject({
      on: '2026-06-03',
      way: 'telephone',
    })
    expect((await coordinator.post(`${path}/bestaetigen`, { way: 'dream' })).status).toBe(400)
  })
})

describe('a stranger', () => {
  const ACTS = ['', '/archivieren', '/zurueckholen', '/bestaetigen', '/verlauf/1/wiederherstellen']

  test.each(ACTS)('does not write by POST …%s', async (act) => {
    const path = `${pathOf('chor-der-bruecken')}`
    const form = act === '' ? filledIn(await administrator.get(path)) : { version: '1' }
    const sent = act === '/bestaetigen' ? { way: 'telephone' } : form
    const version = house.store.organisations.bySlug('chor-der-bruecken')?.version
    for (const person of [other, editor, staff])
      expect((await person.post(`${path}${act}`, sent)).status).toBe(403)
    expect((await house.visitor().post(`${path}${act}`, sent)).status).toBe(303)
    expect(house.store.organisations.bySlug('chor-der-bruecken')?.version).toBe(version)
  })

  test.each([...ACTS, '/verlauf'])('does not learn of an archived entry by …%s', async (act) => {
    const { path } = await aNew('Geheimnis')
    await coordinator.post(`${path}/archivieren`, { version: '1' })
    const sent = act === '/bestaetigen' ? { way: 'telephone' } : {}
    const ask = async (entry: string) =>
      (act === '/verlauf' ? await editor.get(`${entry}${act}`) : await editor.post(`${entry}${act}`, sent))
        .status
    expect(await ask(path)).toBe(await ask(`${LIST}/99999`))
    expect((await editor.get(path)).status).toBe(404)
  })

  test('reads what is internal only with the right to', async () => {
    const path = pathOf('chor-der-bruecken')
    const read = await staff.get(path)
    expect(read.status).toBe(200)
    expect(read.$('main form').length).toBe(0)
    expect((await staff.get(`${path}/verlauf`)).$('main form').length).toBe(0)
    expect((await other.get(path)).$('main form').length).toBe(0)
    expect((await editor.get(path)).status).toBe(403)
  })

  test('makes no entry, and moves none into a city of somebody else', async () => {
    for (const person of [editor, staff]) expect((await person.get(`${LIST}/neu`)).status).toBe(403)
    const form = filledIn(await other.get(`${LIST}/neu`))
    const cityId = String(house.store.cities.bySlug('duisburg')?.id)
    expect((await other.post(`${LIST}/neu`, { ...form, name: 'Fremd', kind: 'group', cityId })).status).toBe(
      403,
    )
    const own = pathOf('amnesty-international-gruppe-duisburg')
    const leipzig = String(house.store.cities.bySlug('leipzig')?.id)
    const moved = { ...filledIn(await editor.get(own)), cityId: leipzig }
    expect((await editor.post(own, moved)).status).toBe(403)
  })

  test('from another site is nobody', async () => {
    const path = pathOf('chor-der-bruecken')
    const form = filledIn(await coordinator.get(path))
    expect((await coordinator.post(path, form, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })

  test('without a session signs in first', async () => {
    const seen = await house.visitor().get(`${LIST}/1?meldung=saved`)
    expect(seen.headers.location).toBe(`/anmelden?weiter=${encodeURIComponent(`${LIST}/1?meldung=saved`)}`)
  })
})

test.each(['0', 'x', '99999', '-1', '1e3', '999999999999'])('there is no entry %s', async (id) => {
  expect((await coordinator.get(`${LIST}/${id}`)).status).toBe(404)
})
