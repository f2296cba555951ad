import type {
  AttachmentOwner,
  Document,
  DocumentDraft,
  MediaType,
  Picture,
  PictureDraft,
  PictureOwner,
  StoredDocument,
  StoredPicture,
} from '../domain/attachment.ts'
import type { Day } from '../domain/day.ts'
import type { Change } from '../domain/outcome.ts'
import { type Database, idList } from './database.ts'
import { files } from './files.ts'

export type { StoredFile } from './files.ts'

/** A document as the desk lists it: those in the archive, too. */
export type DeskDocument = Document & { readonly archivedAt: string | null }
/** A picture as the desk lists it. */
export type DeskPicture = Picture & { readonly archivedAt: string | null }

type OwnerRow = {
  readonly eventId: number | null
  readonly meetingId: number | null
  readonly on: Day | null
  readonly organisationId: number | null
}
type FileRow = { readonly fileName: string; readonly mediaType: MediaType; readonly sha256: string }
type DocumentRow = Omit<StoredDocument, 'owner' | 'file'> & OwnerRow & FileRow
type PictureRow = Omit<StoredPicture, 'owner' | 'file'> & Omit<OwnerRow, 'meetingId' | 'on'> & FileRow

/** Documents and pictures with their files. */
export function attachments(database: Database) {
  return { documents: documents(database), pictures: pictures(database), ...files(database) }
}

function documents(database: Database) {
  const select = `
    SELECT d.id, d.kind, d.title, d.meeting_id AS meetingId, d.meeting_day AS "on", d.file_name AS fileName,
      f.media_type AS mediaType, f.byte_length AS byteLength, d.updated_at AS updatedAt, d.archived_at AS archivedAt
    FROM document d
    JOIN file f ON f.id = d.file_id`
  const selectOfEvent = database.prepare<[number], DeskDocument>(
    `${select} WHERE d.event_id = ? ORDER BY d.id`,
  )
  const selectOfOrganisation = database.prepare<[number], DeskDocument>(`
    ${select}
    WHERE d.organisation_id = ?
    ORDER BY d.id`)
  const selectOfMeetings = database.prepare<[string], DeskDocument>(`
    ${select}
    WHERE d.meeting_id IN (SELECT value FROM json_each(?))
    ORDER BY d.meeting_day DESC, d.meeting_id, d.kind, d.id`)
  const selectListed = database.prepare<[number], DeskDocument>(`${select} WHERE d.id = ?`)
  const selectById = database.prepare<[number], DocumentRow>(`
    SELECT d.id, d.kind, d.title, d.event_id AS eventId, d.meeting_id AS meetingId, d.meeting_day AS "on",
      d.organisation_id AS organisationId, d.file_name AS fileName, f.media_type AS mediaType, f.sha256, d.version,
      d.archived_at AS archivedAt
    FROM document d
    JOIN file f ON f.id = d.file_id
    WHERE d.id = ?`)
  const insert = database.prepare(`
    INSERT INTO document (event_id, meeting_id, meeting_day, organisation_id, kind, title, file_id, file_name, updated_at)
    VALUES (@eventId, @meetingId, @on, @organisationId, @kind, @title, @fileId, @fileName, @at)`)
  const update = database.prepare(`
    UPDATE document
    SET kind = @kind, title = @title, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)
  const updateArchived = database.prepare(`
    UPDATE document
    SET archived_at = @archivedAt, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)

  return {
    ofEvent: (id: number): readonly Document[] => selectOfEvent.all(id).filter(isLive),
    ofOrganisation: (id: number): readonly Document[] => selectOfOrganisation.all(id).filter(isLive),
    /** Of all dates of the meetings, the latest date first. */
    ofMeetings: (ids: Iterable<number>): readonly Document[] =>
      selectOfMeetings.all(idList(ids)).filter(isLive),
    /** The same with those in the archive. */
    everyOfEvent: (id: number): readonly DeskDocument[] => selectOfEvent.all(id),
    everyOfOrganisation: (id: number): readonly DeskDocument[] => selectOfOrganisation.all(id),
    everyOfMeetings: (ids: Iterable<number>): readonly DeskDocument[] => selectOfMeetings.all(idList(ids)),
    /** One as a page lists it, in the archive or not. */
    listed: (id: number): DeskDocument | null => selectListed.get(id) ?? null,
    byId(id: number): StoredDocument | null {
      const row = selectById.get(id)
      return row === undefined ? null : toDocument(row)
    },
    insert({ owner, kind, title, file }: DocumentDraft, fileId: number, at: string): number {
      const row = {
        eventId: owner.noun === 'event' ? owner.id : null,
        meetingId: owner.noun === 'meeting' ? owner.id : null,
        on: owner.noun === 'meeting' ? owner.on : null,
        organisationId: owner.noun === 'organisation' ? owner.id : null,
      }
      return Number(insert.run({ ...row, kind, title, fileId, fileName: file.name, at }).lastInsertRowid)
    },
    /** False where the stored version is another one; then nothing is changed. */
    update({ id, version, draft }: Change<Pick<StoredDocument, 'kind' | 'title'>>, at: string): boolean {
      return update.run({ id, version, kind: draft.kind, title: draft.title, at }).changes === 1
    },
    /** Archives (an instant) or brings back (null); false where the stored version is another one. */
    setArchived(
      entry: { readonly id: number; readonly version: number },
      archivedAt: string | null,
      at: string,
    ): boolean {
      return updateArchived.run({ ...entry, archivedAt, at }).changes === 1
    },
  }
}

