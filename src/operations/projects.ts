// What is done to projects: create, change, archive and bring back; each a revision.
import { checkProject, type Project, type ProjectDraft } from '../domain/project.ts'
import { notFound } from '../domain/refusal.ts'
import { checkSlug, chosenSlug, slugAfterChange } from '../domain/slug.ts'
import {
  type Archiving,
  type By,
  type Change,
  type Office,
  type Outdated,
  outdated,
  permit,
  type Refused,
  record,
  refused,
  type Saved,
  saved,
  write,
} from './act.ts'

/** Creates a project under the slug of the draft, or a free one made from its title where that is empty. */
export function createProject(office: Office, by: By, draft: ProjectDraft): Saved | Refused {
  return write(office, ({ at }) => {
    permit(by, 'create', { cityId: draft.cityId, organisationId: null })
    const { projects } = office.store
    const problems = [...checkProject(draft), ...checkSlug(draft.slug, projects.isSlugTaken)]
    if (problems.length > 0) return refused(problems)
    const state = { ...draft, slug: chosenSlug(draft.slug, draft.title, projects.isSlugTaken) }
    const id = projects.insert(state, at)
    record(office, by, { noun: 'project', id, version: 1, at, state })
    index(office, id, state)
    return saved(id, 1)
  })
}

/**
 * Changes a project that still has the version the change was made from.
 * A new slug, or a changed title where the draft names none, gives a new address; the old one leads on to it.
 */
export function changeProject(
  office: Office,
  by: By,
  { id, version, draft }: Change<ProjectDraft>,
): Saved | Refused | Outdated {
  return write(office, ({ at }) => {
    const stored = load(office, id)
    permit(by, 'edit', tiesOfProject(stored))
    // Whoever hands a project over to another city must be at home there, too.
    if (draft.cityId !== stored.cityId) permit(by, 'create', tiesOfProject(draft))
    const { projects } = office.store
    const isTaken = (slug: string) => projects.isSlugTakenByOther(slug, id)
    const problems = [...checkProject(draft), ...checkSlug(draft.slug, isTaken)]
    if (problems.length > 0) return refused(problems)
    const state = { ...draft, slug: slugAfterChange(named(stored), named(draft), isTaken) }
    if (!projects.update(id, version, state, at)) return outdated(stored.version)
    if (state.slug !== stored.slug) projects.keepSlug(id, stored.slug, state.slug)
    record(office, by, { noun: 'project', id, version: version + 1, at, state })
    if (stored.archivedAt === null) index(office, id, state)
    return saved(id, version + 1)
  })
}

/** Takes a project off every page (`archive`) or puts it back (`bring-back`); nothing is deleted. */
export function archiveProject(office: Office, by: By, { id, version, act }: Archiving): Saved | Outdated {
  return write(office, ({ at }) => {
    const stored = load(office, id)
    permit(by, 'archive', tiesOfProject(stored))
    const archivedAt = act === 'archive' ? at : null
    const { projects, search } = office.store
    if (!projects.setArchived(id, version, archivedAt, at)) return outdated(stored.version)
    record(office, by, {
      noun: 'project',
      id,
      version: version + 1,
      at,
      state: { ...projectDraftOf(stored), archivedAt },
    })
    if (act === 'archive') search.remove('project', id)
    else index(office, id, stored)
    return saved(id, version + 1)
  })
}

/** The editable fields of a project, as a form and a revision keep them. */
export function projectDraftOf(project: Project): ProjectDraft {
  const { id: _id, version: _version, archivedAt: _archivedAt, ...draft } = project
  return draft
}

/** What a project is tied to, for questions of permission: its city, for it may have many carriers. */
function tiesOfProject(project: { readonly cityId: number }) {
  return { cityId: project.cityId, organisationId: null }
}

function named({ slug, title }: { readonly slug: string; readonly title: string }) {
  return { slug, name: title }
}

function load(office: Office, id: number): Project {
  return office.store.projects.byId(id) ?? notFound(`project ${id}`)
}

function index(office: Office, id: number, draft: ProjectDraft): void {
  const { organisations, search, topics } = office.store
  const takingPart = organisations.names(draft.parts.map((part) => part.organisationId))
  const words = [draft.summary, draft.description, ...takingPart.map((organisation) => organisation.name)]
  search.put({
    noun: 'project',
    entryId: id,
    cityId: draft.cityId,
    name: draft.title,
    topics: topics.wordsOf(draft.topicIds),
    text: words.join(' '),
  })
}
