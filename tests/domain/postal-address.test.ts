import { expect, it } from 'vitest'
import { addressForPost, postalLines } from '../../src/domain/postal-address.ts'

const visit = {
  kind: 'visit',
  addition: '',
  street: 'Flachsmarkt 15',
  postcode: '47051',
  town: 'Duisburg',
} as const
const post = { ...visit, kind: 'post', addition: 'Postfach 10', street: 'Hauptstraße 1' } as const

it('letters go to the address for post, else to where one visits', () => {
  expect(addressForPost([visit, post])).toBe(post)
  expect(addressForPost([visit])).toBe(visit)
  expect(addressForPost([])).toBeNull()
})

it('stands in the lines of DIN 5008, none of them empty', () => {
  expect(postalLines({ organisation: 'Chor', person: 'Erika Muster', address: post })).toEqual([
    'Chor',
    'Erika Muster',
    'Postfach 10',
    'Hauptstraße 1',
    '47051 Duisburg',
  ])
  expect(postalLines({ organisation: 'Chor', person: '', address: visit })).toEqual([
    'Chor',
    'Flachsmarkt 15',
    '47051 Duisburg',
  ])
})
