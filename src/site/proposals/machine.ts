import { clientOf } from '../../http/client.ts'
import { type Form, textOf } from '../../http/forms.ts'
import type { SendingLimit } from '../../http/serve.ts'

/** Nobody sends more than five a minute. */
export const SENDINGS: SendingLimit = { perMinute: 5, key: clientOf }

/** Nobody reads the page, chooses and types in less time than this, in milliseconds. */
const SHORTEST = 2000

/** What a form sends along unseen: when it was shown, and a field that only machines fill in. */
export function shownAt(now: number): string {
  return String(now)
}

/** Whether nobody can have typed this: a machine learns nothing from the answer. */
export function isSentByMachine(form: Form, now: number): boolean {
  const since = Number(textOf(form, 'seit'))
  const isTooFast = !Number.isSafeInteger(since) || since <= 0 || now - since < SHORTEST
  return textOf(form, 'homepage') !== '' || isTooFast
}
