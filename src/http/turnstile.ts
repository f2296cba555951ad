import { busy } from '../domain/refusal.ts'

const MINUTE_MS = 60_000

/** Lets through work that costs a processor much: hashing a password takes as long as making thirty pages. */
export type Turnstile = {
  pass<Result>(client: string, work: () => Promise<Result> | Result): Promise<Result>
}

/** How much is let through: at once, waiting in turn, and of one client at a time and in a minute. */
export type Width = {
  readonly atOnce: number
  readonly waiting: number
  readonly ofClient: number
  readonly ofClientPerMinute: number
}

/**
 * Lets the work in, in turn; throws Busy for a client that sends too much, so that it takes no turn of others, and for
 * everybody where too many wait.
 */
export function openTurnstile(width: Width, clock: () => number = Date.now): Turnstile {
  const inside = new Map<string, number>()
  const counts = new Map<string, number>()
  const queue: (() => void)[] = []
  let minute = 0
  let running = 0

  function count(client: string): void {
    const now = Math.floor(clock() / MINUTE_MS)
    if (now !== minute) counts.clear()
    minute = now
    const sent = (counts.get(client) ?? 0) + 1
    counts.set(client, sent)
    if (sent > width.ofClientPerMinute) busy('too many in a minute')
    if ((inside.get(client) ?? 0) >= width.ofClient) busy('too many of one client at a time')
    if (queue.length >= width.waiting) busy('too many wait')
  }

  async function enter(): Promise<void> {
    if (running >= width.atOnce) await new Promise<void>((resolve) => queue.push(resolve))
    else running += 1
  }

  function leave(client: string): void {
    const left = (inside.get(client) ?? 1) - 1
    if (left > 0) inside.set(client, left)
    else inside.delete(client)
    // Whoever waits takes over the place that is left.
    const next = queue.shift()
    if (next === undefined) running -= 1
    else next()
  }

  return {
    async pass(client, work) {
      count(client)
      inside.set(client, (inside.get(client) ?? 0) + 1)
      await enter()
      try {
        return await work()
      } finally {
        leave(client)
      }
    },
  }
}
