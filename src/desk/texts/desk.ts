import { may, NO_TIES } from '../../domain/permission.ts'
import { forbidden, notFound } from '../../domain/refusal.ts'
import type { SiteText, SiteTextDraft } from '../../domain/site-text.ts'
import type { EntryDesk } from '../../http/entry/desk.ts'
import type { House } from '../../http/house.ts'
import { actorOf, byForm, type Reader } from '../../http/reader.ts'
import { deskUrls, urlsIn } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'
import { changeSiteText, restoreSiteText } from '../../operations/site-texts.ts'
import { formOf, readText, sayText, settle, textSections } from './forms.ts'
import { textPreview } from './preview.ts'

type StoredText = SiteText & { readonly archivedAt: null }

/** What is a text's own at the desk: it stands at its address for good, so that none is opened and none archived. */
export function textDesk(house: House, reader: Reader): EntryDesk<'site-text', StoredText> {
  const { words } = reader
  const by = byForm(reader)
  const open = (id: number): StoredText => {
    mayWrite(reader)
    const text = house.store.siteTexts.byId(id) ?? notFound(`site text ${id}`)
    return { ...text, archivedAt: null }
  }
  return {
    noun: 'site-text',
    paths: deskUrls.texts,
    words: { new: words.desk.texts.title, preview: words.desk.form.previewWord },
    form: {
      rowNames: [],
      begin: () => forbidden('create a site text'),
      settle,
      withRow: (form) => form,
      read: (form, stored) =>
        stored === null ? forbidden('create a site text') : { kind: 'draft', draft: readText(form, stored) },
      fill: formOf,
      sections: (filled, stored) => textSections(filled, reader, stored?.language ?? reader.language),
    },
    operations: {
      open: (_act, id) => open(id),
      create: () => forbidden('create a site text'),
      change: (change) => changeSiteText(house, by, change),
      archive: () => forbidden('archive a site text'),
      restore: (restoring) => restoreSiteText(house, by, restoring),
    },
    acts: { read: 'edit-site-texts', archive: null },
    tiesOf: () => NO_TIES,
    nameOf: ({ title, language }) =>
      fill(words.desk.organisations.languageOf, { name: title, language: words.languages[language] }),
    draftOf,
    say: (draft) => sayText(draft, reader),
    preview: textPreview,
    showsPreview: 'when-asked',
    trail: () => [],
    onSite: ({ slug, language }) => urlsIn(language).text(slug),
    more: () => [],
    after: { creating: deskUrls.texts.entry, changing: () => deskUrls.texts.list() },
  }
}

/** Throws Forbidden for whoever may not write the site's texts. */
export function mayWrite(reader: Reader): void {
  if (!may(actorOf(reader), 'edit-site-texts', NO_TIES)) forbidden('edit-site-texts')
}

function draftOf({ slug, language, title, body }: SiteText): SiteTextDraft {
  return { slug, language, title, body }
}
