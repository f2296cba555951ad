import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type Seen, type TestHouse, type Visitor } from '../../support/house.ts'

let house: TestHouse
let staff: Visitor
beforeAll(async () => {
  house = await openHouse()
  staff = await house.signIn('staff')
})
afterAll(() => house.close())

const CHOIR = '/organisationen/chor-der-bruecken-e-v'
const linksIn = (seen: Seen) =>
  seen
    .$('main a[href^="/druck/"]')
    .map((_, link) => seen.$(link).attr('href'))
    .get()

describe('what can be printed of an entry', () => {
  it.each([
    ['/netzwerke/migranetz-thueringen-e-v', 'Mitglieder drucken'],
    ['/projekte/xenos', 'Beteiligte drucken'],
  ])('is offered to everybody where it is public: %s', async (path, label) => {
    const seen = await house.get(path)
    const [list = ''] = linksIn(seen)
    expect(seen.text(`a[href="${list}"]`)).toBe(label)
    const printed = await house.get(list)
    expect(printed.status).toBe(200)
    expect(printed.$('tbody th[scope=row]').length).toBeGreaterThan(2)
  })

  it.each([
    [CHOIR, '/druck/eintrag?gruppe=chor-der-bruecken-e-v'],
    ['/veranstaltungen/dortbunt', '/druck/anwesenheit?veranstaltung=dortbunt'],
  ])('stays with those who print where it is not: %s', async (path, sheet) => {
    expect(linksIn(await house.get(path))).toEqual([])
    expect(linksIn(await (await house.signIn('editor')).get(path))).toEqual([])
    expect(linksIn(await staff.get(path))).toContain(sheet)
    expect((await staff.get(sheet)).status).toBe(200)
  })

  it('stands below the form at the desk, too', async () => {
    const administrator = await house.signIn('administrator')
    const choir = house.store.organisations.bySlug('chor-der-bruecken-e-v')
    const [meeting] = house.store.meetings.ofOrganisations([choir?.id ?? 0])
    const event = house.store.events.bySlug('dortbunt')
    const sheets = [
      [`/verwaltung/organisationen/${choir?.id}`, '/druck/eintrag?gruppe=chor-der-bruecken-e-v'],
      [`/verwaltung/treffen/${meeting?.id}`, `/druck/anwesenheit?treffen=${meeting?.id}`],
      [`/verwaltung/veranstaltungen/${event?.id}`, '/druck/anwesenheit?veranstaltung=dortbunt'],
    ]
    for (const [path = '', sheet = ''] of sheets) {
      expect(linksIn(await administrator.get(path)), path).toContain(sheet)
      expect((await administrator.get(sheet)).status).toBe(200)
    }
  })
})
