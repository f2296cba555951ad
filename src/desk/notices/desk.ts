import type { Notice } from '../../domain/notice.ts'
import { forbidden } from '../../domain/refusal.ts'
import type { EntryDesk } from '../../http/entry/desk.ts'
import { textOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { placeOf, placesFor, placesOf } from '../../http/parts/place-field.ts'
import { actorOf, byForm, type Reader } from '../../http/reader.ts'
import { deskUrls, urlsIn } from '../../http/urls.ts'
import {
  archiveNotice,
  changeNotice,
  createNotice,
  noticeDraftOf,
  openNotice,
  restoreNotice,
  tiesOfNotice,
} from '../../operations/notices.ts'
import { contactsFor } from './contacts.ts'
import { formOf, noticeSections, readNotice, settle } from './forms.ts'
import { noticePreview } from './preview.ts'
import { nameOf, sayNotice } from './said.ts'

/** What is a notice's own at the desk. */
export function noticeDesk(house: House, reader: Reader): EntryDesk<'notice', Notice> {
  const { words } = reader
  const said = words.deskNotices
  const actor = actorOf(reader)
  const by = byForm(reader)
  const places = placesOf(house, said)
  const contacts = contactsFor(house, reader)
  const paths = deskUrls.notices
  return {
    noun: 'notice',
    paths,
    words: { new: said.new, preview: words.desk.form.previewWord },
    form: {
      rowNames: [],
      begin: () => {
        if (placesFor(actor, places, null).length === 0) forbidden('create')
        return {}
      },
      settle,
      withRow: (form) => form,
      read: (form) => readNotice(form, places),
      fill: (draft) => formOf(draft, places),
      sections: (filled, stored) => {
        const own = placesFor(actor, places, stored === null ? null : placeOf(stored, places))
        const chosen = own.filter(({ value }) => value === textOf(filled.form, 'place'))
        const cityIds = (chosen.length === 0 ? own : chosen).map(({ inCityId }) => inCityId)
        const offered = [...contacts.kept(stored?.contactId ?? null), ...contacts.offered(cityIds)]
        return noticeSections(filled, reader, { places: own, contacts: offered })
      },
    },
    operations: {
      open: (act, id) => openNotice(house, actor, act, id),
      create: (draft) => createNotice(house, by, draft),
      change: (change) => changeNotice(house, by, change),
      archive: (archiving) => archiveNotice(house, by, archiving),
      restore: (restoring) => restoreNotice(house, by, restoring),
    },
    acts: { read: 'read-internal', archive: 'archive' },
    tiesOf: (stored) => tiesOfNotice(house, stored),
    nameOf,
    draftOf: noticeDraftOf,
    say: (draft) => sayNotice(draft, reader, { places, contact: contacts.say(draft.contactId) }),
    preview: (draft, word) => noticePreview(house, reader, draft, word),
    showsPreview: 'when-asked',
    trail: () => [{ href: paths.list(), label: said.title }],
    onSite: (stored) => pageBelow(house, reader, stored),
    more: () => [],
    after: { creating: () => paths.list(), changing: () => paths.list() },
  }
}

/** The page above which a notice stands. */
function pageBelow({ store }: House, { language }: Reader, { cityId, venueId }: Notice): Href | null {
  const urls = urlsIn(language)
  const venue = venueId === null ? null : store.venues.byId(venueId)
  if (venue !== null) return venue.archivedAt === null ? urls.venue(venue.slug) : null
  const city = cityId === null ? null : store.cities.byId(cityId)
  return city === null ? null : urls.city(city.slug)
}
