import { describe, expect, test } from 'vitest'
import type { Consent, PublicContact } from '../../src/domain/contact.ts'
import { showContact, showContacts } from '../../src/domain/visibility.ts'
import { day } from '../support/schedules.ts'

const TODAY = day('2026-06-03')
const NAME = null
const TELEPHONE = 1
const MAIL = 2

function contact(fields: Partial<PublicContact> = {}): PublicContact {
  return {
    id: 7,
    organisationId: 3,
    audience: 'public',
    function: 'Leitung',
    person: { id: 5, name: 'Erika Mustermann' },
    channels: [
      { id: TELEPHONE, kind: 'telephone', value: '030 23125 001', note: '' },
      { id: MAIL, kind: 'email', value: 'erika@chor.example', note: '' },
    ],
    consents: [],
    hours: null,
    note: 'Am besten abends.',
    version: 1,
    archivedAt: null,
    ...fields,
  }
}

function consent(channelId: number | null, fields: Partial<Consent> = {}): Consent {
  const given = { givenOn: day('2026-01-10'), way: 'paper', wording: '' } as const
  const noted = { endsOn: null, withdrawnOn: null, notedBy: 'Klara', notedOn: null }
  return { channelId, place: 'web', ...given, ...noted, ...fields }
}

/** Name, channels and note as a reader of this place sees them; null where there is nothing. */
function shown(subject: PublicContact, place: Consent['place'] = 'web') {
  const seen = showContact(subject, place, TODAY)
  return seen && [seen.personName, seen.channels.map((channel) => channel.id), seen.note]
}

describe('of a contact with a person', () => {
  test('nothing is shown without consent', () => {
    expect(shown(contact())).toBeNull()
  })

  test('only the channel agreed to is shown, without the name and without what was noted of the person', () => {
    expect(shown(contact({ consents: [consent(MAIL)] }))).toEqual([null, [MAIL], ''])
  })

  test('the name is shown by a consent of its own', () => {
    const consents = [consent(NAME), consent(TELEPHONE)]
    expect(shown(contact({ consents }))).toEqual(['Erika Mustermann', [TELEPHONE], 'Am besten abends.'])
  })

  test('a name without a channel helps nobody and is not shown', () => {
    expect(shown(contact({ consents: [consent(NAME)] }))).toBeNull()
  })

  test('consent for the web is none for print or open data', () => {
    const subject = contact({ consents: [consent(NAME), consent(MAIL)] })
    expect(shown(subject, 'web')).not.toBeNull()
    expect(shown(subject, 'print')).toBeNull()
    expect(shown(subject, 'open-data')).toBeNull()
  })

  test.each([
    ['given today', { givenOn: TODAY }, true],
    ['given only tomorrow', { givenOn: day('2026-06-04') }, false],
    ['withdrawn today', { withdrawnOn: TODAY }, false],
    ['until today', { endsOn: TODAY }, true],
    ['until yesterday', { endsOn: day('2026-06-02') }, false],
    ['withdrawn from tomorrow', { withdrawnOn: day('2026-06-04') }, true],
  ])('consent %s', (_when, fields, counts) => {
    expect(shown(contact({ consents: [consent(MAIL, fields)] })) !== null).toBe(counts)
  })

  test('consent withdrawn and given anew counts', () => {
    const consents = [consent(MAIL, { withdrawnOn: day('2026-02-01') }), consent(MAIL)]
    expect(shown(contact({ consents }))).toEqual([null, [MAIL], ''])
  })
})

test('a role without a person shows all of its channels everywhere', () => {
  const role = contact({ person: null })
  for (const place of ['web', 'print', 'open-data'] as const)
    expect(shown(role, place)).toEqual([null, [TELEPHONE, MAIL], 'Am besten abends.'])
})

test('an archived contact is not shown, nor one without channels', () => {
  expect(shown(contact({ person: null, archivedAt: '2026-01-01T00:00:00Z' }))).toBeNull()
  expect(shown(contact({ person: null, channels: [] }))).toBeNull()
})

test('an internal contact that got in by mistake is not shown', () => {
  const internal: PublicContact = Object.assign(
    contact({ person: null }),
    JSON.parse('{"audience":"internal"}'),
  )
  expect(internal.audience).toBe('internal')
  expect(showContact(internal, 'web', TODAY)).toBeNull()
})

test('of many, those that may be shown are left, in their order', () => {
  const many = [contact({ id: 2, person: null }), contact({ id: 3 }), contact({ id: 1, person: null })]
  expect(showContacts(many, 'web', TODAY).map((seen) => seen.id)).toEqual([2, 1])
})
