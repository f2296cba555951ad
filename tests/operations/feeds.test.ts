import { beforeEach, describe, expect, it } from 'vitest'
import type { FeedDraft } from '../../src/domain/feed.ts'
import {
  archiveFeed,
  attachFeed,
  changeFeed,
  detachFeed,
  openFeed,
  restoreFeed,
} from '../../src/operations/feeds.ts'
import { changeMeeting, meetingDraftOf } from '../../src/operations/meetings.ts'
import { calendar, rehearsal } from '../support/calendars.ts'
import { idOf, openTown, problemsOf, type Town } from '../support/cast.ts'
import { readFeed } from '../support/feeds.ts'

const ADDRESS = 'https://chor.example/kalender.ics'

let town: Town
beforeEach(() => {
  town = openTown()
})

const draft = (fields: Partial<FeedDraft> = {}): FeedDraft => ({
  organisationId: town.groupId,
  address: ADDRESS,
  ...fields,
})
const attach = (fields: Partial<FeedDraft> = {}) => attachFeed(town.office, town.by.editor, draft(fields))
const stored = (id: number) => openFeed(town.office, town.by.administrator.actor, 'edit', id)
const onSite = () => town.office.store.meetings.ofOrganisations([town.groupId])

describe('a feed', () => {
  it('is attached by whoever speaks for the group or looks after the city, and is due at once', () => {
    const id = idOf(attach())
    expect(stored(id)).toMatchObject({
      address: ADDRESS,
      version: 1,
      fetchedAt: null,
      nextAt: '2026-06-03T10:00:00Z',
    })
    idOf(attachFeed(town.office, town.by.coordinator, draft({ address: 'https://chor.example/2.ics' })))
    expect(town.office.store.feeds.due('2026-06-03T10:00:00Z', 10)).toHaveLength(2)
  })

  it('is neither attached, changed, archived nor let go of by a stranger', () => {
    const id = idOf(attach())
    for (const by of [town.by.otherCoordinator, town.by.staff, town.by.stranger]) {
      expect(() => attachFeed(town.office, by, draft({ address: 'https://x.example/' }))).toThrow('forbidden')
      expect(() => changeFeed(town.office, by, { id, version: 1, draft: draft() })).toThrow(
        /forbidden|not-found/,
      )
      expect(() => archiveFeed(town.office, by, { id, version: 1, act: 'archive' })).toThrow(
        /forbidden|not-found/,
      )
      expect(() => detachFeed(town.office, by, { id, version: 1 })).toThrow(/forbidden|not-found/)
      expect(() => restoreFeed(town.office, by, { id, version: 1, earlier: 1 })).toThrow(
        /forbidden|not-found/,
      )
    }
    expect(stored(id)).toMatchObject({ version: 1, archivedAt: null })
  })

  it('is known of by those who may read what is internal, and by no other group', () => {
    const id = idOf(attach())
    expect(openFeed(town.office, town.by.staff.actor, 'read-internal', id).address).toBe(ADDRESS)
    expect(() => openFeed(town.office, town.by.stranger.actor, 'read-internal', id)).toThrow('not-found')
  })

  it.each([
    '',
    'kalender.ics',
    'http://chor.example/kalender.ics',
    'ftp://chor.example/kalender.ics',
    'https://intern/kalender.ics',
    'https://user:secret@chor.example/kalender.ics',
    `https://chor.example/${'x'.repeat(2000)}`,
  ])('does not stand at "%s"', (address) => {
    expect(problemsOf(attach({ address }))).toEqual(['address address.notHttps'])
  })

  it('is attached once to a group, and again when the other is in the archive', () => {
    const id = idOf(attach())
    expect(problemsOf(attach())).toEqual(['address address.taken'])
    archiveFeed(town.office, town.by.editor, { id, version: 1, act: 'archive' })
    idOf(attach())
    expect(
      problemsOf(archiveFeed(town.office, town.by.editor, { id, version: 2, act: 'bring-back' })),
    ).toEqual(['address address.taken'])
  })

  it('is not overwritten from an outdated copy, and keeps every state', () => {
    const id = idOf(attach())
    const to = (address: string, version: number) =>
      changeFeed(town.office, town.by.coordinator, { id, version, draft: draft({ address }) })
    expect(to('https://chor.example/neu.ics', 1)).toMatchObject({ kind: 'saved', version: 2 })
    expect(to('https://chor.example/alt.ics', 1)).toEqual({ kind: 'outdated', version: 2 })
    expect(restoreFeed(town.office, town.by.editor, { id, version: 2, earlier: 1 })).toMatchObject({
      version: 3,
    })
    const history = town.office.store.revisions.ofEntry('feed', id)
    expect(history.map(({ version, by, origin, state }) => [version, by, origin, state.address])).toEqual([
      [3, 'editor', 'restore', ADDRESS],
      [2, 'coordinator', 'form', 'https://chor.example/neu.ics'],
      [1, 'editor', 'form', ADDRESS],
    ])
    expect(detachFeed(town.office, town.by.editor, { id, version: 1 })).toEqual({
      kind: 'outdated',
      version: 3,
    })
    expect(archiveFeed(town.office, town.by.editor, { id, version: 1, act: 'archive' })).toEqual({
      kind: 'outdated',
      version: 3,
    })
  })
})

describe('the meetings of a feed', () => {
  it('go into the archive with it, and come back with its next reading', async () => {
    const id = idOf(attach())
    await readFeed(town.office, id, calendar(rehearsal()))
    expect(onSite().map(({ title, feedId }) => [title, feedId])).toEqual([['Probe', id]])
    archiveFeed(town.office, town.by.editor, { id, version: 1, act: 'archive' })
    expect(onSite()).toEqual([])
    archiveFeed(town.office, town.by.editor, { id, version: 2, act: 'bring-back' })
    await readFeed(town.office, id, calendar(rehearsal()))
    expect(onSite().map(({ version }) => version)).toEqual([3])
  })

  it('stay as the group’s own when it lets go of them', async () => {
    const id = idOf(attach())
    await readFeed(town.office, id, calendar(rehearsal()))
    const [meeting] = onSite()
    if (meeting === undefined) throw new Error('no meeting')
    const change = () => {
      const { title: _, ...fields } = meetingDraftOf(meeting)
      return changeMeeting(town.office, town.by.editor, {
        id: meeting.id,
        version: meeting.version,
        draft: { ...fields, title: 'Neu' },
      })
    }
    expect(problemsOf(change())).toEqual(['title meeting.fromFeed'])
    detachFeed(town.office, town.by.editor, { id, version: 1 })
    expect(onSite().map(({ feedId }) => feedId)).toEqual([null])
    expect(change()).toMatchObject({ kind: 'saved' })
    expect(stored(id).archivedAt).not.toBeNull()
  })
})
