// A topic (Thema) that groups, events and projects are about, named in each language of the site.
import { SITE_LANGUAGES, type SiteLanguage } from './language.ts'
import { checkText, type Problem } from './problem.ts'

export type TopicDraft = {
  readonly slug: string
  readonly names: Readonly<Record<SiteLanguage, string>>
}

export type Topic = TopicDraft & {
  readonly id: number
  /** By which addresses named it before it was renamed. */
  readonly formerSlugs: readonly string[]
  readonly version: number
  readonly archivedAt: string | null
}

/** What keeps a topic from being saved: it needs a name in every language of the site. */
export function checkTopic(draft: TopicDraft): Problem[] {
  return SITE_LANGUAGES.flatMap((language) =>
    checkText('name', draft.names[language], { required: true, longest: 100 }).map((problem) => ({
      ...problem,
      field: `names.${language}`,
    })),
  )
}

/** The topic that an address names, by the slug it has or had before; null where there is none. */
export function topicNamed(topics: readonly Topic[], slug: string | null | undefined): Topic | null {
  if (slug === null || slug === undefined || slug === '') return null
  return topics.find((topic) => topic.slug === slug || topic.formerSlugs.includes(slug)) ?? null
}
