import { describe, expect, it } from 'vitest'
import { hash, verify } from '../../src/operations/password-hash.ts'

describe('the hash of a password', () => {
  it('knows its password and no other', async () => {
    const stored = await hash('ein langes Passwort')
    expect(stored).toMatch(/^\$argon2id\$/)
    expect(await verify(stored, 'ein langes Passwort')).toBe(true)
    expect(await verify(stored, 'ein langes passwort')).toBe(false)
  })

  it('is another one each time', async () => {
    expect(await hash('ein langes Passwort')).not.toBe(await hash('ein langes Passwort'))
  })
})
