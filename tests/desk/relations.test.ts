import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filledIn } from '../support/filled.ts'
import type { SentForm } from '../support/hostile-forms.ts'
import { openHouse, type Seen, type TestHouse, type Visitor } from '../support/house.ts'

const LIST = '/verwaltung/verbindungen'
const AMNESTY = 'Amnesty International, Gruppe Duisburg'
const CHOIR = 'Chor der Brücken e.V.'
const MIGRANETZ = 'MigraNetz Thüringen e.V.'
const NETWORK_PAGE = '/netzwerke/migranetz-thueringen-e-v'

let house: TestHouse
let coordinator: Visitor
let administrator: Visitor
let editor: Visitor
beforeAll(async () => {
  house = await openHouse()
  coordinator = await house.signIn('coordinator')
  administrator = await house.signIn('administrator')
  editor = await house.signIn('editor')
})
afterAll(() => house.close())

const bySlug = (slug: string) => house.store.organisations.bySlug(slug)?.id ?? Number.NaN
const choirAtDesk = () => `/verwaltung/organisationen/${bySlug('chor-der-bruecken-e-v')}`

async function add(fields: SentForm, who = coordinator): Promise<{ id: number; path: string }> {
  const form = filledIn(await who.get(`${LIST}/neu`))
  const answer = await who.post(`${LIST}/neu`, { ...form, kind: 'supports', ...fields })
  if (answer.status !== 303) throw new Error(`${answer.status} ${answer.text('.problem-summary')}`)
  const path = String(answer.headers.location).replace(/\?.*$/, '')
  return { id: Number(path.split('/').at(-1)), path }
}

async function change(path: string, fields: SentForm, who = coordinator): Promise<Seen> {
  return who.post(path, { ...filledIn(await who.get(path)), ...fields })
}

function problemLinks(seen: Seen): (string | undefined)[] {
  return seen
    .$('.problem-summary a')
    .toArray()
    .map((link) => seen.$(link).attr('href'))
}

describe('the list of relations', () => {
  test('says each as a sentence, and finds it by either side, town and kind', async () => {
    await add({ fromId: CHOIR, toId: MIGRANETZ, kind: 'member-of', sinceYear: '2019' })
    const sentence = `${CHOIR} ist Mitglied von ${MIGRANETZ}`
    for (const query of ['q=chor+der', 'q=MigraNetz', 'ort=duisburg', 'ort=erfurt', 'art=mitglied'])
      expect((await coordinator.get(`${LIST}?${query}`)).text('tbody'), query).toContain(sentence)
    for (const query of ['q=xyzzy', 'ort=dortmund', 'art=dialog', 'stand=beendet', 'stand=archiv'])
      expect((await coordinator.get(`${LIST}?${query}`)).text('main'), query).not.toContain(sentence)
    expect((await coordinator.get(`${LIST}?q=MigraNetz&art=mitglied`)).text('tbody')).toContain('seit 2019')
    for (const query of ['ort=atlantis', 'art=xyzzy', 'stand=xyzzy'])
      expect((await coordinator.get(`${LIST}?${query}`)).status, query).toBe(404)
  })

  test('keeps what has ended apart', async () => {
    await add({
      fromId: CHOIR,
      toId: AMNESTY,
      kind: 'in-dialogue-with',
      sinceYear: '2014',
      untilYear: '2020',
    })
    const sentence = `${CHOIR} ist im Dialog mit ${AMNESTY}`
    expect((await coordinator.get(LIST)).text('main')).not.toContain(sentence)
    expect((await coordinator.get(`${LIST}?stand=beendet`)).text('tbody')).toContain(
      `${sentence} 2014 bis 2020`,
    )
  })

  test('takes a fixed number of statements', async () => {
    const count = async () => {
      house.statements.length = 0
      await coordinator.get(LIST)
      // Asked for at most every 200 ms, whatever is read.
      return house.statements.filter((sql) => !sql.includes('FROM content')).length
    }
    const before = await count()
    await add({ fromId: CHOIR, toId: 'Tanzkreis Horon', kind: 'supports' })
    expect(await count()).toBe(before)
    expect(before).toBeLessThanOrEqual(7)
  })

  test('shows an editor those of the own group from both sides, and nobody without a session anything', async () => {
    await add({ fromId: CHOIR, toId: AMNESTY, kind: 'cooperates-with' })
    const seen = await editor.get(LIST)
    const rows = seen
      .$('tbody th')
      .toArray()
      .map((row) => seen.$(row).text())
    expect(rows).toContain(`${CHOIR} arbeitet zusammen mit ${AMNESTY}`)
    for (const row of rows) expect(row).toContain(AMNESTY)
    expect((await house.get(LIST)).headers.location).toContain('/anmelden')
  })
})

