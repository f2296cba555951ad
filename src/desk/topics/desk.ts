import { may, NO_TIES } from '../../domain/permission.ts'
import { forbidden } from '../../domain/refusal.ts'
import type { Topic } from '../../domain/topic.ts'
import type { EntryDesk } from '../../http/entry/desk.ts'
import { factsPreview } from '../../http/entry/facts-preview.ts'
import type { House } from '../../http/house.ts'
import { actorOf, byForm, type Reader } from '../../http/reader.ts'
import { deskUrls, urlsIn } from '../../http/urls.ts'
import {
  archiveTopic,
  changeTopic,
  createTopic,
  openTopic,
  restoreTopic,
  topicDraftOf,
} from '../../operations/topics.ts'
import { formOf, readTopic, sayTopic, settle, topicSections } from './forms.ts'
import { usesOf } from './uses.ts'

/** What is a topic's own at the desk: it is an administrator's, whatever is done to it. */
export function topicDesk(house: House, reader: Reader): EntryDesk<'topic', Topic> {
  const { words, language } = reader
  const actor = actorOf(reader)
  const by = byForm(reader)
  const paths = deskUrls.topics
  return {
    noun: 'topic',
    paths,
    words: { new: words.deskTopics.new, preview: words.desk.form.previewWord },
    form: {
      rowNames: [],
      begin: () => (may(actor, 'create', NO_TIES) ? {} : forbidden('create')),
      settle,
      withRow: (form) => form,
      read: readTopic,
      fill: formOf,
      sections: (filled) => topicSections(filled, reader),
    },
    operations: {
      open: (_act, id) => openTopic(house, actor, id),
      create: (draft) => createTopic(house, by, draft),
      change: (change) => changeTopic(house, by, change),
      archive: (archiving) => archiveTopic(house, by, archiving),
      restore: (restoring) => restoreTopic(house, by, restoring),
    },
    acts: { read: 'keep-choices', archive: 'keep-choices' },
    tiesOf: () => NO_TIES,
    nameOf: ({ names }) => names[language],
    draftOf: topicDraftOf,
    say: (draft) => sayTopic(draft, reader),
    preview: (draft, word) => factsPreview(word, { title: draft.names[language] }, sayTopic(draft, reader)),
    showsPreview: 'when-asked',
    trail: () => [{ href: paths.list(), label: words.deskTopics.title }],
    onSite: ({ slug }) => urlsIn(language).organisations({ thema: slug }),
    more: (stored) => [usesOf(house, reader, stored)],
    after: { creating: paths.entry, changing: () => paths.list() },
  }
}
