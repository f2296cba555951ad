import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { openHouse, type TestHouse } from '../support/house.ts'

const MESSAGE = { message: 'Die Nummer der Gruppe stimmt nicht mehr.', page: '/orte', name: '', answerTo: '' }
const LATER = '2026-06-04T00:00:00Z'

let house: TestHouse
beforeEach(async () => {
  await house?.close()
  house = await openHouse()
})
afterAll(() => house.close())

const mails = () => house.store.outbox.due(LATER, 10)

/** The number of a contact that is reached by form. */
async function formContactOf(slug: string): Promise<string> {
  const seen = await house.get(`/organisationen/${slug}`)
  return (
    new URL(seen.$('a[href*="kontakt="]').attr('href') ?? '', 'http://x').searchParams.get('kontakt') ?? ''
  )
}

describe('the texts of the site', () => {
  it('stand at their addresses and in every footer', async () => {
    for (const slug of [
      'impressum',
      'datenschutz',
      'barrierefreiheit',
      'leichte-sprache',
      'gebaerdensprache',
    ]) {
      const seen = await house.get(`/${slug}`)
      expect(seen.status).toBe(200)
      expect(seen.$('h1')).toHaveLength(1)
      expect(seen.$('.prose').text().length).toBeGreaterThan(100)
      expect(seen.$(`.site-foot a[href="/${slug}"]`).attr('aria-current')).toBe('page')
    }
  })

  it('come in the reader’s language, else in German and marked as such', async () => {
    const english = await house.get('/en/impressum')
    expect(english.$('.prose').attr('lang')).toBeUndefined()
    const german = await house.get('/en/leichte-sprache')
    expect(german.$('html').attr('lang')).toBe('en')
    expect(german.$('.prose').attr('lang')).toBe('de')
    expect(german.$('h1').attr('lang')).toBe('de')
    expect(german.text('.notice')).toBe('This text is available in German only.')
  })

  it('are not found where nobody has written them', async () => {
    const empty = await openHouse({ demonstration: false })
    expect((await empty.get('/impressum')).status).toBe(404)
    await empty.close()
  })
})

