import { archiveRoutes, writtenRoutes } from '../../http/entry/addresses.ts'
import { entryHandlers } from '../../http/entry/handlers.ts'
import type { FormRoute } from '../../http/serve.ts'
import { documentDesk, pictureDesk } from './desk.ts'
import { papers } from './list.ts'
import { addDocument, addPicture, askForDocument, askForPicture } from './upload.ts'

const documents = entryHandlers(documentDesk)
const pictures = entryHandlers(pictureDesk)

/** Documents and pictures, written by whoever may edit what they belong to. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/dokumente', 'read-internal', papers],
  ['GET', '/verwaltung/dokumente/neu', 'edit', askForDocument],
  ...writtenRoutes('/verwaltung/dokumente', documents, { read: 'edit' }),
  ...archiveRoutes('/verwaltung/dokumente', documents, { archive: 'edit' }),
  ['GET', '/verwaltung/bilder/neu', 'edit', askForPicture],
  ...writtenRoutes('/verwaltung/bilder', pictures, { read: 'edit' }),
  ...archiveRoutes('/verwaltung/bilder', pictures, { archive: 'edit' }),
]

/** The forms that bring a file. */
export const UPLOADS: readonly FormRoute[] = [
  ['POST', '/verwaltung/dokumente/neu', 'edit', addDocument],
  ['POST', '/verwaltung/bilder/neu', 'edit', addPicture],
]
