import type { Feed } from '../../domain/feed.ts'
import { notFound } from '../../domain/refusal.ts'
import type { EntryDesk } from '../../http/entry/desk.ts'
import type { House } from '../../http/house.ts'
import { actorOf, byForm, type Reader } from '../../http/reader.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'
import {
  archiveFeed,
  attachFeed,
  changeFeed,
  feedDraftOf,
  openFeed,
  restoreFeed,
} from '../../operations/feeds.ts'
import { openOrganisation, tiesOf } from '../../operations/organisations.ts'
import { feedSections, formOf, readFeed, sayFeed, settle } from './forms.ts'
import { moreOf } from './more.ts'
import { feedPreview } from './preview.ts'

/** What is a feed's own at the desk; of a new one the address names the organisation, of any other the feed. */
export function feedDesk(house: House, reader: Reader, asked: Asked): EntryDesk<'feed', Feed> {
  const { words } = reader
  const { foreignCalendars } = words
  const actor = actorOf(reader)
  const by = byForm(reader)
  const organisationIdOf = (stored: Feed | null) => stored?.organisationId ?? numberIn(asked, 'id')
  const organisationOf = (stored: Feed | null) => {
    const id = organisationIdOf(stored)
    return house.store.organisations.byId(id) ?? notFound(`organisation ${id}`)
  }
  return {
    noun: 'feed',
    paths: { ...deskUrls.feeds, new: deskUrls.newFeed(numberIn(asked, 'id')) },
    words: { new: foreignCalendars.add, preview: words.desk.form.previewWord },
    form: {
      rowNames: [],
      begin: () => {
        openOrganisation(house, actor, 'edit', numberIn(asked, 'id'))
        return {}
      },
      settle,
      withRow: (form) => form,
      read: (form, stored) => ({ kind: 'draft', draft: readFeed(form, organisationIdOf(stored)) }),
      fill: formOf,
      sections: (filled) => feedSections(filled, reader),
    },
    operations: {
      open: (act, id) => openFeed(house, actor, act, id),
      create: (draft) => attachFeed(house, by, draft),
      change: (change) => changeFeed(house, by, change),
      archive: (archiving) => archiveFeed(house, by, archiving),
      restore: (restoring) => restoreFeed(house, by, restoring),
    },
    acts: { read: 'read-internal', archive: 'edit' },
    tiesOf: (stored) => tiesOf(organisationOf(stored)),
    nameOf: (stored) => fill(foreignCalendars.nameOf, { organisation: organisationOf(stored).name }),
    draftOf: feedDraftOf,
    say: (draft) => sayFeed(draft, reader),
    preview: feedPreview,
    showsPreview: 'when-asked',
    trail: (stored) => {
      const { id, name } = organisationOf(stored)
      return [
        { href: deskUrls.organisations.list(), label: words.desk.organisations.title },
        { href: deskUrls.organisations.entry(id), label: name },
      ]
    },
    onSite: () => null,
    more: (stored) => moreOf(house, reader, stored),
    after: {
      creating: deskUrls.feeds.entry,
      changing: ({ organisationId }) => deskUrls.organisations.entry(organisationId),
    },
  }
}
