import type { City } from '../../domain/city.ts'
import { may, NO_TIES } from '../../domain/permission.ts'
import { forbidden } from '../../domain/refusal.ts'
import type { EntryDesk } from '../../http/entry/desk.ts'
import type { House } from '../../http/house.ts'
import { actorOf, byForm, type Reader } from '../../http/reader.ts'
import { deskUrls, urlsIn } from '../../http/urls.ts'
import {
  archiveCity,
  changeCity,
  cityDraftOf,
  createCity,
  openCity,
  restoreCity,
  tiesOfCity,
} from '../../operations/cities.ts'
import { citySections, formOf, readCity, sayCity, settle } from './forms.ts'
import { usesPart } from './more.ts'
import { cityPreview } from './preview.ts'

/** What is a city's own at the desk. */
export function cityDesk(house: House, reader: Reader): EntryDesk<'city', City> {
  const { words, language } = reader
  const actor = actorOf(reader)
  const by = byForm(reader)
  const paths = deskUrls.cities
  return {
    noun: 'city',
    paths,
    words: { new: words.deskCities.new, preview: words.desk.form.previewWord },
    form: {
      rowNames: [],
      begin: () => (may(actor, 'create', NO_TIES) ? {} : forbidden('create')),
      settle,
      withRow: (form) => form,
      read: readCity,
      fill: formOf,
      sections: (filled) => citySections(filled, reader),
    },
    operations: {
      open: (act, id) => openCity(house, actor, act, id),
      create: (draft) => createCity(house, by, draft),
      change: (change) => changeCity(house, by, change),
      archive: (archiving) => archiveCity(house, by, archiving),
      restore: (restoring) => restoreCity(house, by, restoring),
    },
    acts: { read: 'read-internal', archive: 'keep-choices' },
    tiesOf: tiesOfCity,
    nameOf: ({ name }) => name,
    draftOf: cityDraftOf,
    say: (draft) => sayCity(draft, reader),
    preview: (draft, word, stored) => cityPreview(house, reader, { draft, word, stored }),
    showsPreview: 'when-asked',
    trail: () => [{ href: paths.list(), label: words.deskCities.title }],
    onSite: ({ slug }) => urlsIn(language).city(slug),
    more: (stored) => [usesPart(house, reader, stored)],
    after: { creating: paths.entry, changing: () => paths.list() },
  }
}
