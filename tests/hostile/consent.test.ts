import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filledIn } from '../support/filled.ts'
import type { SentForm } from '../support/hostile-forms.ts'
import { openHouse, type TestHouse, type Visitor } from '../support/house.ts'

const CHOIR = 'chor-der-bruecken-e-v'
const OTTILIE = {
  function: 'Stimmbildung',
  audience: 'public',
  personName: 'Ottilie Unverwechselbar',
  namePlaces: ['web', 'print', 'open-data'],
  'channels.0.kind': 'telephone',
  'channels.0.value': '0203 / 99 88 77 66',
  'channels.0.note': 'Klingel Unverwechselbar',
  'channels.0.places': ['web', 'print', 'open-data'],
  'channels.1.kind': 'email',
  'channels.1.value': 'ottilie@unverwechselbar.example',
  'channels.1.places': ['web', 'print', 'open-data'],
  consentWay: 'paper',
  consentGivenOn: '1.6.2026',
  note: 'Frau Unverwechselbar ist mittwochs da.',
  act: 'stay',
}
const TRACE = /unverwechselbar|99 ?88 ?77 ?66/i

let house: TestHouse
let coordinator: Visitor
let choirId: number
beforeAll(async () => {
  house = await openHouse({ pageCache: true })
  coordinator = await house.signIn('coordinator')
  choirId = house.store.organisations.bySlug(CHOIR)?.id ?? Number.NaN
})
afterAll(() => house.close())

/** A new contact of the choir; the page of its form. */
async function ottilie(): Promise<string> {
  const answer = await coordinator.post(`/verwaltung/organisationen/${choirId}/kontakte/neu`, OTTILIE)
  expect(answer.status).toBe(303)
  return String(answer.headers.location).replace(/\?.*$/, '')
}

/** Changes the form of an entry and saves it. */
async function change(path: string, spoil: (form: SentForm) => SentForm): Promise<void> {
  const answer = await coordinator.post(path, spoil(filledIn(await coordinator.get(path))))
  expect(answer.status).toBe(303)
}

/** Presses the button of an entry that sends its version only. */
async function press(path: string, button: string): Promise<void> {
  const { version } = filledIn(await coordinator.get(path))
  const answer = await coordinator.post(`${path}/${button}`, { version: version ?? '' })
  expect(answer.status).toBe(303)
}

// What is searched for stands in the field of the search: half a name leaves no trace of its own.
const PLACES = [
  `/organisationen/${CHOIR}`,
  `/en/organisationen/${CHOIR}`,
  '/kontakte?ort=duisburg',
  '/en/kontakte?ort=duisburg',
  '/druck/kontakte?ort=duisburg',
  '/druck/kontakte',
  '/druck/kontakte.csv?ort=duisburg',
  '/druck/kontakte.vcf?ort=duisburg',
  '/orte/duisburg',
  '/suche?q=unverwechsel',
  '/kontakte?q=unverwechsel',
  '/orte/duisburg?text=unverwechsel',
]

/** Of all places those on which something of Ottilie stands, its data for machines included. */
async function traces(at: Visitor = house): Promise<string[]> {
  const pages = await Promise.all(PLACES.map(async (path) => ({ path, ...(await at.get(path)) })))
  return pages.filter(({ body }) => TRACE.test(body)).map(({ path }) => path)
}

describe('what a person agreed to', () => {
  it('stands in all these places while it lasts, so that these tests can fail', async () => {
    const path = await ottilie()
    expect(await traces()).toEqual(PLACES.slice(0, 8))
    await press(path, 'archivieren')
  })

  it.each<[string, (path: string) => Promise<void>]>([
    ['is taken back', (path) => change(path, (form) => without(form, /places$/i))],
    ['is at a contact made internal', (path) => change(path, (form) => ({ ...form, audience: 'internal' }))],
    ['is at a contact put into the archive', (path) => press(path, 'archivieren')],
    ['is at a contact of somebody else by now', (path) => change(path, handOver)],
    ['belongs to a group that closes', () => press(`/verwaltung/organisationen/${choirId}`, 'archivieren')],
  ])('is gone with the next answer when it %s', async (_what, act) => {
    const path = await ottilie()
    expect((await traces()).length).toBeGreaterThan(4)
    await act(path)
    expect(await traces()).toEqual([])
  })
})

describe('a consent with an end', () => {
  it('shows nothing any more when that day is over, without anybody writing anything', async () => {
    const own = await openHouse({ pageCache: true })
    const form = { ...OTTILIE, consentEndsOn: '4.6.2026' }
    const path = `/verwaltung/organisationen/${choirId}/kontakte/neu`
    expect((await (await own.signIn('coordinator')).post(path, form)).status).toBe(303)
    own.setNow('2026-06-04T21:59:00Z')
    expect(await traces(own)).toEqual(PLACES.slice(0, 8))
    own.setNow('2026-06-04T22:00:00Z')
    expect(await traces(own)).toEqual([])
    await own.close()
  })
})

describe('a contact whose person changes', () => {
  beforeAll(() => press(`/verwaltung/organisationen/${choirId}`, 'zurueckholen'))

  it.each([
    ['Emil Neu', /Diese Einwilligung gab die bisherige Person/],
    ['Otto Unverwechselbarer', /Diese Einwilligung gab die bisherige Person/],
  ])('keeps no tick for %s', async (personName, problem) => {
    const path = await ottilie()
    const seen = await coordinator.post(path, { ...filledIn(await coordinator.get(path)), personName })
    expect(seen.status).toBe(422)
    expect(seen.text('.problem-summary')).toMatch(problem)
    await press(path, 'archivieren')
  })

  it('does not make public what the person kept back, because the name goes', async () => {
    const path = await ottilie()
    await change(path, (form) => ({ ...form, 'channels.0.places': [] }))
    const form = filledIn(await coordinator.get(path))
    const seen = await coordinator.post(path, { ...form, personName: '' })
    expect(seen.status).toBe(422)
    expect(seen.text('.problem-summary')).toMatch(/Diese Angabe war bisher nicht öffentlich/)
    await press(path, 'archivieren')
  })
})

describe('an internal note', () => {
  it('stands nowhere in public, and is not found either', async () => {
    const path = `/verwaltung/organisationen/${choirId}`
    await change(path, (form) => ({ ...form, internalNote: 'Zugeknoepft: nur für uns' }))
    for (const place of [...PLACES, '/suche?q=zugeknoepft', '/organisationen?text=zugeknoepft']) {
      const { body, $ } = await house.get(place)
      expect(body, place).not.toContain('Zugeknoepft:')
      if (place.includes('zugeknoepft')) expect($(`main a[href$="${CHOIR}"]`).length, place).toBe(0)
    }
  })
})

/** Everything as it was, but for a person who has agreed to nothing. */
function handOver(form: SentForm): SentForm {
  return { ...without(form, /places$|\.note$|^note$/i), personName: 'Emil Neu', 'channels.0.value': '110' }
}

function without(form: SentForm, fields: RegExp): SentForm {
  return Object.fromEntries(Object.entries(form).filter(([name]) => !fields.test(name)))
}