describe('a message', () => {
  it('is about the page it was asked for from', async () => {
    const seen = await house.get('/rueckmeldung?seite=/orte/duisburg')
    expect(seen.$('#page').attr('value')).toBe('/orte/duisburg')
    expect(seen.$('meta[name=robots]').attr('content')).toBe('noindex')
  })

  it('becomes one mail to the first administrator, and empties no page that was made', async () => {
    const version = house.store.content.version(0)
    const answer = await house.post('/rueckmeldung', { ...MESSAGE, answerTo: 'max@beispiel.example' })
    expect([answer.status, answer.headers.location]).toEqual([303, '/rueckmeldung?meldung=feedbackSent'])
    const thanks = await house.get('/rueckmeldung?meldung=feedbackSent')
    expect(thanks.text('[role=status]')).toBe('Danke. Ihre Nachricht ist unterwegs.')
    const administrator = house.store.accounts.all().find(({ role }) => role === 'administrator')
    expect(mails()).toHaveLength(1)
    expect(mails()[0]).toMatchObject({ recipient: administrator?.email, subject: 'Rückmeldung zur Website' })
    expect(mails()[0]?.body).toContain(MESSAGE.message)
    expect(mails()[0]?.body).toContain('Seite: /orte')
    expect(mails()[0]?.body).toContain('Antwort an: max@beispiel.example')
    expect(house.store.content.version(1e12)).toBe(version)
  })

  it('is refused with everything typed, all problems, and a title that says so', async () => {
    const typed = { message: ' ', page: '/orte', name: 'Erika', answerTo: 'keine Adresse' }
    const seen = await house.post('/rueckmeldung', typed)
    expect(seen.status).toBe(422)
    expect(seen.text('title')).toMatch(/^Fehler: /)
    const summary = seen.$('main > .problem-summary')
    expect(summary.nextAll('.page-head')).toHaveLength(1)
    expect(summary.find('h2').text()).toBe('Es gibt ein Problem')
    expect(
      summary
        .find('a')
        .map((_, link) => seen.$(link).attr('href'))
        .get(),
    ).toEqual(['#message', '#answerTo'])
    expect(seen.$('#answerTo').attr('value')).toBe('keine Adresse')
    expect(seen.$('#answerTo').attr('aria-invalid')).toBe('true')
    expect(seen.$('#name').attr('value')).toBe('Erika')
    expect(mails()).toHaveLength(0)
  })

  it('keeps a long text that was refused', async () => {
    const message = 'x'.repeat(5001)
    const seen = await house.post('/rueckmeldung', { ...MESSAGE, message })
    expect(seen.status).toBe(422)
    expect(seen.$('#message').text().trim()).toHaveLength(5001)
    expect(seen.text('.field-problem')).toContain('5000')
  })

  it('of a machine is thanked for and dropped', async () => {
    const answer = await house.post('/rueckmeldung', { ...MESSAGE, homepage: 'https://spam.example' })
    expect(answer.status).toBe(303)
    expect(mails()).toHaveLength(0)
  })

  it('can write no header: what was typed stands in the body only', async () => {
    const typed = { ...MESSAGE, name: 'Max\r\nBcc: alle@beispiel.example', page: 'x\nSubject: y' }
    await house.post('/rueckmeldung', typed)
    expect(mails()[0]?.subject).toBe('Rückmeldung zur Website')
    const hostile = await house.post('/rueckmeldung', {
      ...MESSAGE,
      answerTo: 'a@b.example\nBcc: c@d.example',
    })
    expect(hostile.status).toBe(422)
  })

  it('must come from a page of ours', async () => {
    const seen = await house.post('/rueckmeldung', MESSAGE, {
      'sec-fetch-site': 'cross-site',
      origin: 'https://boese.example',
    })
    expect(seen.status).toBe(403)
    expect(mails()).toHaveLength(0)
  })

  it('cannot be sent more than five times a minute', async () => {
    const statuses: number[] = []
    for (let count = 0; count < 6; count++) statuses.push((await house.post('/rueckmeldung', MESSAGE)).status)
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
  })

  it('is not lost where there is nobody to take it', async () => {
    const empty = await openHouse({ demonstration: false })
    const seen = await empty.post('/rueckmeldung', MESSAGE)
    expect(seen.status).toBe(422)
    expect(seen.text('.problem-summary')).toContain('Impressum')
    expect(seen.$('#message').text()).toContain(MESSAGE.message)
    await empty.close()
  })

  it('in English thanks in English', async () => {
    const answer = await house.post('/en/rueckmeldung', MESSAGE)
    expect(answer.headers.location).toBe('/en/rueckmeldung?meldung=feedbackSent')
  })
})

describe('a message to a contact that is reached by form only', () => {
  it('goes to the address of the contact, which the page does not tell', async () => {
    const kontakt = await formContactOf('amnesty-international-gruppe-duisburg')
    const seen = await house.get(`/rueckmeldung?kontakt=${kontakt}`)
    expect(seen.text('h1')).toBe('Nachricht an Amnesty International, Gruppe Duisburg, Kontakt der Gruppe')
    expect(seen.$('#page')).toHaveLength(0)
    await house.post('/rueckmeldung', { ...MESSAGE, kontakt })
    expect(mails()[0]?.recipient).toBe('kontakt@amnesty-duisburg.example')
  })

  it('goes to the administrator where the contact has no address', async () => {
    const kontakt = await formContactOf('tanzkreis-horon')
    await house.post('/rueckmeldung', { ...MESSAGE, kontakt })
    const administrator = house.store.accounts.all().find(({ role }) => role === 'administrator')
    expect(mails()[0]?.recipient).toBe(administrator?.email)
  })

  it('stays one to that contact when it is refused', async () => {
    const kontakt = await formContactOf('tanzkreis-horon')
    const seen = await house.post('/rueckmeldung', { ...MESSAGE, message: '', kontakt })
    expect(seen.status).toBe(422)
    expect(seen.$('input[name=kontakt]').attr('value')).toBe(kontakt)
  })

  it('is not found for a contact for staff, without a form, or none', async () => {
    const centre = house.store.organisations.bySlug('kommunales-integrationszentrum-duisburg')
    const numbers = house.store.contacts.allOf(centre?.id ?? 0).map(({ id }) => String(id))
    for (const kontakt of [...numbers, '999999', 'x', '1e3', '-1']) {
      expect((await house.get(`/rueckmeldung?kontakt=${kontakt}`)).status).toBe(404)
      expect((await house.post('/rueckmeldung', { ...MESSAGE, kontakt })).status).not.toBe(303)
    }
    expect(mails()).toHaveLength(0)
  })
})
