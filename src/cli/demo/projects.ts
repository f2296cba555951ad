import { createProgramme } from '../../operations/programmes.ts'
import { createProject } from '../../operations/projects.ts'
import type { Chapter } from './chapter.ts'

/** Puts in the funding programmes of a file. */
export function tellProgrammes({ office, by, story, remember, savedId, idOf }: Chapter): void {
  for (const { funders, ...programme } of story.programmes ?? []) {
    const draft = { ...programme, funderIds: funders.map((key) => idOf('organisation', key)) }
    remember('programme', programme.slug, savedId(programme.slug, createProgramme(office, by, draft)))
  }
}

/** Puts in the projects of a file with those who carry, fund and share them. */
export function tellProjects({ office, by, story, savedId, idOf, idOrNull }: Chapter): void {
  for (const { city, programme, topics, parts, ...rest } of story.projects ?? []) {
    const draft = {
      ...rest,
      cityId: idOf('city', city),
      programmeId: idOrNull('programme', programme),
      topicIds: topics.map((slug) => idOf('topic', slug)),
      parts: parts.map(({ organisation, ...part }) => ({
        ...part,
        organisationId: idOf('organisation', organisation),
      })),
    }
    savedId(rest.slug, createProject(office, by, draft))
  }
}
