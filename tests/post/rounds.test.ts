import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { inRounds } from '../../src/post/rounds.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('work is done again and again, until it is stopped', async () => {
  let rounds = 0
  const stop = inRounds(
    async () => void rounds++,
    1000,
    () => undefined,
  )
  expect(rounds).toBe(0)
  await vi.advanceTimersByTimeAsync(3500)
  expect(rounds).toBe(3)
  stop()
  await vi.advanceTimersByTimeAsync(5000)
  expect(rounds).toBe(3)
})

it('never two rounds run at once', async () => {
  const ends: (() => void)[] = []
  inRounds(
    () => new Promise<void>((resolve) => ends.push(resolve)),
    1000,
    () => undefined,
  )
  await vi.advanceTimersByTimeAsync(10_000)
  expect(ends).toHaveLength(1)
  ends[0]?.()
  await vi.advanceTimersByTimeAsync(1000)
  expect(ends).toHaveLength(2)
})

it('a round that fails is told, and the next one comes', async () => {
  const told: unknown[] = []
  inRounds(
    () => Promise.reject('broken'),
    1000,
    (error) => void told.push(error),
  )
  await vi.advanceTimersByTimeAsync(2500)
  expect(told).toEqual(['broken', 'broken'])
})
