import { may, NO_TIES } from '../../domain/permission.ts'
import type { Programme } from '../../domain/project.ts'
import { forbidden } from '../../domain/refusal.ts'
import type { EntryDesk } from '../../http/entry/desk.ts'
import { factsPreview } from '../../http/entry/facts-preview.ts'
import type { House } from '../../http/house.ts'
import { offeredNames, organisationNames } from '../../http/parts/organisation-field.ts'
import { actorOf, byForm, type Reader } from '../../http/reader.ts'
import { deskUrls, urlsIn } from '../../http/urls.ts'
import {
  archiveProgramme,
  changeProgramme,
  createProgramme,
  openProgramme,
  programmeDraftOf,
  restoreProgramme,
} from '../../operations/programmes.ts'
import { formOf, programmeSections, ROWS, readProgramme, sayProgramme, settle, withRow } from './forms.ts'
import { usesOf } from './uses.ts'

/** What is a funding programme's own at the desk: it is an administrator's, whatever is done to it. */
export function programmeDesk(house: House, reader: Reader): EntryDesk<'programme', Programme> {
  const { words, language } = reader
  const actor = actorOf(reader)
  const by = byForm(reader)
  const names = organisationNames(house)
  const paths = deskUrls.programmes
  return {
    noun: 'programme',
    paths,
    words: { new: words.deskProgrammes.new, preview: words.desk.form.previewWord },
    form: {
      rowNames: ROWS,
      begin: () => (may(actor, 'create', NO_TIES) ? withRow({}) : forbidden('create')),
      settle,
      withRow,
      read: (form) => readProgramme(form, names),
      fill: (draft) => formOf(draft, names),
      sections: (filled) => programmeSections(filled, reader, offeredNames(house, null)),
    },
    operations: {
      open: (_act, id) => openProgramme(house, actor, id),
      create: (draft) => createProgramme(house, by, draft),
      change: (change) => changeProgramme(house, by, change),
      archive: (archiving) => archiveProgramme(house, by, archiving),
      restore: (restoring) => restoreProgramme(house, by, restoring),
    },
    acts: { read: 'keep-choices', archive: 'keep-choices' },
    tiesOf: () => NO_TIES,
    nameOf: ({ title }) => title,
    draftOf: programmeDraftOf,
    say: (draft) => sayProgramme(draft, reader, names),
    preview: (draft, word) =>
      factsPreview(
        word,
        { title: draft.title, kindWord: words.projects.programme, description: draft.description },
        sayProgramme(draft, reader, names).filter(({ group }) => group === 'funderIds'),
      ),
    showsPreview: 'when-asked',
    trail: () => [{ href: paths.list(), label: words.deskProgrammes.title }],
    onSite: ({ id }) => urlsIn(language).programme(id),
    more: (stored) => [usesOf(house, reader, stored)],
    after: { creating: paths.entry, changing: () => paths.list() },
  }
}
