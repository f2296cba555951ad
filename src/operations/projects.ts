// What is done to projects: create, change, archive, bring back, restore; each a revision.
import type { Act, Actor, Ties } from '../domain/permission.ts'
import type { Problem } from '../domain/problem.ts'
import { checkProject, type Project, type ProjectDraft } from '../domain/project.ts'
import type { Archiving, By, Change, Office, Outdated, Refused, Restoring, Saved } from './act.ts'
import { archiveEntry, type Created, changeEntry, createEntry, openEntry, restoreEntry } from './entries.ts'
import { checkEntrySlug, slugOfEntry } from './entry-slugs.ts'

const PROJECTS: Created<'project', Project> = {
  noun: 'project',
  byId: ({ store }, id) => store.projects.byId(id),
  draftOf: projectDraftOf,
  tiesOf: (_office, stored) => tiesOfProject(stored),
  homeOf: (_office, { cityId }) => ({ cityId, organisationId: null }),
  check: (office, draft, stored) => [
    ...checkProject(draft),
    ...checkFunding(office, draft, stored),
    ...checkEntrySlug(office.store.projects, draft.slug, stored),
  ],
  complete: ({ store }, draft, stored) => ({
    ...draft,
    slug: slugOfEntry(
      store.projects,
      named(draft),
      stored === null ? null : { ...named(stored), id: stored.id },
    ),
  }),
  insert: ({ store }, draft, at) => store.projects.insert(draft, at),
  update: ({ store }, stored, { id, version, draft }, at) => {
    if (!store.projects.update(id, version, draft, at)) return false
    if (draft.slug !== stored.slug) store.projects.keepSlug(id, stored.slug, draft.slug)
    return true
  },
  setArchived: ({ store }, { id, version }, archivedAt, at) =>
    store.projects.setArchived(id, version, archivedAt, at),
  heldBy: () => [],
  index,
}

/** Creates a project under the slug of the draft, or a free one made from its title where that is empty. */
export function createProject(office: Office, by: By, draft: ProjectDraft): Saved | Refused {
  return createEntry(PROJECTS, office, by, draft)
}

/**
 * Changes a project that still has the version the change was made from.
 * A new slug, or a changed title where the draft names none, gives a new address; the old one leads on to it.
 */
export function changeProject(
  office: Office,
  by: By,
  change: Change<ProjectDraft>,
): Saved | Refused | Outdated {
  return changeEntry(PROJECTS, office, by, change)
}

/** Takes a project off every page or puts it back. */
export function archiveProject(office: Office, by: By, archiving: Archiving): Saved | Refused | Outdated {
  return archiveEntry(PROJECTS, office, by, archiving)
}

/** Makes an earlier state of a project its newest one. */
export function restoreProject(office: Office, by: By, restoring: Restoring): Saved | Refused | Outdated {
  return restoreEntry(PROJECTS, office, by, restoring)
}

/** The project, for somebody who may do this to it; throws as `openEntry` does. */
export function openProject(office: Office, actor: Actor, act: Act, id: number): Project {
  return openEntry(PROJECTS, office, actor, { act, id })
}

/** The editable fields of a project, as a form and a revision keep them. */
export function projectDraftOf(project: Project): ProjectDraft {
  const { id: _id, version: _version, archivedAt: _archivedAt, ...draft } = project
  return draft
}

/** A programme in the archive pays for nothing new; a project that came back from there keeps its own. */
function checkFunding(office: Office, { programmeId }: ProjectDraft, stored: Project | null): Problem[] {
  if (programmeId === null || programmeId === stored?.programmeId) return []
  const programme = office.store.programmes.byId(programmeId)
  const isOpen = programme !== null && programme.archivedAt === null
  return isOpen ? [] : [{ field: 'programmeId', key: 'programme.gone' }]
}

/** What a project is tied to, for questions of permission: its city, and all who carry it. */
export function tiesOfProject({ cityId, parts }: Pick<ProjectDraft, 'cityId' | 'parts'>): Ties {
  const carriers = parts.filter(({ role }) => role === 'carrier')
  return { cityId, organisationId: null, togetherIds: carriers.map(({ organisationId }) => organisationId) }
}

function named({ slug, title }: { readonly slug: string; readonly title: string }) {
  return { slug, name: title }
}

function index(office: Office, id: number, draft: ProjectDraft | null): void {
  const { organisations, search, topics } = office.store
  if (draft === null) {
    search.remove('project', id)
    return
  }
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

/** Lets the search find an entry by what is stored of it, as long as it is on the site. */
export function indexProject(office: Office, id: number): void {
  const stored = office.store.projects.byId(id)
  if (stored !== null && stored.archivedAt === null) index(office, id, projectDraftOf(stored))
}
