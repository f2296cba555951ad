import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filledIn } from '../support/filled.ts'
import { openHouse, type Seen, type TestHouse, type Visitor } from '../support/house.ts'

let house: TestHouse
let coordinator: Visitor
let administrator: Visitor
let other: Visitor
let editor: Visitor
let staff: Visitor
let choirId: number

beforeAll(async () => {
  house = await openHouse({ pageCache: true })
  coordinator = await house.signIn('coordinator')
  administrator = await house.signIn('administrator')
  other = await house.signIn({ email: 'leipzig@treffpunkt.example' })
  editor = await house.signIn('editor')
  staff = await house.signIn('staff')
  choirId = house.store.organisations.bySlug('chor-der-bruecken-e-v')?.id ?? Number.NaN
})
afterAll(() => house.close())

const ERIKA = {
  function: 'Anmeldung',
  audience: 'public',
  personName: 'Erika Beispiel',
  namePlaces: ['web'],
  'channels.0.kind': 'telephone',
  'channels.0.value': '0221 4710-177',
  'channels.0.places': ['web', 'print'],
  'channels.1.kind': 'email',
  'channels.1.value': 'erika@beispiel.example',
  consentWay: 'paper',
  consentGivenOn: '1. Juni 2026',
}

/** A new contact of the choir, and where its form is. */
async function aNew(fields: Record<string, string | string[]> = {}): Promise<{ id: number; path: string }> {
  const form = { ...ERIKA, ...fields, act: 'stay' }
  const answer = await coordinator.post(`/verwaltung/organisationen/${choirId}/kontakte/neu`, form)
  const path = String(answer.headers.location).replace(/\?.*$/, '')
  return { id: Number(path.split('/').at(-1)), path }
}

/** Everything readers may find the choir's contacts on. */
async function shownAnywhere(): Promise<string> {
  const pages = await Promise.all(
    ['/organisationen/chor-der-bruecken-e-v', '/kontakte?ort=duisburg', '/druck/kontakte?ort=duisburg'].map(
      (path) => house.get(path),
    ),
  )
  expect(pages.map(({ status }) => status)).toEqual([200, 200, 200])
  return pages.map(({ body }) => body).join('\n')
}

