import type { RuleLanguage } from '../../domain/language.ts'
import { type Answer, type Head, page } from '../../http/answer.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { type Twofold, twofold, twofoldIn } from '../../http/parts/twofold.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { urlsIn } from '../../http/urls.ts'
import { confirmationWordsOf } from '../../i18n/confirmation-words.ts'
import { fill } from '../../i18n/words.ts'
import { followLink, type OpenLink } from '../../operations/confirmation-links.ts'

/** A link that leads nowhere any more, and what to do instead. */
export type LinkOverPage = {
  readonly title: Twofold
  readonly text: string
  readonly feedback: Href
  readonly home: Href
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/confirmation/over': LinkOverPage
  }
}

/** The way back to the entry. */
export type LinkBack = { readonly href: Href; readonly label: Twofold }

/** What a page behind the link is made for: the entry, whoever reads it, and where the link leads. */
export type AtLink = {
  readonly house: House
  readonly reader: Reader
  readonly link: OpenLink
  readonly urls: ReturnType<typeof linkUrls>
  /** A text of the question in the page's language and the group's. */
  readonly said: ReturnType<typeof twofoldIn>
}

/** Answers behind a link that holds; 410 for one that is over, 404 for one that never was. */
export function behindLink(answer: (at: AtLink, asked: Asked) => Answer) {
  return (house: House, reader: Reader, asked: Asked): Answer => {
    const token = asked.params.token ?? ''
    const link = followLink(house, token)
    if (link.kind === 'unknown') return overPage(reader, 'unknown', 'de')
    if (link.kind === 'over') return overPage(reader, link.because, link.language)
    const said = twofoldIn(reader, link.organisation.mailLanguage)
    return answer({ house, reader, link, urls: linkUrls(reader, token), said }, asked)
  }
}

/** The head of a page behind the link: kept by nobody, and not for search engines. */
export function linkHead({ reader, link }: AtLink, title: Twofold): Head {
  const { name } = link.organisation
  return { title: fill(reader.words.confirmation.pageTitle, { title: title.text, name }), hidden: true }
}

function linkUrls({ language }: Reader, token: string) {
  const base = urlsIn(language).confirmationLink(token)
  return {
    entry: base,
    details: `${base}/angaben` as Href,
    date: `${base}/ausfall` as Href,
    end: `${base}/ende` as Href,
    meeting: (id: number) => `${base}/treffen/${id}` as Href,
  }
}

function overPage(
  reader: Reader,
  because: keyof Reader['words']['confirmation']['over'],
  own: RuleLanguage,
): Answer {
  const { over } = reader.words.confirmation
  const urls = urlsIn(reader.language)
  const { title, text } = over[because]
  const ownTitle = own === reader.language ? '' : confirmationWordsOf(own).over
  const model = { title: twofold(title, ownTitle, own), text, feedback: urls.feedback(), home: urls.home }
  return page('site/confirmation/over', { title, hidden: true }, model, because === 'unknown' ? 404 : 410)
}