describe('the form of a relation', () => {
  test('shows before saving how both pages will say it, and then both do', async () => {
    const typed = { fromId: 'Saz und Cello', toId: MIGRANETZ, kind: 'founding-member-of', sinceYear: '2014' }
    const form = filledIn(await coordinator.get(`${LIST}/neu`))
    const seen = await coordinator.post(`${LIST}/neu`, { ...form, ...typed, act: 'preview' })
    expect(seen.status).toBe(200)
    const shown = seen.text('.preview')
    expect(shown).toContain(`Gründungsmitglied von ${MIGRANETZ} Erfurt · seit 2014`)
    expect(shown).toMatch(/Gründungsmitglieder .*Saz und Cello.* Duisburg · seit 2014/)
    expect((await house.get(NETWORK_PAGE)).text('.member-towns')).not.toContain('Saz und Cello')
    const { path } = await add(typed)
    expect((await house.get(NETWORK_PAGE)).text('.member-towns')).toContain('Saz und Cello')
    expect((await coordinator.get(path)).text('h1')).toMatch(/Saz und Cello ist Gründungsmitglied von /)
  })

  test('says each kind as it reads from both sides', async () => {
    const said = (await coordinator.get(`${LIST}/neu`)).text('main form.form')
    expect(said).toContain('… ist Mitglied von … / … hat als Mitglied …')
    expect(said).toContain('… unterstützt … / … wird unterstützt von …')
  })

  test('asks which organisation is meant, and for all that is missing, and loses nothing', async () => {
    const form = filledIn(await coordinator.get(`${LIST}/neu`))
    const empty = await coordinator.post(`${LIST}/neu`, { ...form, untilYear: 'bald', note: '<b>Bleibt</b>' })
    expect(empty.status).toBe(422)
    expect(problemLinks(empty)).toEqual(['#fromId', '#kind', '#toId', '#untilYear'])
    expect(empty.$('#untilYear').attr('value')).toBe('bald')
    expect(empty.text('#note')).toBe('<b>Bleibt</b>')
    for (const link of problemLinks(empty)) expect(empty.$(`[id="${link?.slice(1)}"]`)).toHaveLength(1)
    const unclear = await coordinator.post(`${LIST}/neu`, {
      ...form,
      fromId: 'xyzzy',
      toId: 'Dortmund',
      kind: 'supports',
    })
    expect(problemLinks(unclear)).toEqual(['#fromId', '#toId'])
    expect((await coordinator.post(`${LIST}/neu`, { ...form, colour: 'red' })).status).toBe(400)
  })

  test('refuses what is known already, a circle, and an organisation with itself', async () => {
    const form = filledIn(await coordinator.get(`${LIST}/neu`))
    const send = async (fields: SentForm) =>
      (await administrator.post(`${LIST}/neu`, { ...form, ...fields })).text('.problem-summary')
    const mutual = { fromId: 'Stadtbibliothek Duisburg', toId: AMNESTY, kind: 'cooperates-with' }
    expect(await send(mutual)).toContain('schon eingetragen')
    const circle = {
      fromId: 'Nachbarschaftshilfe Flachsmarkt',
      toId: 'Formularhilfe Kompass',
      kind: 'part-of',
    }
    expect(await send(circle)).toContain('Teil ihrer eigenen Teile')
    expect(await send({ fromId: CHOIR, toId: CHOIR, kind: 'supports' })).toContain('andere Organisation')
  })

  test('is open to whoever may edit one side, and to nobody else', async () => {
    const { path } = await add({ fromId: AMNESTY, toId: CHOIR, kind: 'part-of' }, editor)
    expect((await change(path, { note: 'vom Chor aus' })).status).toBe(303)
    const stranger = await house.signIn({ email: 'leipzig@treffpunkt.example' })
    const sent = filledIn(await coordinator.get(path))
    for (const who of [stranger, await house.signIn('staff')]) {
      expect((await who.post(path, sent)).status).toBe(403)
      expect((await who.post(`${path}/archivieren`, { version: '2' })).status).toBe(403)
      expect((await who.post(`${LIST}/neu`, { ...sent, version: '' })).status).toBe(403)
    }
    const others = await add({ fromId: CHOIR, toId: 'Tanzkreis Horon', kind: 'in-dialogue-with' })
    for (const rest of ['', '/verlauf']) expect((await editor.get(`${others.path}${rest}`)).status).toBe(403)
    expect((await editor.post(others.path, sent)).status).toBe(403)
    expect((await coordinator.get(`${LIST}/99999`)).status).toBe(404)
  })

  test('merges what two people changed, and asks where both changed the same', async () => {
    const { id, path } = await add({ fromId: CHOIR, toId: 'Garten der Kulturen', note: 'Sommerfest' })
    const hers = filledIn(await coordinator.get(path))
    await change(path, { sinceYear: '2015' }, administrator)
    const merged = await coordinator.post(path, { ...hers, note: 'Herbstfest' })
    expect(merged.status).toBe(409)
    expect(merged.text('[role=alert]')).toContain('Seit (Jahr)')
    expect((await coordinator.post(path, filledIn(merged))).status).toBe(303)
    expect(house.store.relations.byId(id)).toMatchObject({ note: 'Herbstfest', sinceYear: 2015 })
    const met = await coordinator.post(path, { ...hers, toId: AMNESTY, note: 'Winterfest' })
    expect(met.text('fieldset.conflict legend')).toBe('Anmerkung')
    expect((await coordinator.post(path, { ...filledIn(met), 'choose.note': 'stored' })).status).toBe(303)
    expect(house.store.relations.byId(id)).toMatchObject({
      note: 'Herbstfest',
      toId: bySlug('amnesty-international-gruppe-duisburg'),
    })
  })

  test('takes every demonstration relation back as it stands', async () => {
    const seen = await administrator.get(LIST)
    const links = seen.$('tbody th a').toArray()
    expect(links.length).toBeGreaterThan(30)
    for (const link of links) {
      const path = seen.$(link).attr('href') ?? ''
      const before = house.store.relations.byId(Number(path.split('/').at(-1)))
      expect((await change(path, {}, administrator)).status, path).toBe(303)
      const after = house.store.relations.byId(before?.id ?? 0)
      expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 })
    }
  })
})

