import { may } from '../../domain/permission.ts'
import { notFound } from '../../domain/refusal.ts'
import { type Answer, done, page } from '../../http/answer.ts'
import { refuseUnknown, textOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import {
  type DifferencePart,
  differenceRows,
  type RestorePart,
  type RevisionPart,
  revisionPart,
  revisionParts,
  type SaidField,
} from '../../http/parts/difference.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'
import { draftOf, openOrganisation, restoreOrganisation, tiesOf } from '../../operations/organisations.ts'
import type { SavedDraft } from '../../store/revisions.ts'
import { type Choices, formOf } from './forms.ts'
import { type OrganisationPreview, organisationPreview } from './preview.ts'
import { sayArchived, sayOrganisation } from './said.ts'
import { answerSaving, choicesOf, entryPage } from './saving.ts'

export type HistoryPage = {
  readonly title: string
  readonly entry: Href
  readonly revisions: readonly RevisionPart[]
}
export type RevisionPage = {
  readonly title: string
  readonly about: string
  readonly history: Href
  readonly preview: OrganisationPreview
  readonly sinceThen: DifferencePart
  readonly restore: RestorePart | null
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/organisations/history': HistoryPage
    'desk/organisations/revision': RevisionPage
  }
}

type Saved = SavedDraft<'organisation'>

/** Every saved state of an organisation, newest first, each with what it changed. */
export function history(house: House, reader: Reader, asked: Asked): Answer {
  const id = numberIn(asked, 'id')
  const organisation = openOrganisation(house, actorOf(reader), 'read-history', id)
  const mayRestore = may(actorOf(reader), 'restore', tiesOf(organisation))
  const choices = choicesOf(house)
  const { words } = reader
  const title = fill(words.desk.history.title, { name: organisation.name })
  const model: HistoryPage = {
    title,
    entry: deskUrls.organisation(id),
    revisions: revisionParts(reader, house.store.revisions.draftsOf('organisation', id), {
      say: (saved) => sayState(saved, reader, choices),
      href: (version) => deskUrls.organisationRevision(id, version),
      restore: mayRestore ? (version) => restorePart(id, version, organisation.version) : null,
    }),
  }
  return page(
    'desk/organisations/history',
    { title: fill(words.desk.pageTitle, { title }), hidden: true },
    model,
  )
}

/** One saved state as readers would have seen it, and what is different now. */
export function revision(house: House, reader: Reader, asked: Asked): Answer {
  const [id, version] = [numberIn(asked, 'id'), numberIn(asked, 'version')]
  const organisation = openOrganisation(house, actorOf(reader), 'read-history', id)
  const saved = house.store.revisions.draftAt('organisation', id, version) ?? notFound(`version ${version}`)
  const { words } = reader
  const choices = choicesOf(house)
  const title = fill(words.desk.history.revisionTitle, { name: organisation.name, version })
  const now = [
    ...sayOrganisation(draftOf(organisation), reader, choices),
    sayArchived(organisation.archivedAt, reader),
  ]
  const part = revisionPart(reader, saved, { href: deskUrls.organisation(id), rows: [], restore: null })
  const mayRestore = may(actorOf(reader), 'restore', tiesOf(organisation))
  const model: RevisionPage = {
    title,
    about: `${part.at} · ${part.by}`,
    history: deskUrls.organisationAct(id, 'verlauf'),
    preview: organisationPreview(saved.draft, reader, choices, part.title),
    sinceThen: {
      label: part.difference.label,
      rows: differenceRows(sayState(saved, reader, choices), now),
    },
    restore:
      mayRestore && version !== organisation.version ? restorePart(id, version, organisation.version) : null,
  }
  return page(
    'desk/organisations/revision',
    { title: fill(words.desk.pageTitle, { title }), hidden: true },
    model,
  )
}

/** Makes a saved state the newest one. */
export function restore(house: House, reader: Reader, asked: Asked): Answer {
  const [id, earlier] = [numberIn(asked, 'id'), numberIn(asked, 'version')]
  refuseUnknown(asked.form, ['version'])
  const version = Number(textOf(asked.form, 'version'))
  const by = { actor: actorOf(reader), origin: 'form' } as const
  const result = restoreOrganisation(house, by, id, version, earlier)
  if (result.kind === 'saved') return done(deskUrls.organisation(id), 'restored')
  if (result.kind === 'outdated')
    return entryPage(house, reader, id, { told: reader.words.desk.outdated, status: 409 })
  const { draft } = house.store.revisions.draftAt('organisation', id, earlier) ?? notFound('version')
  return answerSaving(house, reader, { id, version, draft, form: formOf(draft), goOn: true }, result)
}

function sayState({ draft, archivedAt }: Saved, reader: Reader, choices: Choices): SaidField[] {
  return [...sayOrganisation(draft, reader, choices), sayArchived(archivedAt, reader)]
}

function restorePart(id: number, earlier: number, version: number): RestorePart {
  return { action: deskUrls.organisationRevision(id, earlier, 'wiederherstellen'), version }
}
