import type { Project } from '../../domain/project.ts'
import { gone, notFound } from '../../domain/refusal.ts'
import { isSlug } from '../../domain/slug.ts'
import { type Answer, movedTo, page } from '../../http/answer.ts'
import type { House } from '../../http/house.ts'
import { organisationLinks } from '../../http/parts/organisation-link.ts'
import { readPlaceChoice } from '../../http/parts/place-filter.ts'
import { statusOfList } from '../../http/parts/unknown-filter.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { urlsIn } from '../../http/urls.ts'
import { projectsPage } from './pages.ts'
import { type ProjectContent, projectPage } from './project.ts'

/** All projects, by city, and the programmes that pay for them. */
export function list(house: House, reader: Reader, asked: Asked): Answer {
  const { projects, programmes } = house.store
  const narrowed = readPlaceChoice(house, asked, 'city')
  const lines = projects.all({ cityId: narrowed.filter.cityId })
  const funding = programmes.all()
  const linkOf = organisationLinks(house, reader, [
    ...lines.flatMap(({ carrierIds }) => carrierIds),
    ...funding.flatMap(({ funderIds }) => funderIds),
  ])
  const model = projectsPage(
    { narrowed, counts: projects.placeCounts(), projects: lines, programmes: funding, linkOf },
    reader,
  )
  const { title, lead } = reader.words.projects
  return page(
    'site/projects/list',
    { title, description: lead },
    model,
    statusOfList(narrowed.choice.unknown),
  )
}

/** One project: who carries it, with whom, paid by whom. */
export function project(house: House, reader: Reader, asked: Asked): Answer {
  const slug = asked.params.slug ?? ''
  if (!isSlug(slug)) notFound(`project ${slug}`)
  const found = house.store.projects.bySlug(slug)
  if (found === null) {
    const present = house.store.projects.slugAfter(slug) ?? notFound(`project ${slug}`)
    return movedTo(urlsIn(reader.language).project(present))
  }
  if (found.archivedAt !== null) gone(`project ${slug}`)
  const model = projectPage(contentOf(house, reader, found), reader)
  return page('site/projects/project', { title: found.title, description: found.summary }, model)
}

function contentOf(house: House, reader: Reader, found: Project): ProjectContent {
  const { cities, programmes, topics } = house.store
  const funding = found.programmeId === null ? null : programmes.byId(found.programmeId)
  const programme = funding?.archivedAt === null ? funding : null
  const ids = [...found.parts.map(({ organisationId }) => organisationId), ...(programme?.funderIds ?? [])]
  return {
    project: found,
    programme,
    city: cities.byId(found.cityId) ?? notFound(`city ${found.cityId}`),
    topics: topics.byIds(found.topicIds),
    linkOf: organisationLinks(house, reader, ids),
  }
}
