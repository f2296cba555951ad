import { type Act, mayAnywhere } from '../domain/permission.ts'
import type { Href } from './href.ts'
import type { Reader } from './reader.ts'
import { deskUrls, urlsIn } from './urls.ts'

/** A link in the desk's menu. */
type DeskMenuItem = { readonly href: Href; readonly label: string; readonly isCurrent: boolean }

/** Links that belong together; the first ones stand without a title. */
export type DeskMenuGroup = { readonly title: string; readonly items: readonly DeskMenuItem[] }

type Offered = readonly [label: string, href: Href, right: Act | 'signed-in']

/** What the desk offers this person: nothing to which they have no right anywhere. */
export function deskMenu({ words, path, actor }: Reader): readonly DeskMenuGroup[] {
  if (actor === null) return []
  const { menu } = words.desk
  const groups: readonly (readonly [title: string, offered: readonly Offered[]])[] = [
    [
      '',
      [
        [menu.today, deskUrls.today, 'signed-in'],
        [menu.proposals, deskUrls.proposals.list, 'read-proposals'],
        [menu.workList, deskUrls.workList(), 'edit'],
        [menu.changes, deskUrls.changes(), 'read-history'],
      ],
    ],
    [
      menu.directory,
      [
        [menu.organisations, deskUrls.organisations.list(), 'read-internal'],
        [menu.meetings, deskUrls.meetings.list(), 'read-internal'],
        [menu.events, deskUrls.events.list(), 'read-internal'],
        [menu.foreignCalendars, deskUrls.feeds.list(), 'read-internal'],
        [menu.closingDays, deskUrls.closingDays.list(), 'create'],
        [menu.notices, deskUrls.notices.list(), 'create'],
        [menu.venues, deskUrls.venues.list(), 'read-internal'],
        [menu.clashes, deskUrls.clashes(), 'read-internal'],
        [menu.relations, deskUrls.relations.list(), 'read-internal'],
        [menu.projects, deskUrls.projects.list(), 'read-internal'],
        [menu.topics, deskUrls.topics.list(), 'keep-choices'],
        [menu.programmes, deskUrls.programmes.list(), 'keep-choices'],
        [menu.cities, deskUrls.cities.list(), 'create'],
        [menu.papers, deskUrls.documents.list(), 'read-internal'],
        [menu.replace, deskUrls.replace(), 'edit'],
      ],
    ],
    [menu.paper, [[menu.print, urlsIn('de').printDesk(), 'print-internal']]],
    [
      menu.site,
      [
        [menu.texts, deskUrls.texts.list(), 'edit-site-texts'],
        [menu.accounts, deskUrls.accounts.list(), 'manage-accounts'],
        [menu.mails, deskUrls.mails(), 'read-mails'],
        [menu.log, deskUrls.log(), 'read-log'],
      ],
    ],
  ]
  return groups
    .map(([title, offered]) => ({
      title,
      items: offered
        .filter(([, , right]) => right === 'signed-in' || mayAnywhere(actor, right))
        .map(([label, href]) => ({
          label,
          href,
          isCurrent: href === deskUrls.today ? path === href : isBelow(sectionOf(path), href),
        })),
    }))
    .filter(({ items }) => items.length > 0)
}

/** A contact is edited within its organisation, though its address is its own. */
function sectionOf(path: string): string {
  return isBelow(path, deskUrls.contacts.list()) ? deskUrls.organisations.list() : path
}

function isBelow(path: string, section: string): boolean {
  return path === section || path.startsWith(`${section}/`)
}
