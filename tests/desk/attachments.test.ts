import { load } from 'cheerio'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filledIn } from '../support/filled.ts'
import type { SentForm } from '../support/hostile-forms.ts'
import { openHouse, type Seen, type TestHouse, type Visitor } from '../support/house.ts'
import { multipart } from '../support/multipart.ts'

let house: TestHouse
let coordinator: Visitor
let other: Visitor
let editor: Visitor
let staff: Visitor
let event: string

beforeAll(async () => {
  house = await openHouse()
  coordinator = await house.signIn('coordinator')
  other = await house.signIn({ email: 'leipzig@treffpunkt.example' })
  editor = await house.signIn('editor')
  staff = await house.signIn('staff')
  event = `veranstaltung=${house.store.events.bySlug('fest-der-vielfalt')?.id}`
})
afterAll(() => house.close())

/** The dates of Forum IZ. */
function dates(): string {
  return `/verwaltung/treffen/${house.store.meetings.ofKind('house-meeting')[0]?.id}/termine`
}

const PDF = {
  name: 'C:\\Users\\erika\\scan.pdf',
  type: 'application/pdf',
  bytes: Buffer.from('%PDF-1.7\n%fertig'),
}

/** Sends a form with a file, as the person's browser would. */
async function upload(
  who: Visitor,
  path: string,
  fields: SentForm,
  file: Parameters<typeof multipart>[1],
  headers: Readonly<Record<string, string>> = {},
) {
  const { type, body } = multipart(fields, file)
  const cookie = [...who.cookies].map((pair) => pair.join('=')).join('; ')
  const answer = await house.app.inject({
    method: 'POST',
    url: path,
    headers: {
      host: '127.0.0.1:3000',
      cookie,
      'content-type': type,
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
    payload: body,
  })
  const $ = load(answer.body)
  return {
    status: answer.statusCode,
    location: answer.headers.location,
    $,
    problems: $('.problem-summary a')
      .toArray()
      .map((link) => `${$(link).attr('href')} ${$(link).text()}`),
  }
}

describe('the invitation to a house meeting', () => {
  const ways = (seen: Seen, selector: string) =>
    seen
      .$(`${selector} .links a`)
      .toArray()
      .map((a) => seen.$(a).contents().first().text())

  test('is published in three steps: the papers, its date, the file', async () => {
    const papers = await coordinator.get('/verwaltung/dokumente')
    const forum = papers
      .$('section.section')
      .filter((_, section) => papers.$(section).text().includes('Forum IZ'))
    const link = forum
      .find('a')
      .filter((_, a) => papers.$(a).text().startsWith('Einladung hinzufügen'))
      .first()
    const form = await coordinator.get(link.attr('href') ?? '')
    expect(form.status).toBe(200)
    const fields = filledIn(form)
    expect(fields).toMatchObject({ kind: 'invitation' })
    expect(fields.title).toMatch(/^Einladung: Forum IZ, \d+\. \p{L}+ \d{4}$/u)
    const sent = await upload(coordinator, form.$('form[data-upload]').attr('action') ?? '', fields, PDF)
    expect([sent.status, sent.location]).toEqual([303, `${dates()}?meldung=published`])
    const page = await house.get('/organisationen/kommunales-integrationszentrum-duisburg')
    const shown = page.$('.documents a').filter((_, a) => page.$(a).text().includes(String(fields.title)))
    expect(shown.length).toBe(1)
    const file = await house.get(shown.attr('href') ?? '')
    expect(file.headers['content-type']).toBe('application/pdf')
    expect(file.headers['content-disposition']).toContain('einladung-forum-iz')
  })

  test('is offered on the first page until it is there, and again when it is archived', async () => {
    const next = '[aria-labelledby=haustreffen]'
    const today = await coordinator.get('/verwaltung')
    expect(ways(today, next)).toEqual(['Anderes Dokument'])
    const there = today.$(`${next} .documents a`).attr('href') ?? ''
    await coordinator.post(`${there}/archivieren`, { version: '1' })
    const again = await coordinator.get('/verwaltung')
    expect(ways(again, next)).toEqual(['Einladung hinzufügen', 'Anderes Dokument'])
    const form = await coordinator.get(again.$(`${next} .links a`).attr('href') ?? '')
    const action = form.$('form[data-upload]').attr('action') ?? ''
    expect((await upload(coordinator, action, filledIn(form), PDF)).status).toBe(303)
    expect(ways(await coordinator.get('/verwaltung'), next)).toEqual(['Anderes Dokument'])
    const page = await house.get('/organisationen/kommunales-integrationszentrum-duisburg')
    expect(page.text('main')).toContain('Einladung: Forum IZ, 9. Juli 2026')
  })

  test('stands with the minutes at its date, and a date that has begun lacks minutes', async () => {
    const past = '[aria-labelledby=vergangen]'
    const seen = await coordinator.get(dates())
    expect(seen.text(`${past} li`)).toMatch(/^Donnerstag, 9\. April 2026 Einladung.*Protokoll/)
    expect(ways(seen, past)).not.toContain('Protokoll hinzufügen')
    expect(ways(seen, '[aria-labelledby=termine]')).not.toContain('Protokoll hinzufügen')
    const minutes = seen.$(`${past} li:first-child .documents a`).last().attr('href') ?? ''
    await coordinator.post(`${minutes}/archivieren`, { version: '1' })
    const without = await coordinator.get(dates())
    expect(ways(without, `${past} li:first-child`)).toEqual(['Protokoll hinzufügen', 'Anderes Dokument'])
  })

  test('is offered to nobody who may not publish it', async () => {
    for (const person of [staff, other])
      for (const path of ['/verwaltung/dokumente', dates()])
        expect((await person.get(path)).text('main'), path).not.toContain('Einladung hinzufügen')
  })

  test('is for house meetings; to the date of any other meeting a document is added', async () => {
    const group = house.store.organisations.bySlug('chor-der-bruecken-e-v')?.id ?? 0
    const id = house.store.meetings.ofOrganisations([group])[0]?.id
    const path = `/verwaltung/treffen/${id}/termine`
    const seen = await coordinator.get(path)
    expect(ways(seen, '[aria-labelledby=termine] .date-rows > li:last-child')).toEqual([
      'Dokument hinzufügen',
    ])
    const form = await coordinator.get(seen.$('.date-rows .links a').attr('href') ?? '')
    const action = form.$('form[data-upload]').attr('action') ?? ''
    const fields = { ...filledIn(form), title: 'Noten für den Abend' }
    expect((await upload(coordinator, action, fields, PDF)).location).toBe(`${path}?meldung=published`)
    expect((await coordinator.get(path)).text('.date-rows .documents')).toContain('Noten für den Abend')
    expect((await house.get('/organisationen/chor-der-bruecken-e-v')).text('main')).toContain(
      'Noten für den Abend',
    )
  })
})

describe('a document', () => {
  test('of an event can be renamed, looked back at, archived, and brought back', async () => {
    const sent = await upload(
      coordinator,
      `/verwaltung/dokumente/neu?${event}`,
      { kind: 'flyer', title: 'Plakat' },
      PDF,
    )
    expect(sent.status).toBe(303)
    const desk = await coordinator.get(String(sent.location))
    const path =
      desk
        .$('.documents a')
        .filter((_, a) => desk.$(a).text().includes('Plakat'))
        .attr('href') ?? ''
    const form = filledIn(await coordinator.get(path))
    expect((await coordinator.post(path, { ...form, title: 'Plakat zum Fest' })).status).toBe(303)
    const page = async () => (await house.get('/veranstaltungen/fest-der-vielfalt')).text('main')
    expect(await page()).toContain('Plakat zum Fest')
    expect((await coordinator.get(`${path}/verlauf`)).text('.difference tbody')).toBe(
      'Titel Plakat Plakat zum Fest',
    )
    const address =
      (await house.get('/veranstaltungen/fest-der-vielfalt')).$('.documents a').last().attr('href') ?? ''
    await coordinator.post(`${path}/archivieren`, { version: '2' })
    expect(await page()).not.toContain('Plakat zum Fest')
    expect((await house.get(address)).status).toBe(404)
    expect((await coordinator.get(String(sent.location))).text('main')).toContain('im Archiv')
    await coordinator.post(`${path}/zurueckholen`, { version: '3' })
    expect(await page()).toContain('Plakat zum Fest')
  })

  test.each<[string, SentForm, Parameters<typeof multipart>[1], string[]]>([
    ['without a file and a title', { kind: 'other', title: '' }, null, ['#title', '#file']],
    [
      'that is a page',
      { kind: 'other', title: 'X' },
      { ...PDF, bytes: Buffer.from('<html><script>') },
      ['#file'],
    ],
    ['that is empty', { kind: 'other', title: 'X' }, { ...PDF, bytes: Buffer.alloc(0) }, ['#file']],
    [
      'of more than 10 MB',
      { kind: 'other', title: 'Bleibt' },
      { ...PDF, bytes: Buffer.concat([PDF.bytes, Buffer.alloc(10 * 1024 * 1024)]) },
      ['#file'],
    ],
  ])('%s is refused, and what was typed is kept', async (_what, fields, file, links) => {
    const seen = await upload(coordinator, `/verwaltung/dokumente/neu?${event}`, fields, file)
    expect(seen.status).toBe(422)
    expect(seen.problems.map((problem) => problem.split(' ')[0])).toEqual(links)
    expect(seen.$('#title').attr('value')).toBe(fields.title)
    for (const link of links) expect(seen.$(link).length).toBe(1)
  })

  test('is no place for fields of nobody, nor for far too much', async () => {
    const path = `/verwaltung/dokumente/neu?${event}`
    expect((await upload(coordinator, path, { title: 'X', evil: '1' }, PDF)).status).toBe(400)
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`f${index}`, 'x']))
    expect((await upload(coordinator, path, many, PDF)).status).toBe(400)
    const huge = { ...PDF, bytes: Buffer.alloc(13 * 1024 * 1024) }
    expect((await upload(coordinator, path, { title: 'X' }, huge)).status).toBe(413)
  })

  test.each(['', '?veranstaltung=99999', '?treffen=1', '?treffen=1&tag=morgen', '?organisation=x'])(
    'belongs to something: there is no %s',
    async (query) => {
      expect((await coordinator.get(`/verwaltung/dokumente/neu${query}`)).status).toBe(404)
      expect(
        (await upload(coordinator, `/verwaltung/dokumente/neu${query}`, { title: 'X' }, PDF)).status,
      ).toBe(404)
    },
  )

  test('is taken from nobody else', async () => {
    const path = `/verwaltung/dokumente/neu?${event}`
    for (const person of [other, editor, staff]) {
      expect((await person.get(path)).status).toBe(403)
      expect((await upload(person, path, { title: 'X' }, PDF)).status).toBe(403)
    }
    expect((await upload(house.visitor(), path, { title: 'X' }, PDF)).location).toContain('/anmelden')
    const foreign = { 'sec-fetch-site': 'cross-site' }
    expect((await upload(coordinator, path, { title: 'X' }, PDF, foreign)).status).toBe(403)
  })
})

