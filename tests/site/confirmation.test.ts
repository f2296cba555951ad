import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import type { OrganisationDraft } from '../../src/domain/organisation.ts'
import { askNow } from '../../src/operations/confirmation-requests.ts'
import { changeMeeting, meetingDraftOf } from '../../src/operations/meetings.ts'
import { archiveOrganisation, changeOrganisation, draftOf } from '../../src/operations/organisations.ts'
import { aContact } from '../support/cast.ts'
import { filledIn } from '../support/filled.ts'
import { openHouse, type Seen, type TestHouse } from '../support/house.ts'
import { SYSTEM } from '../support/office.ts'
import { day } from '../support/schedules.ts'

const SLUG = 'chor-der-bruecken-e-v'

let house: TestHouse
let told: number
beforeEach(async () => {
  house = await openHouse()
  told = house.store.proposals.open().length
})
afterEach(() => house.close())

const choir = () => {
  const stored = house.store.organisations.bySlug(SLUG)
  if (stored === null) throw new Error('no choir')
  return stored
}
const change = (fields: Partial<OrganisationDraft>) => {
  const { id, version } = choir()
  changeOrganisation(house, SYSTEM, { id, version, draft: { ...draftOf(choir()), ...fields } })
}
/** Asks the choir, and answers with the link of the mail. */
const asked = () => {
  let token = ''
  askNow(house, SYSTEM, choir().id, (made) => {
    token = made
    return `https://treffpunkt.example/bestaetigen/${made}`
  })
  return `/bestaetigen/${token}`
}
/** What was proposed by a link, beside what the demonstration's readers said. */
const proposals = () =>
  house.store.proposals
    .open()
    .slice(told)
    .map(({ noun, state, message }) => ({ noun, state, message }))
const confirmation = () => house.store.confirmations.latestOf([choir().id]).get(choir().id)
const meeting = () => {
  const [first] = house.store.meetings.ofOrganisations([choir().id])
  if (first === undefined) throw new Error('no meeting')
  return first
}
const hidden = (seen: Seen, name: string) => String(seen.$(`[name=${name}]`).attr('value'))

