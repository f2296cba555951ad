import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filledIn } from '../support/filled.ts'
import { openHouse, type TestHouse, type Visitor } from '../support/house.ts'

let house: TestHouse
let administrator: Visitor
let id: number
let path: string

beforeAll(async () => {
  house = await openHouse()
  administrator = await house.signIn('administrator')
  id = house.store.siteTexts.bySlug('impressum', 'de')?.id ?? Number.NaN
  path = `/verwaltung/texte/${id}`
})
afterAll(() => house.close())

const save = async (fields: Record<string, string>) =>
  administrator.post(path, { ...filledIn(await administrator.get(path)), ...fields })

describe('the texts of the site', () => {
  test('are listed for an administrator, and for nobody else', async () => {
    expect((await administrator.get('/verwaltung/texte')).text('tbody')).toContain('Impressum')
    for (const role of ['coordinator', 'editor', 'staff'] as const) {
      const person = await house.signIn(role)
      expect((await person.get('/verwaltung')).text('.desk-menu')).not.toContain('Texte')
      for (const address of ['/verwaltung/texte', path, `${path}/verlauf`])
        expect((await person.get(address)).status).toBe(403)
      expect((await person.post(path, { title: 'X', body: 'X', version: '1' })).status).toBe(403)
      expect((await person.post(`${path}/verlauf/1/wiederherstellen`, { version: '1' })).status).toBe(403)
    }
  })

  test('are on the site with the next answer, and never as HTML of their author', async () => {
    const answer = await save({ body: '## Angaben\n\nStadt **Musterstadt** <script>alert(1)</script>' })
    expect(answer.headers.location).toBe('/verwaltung/texte?meldung=saved')
    const seen = await house.get('/impressum')
    expect(seen.$('main strong').text()).toBe('Musterstadt')
    expect(seen.$('main script').length).toBe(0)
  })

  test('show a preview without saving', async () => {
    const { version } = house.store.siteTexts.byId(id) ?? {}
    const seen = await save({ title: 'Entwurf', act: 'preview' })
    expect(seen.text('.preview h2')).toBe('Entwurf')
    expect(seen.$('#title').attr('value')).toBe('Entwurf')
    expect(house.store.siteTexts.byId(id)?.version).toBe(version)
  })

  test('are not empty, and nothing typed is lost', async () => {
    const seen = await save({ title: '', body: 'Bleibt stehen' })
    expect(seen.status).toBe(422)
    expect(seen.$('.problem-summary a').attr('href')).toBe('#title')
    expect(seen.$('#body').text().trim()).toBe('Bleibt stehen')
    expect((await save({ slug: 'datenschutz' })).status).toBe(400)
  })

  test('met by two people lose nothing', async () => {
    const first = filledIn(await administrator.get(path))
    await save({ title: 'Anderer Titel' })
    const merged = await administrator.post(path, { ...first, body: 'Neuer Text' })
    expect(merged.status).toBe(409)
    expect(merged.$('#title').attr('value')).toBe('Anderer Titel')
    expect((await administrator.post(path, filledIn(merged))).status).toBe(303)
    const met = await administrator.post(path, { ...first, title: 'Mein Titel' })
    expect(met.text('fieldset.conflict legend')).toBe('Titel')
    await administrator.post(path, { ...filledIn(met), 'choose.title': 'stored' })
    expect(house.store.siteTexts.byId(id)).toMatchObject({ title: 'Anderer Titel', body: 'Neuer Text' })
  })

  test('keep every state, and take one back', async () => {
    const { title, version } = house.store.siteTexts.byId(id) ?? {}
    await save({ title: 'Versehen' })
    expect((await administrator.get(`${path}/verlauf`)).text('.difference tbody')).toContain('Versehen')
    const earlier = `${path}/verlauf/${version}`
    const seen = await administrator.get(earlier)
    expect(seen.text('.preview h2')).toBe(title)
    const newest = String(seen.$('form[action$=wiederherstellen] input[name=version]').attr('value'))
    await administrator.post(`${earlier}/wiederherstellen`, { version: newest })
    expect(house.store.siteTexts.byId(id)?.title).toBe(title)
    expect((await administrator.post(`${earlier}/wiederherstellen`, { version: newest })).status).toBe(409)
    expect((await administrator.get(`${path}/verlauf/99`)).status).toBe(404)
  })
})
