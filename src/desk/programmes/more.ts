import type { Programme } from '../../domain/project.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import type { Option } from '../../http/parts/fields.ts'
import type { Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'

/** What a programme pays for, and the other programmes to which that can be handed over. */
export type ProgrammeProjectsPart = {
  readonly kind: 'programme-projects'
  readonly projects: readonly { readonly href: Href; readonly title: string; readonly where: string }[]
  /** Null where there is nothing to hand over, or no other programme. */
  readonly handOver: { readonly action: Href; readonly programmes: readonly Option[] } | null
}

declare module '../../http/render.ts' {
  interface Parts {
    'programme-projects': ProgrammeProjectsPart
  }
}
declare module '../../http/entry/more.ts' {
  interface Mores {
    'programme-projects': ProgrammeProjectsPart
  }
}

/** Below the form of a programme: the projects that would be without it if it went. */
export function projectsPart(
  house: House,
  { words }: Reader,
  { id: programmeId }: Programme,
): ProgrammeProjectsPart {
  const projects = house.store.projects.ofProgramme(programmeId)
  const others = house.store.programmes.all().filter(({ id }) => id !== programmeId)
  return {
    kind: 'programme-projects',
    projects: projects.map(({ id, title, cityName }) => ({
      href: deskUrls.projects.entry(id),
      title,
      where: fill(words.projects.kindWord, { city: cityName }),
    })),
    handOver:
      projects.length === 0 || others.length === 0
        ? null
        : {
            action: deskUrls.handOverProgramme(programmeId),
            programmes: others.map(({ id, title }) => ({
              value: String(id),
              label: title,
              isChosen: false,
            })),
          },
  }
}
