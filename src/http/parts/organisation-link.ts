import type { SpokenLanguage } from '../../domain/language.ts'
import type { House } from '../house.ts'
import type { Href } from '../href.ts'
import type { Reader } from '../reader.ts'
import { urlsIn } from '../urls.ts'

/** An organisation by its name; one in the archive has no page to lead to. */
export type OrganisationLink = {
  readonly href: Href | null
  readonly name: string
  /** BCP 47 tag of the name where it is not German, else empty. */
  readonly nameLanguage: SpokenLanguage | ''
}

declare module '../render.ts' {
  interface Parts {
    'organisation-link': OrganisationLink
  }
}

/** Finds the links of organisations by their ids: one statement for all of them; null for an id that is unknown. */
export function organisationLinks(
  house: House,
  reader: Reader,
  ids: Iterable<number>,
): (id: number) => OrganisationLink | null {
  const urls = urlsIn(reader.language)
  const links = new Map(
    house.store.organisations.named(new Set(ids)).map((organisation) => [
      organisation.id,
      {
        href: organisation.isArchived ? null : urls.organisation(organisation),
        name: organisation.name,
        nameLanguage: organisation.nameLanguage ?? '',
      } satisfies OrganisationLink,
    ]),
  )
  return (id) => links.get(id) ?? null
}
