import { describe, expect, it, test } from 'vitest'
import { RULE_LANGUAGES, type RuleLanguage } from '../../src/domain/language.ts'
import type { OrganisationDraft } from '../../src/domain/organisation.ts'
import { askNow, askWhoeverIsDue } from '../../src/operations/confirmation-requests.ts'
import { confirmOrganisation } from '../../src/operations/confirmations.ts'
import { changeOrganisation, draftOf } from '../../src/operations/organisations.ts'
import { sendWaiting } from '../../src/operations/outbox.ts'
import type { Delivery } from '../../src/post/mailer.ts'
import { aContact, aMeeting, openTown, type Town } from '../support/cast.ts'
import { day, rule, schedule, slot } from '../support/schedules.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const LINK = /https:\/\/treffpunkt\.example\/bestaetigen\/([\w-]{43})/

/** A town whose clock moves, and whose choir has a role address and was confirmed on 3 June 2026. */
function townWithChoir(fields: Partial<OrganisationDraft> = {}) {
  const town = openTown({ now: '2026-06-03T10:00:00Z' })
  let now = town.office.clock()
  const office = { ...town.office, clock: () => now }
  const stored = office.store.organisations.byId(town.groupId)
  if (stored === null) throw new Error('no choir')
  changeOrganisation(office, town.by.coordinator, {
    id: town.groupId,
    version: 1,
    draft: { ...draftOf(stored), reviewMonths: 6, ...fields },
  })
  aContact(office, { organisationId: town.groupId })
  confirmOrganisation(office, town.by.coordinator, town.groupId, { way: 'telephone' })
  const linkTo = (token: string) => `https://treffpunkt.example/bestaetigen/${token}`
  return {
    ...town,
    office,
    on: (text: string) => (now = Date.parse(`${text}T10:00:00Z`)),
    pass: (ms: number) => (now += ms),
    round: () => askWhoeverIsDue(office, linkTo),
    askNow: (by: Town['by']['editor']) => askNow(office, by, town.groupId, linkTo),
    mails: () => office.store.outbox.rows({ limit: 50, offset: 0 }),
    deliver: (delivery: Delivery) => sendWaiting(office, { deliver: async () => delivery }),
  }
}

describe('the round', () => {
  it('asks when the confirmation is due, reminds once, and leaves the rest to the telephone', () => {
    const town = townWithChoir()
    const asked: string[] = []
    for (let at = Date.parse('2026-11-25'); at < Date.parse('2027-12-31'); at += DAY_MS) {
      const today = new Date(at).toISOString().slice(0, 10)
      town.on(today)
      if (town.round() > 0) asked.push(today)
    }
    expect(asked).toEqual(['2026-12-03', '2026-12-24'])
    expect(town.mails().map(({ body }) => body.includes('schon einmal gefragt'))).toEqual([true, false])
  })

  it('asks nobody who confirmed in the meantime', () => {
    const town = townWithChoir()
    town.on('2026-12-03')
    town.round()
    town.on('2026-12-10')
    confirmOrganisation(town.office, town.by.editor, town.groupId, { way: 'form' })
    town.on('2027-01-10')
    expect(town.round()).toBe(0)
    town.on('2027-06-10')
    expect(town.round()).toBe(1)
    expect(town.mails()[0]?.body).not.toContain('schon einmal gefragt')
  })

  it('does not ask a group that rests, one in the archive, or one without an address', () => {
    for (const fields of [{ dormantSince: day('2026-06-01') }]) {
      const town = townWithChoir(fields)
      town.on('2027-06-03')
      expect(town.round()).toBe(0)
    }
    const town = openTown()
    expect(askWhoeverIsDue({ ...town.office, clock: () => Date.parse('2027-06-03') }, String)).toBe(0)
  })

  it('sends no mail to an address that was refused, and asks no more where there is no other', async () => {
    const town = townWithChoir()
    town.on('2026-12-03')
    town.round()
    await town.deliver({ kind: 'refused', reason: '550 no such user' })
    town.on('2026-12-24')
    expect(town.round()).toBe(0)
    aContact(town.office, {
      organisationId: town.groupId,
      audience: 'internal',
      channels: [{ id: null, kind: 'email', value: 'vorstand@bruecken.example', note: '', places: [] }],
    })
    expect(town.round()).toBe(1)
    expect(town.mails()[0]?.recipient).toBe('vorstand@bruecken.example')
  })

  it('writes to persons only where no function has an address', () => {
    const town = townWithChoir()
    aContact(town.office, {
      organisationId: town.groupId,
      personName: 'Kim Beispiel',
      channels: [{ id: null, kind: 'email', value: 'kim@privat.example', note: '', places: [] }],
    })
    town.on('2026-12-03')
    town.round()
    expect(town.mails().map(({ recipient }) => recipient)).toEqual(['chor@bruecken.example'])
  })

  it('keeps the token nowhere but in the mail', () => {
    const town = townWithChoir()
    town.on('2026-12-03')
    town.round()
    const [, token = ''] = LINK.exec(town.mails()[0]?.body ?? '') ?? []
    expect(token).toHaveLength(43)
    expect(town.office.store.confirmationRequests.byTokenHash(token)).toBeNull()
  })
})