describe('the form of a contact', () => {
  test('says before saving what will be public, judged by the consents', async () => {
    const seen = await coordinator.post(`/verwaltung/organisationen/${choirId}/kontakte/neu`, {
      ...ERIKA,
      act: 'preview',
    })
    const places = seen
      .$('.preview dd')
      .toArray()
      .map((place) => seen.$(place).text().replace(/\s+/g, ' ').trim())
    expect(places).toEqual([
      'Anmeldung: Erika Beispiel Telefon: 0221 4710-177',
      'Anmeldung Telefon: 0221 4710-177',
      'nichts',
    ])
  })

  test('keeps everything typed, and says all that is wrong', async () => {
    const { path } = await aNew()
    const seen = await coordinator.post(path, {
      ...filledIn(await coordinator.get(path)),
      function: '',
      'channels.0.value': 'keine Nummer',
      'channels.1.value': 'erika',
      consentWay: '',
      consentGivenOn: '31.2.2026',
    })
    expect(seen.status).toBe(422)
    const links = seen
      .$('.problem-summary a')
      .toArray()
      .map((link) => seen.$(link).attr('href'))
    expect(links).toEqual([
      '#function',
      '#channels.0.value',
      '#channels.1.value',
      '#consentWay',
      '#consentGivenOn',
    ])
    for (const link of links) expect(seen.$(`[id="${link?.slice(1)}"]`).length).toBe(1)
    expect(seen.$('[id="channels.0.value"]').attr('value')).toBe('keine Nummer')
    expect(seen.$('#consentGivenOn').attr('value')).toBe('31.2.2026')
  })

  test.each(['3.6.2026', '03.06.26', '3. Juni 2026', '3 jun 2026', '2026-06-03', '3 June 2026'])(
    'understands „%s“',
    async (consentGivenOn) => {
      const { id } = await aNew({ consentGivenOn })
      expect(house.store.contacts.byId(id)?.consents[0]?.givenOn).toBe('2026-06-03')
    },
  )

  test('sent back as it stands changes nothing but the version', async () => {
    const { id, path } = await aNew()
    const before = house.store.contacts.byId(id)
    const answer = await coordinator.post(path, filledIn(await coordinator.get(path)))
    expect(answer.headers.location).toBe(`/verwaltung/organisationen/${choirId}?meldung=saved`)
    expect(house.store.contacts.byId(id)).toEqual({ ...before, version: 2 })
  })

  test('keeps the hours that it is not about', async () => {
    const ids = Array.from({ length: 120 }, (_, index) => index + 1)
    for (const contact of house.store.contacts.publicOf(ids).filter(({ hours }) => hours !== null)) {
      const path = `/verwaltung/kontakte/${contact.id}`
      const form = { ...filledIn(await administrator.get(path)), function: 'Anders' }
      expect((await administrator.post(path, form)).status, path).toBe(303)
      expect(house.store.contacts.byId(contact.id)?.hours).toEqual(contact.hours)
    }
  })

  test.each<[string, Record<string, string | string[]>, number]>([
    ['with a field that is none of ours', { organisationId: '1' }, 400],
    ['with a number as long as a letter', { 'channels.0.value': `0203${' '.repeat(300)}1` }, 422],
    ['with a note as long as a book', { 'channels.0.note': 'x'.repeat(5000) }, 422],
    ['without any way', { 'channels.0.value': '', 'channels.1.value': '' }, 422],
    ['with a consent of tomorrow', { consentGivenOn: '4.6.2026' }, 422],
  ])('%s is refused', async (_what, fields, status) => {
    const { id, path } = await aNew()
    const form = { ...filledIn(await coordinator.get(path)), ...fields }
    expect((await coordinator.post(path, form)).status).toBe(status)
    expect(house.store.contacts.byId(id)?.version).toBe(1)
  })

  test('cannot take the channel of another contact', async () => {
    const { id: victim } = await aNew()
    const { id, path } = await aNew()
    const channelId = house.store.contacts.byId(victim)?.channels[0]?.id
    await coordinator.post(path, {
      ...filledIn(await coordinator.get(path)),
      'channels.0.id': String(channelId),
    })
    expect(house.store.contacts.byId(victim)?.channels.length).toBe(2)
    expect(house.store.contacts.byId(id)?.channels.map((channel) => channel.id)).not.toContain(channelId)
  })
})

