import type { Day } from '../../domain/day.ts'
import { RULE_LANGUAGES, SITE_LANGUAGES, SPOKEN_LANGUAGES } from '../../domain/language.ts'
import {
  type Address,
  checkOrganisation,
  LINK_CHANGES,
  ORGANISATION_KINDS,
  type OrganisationDraft,
  type OrganisationText,
} from '../../domain/organisation.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Topic } from '../../domain/topic.ts'
import type { Reading } from '../../http/entry/desk.ts'
import {
  choiceOf,
  type Form,
  refuseUnknown,
  rowsOf,
  settleRows,
  textOf,
  textsOf,
  wholeNumberOf,
} from '../../http/forms.ts'
import { readDay } from '../../i18n/read-day.ts'
import { sayDayNumbers } from '../../i18n/say-day.ts'
import type { CityName } from '../../store/cities.ts'

/** What a form of an organisation offers to choose from. */
export type Choices = { readonly cities: readonly CityName[]; readonly topics: readonly Topic[] }

/** What only those decide who vouch for a group; as it stands for everybody else. */
export type Vouched = Pick<OrganisationDraft, 'linkChanges' | 'dormantSince'>

/** Names of rows, which are merged whole. */
export const ROWS = ['addresses'] as const
const ADDRESS = ['kind', 'addition', 'street', 'postcode', 'town'] as const
const TEXTS = SITE_LANGUAGES.flatMap((_, index) => [`texts.${index}.summary`, `texts.${index}.description`])
const FIELDS = [
  'name',
  'shortName',
  'nameLanguage',
  'kind',
  'cityId',
  'foundedYear',
  'memberCount',
  'memberKind',
  'website',
  'reviewMonths',
  'mailLanguage',
  'linkChanges',
  'dormantSince',
  'internalNote',
  'topicIds',
  'languages',
  ...TEXTS,
]
const KNOWN = [...FIELDS, ...[...FIELDS, ...ROWS].map((group) => `choose.${group}`), 'version', 'act', 'add']

/** The sent form with its rows in order; throws Malformed for one that is not ours. */
export function settle(form: Form): Form {
  refuseUnknown(form, KNOWN, { addresses: [...ADDRESS, 'remove'] })
  return settleRows(form, 'addresses', ADDRESS, (at) =>
    ['addition', 'street', 'postcode', 'town'].some((field) => at(field) !== ''),
  )
}

/** The form with one more address. */
export function withRow(form: Form): Form {
  return { ...form, [`addresses.${rowsOf(form, 'addresses').length}.kind`]: 'visit' }
}

/** Reads a settled form: a draft that the operation can judge, or all that is wrong. */
export function readOrganisation(
  form: Form,
  { cities, topics }: Choices,
  { today, vouched }: { readonly today: Day; readonly vouched: Vouched | null },
): Reading<OrganisationDraft> {
  const kind = choiceOf(form, 'kind', ORGANISATION_KINDS)
  const city = cities.find(({ id }) => String(id) === textOf(form, 'cityId'))
  const chosenTopics = textsOf(form, 'topicIds')
  const chosenLanguages = textsOf(form, 'languages')
  const { linkChanges, dormantSince } = vouched ?? vouchedIn(form)
  const draft: OrganisationDraft = {
    name: textOf(form, 'name'),
    shortName: textOf(form, 'shortName'),
    nameLanguage: choiceOf(form, 'nameLanguage', SPOKEN_LANGUAGES),
    kind: kind ?? 'group',
    cityId: city?.id ?? 0,
    foundedYear: wholeNumberOf(form, 'foundedYear'),
    memberCount: wholeNumberOf(form, 'memberCount'),
    memberKind: choiceOf(form, 'memberKind', ['persons', 'organisations']) ?? 'persons',
    website: textOf(form, 'website'),
    reviewMonths: textOf(form, 'reviewMonths') === '6' ? 6 : 12,
    mailLanguage: choiceOf(form, 'mailLanguage', RULE_LANGUAGES) ?? 'de',
    linkChanges,
    dormantSince,
    internalNote: textOf(form, 'internalNote'),
    texts: readTexts(form),
    topicIds: topics.map(({ id }) => id).filter((id) => chosenTopics.includes(String(id))),
    languages: SPOKEN_LANGUAGES.filter((language) => chosenLanguages.includes(language)),
    addresses: rowsOf(form, 'addresses').map((index) => readAddress(form, `addresses.${index}`)),
  }
  const missing: Problem[] = [
    ...(vouched === null && isUnreadDay(form) ? [{ field: 'dormantSince', key: 'day.malformed' }] : []),
    ...(kind === null ? [{ field: 'kind', key: 'kind.missing' }] : []),
    ...(city === undefined ? [{ field: 'cityId', key: 'cityId.missing' }] : []),
  ]
  if (missing.length === 0) return { kind: 'draft', draft }
  return { kind: 'problems', problems: [...checkOrganisation(draft, today), ...missing] }
}

/** The form that an organisation fills. */
export function formOf(draft: OrganisationDraft): Form {
  return {
    name: draft.name,
    shortName: draft.shortName,
    nameLanguage: draft.nameLanguage ?? '',
    kind: draft.kind,
    cityId: String(draft.cityId),
    foundedYear: draft.foundedYear === null ? '' : String(draft.foundedYear),
    memberCount: draft.memberCount === null ? '' : String(draft.memberCount),
    memberKind: draft.memberKind,
    website: draft.website,
    reviewMonths: String(draft.reviewMonths),
    mailLanguage: draft.mailLanguage,
    linkChanges: draft.linkChanges,
    dormantSince: draft.dormantSince === null ? '' : sayDayNumbers(draft.dormantSince),
    internalNote: draft.internalNote,
    ...Object.fromEntries(SITE_LANGUAGES.flatMap((language, index) => textFields(draft, language, index))),
    topicIds: draft.topicIds.map(String),
    languages: draft.languages,
    ...Object.fromEntries(
      draft.addresses.flatMap((address, index) =>
        ADDRESS.map((field) => [`addresses.${index}.${field}`, address[field]]),
      ),
    ),
  }
}

function vouchedIn(form: Form): Vouched {
  return {
    linkChanges: choiceOf(form, 'linkChanges', LINK_CHANGES) ?? 'proposed',
    dormantSince: readDay(textOf(form, 'dormantSince')),
  }
}

function isUnreadDay(form: Form): boolean {
  const typed = textOf(form, 'dormantSince')
  return typed !== '' && readDay(typed) === null
}

function textFields(
  { texts }: OrganisationDraft,
  language: OrganisationText['language'],
  index: number,
): [string, string][] {
  const text = texts.find((other) => other.language === language)
  return [
    [`texts.${index}.summary`, text?.summary ?? ''],
    [`texts.${index}.description`, text?.description ?? ''],
  ]
}

/** German first, so that a text's place in the list is its place in the form; what follows the last filled one is left out. */
function readTexts(form: Form): OrganisationText[] {
  const texts = SITE_LANGUAGES.map((language, index) => ({
    language,
    summary: textOf(form, `texts.${index}.summary`),
    description: textOf(form, `texts.${index}.description`),
  }))
  return texts.slice(0, texts.findLastIndex(({ summary, description }) => summary + description !== '') + 1)
}

function readAddress(form: Form, row: string): Address {
  return {
    kind: choiceOf(form, `${row}.kind`, ['visit', 'post']) ?? 'visit',
    addition: textOf(form, `${row}.addition`),
    street: textOf(form, `${row}.street`),
    postcode: textOf(form, `${row}.postcode`),
    town: textOf(form, `${row}.town`),
  }
}
