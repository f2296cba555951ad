import { may } from '../../domain/permission.ts'
import { notFound } from '../../domain/refusal.ts'
import { type Answer, done, page } from '../../http/answer.ts'
import { refuseUnknown, versionOf } from '../../http/forms.ts'
import { deskHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { SaidField } from '../../http/parts/difference.ts'
import {
  type HistoryPage,
  historyPage,
  type RestorePart,
  type RevisionPage,
  revisionPage,
  sayArchived,
} from '../../http/parts/history.ts'
import { actorOf, byForm, type Reader } from '../../http/reader.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { draftOf, openOrganisation, restoreOrganisation, tiesOf } from '../../operations/organisations.ts'
import type { SavedDraft } from '../../store/revisions.ts'
import { type Choices, formOf } from './forms.ts'
import { type OrganisationPreview, organisationPreview } from './preview.ts'
import { sayOrganisation } from './said.ts'
import { answerSaving, choicesOf, entryPage } from './saving.ts'

declare module '../../http/render.ts' {
  interface Pages {
    'desk/organisations/history': HistoryPage
    'desk/organisations/revision': RevisionPage<OrganisationPreview>
  }
}

type State = Pick<SavedDraft<'organisation'>, 'draft' | 'archivedAt'>

/** Every saved state of an organisation, newest first, each with what it changed. */
export function history(house: House, reader: Reader, asked: Asked): Answer {
  const id = numberIn(asked, 'id')
  const organisation = openOrganisation(house, actorOf(reader), 'read-history', id)
  const mayRestore = may(actorOf(reader), 'restore', tiesOf(organisation))
  const choices = choicesOf(house)
  const model = historyPage(reader, house.store.revisions.draftsOf('organisation', id), {
    name: organisation.name,
    entry: deskUrls.organisation(id),
    say: (saved) => sayState(saved, reader, choices),
    href: (version) => deskUrls.organisationRevision(id, version),
    restore: mayRestore ? (version) => restorePart(id, version, organisation.version) : null,
  })
  return page('desk/organisations/history', deskHead(reader, model.title), model)
}

/** One saved state as readers would have seen it, and what is different now. */
export function revision(house: House, reader: Reader, asked: Asked): Answer {
  const [id, version] = [numberIn(asked, 'id'), numberIn(asked, 'version')]
  const organisation = openOrganisation(house, actorOf(reader), 'read-history', id)
  const saved = house.store.revisions.draftAt('organisation', id, version) ?? notFound(`version ${version}`)
  const mayRestore = may(actorOf(reader), 'restore', tiesOf(organisation))
  const choices = choicesOf(house)
  const { name, archivedAt, version: newest } = organisation
  const model = revisionPage(reader, saved, {
    name,
    history: deskUrls.organisationAct(id, 'verlauf'),
    preview: (word) => organisationPreview(saved.draft, reader, choices, word),
    said: sayState(saved, reader, choices),
    now: sayState({ draft: draftOf(organisation), archivedAt }, reader, choices),
    restore: mayRestore && version !== newest ? restorePart(id, version, newest) : null,
  })
  return page('desk/organisations/revision', deskHead(reader, model.title), model)
}

/** Makes a saved state the newest one. */
export function restore(house: House, reader: Reader, asked: Asked): Answer {
  const [id, earlier] = [numberIn(asked, 'id'), numberIn(asked, 'version')]
  refuseUnknown(asked.form, ['version'])
  const version = versionOf(asked.form)
  const result = restoreOrganisation(house, byForm(reader), { id, version, earlier })
  if (result.kind === 'saved') return done(deskUrls.organisation(id), 'restored')
  if (result.kind === 'outdated')
    return entryPage(house, reader, id, { told: reader.words.desk.outdated, status: 409 })
  const { draft } = house.store.revisions.draftAt('organisation', id, earlier) ?? notFound('version')
  return answerSaving(house, reader, { id, version, draft, form: formOf(draft), goOn: true }, result)
}

function sayState({ draft, archivedAt }: State, reader: Reader, choices: Choices): SaidField[] {
  return [...sayOrganisation(draft, reader, choices), sayArchived(archivedAt, reader)]
}

function restorePart(id: number, earlier: number, version: number): RestorePart {
  return { action: deskUrls.organisationRevision(id, earlier, 'wiederherstellen'), version }
}
