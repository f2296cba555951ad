import { describe, expect, it } from 'vitest'
import { openTurnstile, type Width } from '../../src/http/turnstile.ts'

const WIDTH: Width = { atOnce: 2, waiting: 3, ofClient: 2, ofClientPerMinute: 4 }

/** Work that ends when it is told to. */
function work() {
  let end = () => {}
  let hasBegun = false
  const done = new Promise<void>((resolve) => {
    end = resolve
  })
  return {
    begin: () => {
      hasBegun = true
      return done
    },
    end: () => end(),
    hasBegun: () => hasBegun,
  }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('work that costs much', () => {
  it('is done in turn, only so much of it at once', async () => {
    const { pass } = openTurnstile(WIDTH)
    const [one, two, three] = [work(), work(), work()]
    const all = [pass('a', one.begin), pass('b', two.begin), pass('c', three.begin)]
    await settle()
    expect([one, two, three].map((each) => each.hasBegun())).toEqual([true, true, false])
    one.end()
    await settle()
    expect(three.hasBegun()).toBe(true)
    two.end()
    three.end()
    await Promise.all(all)
  })

  it('of one client never takes the turn of all others', async () => {
    const { pass } = openTurnstile(WIDTH)
    const [one, two, other] = [work(), work(), work()]
    const all = [pass('a', one.begin), pass('a', two.begin)]
    await expect(pass('a', work().begin)).rejects.toThrow('busy')
    all.push(pass('b', other.begin))
    one.end()
    await settle()
    expect(other.hasBegun()).toBe(true)
    two.end()
    other.end()
    await Promise.all(all)
  })

  it('is refused to everybody where too many wait', async () => {
    const { pass } = openTurnstile(WIDTH)
    const works = Array.from({ length: 5 }, work)
    const passing = works.map((each, index) => pass(String(index), each.begin))
    await expect(pass('late', work().begin)).rejects.toThrow('busy')
    for (const each of works) each.end()
    await Promise.all(passing)
  })

  it('is done so often for one client in a minute, and again in the next', async () => {
    let now = 0
    const { pass } = openTurnstile(WIDTH, () => now)
    for (let attempt = 0; attempt < WIDTH.ofClientPerMinute; attempt += 1) await pass('a', () => attempt)
    await expect(pass('a', () => 0)).rejects.toThrow('busy')
    expect(await pass('b', () => 'other')).toBe('other')
    now = 60_000
    expect(await pass('a', () => 'again')).toBe('again')
  })

  it('that fails makes room, too', async () => {
    const { pass } = openTurnstile({ ...WIDTH, atOnce: 1, ofClientPerMinute: 9 })
    const fails = () => pass('a', () => Promise.reject(new Error('broken')))
    await expect(fails()).rejects.toThrow('broken')
    await expect(fails()).rejects.toThrow('broken')
    expect(await pass('a', () => 'well')).toBe('well')
  })
})
