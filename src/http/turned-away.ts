import type { Actor } from '../domain/permission.ts'
import { Refusal } from '../domain/refusal.ts'
import { NOUNS } from '../domain/revision.ts'
import type { Answer } from './answer.ts'
import { pathsOfNoun } from './noun-paths.ts'
import type { Service, TurnedAway } from './send.ts'
import type { Rule } from './serve.ts'

/** A write at the desk: who sends it, where to, and the right that it takes. */
export type Sent = { readonly actor: Actor | null; readonly path: string; readonly rule: Rule }

/** Carries out a write at the desk, and notes in the log when it was turned away, by whatever it was. */
export async function notingWhatWasTurnedAway(
  service: Service,
  sent: Sent,
  write: () => Answer | Promise<Answer>,
): Promise<Answer> {
  try {
    const answer = await write()
    const result = answer.kind === 'page' ? RESULTS[answer.status] : undefined
    if (result !== undefined) noteResult(service, sent, result)
    return answer
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'forbidden') noteResult(service, sent, 'forbidden')
    throw error
  }
}

const RESULTS: Readonly<Record<number, TurnedAway['result']>> = { 409: 'outdated', 422: 'refused' }

function noteResult(
  { noteTurnedAway }: Service,
  { actor, path, rule }: Sent,
  result: TurnedAway['result'],
): void {
  if (actor?.kind !== 'account') return
  const act = rule === 'create' || rule === 'restore' ? rule : 'change'
  noteTurnedAway(actor.id, { act, ...entryAt(path), result })
}

/** The entry that an address of the desk names. */
function entryAt(path: string): Pick<TurnedAway, 'noun' | 'id'> {
  for (const noun of NOUNS) {
    const list = pathsOfNoun(noun)?.list()
    if (list === undefined || !path.startsWith(`${list}/`)) continue
    const [id = ''] = path.slice(list.length + 1).split('/', 1)
    return /^[1-9]\d{0,8}$/.test(id) ? { noun, id: Number(id) } : { noun }
  }
  return {}
}
