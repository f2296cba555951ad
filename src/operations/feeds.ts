// What is done to feeds (calendars of groups): attach, change, archive, bring back, restore, let go of; each a revision.
import { checkFeed, type Feed, type FeedDraft } from '../domain/feed.ts'
import type { Act, Actor } from '../domain/permission.ts'
import { may } from '../domain/permission.ts'
import { forbidden, notFound } from '../domain/refusal.ts'
import {
  type Archiving,
  type By,
  type Change,
  type Office,
  type Outdated,
  outdated,
  permit,
  type Refused,
  type Restoring,
  record,
  refused,
  type Saved,
  saved,
  write,
} from './act.ts'
import { archiveForeign } from './feed-meetings.ts'
import { tiesOf } from './organisations.ts'

/** Attaches a calendar to an organisation; it is fetched with the next round. */
export function attachFeed(office: Office, by: By, draft: FeedDraft): Saved | Refused {
  return write(office, ({ at }) => {
    const { feeds, organisations } = office.store
    const { organisationId } = draft
    const organisation = organisations.byId(organisationId) ?? notFound(`organisation ${organisationId}`)
    permit(by, 'edit', tiesOf(organisation))
    const problems = checkFeed(draft, feeds.isTaken(draft, null))
    if (problems.length > 0) return refused(problems)
    const id = feeds.insert(draft, at)
    record(office, by, { noun: 'feed', id, version: 1, at, state: draft })
    return saved(id, 1)
  })
}

/** Gives a feed another address; its meetings stay until the calendar there has been read. */
export function changeFeed(
  office: Office,
  by: By,
  { id, version, draft }: Change<FeedDraft>,
): Saved | Refused | Outdated {
  return write(office, ({ at }) => {
    const { feeds } = office.store
    const stored = openFeed(office, by.actor, 'edit', id)
    const changed = { ...feedDraftOf(stored), address: draft.address }
    const problems = checkFeed(changed, stored.archivedAt === null && feeds.isTaken(changed, id))
    if (problems.length > 0) return refused(problems)
    if (!feeds.update(id, version, changed, at)) return outdated(stored.version)
    const state = stored.archivedAt === null ? changed : { ...changed, archivedAt: stored.archivedAt }
    record(office, by, { noun: 'feed', id, version: version + 1, at, state })
    return saved(id, version + 1)
  })
}

/** Puts a feed into the archive, and its meetings with it; brought back, it is fetched with the next round. */
export function archiveFeed(
  office: Office,
  by: By,
  { id, version, act }: Archiving,
): Saved | Refused | Outdated {
  return write(office, ({ at }) => {
    const stored = openFeed(office, by.actor, 'edit', id)
    const problems = act === 'archive' ? [] : checkFeed(stored, office.store.feeds.isTaken(stored, id))
    if (problems.length > 0) return refused(problems)
    const result = putAway(office, by, stored, { version, at, archivedAt: act === 'archive' ? at : null })
    if (result.kind === 'saved' && act === 'archive')
      archiveForeign(office, by, { feedId: id, at }, new Set())
    return result
  })
}

/** Lets go of a feed: it goes into the archive, and its meetings stay as the organisation's own, to be changed here. */
export function detachFeed(
  office: Office,
  by: By,
  { id, version }: { readonly id: number; readonly version: number },
): Saved | Outdated {
  return write(office, ({ at }) => {
    const stored = openFeed(office, by.actor, 'edit', id)
    const result = putAway(office, by, stored, { version, at, archivedAt: at })
    if (result.kind === 'saved') office.store.feeds.untie(id)
    return result
  })
}

/** Gives a feed an address that it had before. */
export function restoreFeed(
  office: Office,
  by: By,
  { id, version, earlier }: Restoring,
): Saved | Refused | Outdated {
  openFeed(office, by.actor, 'restore', id)
  const { draft } = office.store.revisions.draftAt('feed', id, earlier) ?? notFound(`version ${earlier}`)
  return changeFeed(office, { ...by, origin: 'restore' }, { id, version, draft })
}

/** The feed, for somebody who may do this to it. Throws Forbidden for anybody else, NotFound where there is none. */
export function openFeed(office: Office, actor: Actor, act: Act, id: number): Feed {
  const { feeds, organisations } = office.store
  const stored = feeds.byId(id) ?? notFound(`feed ${id}`)
  const organisation = organisations.byId(stored.organisationId) ?? notFound(`feed ${id}`)
  const ties = tiesOf(organisation)
  if (may(actor, act, ties)) return stored
  // An address can hold a secret: that there is one is for those who may read of it.
  return may(actor, 'read-internal', ties) ? forbidden(act) : notFound(`feed ${id}`)
}

/** The editable fields of a feed, as a revision keeps them. */
export function feedDraftOf({ organisationId, address }: FeedDraft): FeedDraft {
  return { organisationId, address }
}

function putAway(
  office: Office,
  by: By,
  stored: Feed,
  to: { readonly version: number; readonly at: string; readonly archivedAt: string | null },
): Saved | Outdated {
  const { id } = stored
  const { version, at, archivedAt } = to
  if (!office.store.feeds.setArchived(id, version, archivedAt, at)) return outdated(stored.version)
  const state = { ...feedDraftOf(stored), archivedAt }
  record(office, by, { noun: 'feed', id, version: version + 1, at, state })
  return saved(id, version + 1)
}
