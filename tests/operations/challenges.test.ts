import { expect, test } from 'vitest'
import { isChallenge, newChallenge, useChallenge } from '../../src/operations/challenges.ts'
import { openOffice } from '../support/office.ts'

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

test('a challenge is known again for its own purpose, for ten minutes, and answered once', () => {
  const office = openOffice()
  const challenge = text(newChallenge(office, 'sign-in'))
  expect(isChallenge(office, 'sign-in', challenge)).toBe(true)
  expect(isChallenge(office, 'passkey of account 7', challenge)).toBe(false)
  const later = { ...office, clock: () => office.clock() + 600_001 }
  expect(isChallenge(later, 'sign-in', challenge)).toBe(false)
  expect(useChallenge(office, challenge)).toBe(true)
  expect(useChallenge(office, challenge)).toBe(false)
})

test.each(['', 'x', 'A'.repeat(72), '%%%'])('„%s“ is no challenge', (made) => {
  expect(isChallenge(openOffice(), 'sign-in', made)).toBe(false)
})

test('a challenge of another site is none of this one', () => {
  const challenge = text(newChallenge(openOffice(), 'sign-in'))
  expect(isChallenge(openOffice(), 'sign-in', challenge)).toBe(false)
})
