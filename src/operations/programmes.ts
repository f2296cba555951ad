// What is done to funding programmes, which pay for projects of any city: create, change, archive, bring back, restore, hand over their projects.
import { type Actor, NO_TIES } from '../domain/permission.ts'
import { checkProgramme, type Programme, type ProgrammeDraft } from '../domain/project.ts'
import { notFound } from '../domain/refusal.ts'
import {
  type Archiving,
  type By,
  type Change,
  type Office,
  type Outdated,
  type Refused,
  type Restoring,
  refused,
  type Saved,
  saved,
} from './act.ts'
import { changeTogether } from './batches.ts'
import { archiveEntry, type Created, changeEntry, createEntry, openEntry, restoreEntry } from './entries.ts'
import { checkEntrySlug, slugOfEntry } from './entry-slugs.ts'
import { changeProject, projectDraftOf } from './projects.ts'

const PROGRAMMES: Created<'programme', Programme> = {
  noun: 'programme',
  byId: ({ store }, id) => store.programmes.byId(id),
  draftOf: programmeDraftOf,
  tiesOf: () => NO_TIES,
  homeOf: () => NO_TIES,
  check: ({ store }, draft, stored) => [
    ...checkProgramme(draft),
    ...checkEntrySlug(store.programmes, draft.slug, stored),
  ],
  complete: ({ store }, draft, stored) => ({
    ...draft,
    slug: slugOfEntry(
      store.programmes,
      named(draft),
      stored === null ? null : { ...named(stored), id: stored.id },
    ),
  }),
  insert: ({ store }, draft, at) => store.programmes.insert(draft, at),
  // A programme has no page of its own, so that no old address has to lead on.
  update: ({ store }, _stored, { id, version, draft }, at) => store.programmes.update(id, version, draft, at),
  setArchived: ({ store }, { id, version }, archivedAt, at) =>
    store.programmes.setArchived(id, version, archivedAt, at),
  heldBy: ({ store }, { id }) => {
    const names = store.projects.ofProgramme(id).map(({ title }) => title)
    if (names.length === 0) return []
    return [{ field: 'uebergabe', key: 'programme.inUse', params: { names: names.join('; ') } }]
  },
  index: () => {},
}

/** Creates a funding programme under the slug of the draft, or a free one made from its title where that is empty. */
export function createProgramme(office: Office, by: By, draft: ProgrammeDraft): Saved | Refused {
  return createEntry(PROGRAMMES, office, by, draft)
}

/** Changes a funding programme that still has the version the change was made from. */
export function changeProgramme(
  office: Office,
  by: By,
  change: Change<ProgrammeDraft>,
): Saved | Refused | Outdated {
  return changeEntry(PROGRAMMES, office, by, change)
}

/** Takes a funding programme off every page or puts it back; refused as long as it pays for a project. */
export function archiveProgramme(office: Office, by: By, archiving: Archiving): Saved | Refused | Outdated {
  return archiveEntry(PROGRAMMES, office, by, archiving)
}

/** Makes an earlier state of a funding programme its newest one. */
export function restoreProgramme(office: Office, by: By, restoring: Restoring): Saved | Refused | Outdated {
  return restoreEntry(PROGRAMMES, office, by, restoring)
}

/** The funding programme, for an administrator; throws Forbidden for anybody else, NotFound where there is none. */
export function openProgramme(office: Office, actor: Actor, id: number): Programme {
  return openEntry(PROGRAMMES, office, actor, { act: 'keep-choices', id })
}

/**
 * Lets another programme pay for all projects of this one that are not archived: all or nothing, each a change of its
 * project with a revision of its own.
 */
export function handOverProgramme(
  office: Office,
  by: By,
  { id, to }: { readonly id: number; readonly to: number },
): Saved | Refused {
  const programme = openProgramme(office, by.actor, id)
  const next = office.store.programmes.byId(to)
  if (next === null || next.archivedAt !== null || to === id)
    return refused([{ field: 'to', key: 'programme.gone' }])
  const projects = office.store.projects.ofProgramme(id)
  const paid = changeTogether(office, by, projects, (together, project) =>
    payFor(office, together, project.id, to),
  )
  if (paid.kind === 'saved') return saved(id, programme.version)
  const names = paid.failures.map(({ each }) => each.title).join('; ')
  return refused([{ field: 'to', key: 'programme.notMoved', params: { names } }])
}

function payFor(office: Office, by: By, projectId: number, programmeId: number): Saved | Refused | Outdated {
  const project = office.store.projects.byId(projectId) ?? notFound(`project ${projectId}`)
  const draft = { ...projectDraftOf(project), programmeId }
  return changeProject(office, by, { id: projectId, version: project.version, draft })
}

/** The editable fields of a funding programme, as a form and a revision keep them. */
export function programmeDraftOf({ slug, title, description, funderIds }: Programme): ProgrammeDraft {
  return { slug, title, description, funderIds }
}

function named({ slug, title }: { readonly slug: string; readonly title: string }) {
  return { slug, name: title }
}
