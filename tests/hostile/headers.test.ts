import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { targetOf } from '../support/hostile.ts'
import { openHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const sum = (name: string) => createHash('sha256').update(name).digest('hex')

describe('a file', () => {
  it.each([
    'Bericht "2026"; filename=evil.html',
    'a\r\nset-cookie: evil=1.pdf',
    "it's (1) *.pdf",
    '<script>alert(1)</script>.pdf',
    'Übersicht 😀.pdf',
    '../../etc/passwd',
  ])('called %j is handed out under its name, and its name is no header', async (name) => {
    const bytes = Buffer.from('%PDF-1.7 test')
    const fileId = house.store.attachments.insertFile(sum(name), {
      name,
      mediaType: 'application/pdf',
      bytes,
    })
    const owner = { noun: 'organisation', id: targetOf(house).groupId } as const
    const at = '2026-06-03T10:00:00Z'
    const file = { name, mediaType: 'application/pdf', bytes } as const
    const draft = { owner, kind: 'minutes', title: 'Bericht', file } as const
    const id = house.store.attachments.documents.insert(draft, fileId, at)
    const ledOn = await house.get(`/dokumente/${id}/x`)
    expect(ledOn.status).toBe(301)
    const seen = await house.get(String(ledOn.headers.location))
    expect(seen.status).toBe(200)
    expect(seen.headers['set-cookie']).toBeUndefined()
    expect(seen.headers['content-type']).toBe('application/pdf')
    expect(seen.headers['content-disposition']).toMatch(/^inline; filename\*=UTF-8''[\w.%!~-]+$/)
    expect(seen.headers['x-content-type-options']).toBe('nosniff')
  })
})

describe('a notice in an address', () => {
  it.each([
    'evil',
    '__proto__',
    'constructor',
    'toString',
    '<b id="evil">',
    'saved\r\nx: evil',
    'saved,saved',
  ])('that is none of ours says nothing: %j', async (notice) => {
    const seen = await house.get(`/?meldung=${encodeURIComponent(notice)}`)
    expect(seen.status).toBe(200)
    expect(seen.$('.notice[role=status], #evil').length).toBe(0)
    expect(JSON.stringify(seen.headers)).not.toContain('evil')
  })
})
