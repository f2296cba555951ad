// A topic (Thema) that groups and events are about, named in each language of the site.
import { SITE_LANGUAGES, type SiteLanguage } from './language.ts'
import { checkText, type Problem } from './problem.ts'

export type TopicDraft = {
  readonly slug: string
  readonly names: Readonly<Record<SiteLanguage, string>>
}

export type Topic = TopicDraft & { readonly id: number }

/** What keeps a topic from being saved: it needs a name in every language of the site. */
export function checkTopic(draft: TopicDraft): Problem[] {
  return SITE_LANGUAGES.flatMap((language) =>
    checkText('name', draft.names[language], { required: true, longest: 100 }).map((problem) => ({
      ...problem,
      field: `names.${language}`,
    })),
  )
}
