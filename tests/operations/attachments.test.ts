import { describe, expect, test } from 'vitest'
import type { DocumentDraft, PictureDraft } from '../../src/domain/attachment.ts'
import { createDocument, createPicture } from '../../src/operations/attachments.ts'
import { aMeeting, anEvent, idOf, openTown, problemsOf } from '../support/cast.ts'
import { PDF, PNG } from '../support/drafts.ts'
import { day } from '../support/schedules.ts'

const GONE = 999

function documentAt(owner: DocumentDraft['owner'], fields: Partial<DocumentDraft> = {}): DocumentDraft {
  const file = { name: 'protokoll.pdf', mediaType: 'application/pdf', bytes: PDF } as const
  return { owner, kind: 'minutes', title: 'Protokoll', file, ...fields }
}

function pictureAt(owner: PictureDraft['owner'], fields: Partial<PictureDraft> = {}): PictureDraft {
  const file = { name: 'fest.png', mediaType: 'image/png', bytes: PNG } as const
  return {
    owner,
    alternative: 'Menschen auf einem Platz',
    caption: '',
    width: 960,
    height: 640,
    file,
    ...fields,
  }
}

describe('a document', () => {
  test('is put at a date of a meeting by whoever may edit the group', () => {
    const town = openTown()
    const { office, by } = town
    const owner = {
      noun: 'meeting',
      id: aMeeting(town.office, { organisationId: town.groupId }),
      on: day('2026-06-01'),
    } as const
    const id = idOf(createDocument(office, by.editor, documentAt(owner)))
    expect(office.store.attachments.documents.ofMeetings([owner.id])).toMatchObject([
      {
        id,
        kind: 'minutes',
        title: 'Protokoll',
        meetingId: owner.id,
        on: '2026-06-01',
        byteLength: PDF.length,
      },
    ])
    expect(() => createDocument(office, by.stranger, documentAt(owner))).toThrow('forbidden')
  })

  test('is put at an event by whoever looks after its city', () => {
    const { office, by, cityId, groupId } = openTown()
    const owner = { noun: 'event', id: anEvent(office, { cityId }, groupId) } as const
    const id = idOf(createDocument(office, by.coordinator, documentAt(owner)))
    expect(office.store.attachments.documents.ofEvent(owner.id)).toMatchObject([
      { id, meetingId: null, on: null },
    ])
    // The editor's group organises it.
    idOf(createDocument(office, by.editor, documentAt(owner)))
    for (const person of [by.otherCoordinator, by.staff, by.stranger])
      expect(() => createDocument(office, person, documentAt(owner))).toThrow('forbidden')
  })

  test('has a history that knows which file it was, and holds no bytes', () => {
    const { office, by, groupId } = openTown()
    const owner = { noun: 'organisation', id: groupId } as const
    const id = idOf(createDocument(office, by.editor, documentAt(owner)))
    const sha256 = office.store.attachments.fileOfDocument(id)?.sha256
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(office.store.revisions.ofEntry('document', id)).toMatchObject([
      {
        version: 1,
        by: 'editor',
        state: {
          owner,
          kind: 'minutes',
          title: 'Protokoll',
          file: { name: 'protokoll.pdf', mediaType: 'application/pdf', sha256 },
        },
      },
    ])
  })

  test('is refused with all that is wrong', () => {
    const { office, by, groupId } = openTown()
    const owner = { noun: 'organisation', id: groupId } as const
    const create = (fields: Partial<DocumentDraft>) =>
      problemsOf(createDocument(office, by.editor, documentAt(owner, fields)))
    const file = { name: 'a.pdf', mediaType: 'application/pdf', bytes: PDF } as const
    expect(create({ title: '' })).toEqual(['title title.missing'])
    expect(create({ file: { ...file, bytes: PNG } })).toEqual(['file file.wrongType'])
    expect(create({ file: { ...file, bytes: new Uint8Array() } })).toEqual(['file file.wrongType'])
    expect(create({ file: { ...file, name: ' ' } })).toEqual(['file file.noName'])
    expect(create({ file: { ...file, mediaType: 'image/png', bytes: PNG } })).toEqual(['file file.notPdf'])
    const large = new Uint8Array(10 * 1024 * 1024 + 1)
    large.set(PDF)
    expect(create({ file: { ...file, bytes: large } })).toEqual(['file file.tooLarge'])
  })

  test('cannot be put at what is not there', () => {
    const { office, by } = openTown()
    for (const noun of ['event', 'organisation'] as const)
      expect(() => createDocument(office, by.administrator, documentAt({ noun, id: GONE }))).toThrow(
        'not-found',
      )
    const owner = { noun: 'meeting', id: GONE, on: day('2026-06-01') } as const
    expect(() => createDocument(office, by.administrator, documentAt(owner))).toThrow('not-found')
  })
})

describe('a picture', () => {
  test('is put at a group by whoever speaks for it, and its history begins', () => {
    const { office, by, groupId } = openTown()
    const owner = { noun: 'organisation', id: groupId } as const
    const id = idOf(createPicture(office, by.editor, pictureAt(owner)))
    expect(office.store.attachments.pictures.ofOrganisation(groupId)).toMatchObject([
      { id, alternative: 'Menschen auf einem Platz', width: 960, height: 640, mediaType: 'image/png' },
    ])
    expect(office.store.revisions.ofEntry('picture', id)).toMatchObject([
      { version: 1, by: 'editor', state: { owner, width: 960, file: { name: 'fest.png' } } },
    ])
    expect(() => createPicture(office, by.stranger, pictureAt(owner))).toThrow('forbidden')
  })

  test('says what can be seen, has a size, and is a picture', () => {
    const { office, by, groupId } = openTown()
    const owner = { noun: 'organisation', id: groupId } as const
    const create = (fields: Partial<PictureDraft>) =>
      problemsOf(createPicture(office, by.editor, pictureAt(owner, fields)))
    const file = {
      name: 'a.webp',
      mediaType: 'image/webp',
      bytes: new Uint8Array(Buffer.from('RIFF....WAVE')),
    } as const
    expect(create({ alternative: '', width: 0 })).toEqual([
      'alternative alternative.missing',
      'file file.noSize',
    ])
    expect(create({ file })).toEqual(['file file.wrongType'])
    expect(create({ file: { name: 'a.pdf', mediaType: 'application/pdf', bytes: PDF } })).toEqual([
      'file file.notPicture',
    ])
    const webp = new Uint8Array(Buffer.from('RIFF....WEBP'))
    expect(createPicture(office, by.editor, pictureAt(owner, { file: { ...file, bytes: webp } })).kind).toBe(
      'saved',
    )
  })
})