describe('a consent', () => {
  test('withdrawn is gone from every page with the next answer', async () => {
    const { path } = await aNew({ personName: 'Widerruf Beispiel', 'channels.0.value': '0221 4710-199' })
    const shown = await shownAnywhere()
    expect(shown).toContain('Widerruf Beispiel')
    expect(shown).toContain('0221 4710-199')
    const form = filledIn(await coordinator.get(path))
    await coordinator.post(path, {
      ...form,
      namePlaces: [],
      'channels.0.places': [],
      'channels.1.places': [],
    })
    const gone = await shownAnywhere()
    expect(gone).not.toContain('Widerruf Beispiel')
    expect(gone).not.toContain('0221 4710-199')
  })

  test('withdrawn does not come back with an earlier state', async () => {
    const { id, path } = await aNew({ personName: 'Bleibt Fort' })
    const form = filledIn(await coordinator.get(path))
    await coordinator.post(path, { ...form, note: 'anders', namePlaces: [], 'channels.0.places': [] })
    await coordinator.post(`${path}/verlauf/1/wiederherstellen`, { version: '2' })
    expect(house.store.contacts.byId(id)).toMatchObject({
      version: 3,
      note: '',
      person: { name: 'Bleibt Fort' },
    })
    expect(await shownAnywhere()).not.toContain('Bleibt Fort')
  })

  test('given for more keeps its day for what was agreed to before', async () => {
    const { id, path } = await aNew()
    const form = filledIn(await coordinator.get(path))
    await coordinator.post(path, {
      ...form,
      namePlaces: ['web', 'print'],
      consentGivenOn: '3.6.2026',
      consentWay: 'mail',
    })
    const standing = house.store.contacts.byId(id)?.consents.filter(({ withdrawnOn }) => withdrawnOn === null)
    const name = standing?.filter(({ channelId }) => channelId === null)
    expect(name?.map(({ place, givenOn, way }) => [place, givenOn, way])).toEqual([
      ['web', '2026-06-01', 'paper'],
      ['print', '2026-06-03', 'mail'],
    ])
  })

  test('given anew is noted with its new day, and the former one stays in the record', async () => {
    const { id, path } = await aNew()
    const form = filledIn(await coordinator.get(path))
    await coordinator.post(path, { ...form, consentGivenOn: '2.6.2026' })
    const consents = house.store.contacts.byId(id)?.consents.filter(({ channelId }) => channelId === null)
    expect(consents?.map(({ givenOn, withdrawnOn }) => [givenOn, withdrawnOn])).toEqual([
      ['2026-06-01', '2026-06-03'],
      ['2026-06-02', null],
    ])
  })

  test('is not needed for a role without a person', async () => {
    await aNew({ personName: '', function: 'Gemeinsames Telefon', 'channels.0.value': '0221 4710-155' })
    expect(await shownAnywhere()).toContain('0221 4710-155')
  })

  test('does not make an internal contact public', async () => {
    await aNew({ audience: 'internal', personName: 'Nur Intern', 'channels.0.value': '0221 4710-144' })
    const shown = await shownAnywhere()
    expect(shown).not.toContain('Nur Intern')
    expect(shown).not.toContain('0221 4710-144')
  })
})

/** What the form lists under „Öffentlich wird“, line by line. */
function publicLines(seen: Seen): string[] {
  return seen
    .$('[aria-labelledby=abschnitt-oeffentlich] dd div')
    .toArray()
    .map((line) => seen.$(line).text())
}

describe('what becomes public', () => {
  const LINES = [
    'Anmeldung: auf der Website, in gedruckten Listen',
    'Erika Beispiel: auf der Website',
    '0221 4710-177: auf der Website, in gedruckten Listen',
    'erika@beispiel.example: bleibt intern',
  ]

  test('is listed above the buttons as stored, and as typed in the preview', async () => {
    const { path } = await aNew()
    const stored = await coordinator.get(path)
    expect(publicLines(stored)).toEqual(LINES)
    const last = stored.$('form.form > section').last()
    expect([last.attr('aria-labelledby'), last.next().hasClass('form-actions')]).toEqual([
      'abschnitt-oeffentlich',
      true,
    ])
    const form = { ...filledIn(stored), 'channels.1.places': ['open-data'], namePlaces: [] }
    expect(publicLines(await coordinator.post(path, { ...form, act: 'preview' }))).toEqual([
      `${LINES[0]}, in offenen Daten`,
      'Erika Beispiel: bleibt intern',
      LINES[2],
      'erika@beispiel.example: in offenen Daten',
    ])
  })

  test.each<[string, Record<string, string>]>([
    ['an internal contact', { audience: 'internal' }],
    ['a person who agreed to nothing', { namePlaces: '', 'channels.0.places': '' }],
  ])('is nothing of %s', async (_what, fields) => {
    const form = { ...ERIKA, ...fields, act: 'preview' }
    const seen = await coordinator.post(`/verwaltung/organisationen/${choirId}/kontakte/neu`, form)
    expect(publicLines(seen).map((line) => line.split(': ').at(-1))).toEqual(Array(4).fill('bleibt intern'))
  })

  test('is everything of a role without a person, and nothing once it is in the archive', async () => {
    const { path } = await aNew({ personName: '' })
    const everywhere = 'auf der Website, in gedruckten Listen, in offenen Daten'
    const ends = async () => publicLines(await coordinator.get(path)).map((line) => line.split(': ').at(-1))
    expect(await ends()).toEqual(Array(3).fill(everywhere))
    await coordinator.post(`${path}/archivieren`, { version: '1' })
    expect(await ends()).toEqual(Array(3).fill('bleibt intern'))
  })
})

