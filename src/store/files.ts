import type { FileDraft, MediaType } from '../domain/attachment.ts'
import type { Database } from './database.ts'

/** A file as it is sent to a reader. */
export type StoredFile = {
  readonly name: string
  readonly mediaType: MediaType
  readonly bytes: Uint8Array
  /** Hexadecimal; fit for an ETag, for the bytes of an address never change. */
  readonly sha256: string
}

/** The bytes of documents and pictures. */
export function files(database: Database) {
  // Whose entry is archived has no page any more, and its files have no address.
  const selectOfDocument = database.prepare<[number], StoredFile>(`
    SELECT d.file_name AS name, f.media_type AS mediaType, f.bytes, f.sha256
    FROM document d
    JOIN file f ON f.id = d.file_id
    LEFT JOIN event e ON e.id = d.event_id
    LEFT JOIN meeting m ON m.id = d.meeting_id
    LEFT JOIN organisation o ON o.id = coalesce(d.organisation_id, m.organisation_id)
    WHERE d.id = ? AND d.archived_at IS NULL AND e.archived_at IS NULL AND m.archived_at IS NULL
      AND o.archived_at IS NULL`)
  const selectOfPicture = database.prepare<[number], StoredFile>(`
    SELECT p.file_name AS name, f.media_type AS mediaType, f.bytes, f.sha256
    FROM picture p
    JOIN file f ON f.id = p.file_id
    LEFT JOIN event e ON e.id = p.event_id
    LEFT JOIN organisation o ON o.id = p.organisation_id
    WHERE p.id = ? AND p.archived_at IS NULL AND e.archived_at IS NULL AND o.archived_at IS NULL`)
  const selectBySum = database.prepare<[string], number>('SELECT id FROM file WHERE sha256 = ?').pluck()
  const insert = database.prepare(`
    INSERT INTO file (sha256, media_type, byte_length, bytes)
    VALUES (@sha256, @mediaType, @byteLength, @bytes)`)

  return {
    /** Null where there is no such document, or it or its event, meeting or organisation is archived. */
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