describe('the link', () => {
  it('shows the entry and changes nothing; nobody keeps the page, and search engines do not find it', async () => {
    const link = asked()
    const before = house.store.content.version(house.clock())
    const seen = await house.get(link)
    expect(seen.status).toBe(200)
    expect(seen.text('main')).toContain('Chor der Brücken e.V.')
    expect(seen.text('.meeting-rule')).toContain('Jeden Donnerstag')
    expect(seen.headers['cache-control']).toBe('private, no-store')
    expect(seen.headers['set-cookie']).toBeUndefined()
    expect(seen.$('meta[name=robots]').attr('content')).toContain('noindex')
    expect(seen.$('main script').length).toBe(0)
    expect(house.store.content.version(house.clock())).toBe(before)
    expect(confirmation()?.way).not.toBe('link')
  })

  it('confirms everything at once, and once a day', async () => {
    const link = asked()
    const stand = hidden(await house.get(link), 'stand')
    const answer = await house.post(link, { stand })
    expect(answer.headers.location).toBe(`${link}?meldung=entryConfirmed`)
    expect(confirmation()).toEqual({ on: '2026-06-03', way: 'link', by: 'Link der Gruppe' })
    expect((await house.get(String(answer.headers.location))).text('[role=status]')).toContain(
      'ist bestätigt',
    )
    await house.post(link, { stand })
    expect(house.store.confirmations.notedOf(choir().id)?.notedBy).toBe('Link der Gruppe')
    expect((await house.get(`/organisationen/${SLUG}`)).text('#stand ~ p')).toContain(
      'Zuletzt bestätigt am 3. Juni 2026 (von der Gruppe selbst).',
    )
  })

  it('confirms nothing that was not to be seen', async () => {
    const link = asked()
    const stand = hidden(await house.get(link), 'stand')
    change({ website: 'https://chor.example' })
    const answer = await house.post(link, { stand })
    expect(answer.status).toBe(409)
    expect(answer.text('[role=alert]')).toContain('Der Eintrag wurde gerade geändert.')
    expect(confirmation()?.way).not.toBe('link')
    expect((await house.post(link, { stand: hidden(answer, 'stand') })).status).toBe(303)
  })

  it('holds for 30 days', async () => {
    const link = asked()
    house.setNow('2026-07-03T09:59:59Z')
    expect((await house.get(link)).status).toBe(200)
    house.setNow('2026-07-03T10:00:00Z')
    const seen = await house.get(link)
    expect([seen.status, seen.text('h1')]).toEqual([410, 'Dieser Link gilt nicht mehr'])
    expect((await house.post(link, { stand: '1' })).status).toBe(410)
  })

  it('ends with a newer one, and with the entry', async () => {
    const first = asked()
    house.setNow('2026-06-04T10:00:00Z')
    const second = asked()
    expect((await house.get(first)).text('h1')).toBe('Es gibt einen neueren Link')
    expect((await house.get(second)).status).toBe(200)
    const { id, version } = choir()
    archiveOrganisation(house, SYSTEM, { id, version, act: 'archive' })
    expect((await house.get(second)).status).toBe(410)
  })

  test.each(['kein-link', 'x'.repeat(43), '%00', '..%2f..'])(
    'named %s leads nowhere, and says what to do',
    async (token) => {
      asked()
      for (const path of ['', '/angaben', '/ausfall', '/ende', '/treffen/1']) {
        const seen = await house.get(`/bestaetigen/${token}${path}`)
        expect(seen.status).toBe(404)
        const sent = await house.post(`/bestaetigen/${token}${path}`, {})
        expect(sent.status).toBe(404)
      }
    },
  )

  it('speaks German and the group’s language', async () => {
    change({ mailLanguage: 'ar' })
    const link = asked()
    const seen = await house.get(link)
    expect(seen.text('h1')).toBe('Stimmt das noch? هل ما زالت هذه المعلومات صحيحة؟')
    expect(seen.$('h1 [lang=ar]').attr('dir')).toBe('rtl')
    expect(seen.text('.meeting-rule [lang=ar]')).not.toBe('')
    expect(seen.text('button [lang=ar]')).toBe('نعم، كل شيء لا يزال صحيحًا')
    for (const path of ['angaben', 'ausfall', 'ende', `treffen/${meeting().id}`]) {
      const form = await house.get(`${link}/${path}`)
      const labels = form.$('main form').find('label:not(.choice label), legend')
      expect(labels.length).toBeGreaterThan(0)
      labels.each((_, label) => {
        const isSaidTwice = form.$(label).find('[lang=ar]').length === 1
        expect(isSaidTwice || form.$(label).attr('for') === 'scheduleNote', form.$(label).text()).toBe(true)
      })
    }
  })

  it('is not sent more than thirty times a minute from one address', async () => {
    const link = asked()
    const answers: number[] = []
    for (let times = 0; times < 31; times++) answers.push((await house.post(link, { stand: 'x' })).status)
    expect(answers.at(-1)).toBe(429)
  })

  it('is of no use to another site', async () => {
    const link = asked()
    const stand = hidden(await house.get(link), 'stand')
    const answer = await house.post(
      link,
      { stand },
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    )
    expect(answer.status).toBe(403)
    expect(confirmation()?.way).not.toBe('link')
  })
})

describe('a date that does not take place', () => {
  it('is called off at once, with its reason, whoever is trusted', async () => {
    const link = asked()
    const seen = await house.get(`${link}/ausfall`)
    const date = String(seen.$('[name=date]').first().attr('value'))
    const [, day = ''] = date.split('_')
    const answer = await house.post(`${link}/ausfall`, { date, reason: 'Die Heizung ist kaputt' })
    expect(answer.headers.location).toBe(`${link}?meldung=dateCalledOff`)
    expect(meeting().exceptions).toContainEqual(
      expect.objectContaining({ kind: 'cancelled', on: day, reason: 'Die Heizung ist kaputt' }),
    )
    expect((await house.get(`/organisationen/${SLUG}`)).text('.meeting')).toContain('Die Heizung ist kaputt')
    const [last] = house.store.revisions.ofEntry('meeting', meeting().id)
    expect(last).toMatchObject({ origin: 'link', by: 'Link der Gruppe' })
  })

  it('is told where it was called off already; the reason stays typed', async () => {
    const link = asked()
    const seen = await house.get(`${link}/ausfall`)
    const date = String(seen.$('[name=date]').first().attr('value'))
    await house.post(`${link}/ausfall`, { date, reason: '' })
    const again = await house.post(`${link}/ausfall`, { date, reason: 'Noch ein Grund' })
    expect(again.status).toBe(409)
    expect(again.$('[name=reason]').attr('value')).toBe('Noch ein Grund')
  })

  it('is one of the group’s own', async () => {
    const link = asked()
    const other = house.store.organisations.bySlug('amnesty-international-gruppe-duisburg')?.id ?? 0
    const [foreign] = house.store.meetings.ofOrganisations([other])
    const before = foreign?.version
    expect(
      (await house.post(`${link}/ausfall`, { date: `${foreign?.id}_2026-06-03_19:30`, reason: '' })).status,
    ).toBe(404)
    expect(house.store.meetings.byId(foreign?.id ?? 0)?.version).toBe(before)
  })

  it('has to be chosen', async () => {
    const link = asked()
    const answer = await house.post(`${link}/ausfall`, { reason: 'x'.repeat(201) })
    expect(answer.status).toBe(422)
    expect(answer.$('.problem-summary li').length).toBe(2)
  })
})

