import { may, NO_TIES } from '../../domain/permission.ts'
import type { Problem } from '../../domain/problem.ts'
import { forbidden, notFound } from '../../domain/refusal.ts'
import type { SiteText, SiteTextDraft } from '../../domain/site-text.ts'
import { type Answer, page } from '../../http/answer.ts'
import { sayProblems } from '../../http/forms.ts'
import { deskHead, formHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import { markdownToHtml } from '../../http/markdown.ts'
import type { ToldPart } from '../../http/parts/entry-form.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { deskUrls, urlsIn } from '../../http/urls.ts'
import { sayInstant } from '../../i18n/say-instant.ts'
import { fill } from '../../i18n/words.ts'
import { formOf, textSections } from './forms.ts'
import type { TextPage, TextPreview } from './pages.ts'

type Shown = {
  readonly draft: SiteTextDraft
  readonly version: string
  readonly problems?: readonly Problem[]
  readonly told?: ToldPart
  readonly isPreview?: true
  readonly status?: number
}

/** A text, for whoever may write texts. */
export function openText(house: House, reader: Reader, asked: Asked): SiteText {
  mayWrite(reader)
  const id = numberIn(asked, 'id')
  return house.store.siteTexts.byId(id) ?? notFound(`site text ${id}`)
}

/** A text as readers will see it. */
export function textPreview({ title, body, language }: SiteTextDraft, word: string): TextPreview {
  return { word, title, language, body: markdownToHtml(body) }
}

/** The page of a text. */
export function entryPage(house: House, reader: Reader, text: SiteText, shown: Shown): Answer {
  const { words, language } = reader
  const { draft, version, status = 200 } = shown
  const problems = sayProblems(words, shown.problems ?? [])
  const last = house.store.revisions.byVersion('site-text', text.id, text.version)
  const at = sayInstant(text.updatedAt, language)
  const model: TextPage = {
    title: fill(words.desk.organisations.languageOf, {
      name: text.title,
      language: words.languages[text.language],
    }),
    lastChange: last === null ? '' : fill(words.desk.form.changed, { at, by: last.by }),
    links: [
      { href: urlsIn(text.language).text(text.slug), label: words.desk.form.onSite },
      { href: deskUrls.textHistory(text.id), label: words.desk.history.link },
    ],
    problems,
    told: shown.told ?? null,
    preview: shown.isPreview === true ? textPreview(draft, words.desk.form.previewWord) : null,
    form: {
      action: deskUrls.text(text.id),
      version,
      sections: textSections({ form: formOf(draft), problems }, reader, text.language),
      cancel: deskUrls.texts,
    },
  }
  return page('desk/texts/entry', formHead(reader, deskHead(reader, model.title), problems), model, status)
}

/** Throws Forbidden for whoever may not write the site's texts. */
export function mayWrite(reader: Reader): void {
  if (!may(actorOf(reader), 'edit-site-texts', NO_TIES)) forbidden('edit-site-texts')
}
