import { describe, expect, it } from 'vitest'
import { sendWaiting } from '../../src/operations/outbox.ts'
import { openOffice } from '../support/office.ts'

const MAIL = { recipient: 'kim@stadt.example', subject: 'Rückmeldung', body: 'Guten Tag' }

function officeWithMail() {
  const office = openOffice()
  let now = office.clock()
  office.store.outbox.add(MAIL, '2026-06-03T09:59:00Z')
  return {
    office: { ...office, clock: () => now },
    later: (ms: number) => (now += ms),
    database: office.database,
  }
}

describe('a waiting mail', () => {
  it('goes out once, and is kept nowhere', async () => {
    const { office, database } = officeWithMail()
    const delivered: string[] = []
    const mailer = {
      deliver: async (_id: number, mail: { recipient: string }) => void delivered.push(mail.recipient),
    }
    expect(await sendWaiting(office, mailer)).toBe(1)
    expect(await sendWaiting(office, mailer)).toBe(0)
    expect(delivered).toEqual(['kim@stadt.example'])
    expect(database.prepare('SELECT count(*) FROM outbox').pluck().get()).toBe(0)
  })

  it('that could not be handed over waits longer each time, and is given up in the end', async () => {
    const { office, later, database } = officeWithMail()
    let attempts = 0
    const mailer = {
      deliver: async () => {
        attempts++
        throw new Error('no route to host')
      },
    }
    await sendWaiting(office, mailer)
    await sendWaiting(office, mailer)
    expect(attempts).toBe(1)
    later(61_000)
    await sendWaiting(office, mailer)
    expect(attempts).toBe(2)
    for (let day = 0; day < 60; day++) {
      later(6 * 60 * 60 * 1000 + 1000)
      await sendWaiting(office, mailer)
    }
    expect(attempts).toBe(12)
    expect(database.prepare('SELECT failure FROM outbox').pluck().get()).toBe('no route to host')
  })
})