describe('an archived relation', () => {
  test('is on neither page, in no count, calendar or printed list; and comes back to all of them', async () => {
    const { path } = await add({ fromId: 'Tanzkreis Horon', toId: MIGRANETZ, kind: 'member-of' })
    const seen = async () => ({
      network: (await house.get(NETWORK_PAGE)).text('main').includes('Tanzkreis Horon'),
      count: /(\d+) Mitglieder aus/.exec((await house.get('/netzwerke')).text('main'))?.[1],
      group: (await house.get('/organisationen/tanzkreis-horon')).text('main').includes(MIGRANETZ),
      calendar: (await house.get(`${NETWORK_PAGE}.ics`)).body.includes('Tanzkreis Horon'),
      printed: (await house.get('/druck/kontakte?netzwerk=migranetz-thueringen-e-v&spalte=gruppe'))
        .text('main')
        .includes('Horon'),
      desk: (await coordinator.get(choirAtDesk().replace(/\d+$/, String(bySlug('tanzkreis-horon')))))
        .text('main')
        .includes(MIGRANETZ),
    })
    const before = await seen()
    expect(before).toMatchObject({ network: true, group: true, calendar: true, printed: true, desk: true })
    await coordinator.post(`${path}/archivieren`, { version: '1' })
    const after = await seen()
    expect(after).toMatchObject({
      network: false,
      group: false,
      calendar: false,
      printed: false,
      desk: false,
    })
    expect(Number(after.count)).toBe(Number(before.count) - 1)
    expect((await coordinator.get(`${LIST}?stand=archiv`)).text('tbody')).toContain('Tanzkreis Horon')
    await coordinator.post(`${path}/zurueckholen`, { version: '2' })
    expect(await seen()).toEqual(before)
  })

  test('stays there where it was made anew meanwhile, and the page says so', async () => {
    const same = { fromId: 'Formularhilfe Kompass', toId: AMNESTY, kind: 'supports' }
    const { path } = await add(same)
    await coordinator.post(`${path}/archivieren`, { version: '1' })
    await add(same)
    const refused = await coordinator.post(`${path}/zurueckholen`, { version: '2' })
    expect(refused.status).toBe(422)
    expect(refused.text('.problem-summary')).toContain('schon eingetragen')
  })

  test('keeps every state, and gets one back', async () => {
    const { id, path } = await add({ fromId: CHOIR, toId: 'Saz und Cello', note: 'Eins' })
    await change(path, { note: 'Zwei' })
    expect((await coordinator.get(`${path}/verlauf`)).text('.difference tbody')).toBe('Anmerkung Eins Zwei')
    expect((await coordinator.get(`${path}/verlauf/1`)).text('.preview')).toContain('Eins')
    const restored = await coordinator.post(`${path}/verlauf/1/wiederherstellen`, { version: '2' })
    expect(restored.headers.location).toBe(`${path}?meldung=restored`)
    expect(house.store.relations.byId(id)).toMatchObject({ note: 'Eins', version: 3 })
  })
})

