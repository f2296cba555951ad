import { describe, expect, it } from 'vitest'
import { openMail, sendMailAgain, sendWaiting } from '../../src/operations/outbox.ts'
import type { Delivery } from '../../src/post/mailer.ts'
import { openTown } from '../support/cast.ts'

const MAIL = { recipient: 'kim@stadt.example', subject: 'Rückmeldung', body: 'Guten Tag' }

function townWithMail() {
  const town = openTown()
  let now = town.office.clock()
  const id = town.office.store.outbox.add(MAIL, '2026-06-03T09:59:00Z')
  return {
    by: town.by,
    id,
    office: { ...town.office, clock: () => now },
    later: (ms: number) => (now += ms),
  }
}

/** A mailer that answers with what it is told, and counts. */
function mailerThat(deliver: () => Delivery) {
  const mailer = {
    attempts: 0,
    deliver: async () => {
      mailer.attempts++
      return deliver()
    },
  }
  return mailer
}

describe('a waiting mail', () => {
  it('that a mail server took is kept nowhere', async () => {
    const { office, id } = townWithMail()
    const mailer = mailerThat(() => ({ kind: 'sent' }))
    expect(await sendWaiting(office, mailer)).toBe(1)
    expect(await sendWaiting(office, mailer)).toBe(0)
    expect(mailer.attempts).toBe(1)
    expect(office.store.outbox.byId(id)).toBeNull()
  })

  it('that was written into the folder can be read for three months', async () => {
    const { office, id, later } = townWithMail()
    const mailer = mailerThat(() => ({ kind: 'written' }))
    expect(await sendWaiting(office, mailer)).toBe(1)
    expect(office.store.outbox.byId(id)).toMatchObject({
      state: 'written',
      settledAt: '2026-06-03T10:00:00Z',
    })
    later(91 * 24 * 60 * 60 * 1000)
    await sendWaiting(office, mailer)
    expect(mailer.attempts).toBe(1)
    expect(office.store.outbox.byId(id)).toBeNull()
  })

  it('that was refused for good is not tried again, and marks its address', async () => {
    const { office, id, later } = townWithMail()
    const mailer = mailerThat(() => ({ kind: 'refused', reason: '550 no such user' }))
    expect(await sendWaiting(office, mailer)).toBe(0)
    later(60 * 60 * 1000)
    await sendWaiting(office, mailer)
    expect(mailer.attempts).toBe(1)
    expect(office.store.outbox.refusedFor(MAIL.recipient)).toMatchObject({ id, failure: '550 no such user' })
    expect(office.store.outbox.refusedFor('andere@stadt.example')).toBeNull()
  })

  it('that failed waits longer each time, and is given up in the end', async () => {
    const { office, id, later } = townWithMail()
    const mailer = mailerThat(() => {
      throw new Error('no route to host')
    })
    await sendWaiting(office, mailer)
    await sendWaiting(office, mailer)
    expect(mailer.attempts).toBe(1)
    later(61_000)
    await sendWaiting(office, mailer)
    expect(mailer.attempts).toBe(2)
    for (let day = 0; day < 60; day++) {
      later(6 * 60 * 60 * 1000 + 1000)
      await sendWaiting(office, mailer)
    }
    expect(mailer.attempts).toBe(12)
    expect(office.store.outbox.byId(id)).toMatchObject({ state: 'given-up', failure: 'no route to host' })
  })

  it('is tried again by an administrator, and by nobody else', async () => {
    const { office, by, id } = townWithMail()
    expect(sendMailAgain(office, by.administrator, id)).toBe(false)
    await sendWaiting(
      office,
      mailerThat(() => ({ kind: 'refused', reason: '550' })),
    )
    for (const person of [by.coordinator, by.editor, by.staff]) {
      expect(() => sendMailAgain(office, person, id)).toThrow('forbidden')
      expect(() => openMail(office, person, id)).toThrow('forbidden')
    }
    expect(sendMailAgain(office, by.administrator, id)).toBe(true)
    expect(
      await sendWaiting(
        office,
        mailerThat(() => ({ kind: 'sent' })),
      ),
    ).toBe(1)
    expect(() => openMail(office, by.administrator, id)).toThrow('not-found')
  })
})
