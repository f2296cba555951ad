import type { DocumentKind } from '../../domain/attachment.ts'
import type { Day } from '../../domain/day.ts'
import type { Meeting } from '../../domain/meeting.ts'
import { sayDay } from '../../i18n/say-day.ts'
import type { DeskDocument } from '../../store/attachments.ts'
import type { Link } from '../parts/links.ts'
import type { Reader } from '../reader.ts'
import { deskUrls } from '../urls.ts'
import { type AttachmentRow, documentRows } from './attachments.ts'

/** The papers of one date of a meeting, and the ways to further ones; `of` says of which date, for whoever only hears it. */
export type PapersPart = {
  readonly documents: readonly AttachmentRow[]
  readonly ways: readonly (Link & { readonly of: string })[]
}

/** A day of a meeting with its papers. */
export type PaperRow = { readonly datetime: Day; readonly day: string; readonly papers: PapersPart }

declare module '../render.ts' {
  interface Parts {
    papers: PapersPart
    'paper-rows': readonly PaperRow[]
  }
}

/** A meeting with all its documents, for somebody who may add to them or not. */
export type PapersOfMeeting = {
  readonly meeting: Pick<Meeting, 'id' | 'title' | 'kind'>
  readonly documents: readonly DeskDocument[]
  readonly mayAdd: boolean
}

/** The papers of a meeting on one day. */
export function papersOn(
  on: Day,
  { meeting, documents, mayAdd }: PapersOfMeeting,
  reader: Reader,
): PapersPart {
  const there = documents.filter((document) => document.meetingId === meeting.id && document.on === on)
  const of = `${meeting.title}, ${sayDay(on, reader.language)}`
  const owner = { noun: 'meeting', id: meeting.id, on } as const
  return {
    documents: documentRows(there, reader, mayAdd),
    ways: !mayAdd
      ? []
      : waysTo(meeting, there, on <= reader.now.day, reader).map(([kind, label]) => ({
          href: deskUrls.newDocument(owner, kind),
          label,
          of,
        })),
  }
}

/** The papers of a meeting on each of these days, the latest first. */
export function paperRows(
  days: readonly Day[],
  papers: PapersOfMeeting,
  reader: Reader,
): readonly PaperRow[] {
  return [...new Set(days)]
    .sort()
    .reverse()
    .map((on) => ({ datetime: on, day: sayDay(on, reader.language), papers: papersOn(on, papers, reader) }))
}

/** A house meeting is invited to, and has minutes once it has begun; each is offered until it is there. */
function waysTo(
  { kind }: Pick<Meeting, 'kind'>,
  there: readonly DeskDocument[],
  hasBegun: boolean,
  { words }: Reader,
): readonly (readonly [DocumentKind, string])[] {
  const { addInvitation, addMinutes, addOther } = words.desk.papers
  if (kind !== 'house-meeting') return [['other', words.desk.attachments.addDocument]]
  const isMissing = (wanted: DocumentKind) =>
    there.every((document) => document.kind !== wanted || document.archivedAt !== null)
  return [
    ...(isMissing('invitation') ? [['invitation', addInvitation] as const] : []),
    ...(hasBegun && isMissing('minutes') ? [['minutes', addMinutes] as const] : []),
    ['other', addOther],
  ]
}
