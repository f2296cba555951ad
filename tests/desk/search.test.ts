import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse, type Visitor } from '../support/house.ts'

let house: TestHouse
let coordinator: Visitor
beforeAll(async () => {
  house = await openHouse()
  coordinator = await house.signIn('coordinator')
})
afterAll(() => house.close())

const find = (person: Visitor, query: string) =>
  person.get(`/verwaltung/suche?q=${encodeURIComponent(query)}`)

describe('the search of the desk', () => {
  test('stands on every page of the desk', async () => {
    expect((await coordinator.get('/verwaltung/treffen')).$('.desk-find input[name=q]')).toHaveLength(1)
  })

  test.each([
    ['a name in another spelling', 'chor der bruecken', 'Chor der Brücken e.V.'],
    ['a part of a word', 'musikraum', 'Internationales Zentrum (IZ)'],
    ['a meeting', 'spielabend', 'Spielabend'],
    ['an event', 'dortbunt', 'DORTBUNT'],
  ])('finds %s', async (_name, query, found) => {
    expect((await find(coordinator, query)).text('main')).toContain(found)
  })

  test('finds a telephone number in whatever dress', async () => {
    const contacts = house.store.contacts.ofOrganisations(Array.from({ length: 80 }, (_, index) => index + 1))
    const contact = contacts.find(({ channels }) =>
      channels.some(({ value }) => value.startsWith('0221 4710')),
    )
    const value = contact?.channels.find(({ kind }) => kind === 'telephone')?.value ?? ''
    for (const typed of [value, value.replace(/\D/g, ''), value.replace(/^0/, '+49 '), value.slice(5)])
      expect((await find(coordinator, typed)).text('main'), typed).toContain(contact?.function)
  })

  test('finds what is in the archive, and says so', async () => {
    const group = house.store.organisations.bySlug('tanzkreis-horon')
    if (group === null) throw new Error('no dancers')
    house.store.organisations.setArchived(
      group.id,
      group.version,
      '2026-06-03T10:00:00Z',
      '2026-06-03T10:00:00Z',
    )
    expect((await find(coordinator, 'Horon')).text('main')).toContain('im Archiv')
  })

  test('shows an editor nothing but the own group, and accounts only to whoever manages them', async () => {
    const editor = await house.signIn('editor')
    expect((await find(editor, 'Chor der Brücken')).text('.count')).toBe('Dazu wurde nichts gefunden.')
    expect((await find(editor, 'Amnesty')).text('main')).toContain('Amnesty International')
    expect((await find(coordinator, 'auskunft@treffpunkt.example')).text('main')).not.toContain('Konten')
    const administrator = await house.signIn('administrator')
    expect((await find(administrator, 'auskunft@treffpunkt.example')).text('main')).toContain('Konten')
  })

  test('says what to do where nothing is found, and bears any query', async () => {
    expect((await find(coordinator, 'xyzzy')).text('.count')).toBe('Dazu wurde nichts gefunden.')
    for (const query of ['', '%', '"', '1', '+', 'x'.repeat(5000), '((('])
      expect((await find(coordinator, query)).status).toBe(200)
  })

  test('is a fixed number of statements', async () => {
    house.statements.length = 0
    await find(coordinator, 'e')
    expect(house.statements.length).toBeLessThanOrEqual(5)
  })
})
