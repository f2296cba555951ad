import { describe, expect, test } from 'vitest'
import {
  type Address,
  checkAddress,
  checkOrganisation,
  type OrganisationDraft,
  type OrganisationText,
  textIn,
} from '../../src/domain/organisation.ts'
import { organisationDraft } from '../support/drafts.ts'
import { day } from '../support/schedules.ts'

const YEAR = 2026
const TODAY = day('2026-06-03')

function problems(fields: Partial<OrganisationDraft>): string[] {
  return checkOrganisation(organisationDraft({ cityId: 1, ...fields }), TODAY).map(
    ({ field, key }) => `${field} ${key}`,
  )
}

describe('an organisation', () => {
  test('needs no more than a name', () => {
    expect(problems({})).toEqual([])
    expect(problems({ name: '  ' })).toEqual(['name name.missing'])
  })

  test.each<[string, Partial<OrganisationDraft>, string[]]>([
    ['a name of 200 letters', { name: 'x'.repeat(200) }, []],
    ['a name of 201', { name: 'x'.repeat(201) }, ['name tooLong']],
    ['a short name of 41', { shortName: 'x'.repeat(41) }, ['shortName tooLong']],
    ['founded this year', { foundedYear: YEAR }, []],
    ['founded next year', { foundedYear: YEAR + 1 }, ['foundedYear foundedYear.outOfRange']],
    ['founded in the year 999', { foundedYear: 999 }, ['foundedYear foundedYear.outOfRange']],
    ['founded in the middle of 1968', { foundedYear: 1968.5 }, ['foundedYear foundedYear.outOfRange']],
    ['one member', { memberCount: 1 }, []],
    ['no members', { memberCount: 0 }, ['memberCount memberCount.outOfRange']],
    ['a website', { website: 'https://amnesty-duisburg-oberhausen.de' }, []],
    ['a website without its scheme', { website: 'chor.example' }, ['website website.malformed']],
    ['a website that runs', { website: 'javascript:alert(1)' }, ['website website.malformed']],
    [
      'a website with a password in it',
      { website: 'https://me:secret@chor.example' },
      ['website website.malformed'],
    ],
  ])('with %s', (_what, fields, expected) => {
    expect(problems(fields)).toEqual(expected)
  })

  test('tells which of its texts and addresses is wrong, all at once', () => {
    const text: OrganisationText = { language: 'de', summary: '', description: '' }
    const address: Address = {
      kind: 'visit',
      addition: '',
      street: 'Flachsmarkt 15',
      postcode: '47051',
      town: 'Duisburg',
    }
    const fields = {
      name: '',
      texts: [text, { ...text, language: 'en', summary: 'x'.repeat(301) }],
      addresses: [address, { ...address, street: '', postcode: '4705' }],
    } as const
    expect(problems(fields)).toEqual([
      'name name.missing',
      'texts.1.summary tooLong',
      'addresses.1.street street.missing',
      'addresses.1.postcode postcode.malformed',
    ])
  })
})

test.each([
  ['04103', true],
  ['47051', true],
  ['D-47051', false],
  ['470511', false],
])('the postcode %s', (postcode, isOne) => {
  const address: Address = {
    kind: 'post',
    addition: 'c/o IZ',
    street: 'Flachsmarkt 15',
    postcode,
    town: 'Duisburg',
  }
  expect(checkAddress(address).length === 0).toBe(isOne)
})

describe('the text for a reader', () => {
  const german: OrganisationText = { language: 'de', summary: 'Ein Chor.', description: '' }
  const english: OrganisationText = { language: 'en', summary: 'A choir.', description: '' }

  test('is in the language asked for', () => {
    expect(textIn([german, english], 'en')).toBe(english)
  })

  test('is German where the other has no summary, or there is no other', () => {
    expect(textIn([german, { ...english, summary: '' }], 'en')).toBe(german)
    expect(textIn([german], 'en')).toBe(german)
  })

  test('is whatever there is, or nothing', () => {
    expect(textIn([english], 'de')).toBe(english)
    expect(textIn([], 'de')).toBeNull()
  })
})