describe('a correction', () => {
  const correct = async (link: string, fields: Readonly<Record<string, string>>) => {
    const seen = await house.get(`${link}/angaben`)
    return house.post(`${link}/angaben`, { ...filledIn(seen), ...fields })
  }
  const telephone = () =>
    house.store.contacts
      .publicOf([choir().id])
      .flatMap(({ channels }) => channels)
      .find(({ kind }) => kind === 'telephone')?.value

  it('of a group that is not trusted waits for a coordinator', async () => {
    const link = asked()
    const before = choir().version
    const answer = await correct(link, { description: 'Wir singen jetzt auch draußen.' })
    expect(answer.headers.location).toBe(`${link}?meldung=proposedByLink`)
    expect(choir().version).toBe(before)
    expect(proposals()).toHaveLength(1)
    expect(JSON.stringify(proposals())).toContain('auch draußen')
  })

  it('of a trusted group stands at once, as a revision of the link', async () => {
    change({ linkChanges: 'direct' })
    const link = asked()
    const answer = await correct(link, { description: 'Wir singen jetzt auch draußen.' })
    expect(answer.headers.location).toBe(`${link}?meldung=changedByLink`)
    expect(choir().texts[0]?.description).toBe('Wir singen jetzt auch draußen.')
    expect(house.store.revisions.ofEntry('organisation', choir().id)[0]).toMatchObject({ origin: 'link' })
    expect(proposals()).toEqual([])
  })

  it('of a telephone number is checked like any other', async () => {
    change({ linkChanges: 'direct' })
    const link = asked()
    const seen = await house.get(`${link}/angaben`)
    const field = String(
      seen
        .$('[name^="ways."]')
        .filter((_, each) => seen.$(each).attr('value') === telephone())
        .attr('name'),
    )
    const refused = await correct(link, { [field]: 'ruf an', website: 'keine' })
    expect(refused.status).toBe(422)
    expect(refused.$('.problem-summary li').length).toBe(2)
    expect(refused.$(`[name="${field}"]`).attr('value')).toBe('ruf an')
    expect(
      refused
        .$('.problem-summary a')
        .map((_, a) => refused.$(a).attr('href'))
        .get(),
    ).toContain(`#${field}`)
    await correct(link, { [field]: '0203 555 0199' })
    expect(telephone()).toBe('0203 555 0199')
  })

  it('leaves what others changed meanwhile, and tells where both changed the same', async () => {
    change({ linkChanges: 'direct' })
    const link = asked()
    const form = filledIn(await house.get(`${link}/angaben`))
    change({ website: 'https://chor.example' })
    await house.post(`${link}/angaben`, { ...form, description: 'Neu.' })
    expect(choir()).toMatchObject({ website: 'https://chor.example' })
    expect(choir().texts[0]?.description).toBe('Neu.')
    const both = await house.post(`${link}/angaben`, { ...form, website: 'https://singt.example' })
    expect(both.status).toBe(409)
    expect(both.text('[role=alert]')).toContain('https://chor.example')
    expect(both.$('[name=website]').attr('value')).toBe('https://singt.example')
    await house.post(`${link}/angaben`, { ...filledIn(both), website: 'https://singt.example' })
    expect(choir().website).toBe('https://singt.example')
  })

  it('of what belongs to a person waits for a coordinator, even of a trusted group', async () => {
    change({ linkChanges: 'direct' })
    aContact(house, {
      organisationId: choir().id,
      personName: 'Kim Beispiel',
      consentWay: 'paper',
      consentGivenOn: day('2026-01-01'),
      channels: [{ id: null, kind: 'mobile', value: '0176 04069001', note: '', places: ['web'] }],
    })
    const link = asked()
    const seen = await house.get(`${link}/angaben`)
    const field = String(seen.$('[name^="ways."][value="0176 04069001"]').attr('name'))
    expect(seen.text(`[id="${field}-hint"]`)).toContain('die Angabe einer Person')
    const answer = await correct(link, { [field]: '0176 04069002' })
    expect(answer.headers.location).toBe(`${link}?meldung=proposedByLink`)
    expect(proposals()).toMatchObject([{ noun: 'contact' }])
    expect((await house.get(link)).body).not.toContain('0176 04069002')
  })

  it('of a number that somebody else changed, too, tells which one stands there', async () => {
    change({ linkChanges: 'direct' })
    const link = asked()
    const form = filledIn(await house.get(`${link}/angaben`))
    const [field = ''] = Object.entries(form).find(([, value]) => value === telephone()) ?? []
    await correct(link, { [field]: '0203 555 0100' })
    const answer = await house.post(`${link}/angaben`, { ...form, [field]: '0203 555 0199' })
    expect(answer.status).toBe(409)
    expect(answer.text('[role=alert]')).toContain('0203 555 0100')
    expect(answer.$(`[name="${field}"]`).attr('value')).toBe('0203 555 0199')
  })

  it('that changes nothing says so', async () => {
    const answer = await correct(asked(), {})
    expect([answer.status, proposals().length]).toEqual([422, 0])
    expect(answer.text('[role=alert]')).toContain('Sie haben nichts geändert.')
  })

  test.each([
    { evil: '1' },
    { stand: 'x' },
    { stand: '999' },
    { internalNote: 'x' },
    { linkChanges: 'direct' },
  ])('with %j is no form of ours', async (fields) => {
    expect((await correct(asked(), fields as Record<string, string>)).status).toBe(400)
  })
})

