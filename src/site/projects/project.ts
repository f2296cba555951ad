import type { City } from '../../domain/city.ts'
import { PROJECT_ROLES, type Programme, type Project } from '../../domain/project.ts'
import type { Topic } from '../../domain/topic.ts'
import type { Href } from '../../http/href.ts'
import type { Html } from '../../http/html.ts'
import { markdownOrNull } from '../../http/markdown.ts'
import type { Link } from '../../http/parts/links.ts'
import type { OrganisationLink } from '../../http/parts/organisation-link.ts'
import { type PrintLinks, projectPrints } from '../../http/parts/print-links.ts'
import type { Reader } from '../../http/reader.ts'
import { urlsIn } from '../../http/urls.ts'
import { sayYears } from '../../i18n/say-years.ts'
import { fill } from '../../i18n/words.ts'

type Taking = {
  readonly role: string
  readonly organisations: readonly { readonly link: OrganisationLink; readonly text: string }[]
}

export type ProjectPage = {
  readonly trail: readonly Link[]
  readonly kindWord: string
  readonly correct: Href
  readonly print: PrintLinks
  readonly title: string
  readonly summary: string
  readonly description: Html | null
  readonly topics: readonly Link[]
  readonly roles: readonly Taking[]
  readonly city: Link
  readonly years: string
  readonly programme: {
    readonly title: string
    readonly description: Html | null
    readonly funders: readonly OrganisationLink[]
  } | null
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/projects/project': ProjectPage
  }
  interface Parts {
    'project-roles': readonly Taking[]
  }
}

export type ProjectContent = {
  readonly project: Project
  readonly programme: Programme | null
  readonly city: City
  readonly topics: readonly Topic[]
  readonly linkOf: (id: number) => OrganisationLink | null
}

/** One project's view model. */
export function projectPage(content: ProjectContent, reader: Reader): ProjectPage {
  const { words, language } = reader
  const { project, programme, city, topics, linkOf } = content
  const urls = urlsIn(language)
  return {
    trail: [{ href: urls.projects(), label: words.projects.title }],
    kindWord: fill(words.projects.kindWord, { city: city.name }),
    correct: urlsIn(language).correction({ noun: 'project', slug: project.slug }),
    print: projectPrints(project, reader),
    title: project.title,
    summary: project.summary,
    description: markdownOrNull(project.description),
    topics: topics.map(({ slug, names }) => ({
      href: urls.organisations({ thema: slug }),
      label: names[language],
    })),
    roles: PROJECT_ROLES.map((role) => ({
      role: words.kinds.project[role],
      organisations: project.parts
        .filter((part) => part.role === role)
        .flatMap(({ organisationId, text }) => {
          const link = linkOf(organisationId)
          return link === null ? [] : { link, text }
        }),
    })).filter(({ organisations }) => organisations.length > 0),
    city: { href: urls.city(city.slug), label: city.name },
    years: sayYears(project, words),
    programme:
      programme === null
        ? null
        : {
            title: programme.title,
            description: markdownOrNull(programme.description),
            funders: programme.funderIds.flatMap((id) => linkOf(id) ?? []),
          },
  }
}
