import type { Problem } from '../../domain/problem.ts'
import { type Answer, done } from '../../http/answer.ts'
import { entryRoutes } from '../../http/entry/addresses.ts'
import { entryHandlers } from '../../http/entry/handlers.ts'
import { entryPage } from '../../http/entry/page.ts'
import { refuseUnknown, textOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import { organisationAt, organisationNames } from '../../http/parts/organisation-field.ts'
import { byForm, type Reader } from '../../http/reader.ts'
import { type Asked, type FormRoute, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { handOverOrganisation } from '../../operations/organisation-uses.ts'
import { organisationDesk } from './desk.ts'
import { list } from './list.ts'

/** Organisations; what needs one that is given up is handed over first. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/organisationen', 'read-internal', list],
  ...entryRoutes('/verwaltung/organisationen', entryHandlers(organisationDesk)),
  ['POST', '/verwaltung/organisationen/:id/uebergeben', 'archive', handOver],
]

/** Hands over to another organisation what needs this one. */
function handOver(house: House, reader: Reader, asked: Asked): Answer {
  const id = numberIn(asked, 'id')
  refuseUnknown(asked.form, ['to'])
  const problems: Problem[] = []
  const at = { house, reader, desk: organisationDesk(house, reader, asked) }
  at.desk.operations.open('archive', id)
  const to = organisationAt(asked.form, 'to', organisationNames(house), problems)
  if (textOf(asked.form, 'to') === '') problems.push({ field: 'to', key: 'organisation.required' })
  if (to === null) return entryPage(at, id, { problems, status: 422 })
  const result = handOverOrganisation(house, byForm(reader), { id, to })
  if (result.kind === 'saved') return done(deskUrls.organisations.entry(id), 'handedOn')
  return entryPage(at, id, { problems: result.problems, status: 422 })
}