describe('the times', () => {
  const at = (link: string) => `${link}/treffen/${meeting().id}`

  /** Without the date that the demonstration has moved. */
  const withoutExceptions = () => {
    const { id, version } = meeting()
    changeMeeting(house, SYSTEM, { id, version, draft: { ...meetingDraftOf(meeting()), exceptions: [] } })
  }

  it('that leave a moved date behind wait for a coordinator, even of a trusted group', async () => {
    change({ linkChanges: 'direct' })
    const link = asked()
    const form = filledIn(await house.get(at(link)))
    const sentence = 'jeden 2. Dienstag im Monat von 18 bis 20 Uhr'
    const answer = await house.post(at(link), { ...form, sentence, act: 'save' })
    expect(answer.headers.location).toBe(`${link}?meldung=proposedByLink`)
  })

  it('are written as a sentence, said back with next dates, and sent once seen', async () => {
    change({ linkChanges: 'direct' })
    withoutExceptions()
    const link = asked()
    const form = filledIn(await house.get(at(link)))
    const sentence = 'jeden 2. Dienstag im Monat von 18 bis 20 Uhr'
    const seen = await house.post(at(link), { ...form, sentence, act: 'check' })
    expect(seen.text('.answer-said')).toBe('Jeden 2. Dienstag im Monat, 18–20 Uhr')
    expect(seen.$('.answer .date-leaf').length).toBeGreaterThan(5)
    const answer = await house.post(at(link), { ...filledIn(seen), act: 'save' })
    expect(answer.headers.location).toBe(`${link}?meldung=changedByLink`)
    expect((await house.get(link)).text('.meeting-rule')).toBe('Jeden 2. Dienstag im Monat, 18–20 Uhr')
  })

  it('are read in the group’s language, too, and said in both', async () => {
    change({ mailLanguage: 'tr' })
    const link = asked()
    const form = filledIn(await house.get(at(link)))
    const seen = await house.post(at(link), { ...form, sentence: 'Her salı 18:00-20:00', act: 'check' })
    expect(seen.text('.answer-said')).toContain('Jeden Dienstag, 18–20 Uhr')
    expect(seen.text('.answer-said [lang=tr]').toLowerCase()).toContain('salı')
  })

  it('with two meanings are asked about, and nothing is sent before the answer', async () => {
    const link = asked()
    const form = filledIn(await house.get(at(link)))
    const sentence = 'alle 14 Tage dienstags 18 Uhr'
    const seen = await house.post(at(link), { ...form, sentence, act: 'save' })
    expect(seen.status).toBe(422)
    const answers = seen
      .$('[name=answer]')
      .map((_, each) => String(seen.$(each).attr('value')))
      .get()
    expect(answers.length).toBeGreaterThan(1)
    const { answer: _, ...unanswered } = filledIn(seen)
    const chosen = await house.post(at(link), { ...unanswered, answer: String(answers[0]), act: 'check' })
    expect(chosen.$('.answer').length).toBe(1)
    const sent = await house.post(at(link), { ...filledIn(chosen), act: 'save' })
    expect(sent.headers.location).toBe(`${link}?meldung=proposedByLink`)
    expect(proposals()[0]).toMatchObject({ noun: 'meeting' })
  })

  it('that somebody changed meanwhile are told, and what was typed stays', async () => {
    change({ linkChanges: 'direct' })
    const link = asked()
    const form = filledIn(await house.get(at(link)))
    const sentence = 'jeden Dienstag 18 Uhr'
    const seen = await house.post(at(link), { ...form, sentence, act: 'check' })
    const { id, version } = meeting()
    const { slots } = meeting().schedule
    changeMeeting(house, SYSTEM, {
      id,
      version,
      draft: { ...meetingDraftOf(meeting()), schedule: { slots, note: 'nur mit Anmeldung' } },
    })
    const answer = await house.post(at(link), { ...filledIn(seen), act: 'save' })
    expect(answer.status).toBe(409)
    expect(answer.text('[role=alert]')).toContain('nur mit Anmeldung')
    expect(answer.text('[name=sentence]')).toBe(sentence)
    expect((await house.post(at(link), { ...filledIn(answer), act: 'save' })).status).toBe(303)
  })

  it('are the group’s own only', async () => {
    const link = asked()
    const other = house.store.organisations.bySlug('amnesty-international-gruppe-duisburg')?.id ?? 0
    const [foreign] = house.store.meetings.ofOrganisations([other])
    expect((await house.get(`${link}/treffen/${foreign?.id}`)).status).toBe(404)
    expect((await house.post(`${link}/treffen/${foreign?.id}`, {})).status).toBe(404)
  })
})

