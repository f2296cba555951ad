import { expect, test } from 'vitest'
import { checkPassword } from '../../src/domain/password.ts'

const OWNER = { name: 'Mehmet Yıldız', email: 'mehmet.yildiz@gruppe.example' }
const problemOf = (password: string) => checkPassword(password, OWNER)[0]?.key ?? null

test.each([
  'korrekt Pferd Batterie Heftklammer',
  'vier gelbe Boote schweigen',
  '  mit Leerzeichen am Rand  ',
  '839201748372910',
  '汉字和更多的汉字在这里写着呢对吧',
  'Treffpunkt am Wasserturm, Dienstag',
  'x7#Kq!v2LmP9$wRt',
  'a😀b😀c😀d😀e😀f😀g😀h',
])('„%s“ is a password', (password) => {
  expect(problemOf(password)).toBeNull()
})

test.each(['', 'kurz', 'vierzehn Zeich', '😀'.repeat(14), 'ä'.repeat(201)])(
  '„%s“ has not 15 to 200 characters',
  (password) => {
    expect(problemOf(password)).toBe('password.length')
  },
)

test.each([
  'passwortpasswort',
  'Passwort123456789',
  'qwertzuiopasdfghjkl',
  '123456789012345',
  '987654321987654321',
  'aaaaaaaaaaaaaaaaaaa',
  'abababababababababab',
  'Treffpunkt-2026-Treffpunkt',
  'HalloHalloHallo1!',
  'mehmet.yildiz@gruppe.example',
  'MehmetYıldız2026!!',
  '1q2w3e4r5t6z7u8i9o0p',
  'iloveyouiloveyou!!',
  'Sommer2025Sommer2026',
])('„%s“ is easily guessed', (password) => {
  expect(problemOf(password)).toBe('password.guessable')
})
