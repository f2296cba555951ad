import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDocument } from '../../src/operations/attachments.ts'
import { archiveEvent } from '../../src/operations/events.ts'
import { aCity, anEvent, anOrganisation, idOf } from '../support/cast.ts'
import { PDF } from '../support/drafts.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { SYSTEM } from '../support/office.ts'

const NOW = '2026-06-03T10:00:00Z'
const NAME = 'Einladung für alle #1.pdf'

let house: TestHouse
let eventId: number
let documentId: number
beforeAll(async () => {
  house = await openHouse()
  const office = { store: house.store, clock: () => Date.parse(NOW) }
  const cityId = aCity(office, { name: 'Musterstadt' })
  const organiserId = anOrganisation(office, { cityId, name: 'Musterverein' })
  eventId = anEvent(office, { cityId, slug: 'musterfest' }, organiserId)
  const file = { name: NAME, mediaType: 'application/pdf', bytes: PDF } as const
  const owner = { noun: 'event', id: eventId } as const
  documentId = idOf(createDocument(office, SYSTEM, { owner, kind: 'invitation', title: 'Einladung', file }))
})
afterAll(() => house.close())

const address = () => `/dokumente/${documentId}/${encodeURIComponent(NAME)}`

describe('a document', () => {
  it('is sent as it is, to be read in the browser', async () => {
    const seen = await house.get(address())
    expect(seen.status).toBe(200)
    expect(seen.body).toBe(Buffer.from(PDF).toString())
    expect(seen.headers['content-type']).toBe('application/pdf')
    expect(seen.headers['content-disposition']).toBe(`inline; filename*=UTF-8''${encodeURIComponent(NAME)}`)
    expect(seen.headers['x-content-type-options']).toBe('nosniff')
  })

  it('is not sent again to somebody who has it', async () => {
    const { headers } = await house.get(address())
    const etag = String(headers.etag)
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/)
    const again = await house.get(address(), { 'if-none-match': etag })
    expect([again.status, again.body]).toEqual([304, ''])
  })

  it.each(['anders.pdf', 'x'])('asked for as %s is led to by its right name', async (name) => {
    const seen = await house.get(`/dokumente/${documentId}/${name}`)
    expect([seen.status, seen.headers.location]).toEqual([301, address()])
  })

  it.each(['0', '-1', '99999', '1e3', 'eins', '9007199254740993'])('has no number %s', async (id) => {
    expect((await house.get(`/dokumente/${id}/x.pdf`)).status).toBe(404)
  })

  it('is linked from its event', async () => {
    const seen = await house.get('/veranstaltungen/musterfest')
    expect(seen.$('.documents a').attr('href')).toBe(address())
  })

  it('goes into the archive with its event', async () => {
    const office = { store: house.store, clock: () => Date.parse(NOW) }
    idOf(archiveEvent(office, SYSTEM, { id: eventId, version: 1, act: 'archive' }))
    expect((await house.get(address())).status).toBe(404)
  })
})

describe('a picture', () => {
  it('is sent with its type', async () => {
    const page = await house.get('/veranstaltungen/netzwerktreffen-ostthueringen-2023')
    const src = page.$('.pictures img').first().attr('src') ?? ''
    const seen = await house.get(src)
    expect([seen.status, seen.headers['content-type']]).toEqual([200, 'image/png'])
    expect(seen.headers['content-disposition']).toMatch(/^inline;/)
  })

  it('is no document, and no document is a picture', async () => {
    expect((await house.get(`/bilder/${documentId + 1000}/x.png`)).status).toBe(404)
  })

  it('asked for by a wrong name is led to by its right one', async () => {
    const seen = await house.get('/bilder/1/x')
    expect(seen.status).toBe(301)
    expect(seen.headers.location).toMatch(/^\/bilder\/1\/.+\.png$/)
  })
})