describe('a group that exists no longer', () => {
  it('is proposed to rest, with a word; the link is over', async () => {
    const link = asked()
    expect((await house.post(`${link}/ende`, { word: ' ' })).status).toBe(422)
    await house.post(`${link}/ende`, { word: 'Aufgelöst im März' })
    expect(choir().dormantSince).toBeNull()
    expect(proposals()[0]).toMatchObject({
      message: 'Aufgelöst im März',
      state: expect.objectContaining({ dormantSince: '2026-06-03' }),
    })
    expect((await house.get(link)).text('h1')).toBe('Danke, das ist erledigt')
  })

  it('rests once a coordinator has agreed; her own rights decide, not the link’s', async () => {
    await house.post(`${asked()}/ende`, { word: 'Aufgelöst im März' })
    const coordinator = await house.signIn('coordinator')
    const listed = await coordinator.get('/verwaltung/vorschlaege')
    const row = listed.$('tbody tr').filter((_, each) => listed.$(each).text().includes('Aufgelöst im März'))
    const opened = await coordinator.get(String(row.find('a').attr('href')))
    const take = String(opened.$('a[href*="vorschlag="]').attr('href'))
    const form = await coordinator.get(take)
    expect(form.$('[name=dormantSince]').attr('value')).toBe('3.6.2026')
    const saved = await coordinator.post(take, { ...filledIn(form), act: 'save' })
    expect(saved.status).toBe(303)
    expect(choir().dormantSince).toBe('2026-06-03')
    expect(house.store.revisions.ofEntry('organisation', choir().id)[0]).toMatchObject({
      by: 'Koordination Duisburg',
    })
    expect(proposals().some(({ message }) => message === 'Aufgelöst im März')).toBe(false)
  })

  it('rests at once where the group is trusted, and stays listed', async () => {
    change({ linkChanges: 'direct' })
    await house.post(`${asked()}/ende`, { word: 'Aufgelöst im März' })
    expect(choir().dormantSince).toBe('2026-06-03')
    expect(choir().internalNote).toContain(
      'Über den Link der Gruppe gemeldet am 3. Juni 2026: Aufgelöst im März',
    )
    expect((await house.get('/orte/duisburg')).text('main')).toContain('Ruht seit 3. Juni 2026')
  })
})

it('no internal value stands behind the link', async () => {
  change({ internalNote: 'nur abends anrufen' })
  const link = asked()
  const internal = house.store.contacts
    .allOf(choir().id)
    .filter(({ audience }) => audience === 'internal')
    .flatMap(({ channels }) => channels.map(({ value }) => value))
  for (const path of ['', '/angaben', '/ausfall', '/ende', `/treffen/${meeting().id}`]) {
    const { body } = await house.get(`${link}${path}`)
    for (const value of [...internal, 'nur abends anrufen']) expect(body).not.toContain(value)
  }
  expect(internal.length).toBeGreaterThan(0)
})