describe('the wording and the end of a consent', () => {
  test('the wording of the sheet is offered, and what was agreed to is kept', async () => {
    const newPath = `/verwaltung/organisationen/${choirId}/kontakte/neu`
    const offered = (await coordinator.get(newPath)).text('[id=consentWording]')
    expect(offered).toMatch(/^Ich bin einverstanden, dass mein Name .* widerrufen/)
    const { path } = await aNew({ consentWording: 'Nur meine Nummer, nur bis zum Sommerfest.' })
    const seen = await coordinator.get(path)
    expect(seen.text('[id=consentWording]')).toBe('Nur meine Nummer, nur bis zum Sommerfest.')
    await coordinator.post(path, { ...filledIn(seen), note: 'anders' })
    expect((await coordinator.get(path)).text('[id=consentWording]')).toContain('Sommerfest')
  })

  test('each consent is told with who noted it when, also when it is taken back', async () => {
    const { path } = await aNew({ consentEndsOn: '31.12.2026' })
    const noted = async () => (await coordinator.get(path)).text('[aria-labelledby=abschnitt-notiert] dl')
    const by = 'notiert am 3. Juni 2026 von '
    expect(await noted()).toMatch(
      `schriftlich am 1. Juni 2026 Name: auf der Website Telefon 0221 4710-177: auf der Website, in gedruckten Listen gilt bis 31. Dezember 2026 ${by}`,
    )
    const form = { ...filledIn(await coordinator.get(path)), namePlaces: [] }
    await coordinator.post(path, form)
    expect(await noted()).toMatch(
      /Name: auf der Website gilt bis 31. Dezember 2026 widerrufen am 3. Juni 2026/,
    )
    await coordinator.post(path, { ...filledIn(await coordinator.get(path)), consentEndsOn: '31.12.2027' })
    expect(await noted()).toMatch(/gilt bis 31. Dezember 2027 notiert am 3. Juni 2026/)
    expect(await noted()).toMatch(/gilt bis 31. Dezember 2026 neu notiert am 3. Juni 2026/)
    expect((await noted()).match(/widerrufen/g)).toHaveLength(1)
  })

  test.each([
    ['31.5.2026', 'Geben Sie einen Tag an, der nicht vor der Einwilligung liegt.'],
    ['2.6.2026', 'Dieser Tag ist vorbei.'],
    ['Weihnachten', 'Geben Sie den Tag so an: 3.6.2026.'],
  ])('an end on „%s“ is refused with everything typed', async (consentEndsOn, problem) => {
    const { path } = await aNew()
    const seen = await coordinator.post(path, { ...filledIn(await coordinator.get(path)), consentEndsOn })
    expect(seen.status).toBe(422)
    expect(seen.text('[id=consentEndsOn-problem]')).toContain(problem)
    expect(seen.$('[id=consentEndsOn]').attr('value')).toBe(consentEndsOn)
  })

  test('are compared in the history in words', async () => {
    const { path } = await aNew()
    const form = filledIn(await coordinator.get(path))
    await coordinator.post(path, { ...form, consentWording: 'Ja.', consentEndsOn: '31.12.2026' })
    const difference = (await coordinator.get(`${path}/verlauf`)).text('.difference')
    expect(difference).toContain('Wozu hat sie eingewilligt? leer Ja.')
    expect(difference).toContain('Letzter Tag der Einwilligung leer 31. Dezember 2026')
  })
})