describe('a picture', () => {
  const path = () => `/verwaltung/bilder/neu?${event}`
  const jpeg = async () => ({
    name: 'IMG_0001.JPG',
    type: 'image/jpeg',
    bytes: await sharp({ create: { width: 64, height: 48, channels: 3, background: '#fff' } })
      .withExif({ IFD0: { Copyright: 'Erika Mustermann' } })
      .jpeg()
      .toBuffer(),
  })

  test('is made anew, described, and shown to readers', async () => {
    const fields = { alternative: 'Menschen an langen Tischen', caption: 'Das Fest 2025' }
    expect((await upload(coordinator, path(), fields, await jpeg())).status).toBe(303)
    const page = await house.get('/veranstaltungen/fest-der-vielfalt')
    const picture = page.$('img[alt="Menschen an langen Tischen"]')
    expect([picture.attr('width'), picture.attr('height')]).toEqual(['64', '48'])
    const file = await house.get(picture.attr('src') ?? '')
    expect(file.headers['content-type']).toBe('image/jpeg')
    expect(picture.attr('src')).toMatch(/menschen-an-langen-tischen\.jpg$/)
    expect(file.body).not.toContain('Mustermann')
  })

  test.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', '%PDF-1.7', 'GIF89a'])(
    'that is „%s“ is refused with what to do',
    async (bytes) => {
      const file = { name: 'x.jpg', type: 'image/jpeg', bytes: Buffer.from(bytes) }
      const seen = await upload(coordinator, path(), { alternative: '' }, file)
      expect(seen.status).toBe(422)
      expect(seen.problems.map((problem) => problem.split(' ')[0])).toEqual(['#alternative', '#file'])
    },
  )
})
