// Feeds without a network: a fetcher that answers as the test says, and a reading by it.
import type { Office } from '../../src/operations/act.ts'
import { type FetchOutcome, fetchNow } from '../../src/operations/feed-fetching.ts'
import { attachFeed } from '../../src/operations/feeds.ts'
import type { Fetched, Fetcher, FetchPlan, Validators } from '../../src/post/fetcher.ts'
import { idOf } from './cast.ts'
import { SYSTEM } from './office.ts'

/** What a fetcher was asked for. */
export type AskedFor = { readonly address: string; readonly known: Validators }

const HOUR = 60 * 60 * 1000

/** A plan of one hour without chance; the fetcher answers with one text after the other, at last with the last. */
export function planOf(
  ...answers: readonly (string | Fetched)[]
): FetchPlan & { readonly asked: AskedFor[] } {
  const asked: AskedFor[] = []
  const fetcher: Fetcher = async (address, known) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? ''
    asked.push({ address, known })
    return typeof answer === 'string'
      ? { kind: 'text', text: answer, etag: '"1"', lastModified: null }
      : answer
  }
  return { fetcher, asked, everyMs: HOUR, random: () => 0.5 }
}

/** Takes a text in as if it had been fetched. */
export function readFeed(office: Office, id: number, text: string): Promise<FetchOutcome> {
  return fetchNow(office, SYSTEM, id, planOf(text))
}

/** The calendar of a group: the one it has, or one that is attached now. */
export function feedOf(office: Office, organisationId: number): number {
  const [first] = office.store.feeds.ofOrganisation(organisationId)
  if (first !== undefined) return first.id
  const address = `https://kalender.example/${organisationId}.ics`
  return idOf(attachFeed(office, SYSTEM, { organisationId, address }))
}
