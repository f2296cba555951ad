import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse, type Visitor } from '../support/house.ts'

const POST = '/verwaltung/post'

let house: TestHouse
let administrator: Visitor
beforeEach(async () => {
  house = await openHouse()
  administrator = await house.signIn('administrator')
})
afterEach(() => house.close())

describe('the mails', () => {
  test('of a site without a mail server are read at the desk', async () => {
    await house.visitor().post('/rueckmeldung', { message: 'Die <b>Nummer</b> stimmt nicht.' })
    const seen = await administrator.get(POST)
    expect(seen.text('.count')).toBe('1 E-Mail')
    expect(seen.text('tbody')).toContain('wartet')
    const mail = await administrator.get(String(seen.$('tbody a').attr('href')))
    expect(mail.text('h1')).toBe('Rückmeldung zur Website')
    expect(mail.text('.mail-body')).toContain('Die <b>Nummer</b> stimmt nicht.')
    expect(mail.$('.mail-body b').length).toBe(0)
  })

  test('that were refused are marked, also at the account, and sent again', async () => {
    const { outbox, accounts } = house.store
    const email = 'auskunft@treffpunkt.example'
    const id = outbox.add(
      { recipient: email, subject: 'Ihr Konto', body: 'Guten Tag' },
      '2026-06-03T09:00:00Z',
    )
    outbox.settle(id, { state: 'refused', at: '2026-06-03T09:01:00Z', failure: '550 no such user' })
    expect((await administrator.get(POST)).$('[data-state=stale]').text()).toContain('abgelehnt')
    expect((await administrator.get(`${POST}/${id}`)).text('.facts')).toContain('550 no such user')
    const account = await administrator.get(`/verwaltung/konten/${accounts.byEmail(email)?.id}`)
    expect(account.text('[aria-labelledby=zugang]')).toContain('wurde abgelehnt')
    expect((await administrator.post(`${POST}/${id}/noch-einmal`, {})).status).toBe(303)
    expect(outbox.byId(id)?.state).toBe('waiting')
  })

  test('are nobody else’s to read', async () => {
    const id = house.store.outbox.add(
      { recipient: 'a@b.example', subject: 'x', body: 'x' },
      '2026-06-03T09:00:00Z',
    )
    for (const role of ['coordinator', 'editor', 'staff'] as const) {
      const person = await house.signIn(role)
      for (const path of [POST, `${POST}/${id}`]) expect((await person.get(path)).status).toBe(403)
      expect((await person.post(`${POST}/${id}/noch-einmal`, {})).status).toBe(403)
    }
  })
})