describe('a person at the desk', () => {
  it('sends the mail at once; the state of the latest is told', async () => {
    const town = townWithChoir()
    const stateOf = () => town.office.store.confirmationRequests.latestOf([town.groupId]).get(town.groupId)
    expect(stateOf()).toBeUndefined()
    expect(town.askNow(town.by.coordinator).kind).toBe('saved')
    expect(stateOf()).toMatchObject({ madeAt: '2026-06-03T10:00:00Z', mails: 1, waiting: 1, refused: 0 })
    await town.deliver({ kind: 'refused', reason: '550' })
    expect(stateOf()).toMatchObject({ waiting: 0, refused: 1 })
  })

  it('does so once, whoever else taps, too', () => {
    const town = townWithChoir()
    town.askNow(town.by.coordinator)
    expect(town.askNow(town.by.editor)).toEqual({ kind: 'not-sent', because: 'just-sent' })
    town.pass(11 * 60 * 1000)
    expect(town.askNow(town.by.editor).kind).toBe('saved')
  })

  it('is told where nobody has an address', () => {
    const town = openTown()
    expect(askNow(town.office, town.by.coordinator, town.groupId, String)).toEqual({
      kind: 'not-sent',
      because: 'no-address',
    })
  })

  it('who is a stranger sends none', () => {
    const town = townWithChoir()
    for (const by of [town.by.otherCoordinator, town.by.staff, town.by.stranger])
      expect(() => town.askNow(by)).toThrow('forbidden')
    expect(town.mails()).toEqual([])
  })
})

describe('an address', () => {
  it('that takes mail again loses its mark', async () => {
    const town = townWithChoir()
    town.askNow(town.by.coordinator)
    await town.deliver({ kind: 'refused', reason: '550' })
    expect(town.office.store.outbox.refusedFor('chor@bruecken.example')).not.toBeNull()
    town.office.store.outbox.add(
      { recipient: 'chor@bruecken.example', subject: 'S', body: 'B' },
      '2026-06-03T09:00:00Z',
    )
    await town.deliver({ kind: 'sent' })
    expect(town.office.store.outbox.refusedFor('chor@bruecken.example')).toBeNull()
  })
})

describe('the mail', () => {
  const QUESTIONS: Readonly<Record<RuleLanguage, readonly [subject: string, times: string, date: string]>> = {
    de: [
      'Stimmt das noch?',
      'Jeden 1. und 3. Mittwoch im Monat, 19:30 Uhr',
      'Mittwoch, 3. Juni 2026, 19:30 Uhr',
    ],
    en: ['Is this still right?', '1st and 3rd Wednesday', 'Wednesday, 3 June 2026, 19:30'],
    tr: ['Bu bilgiler hâlâ doğru mu?', 'çarşamba', '3 Haziran 2026 Çarşamba, 19:30'],
    uk: ['Чи все ще правильно?', 'серед', 'середа, 3 червня 2026 р., 19:30'],
    ar: ['هل ما زالت هذه المعلومات صحيحة؟', 'أربعاء', 'الأربعاء، 3 يونيو 2026, 19:30'],
    ru: ['Всё ли ещё верно?', 'сред', 'среда, 3 июня 2026 г., 19:30'],
  }

  test.each(RULE_LANGUAGES)(
    'in %s shows the entry, its times as a sentence and its next dates; German follows',
    (language) => {
      const town = townWithChoir({ mailLanguage: language })
      aMeeting(town.office, {
        organisationId: town.groupId,
        title: 'Offene Probe',
        schedule: schedule([
          slot(
            rule({
              kind: 'monthly-weekday',
              ordinals: [1, 3],
              weekdays: [3],
              months: { kind: 'every-month' },
            }),
            '19:30',
          ),
        ]),
      })
      town.askNow(town.by.coordinator)
      const { subject = '', body = '' } = town.mails()[0] ?? {}
      const [question, times, date] = QUESTIONS[language]
      const asked = language === 'de' ? question : `${question} / Stimmt das noch?`
      expect(subject).toBe(`${asked} Chor der Brücken`)
      for (const part of [times, date]) expect(body.toLowerCase()).toContain(part.toLowerCase())
      expect(body).toContain('chor@bruecken.example')
      expect(body.match(new RegExp(LINK, 'g'))).toHaveLength(language === 'de' ? 1 : 2)
      expect(body).toContain('Das steht zurzeit im Verzeichnis:')
      expect(body).toContain('Der Link gilt bis 3. Juli 2026.')
      expect(body).not.toMatch(/[{}]|undefined|null/)
    },
  )

  it('says nothing that readers do not see', () => {
    const town = townWithChoir({ internalNote: 'nur abends anrufen' })
    aContact(town.office, {
      organisationId: town.groupId,
      audience: 'internal',
      channels: [{ id: null, kind: 'mobile', value: '0171 000000', note: '', places: [] }],
    })
    town.askNow(town.by.coordinator)
    expect(town.mails()[0]?.body).not.toMatch(/nur abends|0171/)
  })
})
