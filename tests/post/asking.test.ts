import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { askNow } from '../../src/operations/confirmation-requests.ts'
import { changeOrganisation, draftOf } from '../../src/operations/organisations.ts'
import { sendWaiting } from '../../src/operations/outbox.ts'
import { smtpMailer } from '../../src/post/mailer.ts'
import { aContact, openTown, type Town } from '../support/cast.ts'
import { type MailServer, openMailServer } from '../support/mail-server.ts'

const EMAIL = 'chor@bruecken.example'

let server: MailServer
let town: Town
beforeEach(async () => {
  server = await openMailServer()
  town = openTown()
  const { office, by, groupId: id } = town
  const stored = office.store.organisations.byId(id)
  if (stored === null) throw new Error('no choir')
  const draft = { ...draftOf(stored), mailLanguage: 'ar' as const }
  changeOrganisation(office, by.coordinator, { id, version: 1, draft })
  aContact(office, { organisationId: id })
  askNow(office, by.coordinator, id, (token) => `https://treffpunkt.example/bestaetigen/${token}`)
})
afterEach(() => server.close())

const send = () => sendWaiting(town.office, smtpMailer(server.url, 'Treffpunkt <treffpunkt@stadt.example>'))
const state = () => town.office.store.confirmationRequests.latestOf([town.groupId]).get(town.groupId)

it('the question arrives at the group, in its language and in German, with a link in one line', async () => {
  expect(await send()).toBe(1)
  const [taken] = server.taken
  expect(taken?.to).toEqual([EMAIL])
  const { subject, text = '' } = await simpleParser(taken?.message ?? '')
  expect(subject).toBe('هل ما زالت هذه المعلومات صحيحة؟ / Stimmt das noch? Chor der Brücken')
  expect(text.indexOf('مرحبًا')).toBeLessThan(text.indexOf('Guten Tag,'))
  expect(text).toMatch(/^https:\/\/treffpunkt\.example\/bestaetigen\/[\w-]{43}$/m)
  expect(state()).toMatchObject({ waiting: 0, refused: 0 })
})

it('an address that does not exist is known as such, and left out from then on', async () => {
  server.replies = { recipient: 550 }
  await send()
  expect(state()).toMatchObject({ refused: 1 })
  expect([...town.office.store.outbox.refusedAmong([EMAIL, 'andere@bruecken.example'])]).toEqual([EMAIL])
})

it('a server that is busy is asked again, and nothing is marked', async () => {
  server.replies = { recipient: 450 }
  await send()
  expect(state()).toMatchObject({ waiting: 1, refused: 0 })
  expect(town.office.store.outbox.refusedAmong([EMAIL]).size).toBe(0)
})
