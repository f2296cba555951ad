import { expect, test } from 'vitest'
import type { AttachmentOwner } from '../../src/domain/attachment.ts'
import { createDocument, createPicture } from '../../src/operations/attachments.ts'
import { archiveEvent } from '../../src/operations/events.ts'
import { archiveOrganisation } from '../../src/operations/organisations.ts'
import { aMeeting, anEvent, idOf, openTown, type Town } from '../support/cast.ts'
import { PDF, PNG } from '../support/drafts.ts'
import { SYSTEM } from '../support/office.ts'
import { day } from '../support/schedules.ts'

function aDocument({ office }: Town, owner: AttachmentOwner, name: string, bytes: Uint8Array = PDF): number {
  const file = { name, mediaType: 'application/pdf', bytes } as const
  return idOf(createDocument(office, SYSTEM, { owner, kind: 'flyer', title: name, file }))
}

test('the same bytes are kept once, under each name they were given', () => {
  const town = openTown()
  const { attachments } = town.office.store
  const owner = { noun: 'organisation', id: town.groupId } as const
  const [one, other] = [aDocument(town, owner, 'einladung.pdf'), aDocument(town, owner, 'invitation.pdf')]
  const different = aDocument(town, owner, 'plan.pdf', new Uint8Array(Buffer.from('%PDF-1.7 plan')))
  const files = [one, other, different].map((id) => attachments.fileOfDocument(id))
  expect(files.map((file) => file?.name)).toEqual(['einladung.pdf', 'invitation.pdf', 'plan.pdf'])
  expect(files[0]?.sha256).toBe(files[1]?.sha256)
  expect(files[0]?.sha256).not.toBe(files[2]?.sha256)
  expect(Buffer.from(files[0]?.bytes ?? []).equals(PDF)).toBe(true)
  expect(town.office.database.prepare('SELECT count(*) FROM file').pluck().get()).toBe(2)
})

test('each owner shows its own, in the order in which they came', () => {
  const town = openTown()
  const { office, cityId, groupId, otherGroupId } = town
  const event = { noun: 'event', id: anEvent(office, { cityId }, groupId) } as const
  aDocument(town, event, 'b.pdf')
  aDocument(town, event, 'a.pdf')
  aDocument(town, { noun: 'organisation', id: groupId }, 'c.pdf')
  const file = { name: 'd.png', mediaType: 'image/png', bytes: PNG } as const
  const picture = { alternative: 'Ein Platz', caption: 'Am Abend', width: 4, height: 3, file } as const
  createPicture(office, SYSTEM, { ...picture, owner: event })
  const { documents, pictures } = office.store.attachments
  expect(documents.ofEvent(event.id).map((document) => document.fileName)).toEqual(['b.pdf', 'a.pdf'])
  expect(documents.ofOrganisation(groupId).map((document) => document.fileName)).toEqual(['c.pdf'])
  expect(documents.ofOrganisation(otherGroupId)).toEqual([])
  expect(pictures.ofEvent(event.id)).toMatchObject([{ caption: 'Am Abend', width: 4, height: 3 }])
  expect(pictures.ofOrganisation(groupId)).toEqual([])
})

test('the files of an archived entry are not given out, and come back with it', () => {
  const town = openTown()
  const { office, cityId, groupId } = town
  const eventId = anEvent(office, { cityId }, groupId)
  const atEvent = aDocument(town, { noun: 'event', id: eventId }, 'a.pdf')
  const atGroup = aDocument(town, { noun: 'organisation', id: groupId }, 'b.pdf')
  const meetingId = aMeeting(office, { organisationId: groupId })
  const atMeeting = aDocument(town, { noun: 'meeting', id: meetingId, on: day('2026-06-01') }, 'c.pdf')
  const file = { name: 'd.png', mediaType: 'image/png', bytes: PNG } as const
  const owner = { noun: 'organisation', id: groupId } as const
  const picture = idOf(
    createPicture(office, SYSTEM, {
      owner,
      alternative: 'Ein Platz',
      caption: '',
      width: 4,
      height: 3,
      file,
    }),
  )
  const given = () => {
    const { attachments } = office.store
    const files = [
      attachments.fileOfDocument(atEvent),
      attachments.fileOfDocument(atGroup),
      attachments.fileOfDocument(atMeeting),
      attachments.fileOfPicture(picture),
    ]
    return files.map((stored) => stored?.name ?? null)
  }
  expect(given()).toEqual(['a.pdf', 'b.pdf', 'c.pdf', 'd.png'])
  archiveEvent(office, SYSTEM, { id: eventId, version: 1, act: 'archive' })
  archiveOrganisation(office, SYSTEM, { id: groupId, version: 1, act: 'archive' })
  expect(given()).toEqual([null, null, null, null])
  archiveOrganisation(office, SYSTEM, { id: groupId, version: 2, act: 'bring-back' })
  expect(given()).toEqual([null, 'b.pdf', 'c.pdf', 'd.png'])
  expect(office.store.attachments.fileOfDocument(999)).toBeNull()
})
