import type {
  Document,
  DocumentDraft,
  FileDraft,
  MediaType,
  Picture,
  PictureDraft,
} from '../domain/attachment.ts'
import { type Database, idList } from './database.ts'

/** A file as it is sent to a reader. */
export type StoredFile = {
  readonly name: string
  readonly mediaType: MediaType
  readonly bytes: Uint8Array
  /** Hexadecimal; fit for an ETag, for the bytes of an address never change. */
  readonly sha256: string
}

/** Documents and pictures with their files. */
export function attachments(database: Database) {
  return { documents: documents(database), pictures: pictures(database), ...files(database) }
}

function documents(database: Database) {
  const select = `
    SELECT d.id, d.kind, d.title, d.meeting_id AS meetingId, d.meeting_day AS "on", d.file_name AS fileName,
      f.media_type AS mediaType, f.byte_length AS byteLength, d.updated_at AS updatedAt
    FROM document d
    JOIN file f ON f.id = d.file_id`
  const selectOfEvent = database.prepare<[number], Document>(`${select} WHERE d.event_id = ? ORDER BY d.id`)
  const selectOfOrganisation = database.prepare<[number], Document>(`
    ${select}
    WHERE d.organisation_id = ?
    ORDER BY d.id`)
  const selectOfMeetings = database.prepare<[string], Document>(`
    ${select}
    WHERE d.meeting_id IN (SELECT value FROM json_each(?))
    ORDER BY d.meeting_day DESC, d.meeting_id, d.kind, d.id`)
  const insert = database.prepare(`
    INSERT INTO document (event_id, meeting_id, meeting_day, organisation_id, kind, title, file_id, file_name, updated_at)
    VALUES (@eventId, @meetingId, @on, @organisationId, @kind, @title, @fileId, @fileName, @at)`)

  return {
    ofEvent: (id: number): readonly Document[] => selectOfEvent.all(id),
    ofOrganisation: (id: number): readonly Document[] => selectOfOrganisation.all(id),
    /** Of all dates of the meetings, the latest date first. */
    ofMeetings: (ids: Iterable<number>): readonly Document[] => selectOfMeetings.all(idList(ids)),
    insert({ owner, kind, title, file }: DocumentDraft, fileId: number, at: string): number {
      const row = {
        eventId: owner.noun === 'event' ? owner.id : null,
        meetingId: owner.noun === 'meeting' ? owner.id : null,
        on: owner.noun === 'meeting' ? owner.on : null,
        organisationId: owner.noun === 'organisation' ? owner.id : null,
      }
      return Number(insert.run({ ...row, kind, title, fileId, fileName: file.name, at }).lastInsertRowid)
    },
  }
}

function pictures(database: Database) {
  const select = `
    SELECT p.id, p.alternative, p.caption, p.width, p.height, p.file_name AS fileName, f.media_type AS mediaType,
      f.byte_length AS byteLength
    FROM picture p
    JOIN file f ON f.id = p.file_id`
  const selectOfEvent = database.prepare<[number], Picture>(`${select} WHERE p.event_id = ? ORDER BY p.id`)
  const selectOfOrganisation = database.prepare<[number], Picture>(`
    ${select}
    WHERE p.organisation_id = ?
    ORDER BY p.id`)
  const insert = database.prepare(`
    INSERT INTO picture (event_id, organisation_id, alternative, caption, width, height, file_id, file_name, updated_at)
    VALUES (@eventId, @organisationId, @alternative, @caption, @width, @height, @fileId, @fileName, @at)`)

  return {
    ofEvent: (id: number): readonly Picture[] => selectOfEvent.all(id),
    ofOrganisation: (id: number): readonly Picture[] => selectOfOrganisation.all(id),
    insert({ owner, file, ...columns }: PictureDraft, fileId: number, at: string): number {
      const eventId = owner.noun === 'event' ? owner.id : null
      const organisationId = owner.noun === 'organisation' ? owner.id : null
      return Number(
        insert.run({ ...columns, eventId, organisationId, fileId, fileName: file.name, at }).lastInsertRowid,
      )
    },
  }
}

function files(database: Database) {
  // Whose entry is archived has no page any more, and its files have no address.
  const selectOfDocument = database.prepare<[number], StoredFile>(`
    SELECT d.file_name AS name, f.media_type AS mediaType, f.bytes, f.sha256
    FROM document d
    JOIN file f ON f.id = d.file_id
    LEFT JOIN event e ON e.id = d.event_id
    LEFT JOIN meeting m ON m.id = d.meeting_id
    LEFT JOIN organisation o ON o.id = coalesce(d.organisation_id, m.organisation_id)
    WHERE d.id = ? AND e.archived_at IS NULL AND m.archived_at IS NULL AND o.archived_at IS NULL`)
  const selectOfPicture = database.prepare<[number], StoredFile>(`
    SELECT p.file_name AS name, f.media_type AS mediaType, f.bytes, f.sha256
    FROM picture p
    JOIN file f ON f.id = p.file_id
    LEFT JOIN event e ON e.id = p.event_id
    LEFT JOIN organisation o ON o.id = p.organisation_id
    WHERE p.id = ? AND e.archived_at IS NULL AND o.archived_at IS NULL`)
  const selectBySum = database.prepare<[string], number>('SELECT id FROM file WHERE sha256 = ?').pluck()
  const insert = database.prepare(`
    INSERT INTO file (sha256, media_type, byte_length, bytes)
    VALUES (@sha256, @mediaType, @byteLength, @bytes)`)

  return {
    /** Null where there is no such document, or its event, meeting or organisation is archived. */
    fileOfDocument: (id: number): StoredFile | null => selectOfDocument.get(id) ?? null,
    fileOfPicture: (id: number): StoredFile | null => selectOfPicture.get(id) ?? null,
    /** The id under which these bytes are kept; the same bytes are kept once. `sha256` is theirs, hexadecimal. */
    insertFile(sha256: string, { mediaType, bytes }: FileDraft): number {
      const known = selectBySum.get(sha256)
      if (known !== undefined) return known
      return Number(insert.run({ sha256, mediaType, byteLength: bytes.length, bytes }).lastInsertRowid)
    },
  }
}
