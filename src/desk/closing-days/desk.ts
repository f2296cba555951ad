import type { ClosingDay } from '../../domain/closing-day.ts'
import { forbidden } from '../../domain/refusal.ts'
import type { EntryDesk } from '../../http/entry/desk.ts'
import type { House } from '../../http/house.ts'
import { placeOf, placesFor, placesOf } from '../../http/parts/place-field.ts'
import { actorOf, byForm, type Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'
import {
  archiveClosingDay,
  changeClosingDay,
  createClosingDay,
  draftOf,
  openClosingDay,
  restoreClosingDay,
  tiesOf,
} from '../../operations/closing-days.ts'
import { closingDaySections, formOf, readClosingDay, sayClosingDay, settle } from './forms.ts'
import { closingDayPreview } from './preview.ts'

/** What is the own of closing days at the desk. */
export function closingDayDesk(house: House, reader: Reader): EntryDesk<'closing-day', ClosingDay> {
  const { words, now } = reader
  const said = words.deskClosingDays
  const actor = actorOf(reader)
  const by = byForm(reader)
  const places = placesOf(house, said)
  const paths = deskUrls.closingDays
  return {
    noun: 'closing-day',
    paths,
    words: { new: said.new, preview: words.desk.form.previewWord },
    form: {
      rowNames: [],
      begin: () => {
        if (placesFor(actor, places, null).length === 0) forbidden('create')
        return { kind: 'closed' }
      },
      settle,
      withRow: (form) => form,
      read: (form) => readClosingDay(form, places, now.day),
      fill: (draft) => formOf(draft, places),
      sections: (filled, stored) =>
        closingDaySections(
          filled,
          reader,
          placesFor(actor, places, stored === null ? null : placeOf(stored, places)),
        ),
    },
    operations: {
      open: (act, id) => openClosingDay(house, actor, act, id),
      create: (draft) => createClosingDay(house, by, draft),
      change: (change) => changeClosingDay(house, by, change),
      archive: (archiving) => archiveClosingDay(house, by, archiving),
      restore: (restoring) => restoreClosingDay(house, by, restoring),
    },
    acts: { read: 'read-internal', archive: 'archive' },
    tiesOf: (stored) => tiesOf(house, stored),
    nameOf: (stored) =>
      fill(said.name, {
        reason: stored.reason,
        place: placeOf(stored, places)?.label ?? said.archivedHouse,
      }),
    draftOf,
    say: (draft) => sayClosingDay(draft, reader, places),
    preview: (draft, word) => closingDayPreview(house, reader, draft, word),
    showsPreview: 'when-asked',
    trail: () => [{ href: paths.list(), label: said.title }],
    onSite: () => null,
    more: () => [],
    after: { creating: () => paths.list(), changing: () => paths.list() },
  }
}
