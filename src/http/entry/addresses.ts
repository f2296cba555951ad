import type { Act } from '../../domain/permission.ts'
import type { FormRoute, Handler } from '../serve.ts'

type Handlers<Name extends string> = Readonly<Record<Name, Handler>>
type Written = 'entry' | 'save' | 'history' | 'revision' | 'restore'

/** The right that each act at an entry takes; a noun may name others. */
type EntryRights = Readonly<Record<'create' | 'read' | 'edit' | 'archive' | 'readHistory' | 'restore', Act>>

const USUAL: EntryRights = {
  create: 'create',
  read: 'read-internal',
  edit: 'edit',
  archive: 'archive',
  readHistory: 'read-history',
  restore: 'restore',
}

/** The one right that everything at an entry takes. */
export function oneRight(act: Act): EntryRights {
  return { create: act, read: act, edit: act, archive: act, readHistory: act, restore: act }
}

/** The addresses of a noun's entries that are written and looked back at, but neither opened nor archived. */
export function writtenRoutes(
  path: string,
  entries: Handlers<Written>,
  own: Partial<EntryRights> = {},
): readonly FormRoute[] {
  const rights = { ...USUAL, ...own }
  return [
    ['GET', `${path}/:id`, rights.read, entries.entry],
    ['POST', `${path}/:id`, rights.edit, entries.save],
    ['GET', `${path}/:id/verlauf`, rights.readHistory, entries.history],
    ['GET', `${path}/:id/verlauf/:version`, rights.readHistory, entries.revision],
    ['POST', `${path}/:id/verlauf/:version/wiederherstellen`, rights.restore, entries.restore],
  ]
}

/** The addresses of a noun's archive. */
export function archiveRoutes(
  path: string,
  entries: Handlers<'archive' | 'bringBack'>,
  own: Partial<EntryRights> = {},
): readonly FormRoute[] {
  const { archive } = { ...USUAL, ...own }
  return [
    ['POST', `${path}/:id/archivieren`, archive, entries.archive],
    ['POST', `${path}/:id/zurueckholen`, archive, entries.bringBack],
  ]
}

/** All of these with a new entry, which may have its address elsewhere, and with the archive. */
export function entryRoutes(
  path: string,
  entries: Handlers<Written | 'askForNew' | 'create' | 'archive' | 'bringBack'>,
  own: Partial<EntryRights> & { readonly newPath?: string } = {},
): readonly FormRoute[] {
  const { newPath = `${path}/neu`, create } = { ...USUAL, ...own }
  return [
    ['GET', newPath, create, entries.askForNew],
    ['POST', newPath, create, entries.create],
    ...writtenRoutes(path, entries, own),
    ...archiveRoutes(path, entries, own),
  ]
}