describe('a consent that ends', () => {
  const told = async (visitor: Visitor, path: string) => [
    (await visitor.get(path)).text('[aria-labelledby=abschnitt-einwilligung] .facts'),
    (await visitor.get(`/verwaltung/organisationen/${choirId}`)).text('[aria-labelledby=kontakte] td strong'),
  ]

  test('is told 30 days before and from its end on, and comes back with no earlier state', async () => {
    const own = await openHouse()
    const now = await own.signIn('coordinator')
    const form = { ...ERIKA, consentWording: 'Ja.', consentEndsOn: '4.7.2026', act: 'stay' }
    const answer = await now.post(`/verwaltung/organisationen/${choirId}/kontakte/neu`, form)
    const path = String(answer.headers.location).replace(/\?.*$/, '')
    expect(await told(now, path)).toEqual(['', ''])
    own.setNow('2026-06-04T10:00:00Z')
    const ending = 'Die Einwilligung gilt nur noch bis 4. Juli 2026. Danach wird davon nichts mehr gezeigt.'
    const june = await own.signIn('coordinator')
    expect(await told(june, path)).toEqual([`Frist ${ending}`, ending])
    await june.post(path, { ...filledIn(await june.get(path)), note: 'vormittags' })

    own.setNow('2026-07-05T10:00:00Z')
    const july = await own.signIn('coordinator')
    const ended = 'Die Einwilligung galt bis 4. Juli 2026. Seitdem wird davon nichts mehr gezeigt.'
    expect(await told(july, path)).toEqual([`Frist ${ended}`, ended])
    const seen = await july.get(path)
    expect(publicLines(seen).every((line) => line.endsWith('bleibt intern'))).toBe(true)
    expect(seen.$('[id=consentGivenOn]').attr('value')).toBe('')
    await july.post(`${path}/verlauf/1/wiederherstellen`, { version: '2' })
    expect(publicLines(await july.get(path)).every((line) => line.endsWith('bleibt intern'))).toBe(true)

    const anew = { ...filledIn(await july.get(path)), namePlaces: ['web'], 'channels.0.places': ['web'] }
    await july.post(path, { ...anew, consentWay: 'mail', consentGivenOn: '5.7.2026' })
    expect((await told(july, path))[0]).toBe('')
    expect((await own.get('/organisationen/chor-der-bruecken-e-v')).text('main')).toContain('Erika Beispiel')
    await own.close()
  })
})

