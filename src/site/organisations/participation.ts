import { groupedBy } from '../../domain/grouping.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { type EventRow, eventRow } from '../../http/parts/event-row.ts'
import { organisationLinks } from '../../http/parts/organisation-link.ts'
import type { Reader } from '../../http/reader.ts'
import { urlsIn } from '../../http/urls.ts'
import { sayYears } from '../../i18n/say-years.ts'
import { fill, joined } from '../../i18n/words.ts'
import type { EventTakenPartIn } from '../../store/events.ts'
import type { ProjectTakenPartIn } from '../../store/projects.ts'

/** A project with what the organisation is to it. */
export type ProjectTaken = {
  readonly href: Href
  readonly title: string
  readonly roles: string
  readonly about: string
}

/** An event with what the organisation does there, one line for each of its parts. */
export type EventTaken = { readonly row: EventRow; readonly parts: readonly string[] }

declare module '../../http/render.ts' {
  interface Parts {
    'projects-taken': readonly ProjectTaken[]
    'events-taken': readonly EventTaken[]
  }
}

/** The projects of an organisation; one that it both carries and started stands there once. */
export function projectsTaken(
  projects: readonly ProjectTakenPartIn[],
  reader: Reader,
): readonly ProjectTaken[] {
  const { words, language } = reader
  return entriesOf(projects).map(([project, ...others]) => ({
    href: urlsIn(language).project(project.slug),
    title: project.title,
    roles: [project, ...others]
      .map(({ role, text }) => joined([words.organisations.projectRole[role], text], ': '))
      .join('; '),
    about: joined([sayYears(project, words), programmeOf(project)], ' · '),
  }))
}

/** The events of an organisation: those to come in order of time, those over the latest first. */
export function eventsTaken(
  house: House,
  reader: Reader,
  events: readonly EventTakenPartIn[],
): { readonly upcoming: readonly EventTaken[]; readonly past: readonly EventTaken[] } {
  const partners = events.map(({ withOrganisationId }) => withOrganisationId).filter((id) => id !== null)
  const linkOf = organisationLinks(house, reader, partners)
  const taken = entriesOf(events).map((parts) => ({
    endsOn: parts[0].endsOn,
    row: eventRow(parts[0], reader),
    parts: parts.map((part) => {
      const partner = part.withOrganisationId === null ? null : linkOf(part.withOrganisationId)
      const { eventRole, withOther } = reader.words.organisations
      const role = joined(
        [eventRole[part.role], partner === null ? '' : fill(withOther, { name: partner.name })],
        ' ',
      )
      return joined([role, part.text], ': ')
    }),
  }))
  const isOver = ({ endsOn }: { readonly endsOn: string }) => endsOn < reader.now.day
  return {
    upcoming: taken.filter((event) => !isOver(event)).reverse(),
    past: taken.filter(isOver),
  }
}

/** The rows of each entry together, in the order of their first. */
function entriesOf<Row extends { readonly id: number }>(rows: readonly Row[]) {
  return [...groupedBy(rows, ({ id }) => id).values()]
}

/** The funding programme, where it is not named like the project. */
function programmeOf({ title, programmeTitle }: ProjectTakenPartIn): string {
  return programmeTitle === null || programmeTitle === title ? '' : programmeTitle
}
