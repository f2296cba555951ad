import type { Organisation } from '../../domain/organisation.ts'
import { may } from '../../domain/permission.ts'
import type { More } from '../../http/entry/more.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { pathsOf } from '../../http/noun-paths.ts'
import type { NamesPart, TextPart } from '../../http/parts/fields.ts'
import { offeredNames, organisationPart } from '../../http/parts/organisation-field.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { counted, fill } from '../../i18n/words.ts'
import { tiesOf } from '../../operations/organisations.ts'

/** What archiving an organisation breaks and hides, and the way to hand it over first. */
export type OrganisationUsesPart = {
  readonly kind: 'organisation-uses'
  readonly breaks: readonly { readonly href: Href; readonly name: string; readonly what: string }[]
  /** What goes out of sight with it and comes back with it; empty where nothing does. */
  readonly hides: string
  /** Who would speak for nothing that is to be seen; empty where nobody does. */
  readonly accounts: string
  /** Null where there is nothing that this person may hand over. */
  readonly handOver: {
    readonly action: Href
    readonly field: TextPart
    readonly offered: NamesPart
  } | null
}

declare module '../../http/render.ts' {
  interface Parts {
    'organisation-uses': OrganisationUsesPart
  }
}
declare module '../../http/entry/more.ts' {
  interface Mores {
    'organisation-uses': OrganisationUsesPart
  }
}

/** Above the button of the archive, for whoever may press it; nothing where nothing needs the organisation. */
export function usesPart(
  house: House,
  reader: Reader,
  { form }: Asked,
  organisation: Organisation,
): readonly More[] {
  const { id, cityId, archivedAt } = organisation
  const actor = actorOf(reader)
  if (archivedAt !== null || !may(actor, 'archive', tiesOf(organisation))) return []
  const { uses: said } = reader.words.deskOrganisations
  const uses = house.store.organisationUses.ofOrganisation(id, reader.now.day)
  const { accounts, ...hidden } = house.store.organisationUses.followersOf(id)
  const hides = sayHidden(hidden, reader)
  if (uses.length === 0 && hides === '' && accounts === 0) return []
  const mayMove = uses.some((use) => may(actor, 'edit', { cityId: use.cityId, organisationId: id }))
  return [
    {
      kind: 'organisation-uses',
      breaks: uses.map((use) => ({
        href: pathsOf[use.noun].entry(use.id),
        name: use.name,
        what: said.nouns[use.noun],
      })),
      hides,
      accounts: accounts === 0 ? '' : counted(said.accounts, accounts, reader.language),
      handOver: mayMove
        ? {
            action: deskUrls.handOverOrganisation(id),
            field: organisationPart({ form, problems: [] }, 'to', { label: said.to, isRequired: true }),
            offered: offeredNames(house, cityId),
          }
        : null,
    },
  ]
}

/** „Mit dem Eintrag verschwinden und kommen mit ihm zurück: 2 Kontakte, 1 Treffen.“ */
function sayHidden(
  hidden: Readonly<Record<'contacts' | 'meetings' | 'feeds' | 'relations', number>>,
  { words, language }: Reader,
): string {
  const { hides, hidden: said } = words.deskOrganisations.uses
  const nouns = (['contacts', 'meetings', 'feeds', 'relations'] as const)
    .filter((noun) => hidden[noun] > 0)
    .map((noun) => counted(said[noun], hidden[noun], language))
  return nouns.length === 0 ? '' : fill(hides, { what: nouns.join(', ') })
}
