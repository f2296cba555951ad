import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCity } from '../../src/operations/cities.ts'
import { createProgramme } from '../../src/operations/programmes.ts'
import { aTopic, idOf } from '../support/cast.ts'
import { cityDraft } from '../support/drafts.ts'
import { feedOf } from '../support/feeds.ts'
import { filledIn } from '../support/filled.ts'
import { relationOf, targetOf, versionAt } from '../support/hostile.ts'
import { openHouse, type TestHouse, type Visitor } from '../support/house.ts'
import { SYSTEM } from '../support/office.ts'

let house: TestHouse
let coordinator: Visitor
let administrator: Visitor
beforeAll(async () => {
  house = await openHouse()
  coordinator = await house.signIn('coordinator')
  administrator = await house.signIn('administrator')
})
afterAll(() => house.close())

const PATHS = [
  ['an organisation', () => `/verwaltung/organisationen/${targetOf(house).groupId}`, 'name'],
  ['a contact', () => `/verwaltung/kontakte/${targetOf(house).contactId}`, 'function'],
  ['a calendar', () => `/verwaltung/kalender/${feedOf(house, targetOf(house).groupId)}`, 'address'],
  ['a notice', () => '/verwaltung/hinweise/1', 'text'],
  ['closing days', () => '/verwaltung/schliesstage/1', 'reason'],
  ['a meeting', () => `/verwaltung/treffen/${targetOf(house).meetingId}`, 'title'],
  ['a funding programme', aProgramme, 'title'],
  ['a topic', aFreeTopic, 'names.en'],
  ['a relation', () => `/verwaltung/verbindungen/${relationOf(house)}`, 'note'],
  ['a city', aCity, 'description'],
  ['a text', () => '/verwaltung/texte/1', 'title'],
] as const

/** The address of a programme that pays for nothing, and can be archived. */
function aProgramme(): string {
  const { programmes } = house.store
  const title = 'Ohne Projekte'
  const known = programmes.every().find(({ description }) => description === title)
  const draft = { slug: '', title, description: title, funderIds: [] }
  const office = { store: house.store, clock: () => Date.parse('2026-06-03T10:00:00Z') }
  return `/verwaltung/foerderprogramme/${known?.id ?? idOf(createProgramme(office, SYSTEM, draft))}`
}

/** The address of a city to which nothing belongs, and which can be archived. */
function aCity(): string {
  const { cities } = house.store
  const name = 'Leerstadt'
  const office = { store: house.store, clock: () => Date.parse('2026-06-03T10:00:00Z') }
  const known = cities.bySlug('leerstadt')
  return `/verwaltung/orte/${known?.id ?? idOf(createCity(office, SYSTEM, cityDraft({ name })))}`
}

/** The address of a topic that nothing is about. */
function aFreeTopic(): string {
  const name = 'Ohne Einträge'
  const known = house.store.topics.all().find(({ names }) => names.de === name)
  return `/verwaltung/themen/${known?.id ?? aTopic(house, name)}`
}

function versionOf(path: string): number {
  return versionAt(house, path)
}

/** Only an address is taken where an address is asked for. */
function typed(field: string, word: string): string {
  return field === 'address' ? `https://kalender.example/${word}` : word
}

describe.each(PATHS)('two people who change %s at once', (_what, pathOf, field) => {
  it('are never both answered that it was saved', async () => {
    const path = pathOf()
    const before = versionOf(path)
    const other = /\/(texte|foerderprogramme|orte|themen)\//.test(path) ? administrator : coordinator
    const [mine, theirs] = [filledIn(await administrator.get(path)), filledIn(await other.get(path))]
    const answers = await Promise.all([
      administrator.post(path, { ...mine, [field]: typed(field, 'Erstens') }),
      other.post(path, { ...theirs, [field]: typed(field, 'Zweitens') }),
      administrator.post(path, { ...mine, [field]: typed(field, 'Drittens') }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409])
    expect(versionOf(path)).toBe(before + 1)
  })

  it('lose nothing: the second sees both', async () => {
    const path = pathOf()
    const form = filledIn(await administrator.get(path))
    await administrator.post(path, { ...form, [field]: typed(field, 'Viertens') })
    const late = await administrator.post(path, { ...form, [field]: typed(field, 'Fünftens') })
    expect(late.status).toBe(409)
    expect(late.text('main')).toContain('Viertens')
    expect(late.text('main')).toContain('Fünftens')
  })

  it('do not archive, bring back or restore from an outdated copy', async () => {
    const path = pathOf()
    const acts = ['archivieren', 'zurueckholen', 'verlauf/1/wiederherstellen']
    for (const act of path.includes('/texte/') ? acts.slice(2) : acts) {
      const before = versionOf(path)
      const answers = await Promise.all(
        [1, 2].map(() => administrator.post(`${path}/${act}`, { version: String(before) })),
      )
      expect(answers.map(({ status }) => status).sort(), act).toEqual([303, 409])
      expect(versionOf(path), act).toBe(before + 1)
    }
  })
})
