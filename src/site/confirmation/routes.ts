import { done } from '../../http/answer.ts'
import { refuseUnknown, textOf } from '../../http/forms.ts'
import { confirmByLink } from '../../operations/confirmation-links.ts'
import { behindLink } from './link.ts'
import { entryPage } from './pages.ts'

/** The entry as readers see it, with everything that can be said of it. */
export const show = behindLink((at) => entryPage(at))

/** „Ja, alles stimmt noch“: of what was to be seen. */
export const confirm = behindLink((at, asked) => {
  refuseUnknown(asked.form, ['stand'])
  const result = confirmByLink(at.house, at.link, textOf(asked.form, 'stand'))
  if (result.kind === 'saved') return done(at.urls.entry, 'entryConfirmed')
  return entryPage(at, { told: at.reader.words.confirmation.outdated, status: 409 })
})