function pictures(database: Database) {
  const select = `
    SELECT p.id, p.alternative, p.caption, p.width, p.height, p.file_name AS fileName, f.media_type AS mediaType,
      f.byte_length AS byteLength, p.archived_at AS archivedAt
    FROM picture p
    JOIN file f ON f.id = p.file_id`
  const selectOfEvent = database.prepare<[number], DeskPicture>(
    `${select} WHERE p.event_id = ? ORDER BY p.id`,
  )
  const selectOfOrganisation = database.prepare<[number], DeskPicture>(`
    ${select}
    WHERE p.organisation_id = ?
    ORDER BY p.id`)
  const selectById = database.prepare<[number], PictureRow>(`
    SELECT p.id, p.alternative, p.caption, p.width, p.height, p.event_id AS eventId,
      p.organisation_id AS organisationId, p.file_name AS fileName, f.media_type AS mediaType, f.sha256, p.version,
      p.archived_at AS archivedAt
    FROM picture p
    JOIN file f ON f.id = p.file_id
    WHERE p.id = ?`)
  const insert = database.prepare(`
    INSERT INTO picture (event_id, organisation_id, alternative, caption, width, height, file_id, file_name, updated_at)
    VALUES (@eventId, @organisationId, @alternative, @caption, @width, @height, @fileId, @fileName, @at)`)
  const update = database.prepare(`
    UPDATE picture
    SET alternative = @alternative, caption = @caption, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)
  const updateArchived = database.prepare(`
    UPDATE picture
    SET archived_at = @archivedAt, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)

  return {
    ofEvent: (id: number): readonly Picture[] => selectOfEvent.all(id).filter(isLive),
    ofOrganisation: (id: number): readonly Picture[] => selectOfOrganisation.all(id).filter(isLive),
    /** The same with those in the archive. */
    everyOfEvent: (id: number): readonly DeskPicture[] => selectOfEvent.all(id),
    everyOfOrganisation: (id: number): readonly DeskPicture[] => selectOfOrganisation.all(id),
    byId(id: number): StoredPicture | null {
      const row = selectById.get(id)
      return row === undefined ? null : toPicture(row)
    },
    insert({ owner, file, ...columns }: PictureDraft, fileId: number, at: string): number {
      const eventId = owner.noun === 'event' ? owner.id : null
      const organisationId = owner.noun === 'organisation' ? owner.id : null
      return Number(
        insert.run({ ...columns, eventId, organisationId, fileId, fileName: file.name, at }).lastInsertRowid,
      )
    },
    /** False where the stored version is another one; then nothing is changed. */
    update(
      { id, version, draft }: Change<Pick<StoredPicture, 'alternative' | 'caption'>>,
      at: string,
    ): boolean {
      const { alternative, caption } = draft
      return update.run({ id, version, alternative, caption, at }).changes === 1
    },
    /** Archives (an instant) or brings back (null); false where the stored version is another one. */
    setArchived(
      entry: { readonly id: number; readonly version: number },
      archivedAt: string | null,
      at: string,
    ): boolean {
      return updateArchived.run({ ...entry, archivedAt, at }).changes === 1
    },
  }
}

function isLive({ archivedAt }: { readonly archivedAt: string | null }): boolean {
  return archivedAt === null
}

function toDocument(row: DocumentRow): StoredDocument {
  const { id, kind, title, version, archivedAt } = row
  return { id, kind, title, version, archivedAt, owner: ownerOf(row), file: fileOf(row) }
}

function ownerOf({ eventId, meetingId, on, organisationId }: OwnerRow): AttachmentOwner {
  if (eventId !== null) return { noun: 'event', id: eventId }
  if (meetingId !== null && on !== null) return { noun: 'meeting', id: meetingId, on }
  return { noun: 'organisation', id: organisationId ?? 0 }
}

function toPicture(row: PictureRow): StoredPicture {
  const { id, alternative, caption, width, height, version, archivedAt, eventId, organisationId } = row
  const owner: PictureOwner =
    eventId !== null ? { noun: 'event', id: eventId } : { noun: 'organisation', id: organisationId ?? 0 }
  return { id, alternative, caption, width, height, version, archivedAt, owner, file: fileOf(row) }
}

function fileOf({ fileName, mediaType, sha256 }: FileRow): StoredDocument['file'] {
  return { name: fileName, mediaType, sha256 }
}
