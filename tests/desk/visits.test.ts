import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse, type Visitor } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const COOKIE = 'besucht'
const slug = (name: string) => house.store.organisations.bySlug(name)?.id ?? 0
const organisation = (id: number) => `/verwaltung/organisationen/${id}`

async function visited(person: Visitor): Promise<string[]> {
  const seen = await person.get('/verwaltung')
  return seen
    .$('[aria-labelledby=besucht] a')
    .toArray()
    .map((link) => seen.$(link).attr('href') ?? '')
}

describe('the entries that somebody looked at last', () => {
  test('stand on the first page with their names, the latest first, each once, and eight at most', async () => {
    const person = await house.signIn('coordinator')
    expect((await person.get('/verwaltung')).$('#besucht')).toHaveLength(0)
    const choir = organisation(slug('chor-der-bruecken-e-v'))
    for (const path of [choir, '/verwaltung/treffen/25', choir, '/verwaltung/kontakte/7'])
      await person.get(path)
    expect(await visited(person)).toEqual(['/verwaltung/kontakte/7', choir, '/verwaltung/treffen/25'])
    const seen = await person.get('/verwaltung')
    expect(seen.text('[aria-labelledby=besucht] li:nth-child(2)')).toBe('Chor der Brücken e.V. Duisburg')
    for (const path of [1, 2, 3, 4, 5, 6, 7, 8].map(organisation)) await person.get(path)
    expect(await visited(person)).toEqual([8, 7, 6, 5, 4, 3, 2, 1].map(organisation))
  })

  test('are kept by the browser alone, as numbers, and no script reads them', async () => {
    const person = await house.signIn('coordinator')
    const before = house.statements.length
    const seen = await person.get(organisation(1))
    const writes = house.statements.slice(before).filter((sql) => /^\s*(INSERT|UPDATE|DELETE)/i.test(sql))
    expect(writes).toEqual([])
    expect(String(seen.headers['set-cookie'])).toMatch(
      /^besucht=\d+~organisation\.1; Path=\/verwaltung; HttpOnly; SameSite=Lax$/,
    )
  })

  test('are forgotten when one signs out', async () => {
    const person = await house.signIn('coordinator')
    await person.get(organisation(1))
    const seen = await person.post('/abmelden', {})
    const [, cleared] = [seen.headers['set-cookie'] ?? []].flat()
    expect(cleared).toMatch(/^besucht=; Max-Age=0; Path=\/verwaltung;/)
  })

  test('are shown to nobody else, and never name what one may not read, what is archived, or what is not there', async () => {
    const administrator = await house.signIn('administrator')
    const editor = await house.signIn('editor')
    await administrator.get('/verwaltung/konten/2')
    expect(await visited(administrator)).toEqual(['/verwaltung/konten/2'])
    await editor.get(organisation(slug('amnesty-international-gruppe-duisburg')))
    const [own = ''] = (editor.cookies.get(COOKIE) ?? '').split('~')
    editor.cookies.set(COOKIE, administrator.cookies.get(COOKIE) ?? '')
    expect(await visited(editor)).toEqual([])
    const gone = house.store.organisations.byId(slug('amnesty-international-gruppe-duisburg'))
    editor.cookies.set(COOKIE, `${own}~account.2~organisation.${gone?.id}~organisation.999999~kobold.1~`)
    expect(await visited(editor)).toEqual([organisation(gone?.id ?? 0)])
    await administrator.post(`${organisation(gone?.id ?? 0)}/archivieren`, { version: String(gone?.version) })
    expect(await visited(editor)).toEqual([])
  })

  test('bear whatever stands in the cookie', async () => {
    const person = await house.signIn('coordinator')
    await person.get(organisation(1))
    const [own = ''] = (person.cookies.get(COOKIE) ?? '').split('~')
    for (const kept of [
      '',
      own,
      `${own}~`,
      `${own}~venue.1e9~venue.-1`,
      '%',
      '~'.repeat(3000),
      `${own}~<script>.1`,
    ]) {
      person.cookies.set(COOKIE, kept)
      expect(await visited(person), kept).toEqual([])
    }
    person.cookies.set(
      COOKIE,
      [own, ...Array.from({ length: 30 }, (_, index) => `organisation.${index + 1}`)].join('~'),
    )
    expect(await visited(person)).toHaveLength(8)
  })
})
