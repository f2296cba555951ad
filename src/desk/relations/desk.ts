import { mayAnywhere } from '../../domain/permission.ts'
import { forbidden } from '../../domain/refusal.ts'
import type { Relation } from '../../domain/relation.ts'
import type { EntryDesk } from '../../http/entry/desk.ts'
import type { House } from '../../http/house.ts'
import { offeredNames, organisationNames } from '../../http/parts/organisation-field.ts'
import { actorOf, byForm, type Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls, urlsIn } from '../../http/urls.ts'
import { openOrganisation } from '../../operations/organisations.ts'
import {
  archiveRelation,
  changeRelation,
  createRelation,
  openRelation,
  relationDraftOf,
  restoreRelation,
  tiesOfRelation,
} from '../../operations/relations.ts'
import { formFrom, formOf, readRelation, relationSections, sayFields, settle } from './forms.ts'
import { relationPreview } from './preview.ts'
import { sayRelation } from './said.ts'

/** What is a relation's own at the desk. */
export function relationDesk(house: House, reader: Reader, asked: Asked): EntryDesk<'relation', Relation> {
  const { words, language } = reader
  const said = words.deskRelations
  const actor = actorOf(reader)
  const by = byForm(reader)
  const names = organisationNames(house)
  const paths = deskUrls.relations
  return {
    noun: 'relation',
    paths,
    words: { new: said.new, preview: words.desk.form.previewWord },
    form: {
      rowNames: [],
      begin: () => {
        if (!mayAnywhere(actor, 'edit')) forbidden('create')
        const id = organisationIn(asked)
        return formFrom(id === null ? null : openOrganisation(house, actor, 'edit', id).id, names)
      },
      settle,
      withRow: (form) => form,
      read: (form) => readRelation(form, names),
      fill: (draft) => formOf(draft, names),
      sections: (filled) => relationSections(filled, reader, offeredNames(house, null)),
    },
    operations: {
      open: (act, id) => openRelation(house, actor, act, id),
      create: (draft) => createRelation(house, by, draft),
      change: (change) => changeRelation(house, by, change),
      archive: (archiving) => archiveRelation(house, by, archiving),
      restore: (restoring) => restoreRelation(house, by, restoring),
    },
    acts: { read: 'read-internal', archive: 'edit' },
    tiesOf: (stored) => tiesOfRelation(house, stored),
    nameOf: ({ fromId, toId, kind }) => {
      const sides = new Map(house.store.organisations.named([fromId, toId]).map(({ id, name }) => [id, name]))
      return sayRelation(kind, { from: sides.get(fromId) ?? '', to: sides.get(toId) ?? '' }, words)
    },
    draftOf: relationDraftOf,
    say: (draft) => sayFields(draft, reader, names),
    preview: (draft, word) => relationPreview(house, reader, draft, word),
    showsPreview: 'always',
    trail: () => [{ href: paths.list(), label: said.title }],
    onSite: ({ fromId }) => {
      const [from] = house.store.organisations.names([fromId])
      return from === undefined ? null : urlsIn(language).organisation(from)
    },
    more: () => [],
    after: { creating: paths.entry, changing: () => paths.list() },
  }
}

/** The organisation at whose page somebody asked for a new relation, or null. */
function organisationIn({ query }: Asked): number | null {
  const { von = '' } = query
  return /^[1-9]\d{0,9}$/.test(von) ? Number(von) : null
}