describe('telephone hours', () => {
  const save = async (path: string, sentence: string) =>
    coordinator.post(path, { ...filledIn(await coordinator.get(path)), sentence, act: 'stay' })

  test.each([
    ['Di 10–12 Uhr, Do 16–18 Uhr', 'Dienstag 10–12 Uhr, Donnerstag 16–18 Uhr'],
    ['dienstags und donnerstags von 9 bis 11.30 Uhr', 'Jeden Dienstag und Donnerstag, 09:00–11:30 Uhr'],
    ['Sprechstunde: Mi 15–17 Uhr', 'Jeden Mittwoch, 15–17 Uhr'],
    ['Mo. 8 - 12 Uhr u. 14 - 16 Uhr', 'Montag 8–12 und 14–16 Uhr'],
    [
      'Mo, Di, Do, Fr 9.00 – 12.00 Uhr; Mi geschlossen',
      'Jeden Montag, Dienstag, Donnerstag und Freitag, 9–12 Uhr',
    ],
    [
      'Montag – Freitag 9–12 h, Donnerstag zusätzlich 14–18 h',
      'Montag bis Mittwoch und Freitag 9–12 Uhr, Donnerstag 9–12 und 14–18 Uhr',
    ],
    ['montags 16 bis 18 Uhr (nicht in den Schulferien)', 'Jeden Montag, 16–18 Uhr, nicht in den Schulferien'],
    ['jeden ersten Samstag im Monat 10–14 Uhr', 'Jeden 1. Samstag im Monat, 10–14 Uhr'],
  ])('„%s“ are saved without a question, said back, and shown to readers', async (typed, said) => {
    const { path } = await aNew({ personName: '', function: `Telefon ${said.length}` })
    expect((await save(path, typed)).status).toBe(303)
    expect((await coordinator.get(path)).text('#sentence')).toBe(said)
    expect((await house.get('/organisationen/chor-der-bruecken-e-v')).text('main')).toContain(said)
  })

  test('that may mean two things are asked about before anything is saved', async () => {
    const { id, path } = await aNew()
    const asked = await save(path, 'alle zwei Wochen dienstags 10–12 Uhr')
    expect(asked.status).toBe(422)
    expect(asked.text('.problem-summary')).toContain('welche Lesart gemeint ist')
    const answer = asked.$('[name=answer]').last().attr('value') ?? ''
    expect(asked.$('[name=answer]').length).toBe(2)
    expect(house.store.contacts.byId(id)?.hours).toBeNull()
    expect((await coordinator.post(path, { ...filledIn(asked), answer, act: 'stay' })).status).toBe(303)
    expect(house.store.contacts.byId(id)?.hours?.slots).toHaveLength(1)
  })

  test('that are no times stay as they are written, once that was told', async () => {
    const { id, path } = await aNew()
    const told = await save(path, 'nach Vereinbarung')
    expect([told.status, told.text('.schedule .notice')]).toEqual([
      422,
      'Darin steht keine feste Zeit. Auf der Website erscheint der Satz so, wie er dasteht, als Hinweis.',
    ])
    await coordinator.post(path, { ...filledIn(told), act: 'stay' })
    expect(house.store.contacts.byId(id)?.hours).toEqual({ slots: [], note: 'nach Vereinbarung' })
  })

  test('are compared in the history in words, and kept with what somebody else changed', async () => {
    const { path } = await aNew()
    const mine = filledIn(await coordinator.get(path))
    await administrator.post(path, { ...filledIn(await administrator.get(path)), note: 'am Hof' })
    const met = await coordinator.post(path, { ...mine, sentence: 'Di 10–12 Uhr', act: 'save' })
    expect(met.status).toBe(409)
    expect(met.text('#sentence')).toBe('Jeden Dienstag, 10–12 Uhr')
    expect((await coordinator.post(path, { ...filledIn(met), act: 'save' })).status).toBe(303)
    expect((await coordinator.get(`${path}/verlauf`)).$('.difference').first().text()).toMatch(
      /Sprechzeiten\s+leer\s+Jeden Dienstag, 10–12 Uhr/,
    )
  })

  test('of a new contact are read by the holidays of its town', async () => {
    const newPath = `/verwaltung/organisationen/${choirId}/kontakte/neu`
    const form = { ...filledIn(await coordinator.get(newPath)), ...ERIKA, act: 'check' }
    const seen = await coordinator.post(newPath, { ...form, sentence: 'Do 10–12 Uhr, nicht an Feiertagen' })
    expect(seen.status).toBe(200)
    expect(seen.text('.answer-said')).toContain('Jeden Donnerstag, 10–12 Uhr, nicht an Feiertagen')
    // Corpus Christi, 4 June 2026, is a holiday in North Rhine-Westphalia.
    expect(seen.text('.answer')).toContain('Fronleichnam')
  })
})

describe('two people at one contact', () => {
  test('lose nothing', async () => {
    const { id, path } = await aNew()
    const hers = filledIn(await coordinator.get(path))
    await administrator.post(path, {
      ...filledIn(await administrator.get(path)),
      function: 'Leitung',
      'channels.1.value': 'neu@beispiel.example',
    })
    const met = await coordinator.post(path, { ...hers, function: 'Beratung', note: 'nachmittags' })
    expect(met.status).toBe(409)
    expect(met.text('fieldset.conflict legend')).toBe('Aufgabe')
    expect(met.text('.facts')).toContain('neu@beispiel.example')
    expect((await coordinator.post(path, { ...filledIn(met), 'choose.function': 'stored' })).status).toBe(303)
    expect(house.store.contacts.byId(id)).toMatchObject({
      function: 'Leitung',
      note: 'nachmittags',
      channels: [{ value: '0221 4710-177' }, { value: 'neu@beispiel.example' }],
    })
  })
})

describe('the history of a contact', () => {
  test('says what changed in words', async () => {
    const { path } = await aNew()
    await coordinator.post(path, {
      ...filledIn(await coordinator.get(path)),
      function: 'Beratung',
      namePlaces: [],
    })
    const seen = await coordinator.get(`${path}/verlauf`)
    const rows = seen.$('.difference').first().find('tbody tr').toArray()
    expect(rows.map((row) => seen.$(row).text().replace(/\s+/g, ' ').trim())).toEqual([
      'Aufgabe Anmeldung Beratung',
      'Der Name darf stehen auf der Website leer',
    ])
    const earlier = await coordinator.get(`${path}/verlauf/1`)
    expect(earlier.text('.preview')).toContain('Erika Beispiel')
  })
})

