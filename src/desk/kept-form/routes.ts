import { mayAnywhere } from '../../domain/permission.ts'
import { forbidden } from '../../domain/refusal.ts'
import { done } from '../../http/answer.ts'
import { actorOf } from '../../http/reader.ts'
import type { FormRoute, Handler } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { keptForm } from '../../operations/kept-forms.ts'

/**
 * Gives a form back that was sent in an ended session: the page of that form, filled, as its own preview shows it.
 * Nothing is saved; the person looks at it and sends it again.
 */
export function giveBack(routes: () => readonly FormRoute[]): Handler {
  return (house, reader, asked) => {
    const actor = actorOf(reader)
    const kept = keptForm(house, actor.id, asked.params.token ?? '')
    const route = routes().find(([method, path]) => method === 'POST' && path === kept?.pattern)
    if (kept === null || route === undefined) return done(deskUrls.today, 'formOver')
    const [, , rule, handler] = route
    if (rule !== 'everyone' && rule !== 'signed-in' && !mayAnywhere(actor, rule)) forbidden(rule)
    const { params, query } = kept
    const { add, act, ...typed } = kept.form
    // A form with a file has no acts; it is shown again because the file is missing.
    const hasActs = add !== undefined || act !== undefined
    const form = hasActs ? { ...typed, act: 'preview' } : typed
    return handler(house, reader, { ...asked, params, query, form })
  }
}
