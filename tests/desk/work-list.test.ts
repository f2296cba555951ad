import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openHouse, type TestHouse, type Visitor } from '../support/house.ts'

const LIST = '/verwaltung/arbeitsliste'

let house: TestHouse
let coordinator: Visitor
beforeEach(async () => {
  house = await openHouse()
  coordinator = await house.signIn('coordinator')
})
afterEach(() => house.close())

const namesOn = async (person: Visitor, path = LIST) => {
  const seen = await person.get(path)
  return seen
    .$('.work-row .row-name')
    .map((_, name) => seen.$(name).text())
    .get()
}
/** The buttons of the first row, as the page sends them. */
const formsOf = async (person: Visitor, path = LIST) => {
  const seen = await person.get(path)
  const forms = seen.$('.work-row').first().find('form')
  const sent = (index: number) => ({
    action: String(forms.eq(index).attr('action')),
    form: Object.fromEntries(
      forms
        .eq(index)
        .find('input')
        .map((_, input) => [[seen.$(input).attr('name') ?? '', seen.$(input).attr('value') ?? '']])
        .get(),
    ),
  })
  return { confirm: sent(0), nobody: sent(1), name: seen.$('.work-row .row-name').first().text() }
}

describe('the work list', () => {
  it('has those never confirmed first, then the longest overdue, with every telephone number to be dialled', async () => {
    const seen = await coordinator.get(LIST)
    const ages = seen
      .$('.work-row .fine:first-of-type')
      .map((_, age) => seen.$(age).text())
      .get()
    const overdue = ages.map((age) =>
      age.includes('noch nie') ? 1e6 : Number(/([\d.]+) Tage? überfällig/.exec(age)?.[1]?.replace('.', '')),
    )
    expect(overdue).toEqual([...overdue].sort((one, other) => other - one))
    expect(overdue[0]).toBe(1e6)
    expect(seen.$('.work-row a[href^="tel:+49"]').length).toBeGreaterThan(2)
  })

  it('confirms by telephone in one tap, tells who and when, and takes it back', async () => {
    const { confirm, name } = await formsOf(coordinator, `${LIST}?ort=duisburg`)
    const answer = await coordinator.post(confirm.action, confirm.form)
    expect(answer.status).toBe(303)
    const seen = await coordinator.get(String(answer.headers.location))
    expect(seen.text('[role=status]')).toContain(
      `„${name}“ ist telefonisch bestätigt: notiert am 3. Juni 2026, 12:00 Uhr von Koordination Duisburg.`,
    )
    expect(await namesOn(coordinator)).not.toContain(name)
    const undo = seen.$('[role=status] form')
    const back = await coordinator.post(String(undo.attr('action')), {
      confirmation: String(undo.find('[name=confirmation]').attr('value')),
      weiter: String(undo.find('[name=weiter]').attr('value')),
    })
    expect(back.headers.location).toBe(`${LIST}?ort=duisburg&meldung=confirmationTakenBack`)
    expect(await namesOn(coordinator)).toContain(name)
  })

  it('notes that nobody was reached, how often, and by whom', async () => {
    const { nobody, name } = await formsOf(coordinator)
    await coordinator.post(nobody.action, nobody.form)
    await coordinator.post(nobody.action, nobody.form)
    const seen = await coordinator.get(LIST)
    const row = seen.$('.work-row').filter((_, each) => seen.$(each).text().includes(name))
    expect(row.text()).toContain(
      '2-mal niemanden erreicht. Zuletzt am 3. Juni 2026, 12:00 Uhr (Koordination Duisburg).',
    )
  })

  it('marks whose mail came back, there, at the contact and at its address', async () => {
    const email = 'gastgeberkreis@teestube.example'
    const id = house.store.outbox.add({ recipient: email, subject: 'S', body: 'B' }, '2026-06-03T09:00:00Z')
    house.store.outbox.settle(id, { state: 'refused', at: '2026-06-03T09:01:00Z', failure: '550' })
    const seen = await coordinator.get(`${LIST}?q=Teestube`)
    expect(seen.text('.work-row .status')).toBe('E-Mails kommen zurück')
    const entry = await coordinator.get(String(seen.$('.work-row .row-name a').attr('href')))
    const contact = entry
      .$('[aria-labelledby=kontakte] tr')
      .filter((_, row) => entry.$(row).text().includes(email))
    expect(contact.find('.status').text()).toBe('E-Mails kommen zurück')
    const form = await coordinator.get(String(contact.find('a').attr('href')))
    expect(form.text('main')).toContain('E-Mails an diese Adresse kommen zurück.')
  })

  it('is narrowed by city and by word, and says so where it is empty', async () => {
    const person = await house.signIn('administrator')
    const all = await namesOn(person)
    const here = await namesOn(person, `${LIST}?ort=duisburg`)
    expect(here.length).toBeLessThan(all.length)
    expect(await namesOn(person, `${LIST}?q=Teestube`)).toEqual(['Interreligiöse Teestube'])
    expect((await person.get(`${LIST}?q=xyzzy`)).text('.empty')).toContain('Alles ist bestätigt')
    expect((await person.get(`${LIST}?ort=xyzzy`)).status).toBe(404)
  })

  it('shows an editor the own group only, and staff nothing', async () => {
    const own = await namesOn(await house.signIn('editor'))
    expect(own.every((name) => name.includes('Amnesty'))).toBe(true)
    expect((await (await house.signIn('staff')).get(LIST)).status).toBe(403)
  })

  it('is a fixed number of statements, however many rows it has', async () => {
    const person = await house.signIn('administrator')
    const cost = async (path: string) => {
      house.statements.length = 0
      await person.get(path)
      return house.statements.length
    }
    expect(await cost(LIST)).toBe(await cost(`${LIST}?ort=duisburg`))
  })

  it('takes back no confirmation of another entry, nor an old one', async () => {
    const { confirm } = await formsOf(coordinator)
    const location = String((await coordinator.post(confirm.action, confirm.form)).headers.location)
    const undo = (await coordinator.get(location)).$('[role=status] form')
    const confirmation = String(undo.find('[name=confirmation]').attr('value'))
    const other = (await formsOf(coordinator)).confirm.action.replace('bestaetigen', 'zuruecknehmen')
    expect((await coordinator.post(other, { confirmation })).headers.location).toContain('meldung=outdated')
    house.setNow('2026-06-04T10:00:01Z')
    coordinator = await house.signIn('coordinator')
    const late = await coordinator.post(String(undo.attr('action')), { confirmation })
    expect(late.headers.location).toContain('meldung=outdated')
  })
})

describe('an entry', () => {
  it('is asked about by mail at once, and tells what became of it', async () => {
    const id = house.store.organisations.bySlug('chor-der-bruecken-e-v')?.id
    const entry = `/verwaltung/organisationen/${id}`
    const answer = await coordinator.post(`${entry}/nachfragen`, {})
    expect(answer.headers.location).toBe(`${entry}?meldung=askedByMail`)
    expect((await coordinator.get(entry)).text('[aria-labelledby=bestaetigen]')).toContain(
      'Die E-Mail vom 3. Juni 2026, 12:00 Uhr wartet noch darauf, gesendet zu werden.',
    )
    expect((await coordinator.post(`${entry}/nachfragen`, {})).headers.location).toContain('askedJustNow')
  })

  it('leads nobody away: the list that a form goes back to is ours', async () => {
    const { confirm } = await formsOf(coordinator)
    for (const weiter of ['https://evil.example', '//evil.example', '/verwaltung/post']) {
      const answer = await coordinator.post(confirm.action, { way: 'telephone', weiter })
      expect(answer.headers.location).toMatch(/^\/verwaltung\/organisationen\/\d+\?meldung=confirmed$/)
    }
  })
})
