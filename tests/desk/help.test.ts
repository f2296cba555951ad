import { afterAll, beforeAll, expect, test } from 'vitest'
import { de } from '../../src/i18n/catalogs/de.ts'
import { knownRoutes, queryOf, sampleOf } from '../support/hostile.ts'
import { openHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** Every page of the desk that is there, by its route, with what stands under its heading. */
async function helpOnEveryPage(): Promise<ReadonlyMap<string, string>> {
  const administrator = await house.signIn('administrator')
  const help = new Map<string, string>()
  for (const { method, path, isDesk } of knownRoutes()) {
    if (method !== 'GET' || !isDesk) continue
    const seen = await administrator.get(sampleOf(house, path) + queryOf(house, path))
    if (seen.status === 200 && seen.$('body.desk').length === 1) help.set(path, seen.text('.page-head .lead'))
  }
  return help
}

test('every page of the desk says what it is for', { timeout: 120_000 }, async () => {
  const help = await helpOnEveryPage()
  expect(help.size).toBeGreaterThan(60)
  const without = [...help].flatMap(([path, text]) => (text === '' ? [path] : []))
  expect(
    without,
    'give these pages a <p class="lead"> in their .page-head, in words of desk-help.json: what the page is for, and what saving does',
  ).toEqual([])
  const entries: readonly string[] = Object.values(de.deskHelp.entry)
  const general = [...help].flatMap(([path, text]) => (entries.includes(text) ? [path] : []))
  expect(
    general,
    'say in desk-help.json, under „nouns“ and in each language, what the entries of these pages are',
  ).toEqual([])
})

test('who may only read is not told to save, and what is archived is told to be', async () => {
  const administrator = await house.signIn('administrator')
  const staff = await house.signIn('staff')
  const venue = '/verwaltung/treffpunkte/2'
  const lead = async (person: typeof staff) => (await person.get(venue)).text('.page-head .lead')
  expect(await lead(staff)).toMatch(/^Ein Treffpunkt ist ein Haus .* ändern können es andere\.$/)
  expect(await lead(administrator)).toContain('Was Sie speichern, gilt sofort.')
  const group = house.store.organisations.bySlug('chor-der-bruecken-e-v')
  const path = `/verwaltung/organisationen/${group?.id}`
  await administrator.post(`${path}/archivieren`, { version: String(group?.version) })
  expect((await administrator.get(path)).text('.page-head .lead')).toContain('Liegt im Archiv')
})
