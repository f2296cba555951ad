import type { Programme } from '../../domain/project.ts'
import { type UsesPart, usesPart } from '../../http/entry/uses.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'

/** Below the form of a programme: the projects that would be without it if it went. */
export function usesOf(house: House, { words }: Reader, { id: programmeId }: Programme): UsesPart {
  const { programmes, projects } = house.store
  return usesPart(words.deskProgrammes.projects, {
    uses: projects.ofProgramme(programmeId).map(({ id, title, cityName }) => ({
      href: deskUrls.projects.entry(id),
      name: title,
      what: fill(words.projects.kindWord, { city: cityName }),
    })),
    handOver: deskUrls.handOverProgramme(programmeId),
    others: programmes
      .all()
      .filter(({ id }) => id !== programmeId)
      .map(({ id, title }) => ({ id, name: title })),
  })
}
