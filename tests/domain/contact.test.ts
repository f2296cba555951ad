import { describe, expect, test } from 'vitest'
import {
  type ChannelDraft,
  type ContactDraft,
  checkContact,
  isEmail,
  isSamePerson,
  isTelephone,
} from '../../src/domain/contact.ts'
import { contactDraft } from '../support/drafts.ts'
import { day } from '../support/schedules.ts'

const TODAY = day('2026-06-03')

function channel(fields: Partial<ChannelDraft> = {}): ChannelDraft {
  return { id: null, kind: 'email', value: 'chor@bruecken.example', note: '', places: [], ...fields }
}

function problems(fields: Partial<ContactDraft>): string[] {
  return checkContact(contactDraft({ organisationId: 1, ...fields }), TODAY).map(
    ({ field, key }) => `${field} ${key}`,
  )
}

test.each([
  '030 23125 001',
  '+49 (30) 23125-001',
  '0221/4710 101',
  '0641 9390 1681',
  '110',
  '0049 30 23125001',
])('%s is a telephone number', (text) => {
  expect(isTelephone(text)).toBe(true)
})

test.each([
  '',
  '12',
  'abends',
  '030 23125 001 (abends)',
  '030\n23125x',
  '030\n23125',
  '1'.repeat(17),
  `110${' '.repeat(99)}1`,
])('"%s" is no telephone number', (text) => {
  expect(isTelephone(text)).toBe(false)
})

test.each([
  'chor@bruecken.example',
  'ki.duisburg+info@stadt.example',
  'post@bücher.example',
  'jörg@chor.example',
])('%s is an e-mail address', (text) => {
  expect(isEmail(text)).toBe(true)
})

test.each([
  '',
  'chor',
  'chor@',
  '@chor.example',
  'chor@bruecken',
  'a@b.de, c@d.de',
  'a b@c.de',
  'a@b@c.de',
  '<a@b.de>',
])('"%s" is no e-mail address', (text) => {
  expect(isEmail(text)).toBe(false)
})

describe('a contact', () => {
  test('is a function with at least one way to reach it', () => {
    expect(problems({})).toEqual([])
    expect(problems({ function: '', channels: [] })).toEqual([
      'function function.missing',
      'channels channels.missing',
    ])
  })

  test('tells which channel is wrong', () => {
    const channels = [
      channel(),
      channel({ value: 'chor' }),
      channel({ kind: 'mobile', value: 'abends' }),
      channel({ kind: 'form', value: '' }),
    ]
    expect(problems({ channels })).toEqual([
      'channels.1.value email.malformed',
      'channels.2.value telephone.malformed',
    ])
  })
})

describe('what a person agreed to', () => {
  const agreed: Partial<ContactDraft> = {
    personName: 'Erika Mustermann',
    namePlaces: ['web'],
    consentWay: 'paper',
    consentGivenOn: TODAY,
  }

  test('needs the day and the way', () => {
    expect(problems(agreed)).toEqual([])
    expect(problems({ ...agreed, consentWay: null, consentGivenOn: null })).toEqual([
      'consentWay consentWay.missing',
      'consentGivenOn consentGivenOn.missing',
    ])
  })

  test('was not agreed to tomorrow', () => {
    expect(problems({ ...agreed, consentGivenOn: day('2026-06-04') })).toEqual([
      'consentGivenOn consentGivenOn.future',
    ])
  })

  test('is asked for a channel alone, too', () => {
    const channels = [channel({ places: ['print'] })]
    expect(problems({ personName: 'Erika Mustermann', channels })).toEqual([
      'consentWay consentWay.missing',
      'consentGivenOn consentGivenOn.missing',
    ])
  })

  test('is asked of nobody where there is no person, or nothing is to be shown', () => {
    expect(problems({ personName: '', channels: [channel({ places: ['web'] })] })).toEqual([])
    expect(problems({ personName: 'Erika Mustermann' })).toEqual([])
  })
})

test.each([
  ['Erica Muster', 'Erika Muster', true],
  ['Erika Muster', 'Erika Beispiel', true],
  ['erika muster', 'Dr. Erika Muster', true],
  ['Frau Muster', 'Frau Mustermann-Muster', false],
  ['Erika Muster', 'Max Muster', false],
  ['Frau Muster', 'Herr Muster', false],
  ['Frau Muster', 'Frau Beispiel', false],
  ['Dr. Anna Muster', 'Dr. Karl Beispiel', false],
  ['Anna von Stein', 'Adam von Berg', false],
  ['Erika Muster', '', false],
])('“%s” and “%s” can be one person: %s', (one, other, isSame) => {
  expect(isSamePerson(one, other)).toBe(isSame)
  expect(isSamePerson(other, one)).toBe(isSame)
})