describe('the archive', () => {
  test('takes a contact off every page and gives it back', async () => {
    const { path } = await aNew({ personName: 'Archiv Beispiel' })
    await coordinator.post(`${path}/archivieren`, { version: '1' })
    expect(await shownAnywhere()).not.toContain('Archiv Beispiel')
    expect((await coordinator.post(`${path}/zurueckholen`, { version: '1' })).status).toBe(409)
    await coordinator.post(`${path}/zurueckholen`, { version: '2' })
    expect(await shownAnywhere()).toContain('Archiv Beispiel')
  })
})

describe('a stranger', () => {
  const ACTS = ['', '/archivieren', '/zurueckholen', '/verlauf/1/wiederherstellen']

  test.each(ACTS)('does not write by POST …%s', async (act) => {
    const { id, path } = await aNew()
    const form = act === '' ? filledIn(await coordinator.get(path)) : { version: '1' }
    for (const person of [other, editor, staff])
      expect((await person.post(`${path}${act}`, form)).status).toBe(403)
    expect((await coordinator.post(`${path}${act}`, form, { 'sec-fetch-site': 'cross-site' })).status).toBe(
      403,
    )
    expect(house.store.contacts.byId(id)?.version).toBe(1)
  })

  test.each(['', '/verlauf', '/verlauf/1'])(
    'does not learn of an internal contact by GET …%s',
    async (page) => {
      const { path } = await aNew({ audience: 'internal' })
      expect((await editor.get(`${path}${page}`)).status).toBe(404)
      expect((await other.get(path)).status).toBe(403)
    },
  )

  test('adds no contact to somebody else’s organisation', async () => {
    const path = `/verwaltung/organisationen/${choirId}/kontakte/neu`
    for (const person of [other, editor, staff]) {
      expect((await person.get(path)).status).toBe(403)
      expect((await person.post(path, ERIKA)).status).toBe(403)
    }
  })
})

test.each(['0', 'x', '99999'])('there is no contact %s', async (id) => {
  expect((await coordinator.get(`/verwaltung/kontakte/${id}`)).status).toBe(404)
})

describe('the person of a contact', () => {
  test('is erased once that is confirmed, and is gone with the next answer', async () => {
    const own = await openHouse()
    const coordinator = await own.signIn('coordinator')
    const cityId = own.store.cities.bySlug('duisburg')?.id
    const ids = Array.from({ length: 80 }, (_, index) => index + 1)
    const contact = own.store.contacts
      .ofOrganisations(ids)
      .find(
        ({ person, organisationId }) =>
          person !== null && own.store.organisations.byId(organisationId)?.cityId === cityId,
      )
    if (contact?.person === null || contact === undefined) throw new Error('nobody to erase')
    const path = `/verwaltung/kontakte/${contact.id}`
    expect((await coordinator.get(path)).$(`a[href="${path}/person-loeschen"]`)).toHaveLength(1)
    const page = await coordinator.get(`${path}/person-loeschen`)
    expect(page.text('main')).toContain(contact.person.name)
    const unsure = await coordinator.post(`${path}/person-loeschen`, {})
    expect([unsure.status, own.store.contacts.byId(contact.id)?.person]).toEqual([422, contact.person])
    for (const role of ['editor', 'staff'] as const)
      expect([403, 404]).toContain(
        (await (await own.signIn(role)).post(`${path}/person-loeschen`, { confirm: 'ja' })).status,
      )
    expect((await coordinator.post(`${path}/person-loeschen`, { confirm: 'ja' })).status).toBe(303)
    for (const seen of [
      await own.get('/kontakte'),
      await coordinator.get(`${path}/verlauf`),
      await coordinator.get('/verwaltung/vorschlaege'),
    ])
      expect(seen.body).not.toContain(contact.person.name)
    expect((await coordinator.get(`${path}/person-loeschen`)).status).toBe(404)
    await own.close()
  })
})
