import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Contact } from '../../src/domain/contact.ts'
import { dayOf } from '../../src/domain/day.ts'
import { showContacts } from '../../src/domain/visibility.ts'
import { crawl, type Found } from '../support/crawl.ts'
import { openHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
let found: readonly Found[]
let contacts: readonly Contact[]
beforeAll(async () => {
  house = await openHouse()
  found = await crawl(house, ['/', '/en', '/druck/kontakte', '/kontakte', '/sitemap.xml'])
  const organisations = house.store.addresses.of('organisation', { limit: 1000, offset: 0 })
  contacts = organisations.flatMap(({ slug }) => {
    const organisation = house.store.organisations.bySlug(slug)
    return organisation === null ? [] : house.store.contacts.allOf(organisation.id)
  })
}, 120_000)
afterAll(() => house.close())

const today = dayOf(2026, 6, 3)

/** Values that stand nowhere in public: of internal contacts, and of persons who did not agree. */
function secrets(): string[] {
  const publicContacts = contacts.filter((contact) => contact.audience === 'public')
  const shown = (['web', 'print'] as const).flatMap((place) => showContacts(publicContacts, place, today))
  const open = new Set(
    shown.flatMap((contact) => [contact.personName ?? '', ...contact.channels.map(({ value }) => value)]),
  )
  const all = contacts.flatMap((contact) => [
    contact.person?.name ?? '',
    ...contact.channels.map(({ value }) => value),
  ])
  return [...new Set(all)].filter((value) => value !== '' && !open.has(value))
}

describe('what a person did not agree to', () => {
  it('is in the demonstration at all, so that this test can fail', () => {
    expect(secrets().length).toBeGreaterThan(5)
  })

  it('stands on no public page and in no public file', () => {
    for (const { path, seen } of found) {
      for (const value of secrets()) expect(seen.body.includes(value), `${value} on ${path}`).toBe(false)
    }
  })

  it('and no internal note, and no password, stands there either', () => {
    const notes = house.store.addresses
      .of('organisation', { limit: 1000, offset: 0 })
      .map(({ slug }) => house.store.organisations.bySlug(slug)?.internalNote ?? '')
      .filter((note) => note !== '')
    expect(notes.length).toBeGreaterThan(0)
    for (const { path, seen } of found) {
      for (const note of notes) expect(seen.$('body').text().includes(note), `${note} on ${path}`).toBe(false)
    }
  })
})
