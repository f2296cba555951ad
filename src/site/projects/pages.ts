import type { Programme } from '../../domain/project.ts'
import type { Href } from '../../http/href.ts'
import type { Html } from '../../http/html.ts'
import { markdownOrNull } from '../../http/markdown.ts'
import type { Link } from '../../http/parts/links.ts'
import type { NoticePart } from '../../http/parts/notice.ts'
import type { OrganisationLink } from '../../http/parts/organisation-link.ts'
import { type Narrowed, type PlaceFilter, placeFilter } from '../../http/parts/place-filter.ts'
import { unknownFilters } from '../../http/parts/unknown-filter.ts'
import type { Reader } from '../../http/reader.ts'
import { urlsIn } from '../../http/urls.ts'
import { compareNames } from '../../i18n/german-order.ts'
import { sayYears } from '../../i18n/say-years.ts'
import { counted, fill, joined } from '../../i18n/words.ts'
import type { PlaceCounts } from '../../store/place-counts.ts'
import type { ProjectLine } from '../../store/projects.ts'

export type ProjectRow = {
  readonly href: Href
  readonly title: string
  readonly summary: string
  /** „Landkreis Gießen, Dezernat IV · seit 2005 · gefördert von: Land Hessen“. */
  readonly about: string
}

export type ProgrammeRow = {
  readonly id: string
  readonly title: string
  readonly description: Html | null
  readonly funders: readonly OrganisationLink[]
  readonly projects: readonly Link[]
}

export type ProjectsPage = {
  readonly notices: readonly NoticePart[]
  readonly filter: PlaceFilter
  readonly count: string
  readonly cities: readonly {
    readonly id: string
    readonly name: string
    readonly rows: readonly ProjectRow[]
  }[]
  readonly programmes: readonly ProgrammeRow[]
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/projects/list': ProjectsPage
  }
  interface Parts {
    'programme-rows': readonly ProgrammeRow[]
  }
}

export type ProjectsContent = {
  readonly narrowed: Narrowed
  readonly counts: PlaceCounts
  readonly projects: readonly ProjectLine[]
  readonly programmes: readonly Programme[]
  readonly linkOf: (id: number) => OrganisationLink | null
}

/** All projects of the choice by city; of the programmes only those that pay for one of them. */
export function projectsPage(content: ProjectsContent, reader: Reader): ProjectsPage {
  const { narrowed, counts, projects, programmes, linkOf } = content
  const { words, language } = reader
  const urls = urlsIn(language)
  const linked = (id: number) => linkOf(id) ?? []
  return {
    notices: unknownFilters(narrowed.choice.unknown, reader),
    filter: placeFilter(reader, { ...narrowed, counts }, (query) => urls.projects({ ort: query.ort })),
    count: counted(words.projects.count, projects.length, language),
    cities: citiesOf(projects).map(({ id, name, ofCity }) => ({
      id,
      name,
      rows: ofCity.map((project) => projectRow(project, content, reader)),
    })),
    programmes: programmes.flatMap(({ id, title, description, funderIds }) => {
      const paid = projects.filter(({ programmeId }) => programmeId === id)
      if (paid.length === 0 && narrowed.choice.city !== null) return []
      return {
        id: `programm-${id}`,
        title,
        description: markdownOrNull(description),
        funders: funderIds.flatMap(linked),
        projects: paid.map((project) => ({ href: urls.project(project.slug), label: project.title })),
      }
    }),
  }
}

function citiesOf(projects: readonly ProjectLine[]) {
  const cities = new Map(projects.map(({ cityId, cityName }) => [cityId, cityName]))
  return [...cities]
    .sort(([, one], [, other]) => compareNames(one, other))
    .map(([cityId, name]) => ({
      id: `ort-${cityId}`,
      name,
      ofCity: projects.filter((project) => project.cityId === cityId),
    }))
}

function projectRow(project: ProjectLine, content: ProjectsContent, { words, language }: Reader): ProjectRow {
  const { linkOf, programmes } = content
  const namesOf = (ids: readonly number[]) => ids.flatMap((id) => linkOf(id)?.name ?? []).join(', ')
  const funders = namesOf(programmes.find(({ id }) => id === project.programmeId)?.funderIds ?? [])
  const about = [
    namesOf(project.carrierIds),
    sayYears(project, words),
    funders === '' ? '' : fill(words.projects.funded, { names: funders }),
  ]
  return {
    href: urlsIn(language).project(project.slug),
    title: project.title,
    summary: project.summary,
    about: joined(about, ' · '),
  }
}
