import { describe, expect, test } from 'vitest'
import { endsOfConsents, holds } from '../../src/domain/consent.ts'
import type { Consent, Contact } from '../../src/domain/contact.ts'
import { day } from '../support/schedules.ts'

const TODAY = day('2026-06-03')

function consent(fields: Partial<Consent> = {}): Consent {
  return {
    channelId: null,
    place: 'web',
    givenOn: day('2026-01-10'),
    way: 'paper',
    wording: '',
    endsOn: null,
    withdrawnOn: null,
    notedBy: 'Klara',
    notedOn: null,
    ...fields,
  }
}

function ends(consents: readonly Consent[], fields: Partial<Pick<Contact, 'archivedAt' | 'person'>> = {}) {
  const person = { id: 5, name: 'Erika Mustermann' }
  const rest = {
    id: 7,
    organisationId: 3,
    function: 'Leitung',
    channels: [],
    hours: null,
    note: '',
    version: 1,
  }
  return endsOfConsents({ ...rest, audience: 'public', archivedAt: null, person, ...fields, consents }, TODAY)
}

test.each<[string, Partial<Consent>, boolean]>([
  ['without an end', {}, true],
  ['until today', { endsOn: TODAY }, true],
  ['until yesterday', { endsOn: day('2026-06-02') }, false],
  ['withdrawn today', { withdrawnOn: TODAY }, false],
  ['given tomorrow', { givenOn: day('2026-06-04') }, false],
])('a consent %s', (_what, fields, does) => {
  expect(holds(consent(fields), TODAY)).toBe(does)
})

describe('the end of a consent', () => {
  test.each<[string, Partial<Consent>, string | null]>([
    ['is told when it is today', { endsOn: TODAY }, '2026-06-03'],
    ['is told 30 days ahead', { endsOn: day('2026-07-03') }, '2026-07-03'],
    ['is not told 31 days ahead', { endsOn: day('2026-07-04') }, null],
    ['is not told of what was taken back', { endsOn: TODAY, withdrawnOn: TODAY }, null],
  ])('%s', (_what, fields, ending) => {
    expect(ends([consent(fields)])).toEqual({ ended: null, ending })
  })

  const past = consent({ endsOn: day('2026-06-02') })

  test('stays told once it has passed', () => {
    expect(ends([past])).toEqual({ ended: '2026-06-02', ending: null })
  })

  test('is told no more once another consent was noted', () => {
    expect(ends([past, consent()])).toEqual({ ended: null, ending: null })
  })

  test('is told of no contact in the archive, and of none without a person', () => {
    expect(ends([past], { archivedAt: '2026-06-01T10:00:00Z' })).toEqual({ ended: null, ending: null })
    expect(ends([past], { person: null })).toEqual({ ended: null, ending: null })
  })
})