test('the relations of an archived organisation are shown nowhere, and come back with it', async () => {
  const id = bySlug('garten-der-kulturen')
  await add({ fromId: 'Garten der Kulturen', toId: MIGRANETZ, kind: 'member-of' })
  const shown = async () => (await house.get(NETWORK_PAGE)).text('main').includes('Garten der Kulturen')
  const path = `/verwaltung/organisationen/${id}`
  const version = () => String(house.store.organisations.byId(id)?.version)
  expect(await shown()).toBe(true)
  await coordinator.post(`${path}/archivieren`, { version: version() })
  expect(await shown()).toBe(false)
  expect((await coordinator.get(`${LIST}?q=Garten`)).text('tbody')).toContain('Nicht zu sehen')
  await coordinator.post(`${path}/zurueckholen`, { version: version() })
  expect(await shown()).toBe(true)
})

describe('the page of an organisation at the desk', () => {
  test('lists its relations as read from its side, and opens the form with it filled in', async () => {
    const { path } = await add({ fromId: AMNESTY, toId: CHOIR, kind: 'supports', sinceYear: '2001' })
    const seen = await coordinator.get(choirAtDesk())
    const group = seen
      .$('section[aria-labelledby=verbindungen] .relation')
      .filter((_, each) => seen.$(each).find(`a[href="${path}"]`).length === 1)
    expect(group.find('h3').text()).toBe('Unterstützt von')
    expect(group.find('li').text()).toBe(`${AMNESTY} Duisburg · seit 2001`)
    const way = seen.$('section[aria-labelledby=verbindungen] .section-more a').attr('href') ?? ''
    const form = filledIn(await coordinator.get(way))
    expect(form.fromId).toBe(`${CHOIR} (Duisburg)`)
    const answer = await coordinator.post(`${LIST}/neu`, {
      ...form,
      toId: 'Stadtbibliothek Duisburg',
      kind: 'supports',
    })
    expect(answer.status).toBe(303)
    expect((await editor.get(way)).status).toBe(403)
  })

  test('both sides see a change of it among the latest', async () => {
    await add({ fromId: AMNESTY, toId: MIGRANETZ, kind: 'in-dialogue-with' }, editor)
    const said = `${AMNESTY}: Verbindung mit ${MIGRANETZ}`
    for (const who of [editor, coordinator])
      expect((await who.get('/verwaltung')).text('main')).toContain(said)
    const leipzig = await house.signIn({ email: 'leipzig@treffpunkt.example' })
    expect((await leipzig.get('/verwaltung')).text('main')).not.toContain(said)
  })
})

test('the search of the desk finds relations, for an editor those of the own group', async () => {
  await add({ fromId: CHOIR, toId: 'Nachbarschaftshilfe Flachsmarkt', note: 'Zwölf Zinnien' })
  const found = '#gefunden-relation'
  expect((await coordinator.get('/verwaltung/suche?q=zinnien')).$(found)).toHaveLength(1)
  expect((await editor.get('/verwaltung/suche?q=zinnien')).$(found)).toHaveLength(0)
  expect((await editor.get('/verwaltung/suche?q=stadtbibliothek')).$(found)).toHaveLength(1)
})
