// An organisation (association, group, initiative, network, office …): what it is, where it is, what it says of itself.
import type { Rhythm } from './confirmation.ts'
import type { Day } from './day.ts'
import type { RuleLanguage, SiteLanguage, SpokenLanguage } from './language.ts'
import { checkText, type Problem, within } from './problem.ts'
import { isWebAddress } from './web-address.ts'

export const ORGANISATION_KINDS = [
  'association',
  'group',
  'initiative',
  'network',
  'office',
  'religious-community',
  'institution',
] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

/** What a member is: a person, or an organisation (of a network). */
export type MemberKind = 'persons' | 'organisations'

export type AddressKind = 'visit' | 'post'
export type Address = {
  readonly kind: AddressKind
  /** "c/o", a house's name, or empty. */
  readonly addition: string
  readonly street: string
  readonly postcode: string
  readonly town: string
}

/** What the organisation says of itself in one language; `description` is Markdown without HTML. */
export type OrganisationText = {
  readonly language: SiteLanguage
  readonly summary: string
  readonly description: string
}

/** What becomes of a change that comes by the group's own link: it waits for a coordinator, or stands at once. */
export const LINK_CHANGES = ['proposed', 'direct'] as const
export type LinkChanges = (typeof LINK_CHANGES)[number]

export type OrganisationDraft = Rhythm & {
  readonly name: string
  readonly shortName: string
  /** BCP 47 tag of the name where it is not German, else null. */
  readonly nameLanguage: SpokenLanguage | null
  readonly kind: OrganisationKind
  readonly cityId: number
  readonly foundedYear: number | null
  readonly memberCount: number | null
  readonly memberKind: MemberKind
  readonly website: string
  /** In which language, beside German, the group is asked whether its entry still holds. */
  readonly mailLanguage: RuleLanguage
  readonly linkChanges: LinkChanges
  /** Read by signed-in people only. */
  readonly internalNote: string
  readonly texts: readonly OrganisationText[]
  readonly topicIds: readonly number[]
  readonly languages: readonly SpokenLanguage[]
  readonly addresses: readonly Address[]
}

export type Organisation = OrganisationDraft & {
  readonly id: number
  readonly slug: string
  readonly version: number
  /** Instants in UTC, ISO 8601. */
  readonly updatedAt: string
  readonly archivedAt: string | null
}

const EARLIEST_YEAR = 1000

/** What keeps an organisation from being saved; what has happened, happened until `today`. */
export function checkOrganisation(draft: OrganisationDraft, today: Day): Problem[] {
  return [
    ...checkText('name', draft.name, { required: true, longest: 200 }),
    ...checkText('shortName', draft.shortName, { required: false, longest: 40 }),
    ...checkText('internalNote', draft.internalNote, { required: false, longest: 5000 }),
    ...checkFoundedYear(draft.foundedYear, Number(today.slice(0, 4))),
    ...checkMembers(draft.memberCount),
    ...(draft.website === '' || isWebAddress(draft.website)
      ? []
      : [{ field: 'website', key: 'website.malformed' }]),
    ...(draft.dormantSince !== null && draft.dormantSince > today
      ? [{ field: 'dormantSince', key: 'dormantSince.future' }]
      : []),
    ...draft.texts.flatMap((text, index) => within(`texts.${index}`, checkOrganisationText(text))),
    ...draft.addresses.flatMap((address, index) => within(`addresses.${index}`, checkAddress(address))),
  ]
}

function checkFoundedYear(year: number | null, thisYear: number): Problem[] {
  if (year === null || (Number.isInteger(year) && year >= EARLIEST_YEAR && year <= thisYear)) return []
  return [
    {
      field: 'foundedYear',
      key: 'foundedYear.outOfRange',
      params: { earliest: EARLIEST_YEAR, latest: thisYear },
    },
  ]
}

function checkMembers(count: number | null): Problem[] {
  if (count === null || (Number.isInteger(count) && count >= 1 && count <= 10_000_000)) return []
  return [{ field: 'memberCount', key: 'memberCount.outOfRange' }]
}

function checkOrganisationText(text: OrganisationText): Problem[] {
  return [
    ...checkText('summary', text.summary, { required: false, longest: 300 }),
    ...checkText('description', text.description, { required: false, longest: 10_000 }),
  ]
}

/** What keeps a postal address in Germany from being saved. */
export function checkAddress(address: Address): Problem[] {
  return [
    ...checkText('addition', address.addition, { required: false, longest: 100 }),
    ...checkText('street', address.street, { required: true, longest: 150 }),
    ...checkText('town', address.town, { required: true, longest: 100 }),
    ...(/^\d{5}$/.test(address.postcode) ? [] : [{ field: 'postcode', key: 'postcode.malformed' }]),
  ]
}

/** The text in the reader's language, else German, else whatever there is. */
export function textIn(texts: readonly OrganisationText[], language: SiteLanguage): OrganisationText | null {
  return (
    texts.find((text) => text.language === language && text.summary !== '') ??
    texts.find((text) => text.language === 'de') ??
    texts[0] ??
    null
  )
}
