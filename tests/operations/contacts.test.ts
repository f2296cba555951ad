import { describe, expect, test } from 'vitest'
import type { ContactDraft } from '../../src/domain/contact.ts'
import { contactDraftOf } from '../../src/operations/contact-drafts.ts'
import { archiveContact, changeContact, createContact } from '../../src/operations/contacts.ts'
import { aContact, idOf, openTown, problemsOf, type Town } from '../support/cast.ts'
import { contactDraft } from '../support/drafts.ts'
import { day } from '../support/schedules.ts'

const TODAY = day('2026-06-03')

/** A person who agreed on paper to the name and the mail address on the web. */
function erika({ groupId }: Town, fields: Partial<ContactDraft> = {}): ContactDraft {
  return contactDraft({
    organisationId: groupId,
    personName: 'Erika Mustermann',
    namePlaces: ['web'],
    consentWay: 'paper',
    consentGivenOn: day('2026-05-01'),
    channels: [{ id: null, kind: 'email', value: 'erika@chor.example', note: '', places: ['web'] }],
    ...fields,
  })
}

/** The contact as it is stored, as its form shows it, and with its consents in few words. */
function read({ office }: Town, id: number) {
  const contact = office.store.contacts.byId(id)
  if (contact === null) throw new Error(`no contact ${id}`)
  const consents = contact.consents.map(({ channelId, place, withdrawnOn }) =>
    [channelId === null ? 'name' : 'channel', place, withdrawnOn ?? 'stands'].join(' '),
  )
  return { contact, form: contactDraftOf(contact, TODAY), consents }
}

describe('creating a contact', () => {
  test('is for whoever speaks for the organisation; what was agreed to is noted', () => {
    const town = openTown()
    const id = idOf(createContact(town.office, town.by.editor, erika(town)))
    const { form, consents } = read(town, id)
    expect(form).toMatchObject({ personName: 'Erika Mustermann', namePlaces: ['web'], consentWay: 'paper' })
    expect(consents).toEqual(['name web stands', 'channel web stands'])
    expect(town.office.store.revisions.ofEntry('contact', id)).toMatchObject([
      { version: 1, by: 'editor', state: form },
    ])
  })

  test('is for no stranger', () => {
    const town = openTown()
    for (const person of [town.by.otherCoordinator, town.by.staff, town.by.stranger])
      expect(() => createContact(town.office, person, erika(town))).toThrow('forbidden')
    expect(town.office.store.contacts.allOf(town.groupId)).toEqual([])
  })

  test('is refused where something is wrong', () => {
    const town = openTown()
    const draft = erika(town, { function: '', consentWay: null })
    expect(problemsOf(createContact(town.office, town.by.editor, draft))).toEqual([
      'function function.missing',
      'consentWay consentWay.missing',
    ])
  })
})

describe('changing a contact', () => {
  test('keeps every saved state, and the channel its identity', () => {
    const town = openTown()
    const id = aContact(town.office, erika(town))
    const { form } = read(town, id)
    const [mail] = form.channels
    if (mail === undefined) throw new Error('the channel is missing')
    const telephone = { id: null, kind: 'telephone', value: '030 23125 001', note: '', places: [] } as const
    const draft = { ...form, channels: [telephone, mail] }
    expect(changeContact(town.office, town.by.editor, { id, version: 1, draft })).toEqual({
      kind: 'saved',
      id,
      version: 2,
    })
    const after = read(town, id)
    expect(after.contact.channels.map((channel) => channel.kind)).toEqual(['telephone', 'email'])
    expect(after.contact.channels[1]?.id).toBe(mail.id)
    expect(after.consents).toEqual(['name web stands', 'channel web stands'])
    expect(
      town.office.store.revisions.ofEntry('contact', id).map(({ version, by }) => [version, by]),
    ).toEqual([
      [2, 'editor'],
      [1, 'System'],
    ])
  })

  test('can withdraw and widen what was agreed to', () => {
    const town = openTown()
    const id = aContact(town.office, erika(town))
    const { form } = read(town, id)
    changeContact(town.office, town.by.editor, { id, version: 1, draft: { ...form, namePlaces: ['print'] } })
    expect(read(town, id).consents).toEqual([
      'name web 2026-06-03',
      'channel web stands',
      'name print stands',
    ])
    expect(read(town, id).form.namePlaces).toEqual(['print'])
  })

  test('gives everything that stands another end, and each keeps its own day and way', () => {
    const town = openTown()
    const id = aContact(town.office, erika(town))
    const { form } = read(town, id)
    const wider = { namePlaces: ['web', 'print'], consentWay: 'mail', consentGivenOn: TODAY } as const
    const draft: ContactDraft = { ...form, ...wider, consentWording: 'Ja.', consentEndsOn: day('2026-12-31') }
    changeContact(town.office, town.by.editor, { id, version: 1, draft })
    const standing = read(town, id).contact.consents.filter(({ withdrawnOn }) => withdrawnOn === null)
    expect(
      standing.map(({ channelId, place, givenOn, way, wording, endsOn, notedOn }) => [
        channelId === null ? 'name' : 'channel',
        place,
        givenOn,
        way,
        wording,
        endsOn,
        notedOn,
      ]),
    ).toEqual([
      ['name', 'web', '2026-05-01', 'paper', '', '2026-12-31', TODAY],
      ['name', 'print', TODAY, 'mail', 'Ja.', '2026-12-31', TODAY],
      ['channel', 'web', '2026-05-01', 'paper', '', '2026-12-31', TODAY],
    ])
  })

  test('keeps the former wording of a consent that is given anew', () => {
    const town = openTown()
    const id = aContact(town.office, erika(town, { consentWording: 'Mein Name darf ins Netz.' }))
    const { form } = read(town, id)
    const draft = { ...form, consentWording: 'Mein Name und meine Nummer dürfen ins Netz.' }
    changeContact(town.office, town.by.editor, { id, version: 1, draft })
    const ofName = read(town, id).contact.consents.filter(({ channelId }) => channelId === null)
    expect(ofName.map(({ wording, withdrawnOn }) => [wording, withdrawnOn])).toEqual([
      ['Mein Name darf ins Netz.', TODAY],
      ['Mein Name und meine Nummer dürfen ins Netz.', null],
    ])
  })

  test('to another person takes along nothing of what the former one agreed to', () => {
    const town = openTown()
    const id = aContact(town.office, erika(town))
    const { form } = read(town, id)
    const channels = form.channels.map((channel) => ({ ...channel, places: [] }))
    const draft = { ...form, personName: 'Max Beispiel', namePlaces: [], channels }
    changeContact(town.office, town.by.editor, { id, version: 1, draft })
    expect(read(town, id)).toMatchObject({ contact: { person: { name: 'Max Beispiel' } }, consents: [] })
    const persons = town.office.database.prepare('SELECT name FROM person').pluck().all()
    expect(persons).toEqual(['Max Beispiel'])
  })

  test('corrects a spelling without losing what was agreed to', () => {
    const town = openTown()
    const id = aContact(town.office, erika(town))
    const { form } = read(town, id)
    changeContact(town.office, town.by.editor, {
      id,
      version: 1,
      draft: { ...form, personName: 'Erika Musterfrau' },
    })
    expect(read(town, id).consents).toEqual(['name web stands', 'channel web stands'])
  })

  test('is neither for a stranger nor from an outdated copy', () => {
    const town = openTown()
    const id = aContact(town.office, erika(town))
    const { form } = read(town, id)
    for (const person of [town.by.otherCoordinator, town.by.staff, town.by.stranger])
      expect(() => changeContact(town.office, person, { id, version: 1, draft: form })).toThrow('forbidden')
    changeContact(town.office, town.by.editor, { id, version: 1, draft: { ...form, note: 'abends' } })
    const late = changeContact(town.office, town.by.coordinator, {
      id,
      version: 1,
      draft: { ...form, note: 'morgens' },
    })
    expect(late).toEqual({ kind: 'outdated', version: 2 })
    expect(read(town, id).form.note).toBe('abends')
    expect(() =>
      changeContact(town.office, town.by.administrator, { id: 999, version: 1, draft: form }),
    ).toThrow('not-found')
  })
})

test('readers are handed contacts for the public only, and none that is archived', () => {
  const town = openTown()
  const { office, by, groupId } = town
  const open = aContact(office, contactDraft({ organisationId: groupId }))
  aContact(office, contactDraft({ organisationId: groupId, audience: 'internal', function: 'Hausmeister' }))
  const old = aContact(office, contactDraft({ organisationId: groupId, function: 'Kasse' }))
  expect(() => archiveContact(office, by.stranger, { id: old, version: 1, act: 'archive' })).toThrow(
    'forbidden',
  )
  expect(archiveContact(office, by.editor, { id: old, version: 2, act: 'archive' })).toEqual({
    kind: 'outdated',
    version: 1,
  })
  archiveContact(office, by.editor, { id: old, version: 1, act: 'archive' })
  expect(office.store.contacts.publicOf([groupId]).map((contact) => contact.id)).toEqual([open])
  expect(office.store.contacts.allOf(groupId)).toHaveLength(3)
  archiveContact(office, by.editor, { id: old, version: 2, act: 'bring-back' })
  expect(office.store.contacts.publicOf([groupId])).toHaveLength(2)
  expect(office.store.revisions.ofEntry('contact', old)).toHaveLength(3)
})
