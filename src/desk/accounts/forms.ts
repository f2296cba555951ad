import type { AccountState } from '../../domain/account.ts'
import { checkAccount, settledAccount } from '../../domain/account.ts'
import { SITE_LANGUAGES } from '../../domain/language.ts'
import { ROLES } from '../../domain/permission.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Reading } from '../../http/entry/desk.ts'
import { choiceOf, type Form, refuseUnknown, rowsOf, settleRows, textOf, textsOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import {
  choicesPart,
  type Filled,
  type FormSection,
  rowsPart,
  selectPart,
  textPart,
} from '../../http/parts/fields.ts'
import type { Reader } from '../../http/reader.ts'
import { fill } from '../../i18n/words.ts'
import { findOrganisation, organisationNames } from './organisations.ts'

/** Names of rows, which are merged whole. */
export const ROWS = ['organisations'] as const
const FIELDS = ['name', 'email', 'language', 'role', 'cityIds']
const KNOWN = [...FIELDS, ...[...FIELDS, ...ROWS].map((group) => `choose.${group}`), 'version', 'act', 'add']

/** The form of a new account. */
export function beginAccount(): Form {
  return withRow({ role: 'coordinator' })
}

/** The sent form with its rows in order; throws Malformed for one that is not ours. */
export function settle(form: Form): Form {
  refuseUnknown(form, KNOWN, { organisations: ['name', 'remove'] })
  return settleRows(form, 'organisations', ['name'], (at) => at('name') !== '')
}

/** The form with one more organisation. */
export function withRow(form: Form): Form {
  return { ...form, [`organisations.${rowsOf(form, 'organisations').length}.name`]: '' }
}

/** Reads a settled form; organisations are typed by name, and must be there once. */
export function readAccount(house: House, form: Form, disabledAt: string | null): Reading<AccountState> {
  const role = choiceOf(form, 'role', ROLES)
  const chosen = textsOf(form, 'cityIds')
  const rows = role === 'editor' ? rowsOf(form, 'organisations') : []
  const found = rows.map((index) => {
    const field = `organisations.${index}.name`
    return { field, found: findOrganisation(house, textOf(form, field)) }
  })
  const unknown = found.flatMap(({ field, found: each }): Problem[] => {
    if (each.kind === 'one') return []
    const key = each.near.length === 0 ? 'organisation.unknown' : 'organisation.unclear'
    return [{ field, key, params: { names: each.near.join('; ') } }]
  })
  const draft = settledAccount({
    name: textOf(form, 'name'),
    email: textOf(form, 'email'),
    language: choiceOf(form, 'language', SITE_LANGUAGES) ?? 'de',
    role: role ?? 'staff',
    cityIds: house.store.cities.names().flatMap(({ id }) => (chosen.includes(String(id)) ? [id] : [])),
    organisationIds: [...new Set(found.flatMap(({ found: each }) => (each.kind === 'one' ? [each.id] : [])))],
  })
  if (role !== null && unknown.length === 0) return { kind: 'draft', draft: { ...draft, disabledAt } }
  const missing = role === null ? [{ field: 'role', key: 'role.missing' }] : []
  const others = checkAccount(draft).filter(({ field }) => field !== 'organisations' || unknown.length === 0)
  return { kind: 'problems', problems: [...others, ...missing, ...unknown] }
}

/** The form that an account fills. */
export function formOf(house: House, account: AccountState): Form {
  const { name, email, language, role, cityIds, organisationIds } = account
  const names = organisationNames(house, organisationIds)
  return {
    name,
    email,
    language,
    role,
    cityIds: cityIds.map(String),
    ...Object.fromEntries(names.map((each, index) => [`organisations.${index}.name`, each])),
  }
}

/** The sections of the form. */
export function accountSections(house: House, { words }: Reader, filled: Filled): readonly FormSection[] {
  const { sections, fields, hints, addOrganisation, organisation } = words.desk.accounts
  return [
    {
      id: 'abschnitt-person',
      title: sections.person,
      fields: [
        textPart(filled, 'name', { label: fields.name, hint: hints.name, isRequired: true }),
        textPart(filled, 'email', {
          label: fields.email,
          hint: hints.email,
          type: 'email',
          isRequired: true,
        }),
        selectPart(filled, 'language', {
          label: fields.language,
          hint: hints.language,
          options: SITE_LANGUAGES.map((language) => [language, words.languages[language]] as const),
        }),
      ],
    },
    {
      id: 'abschnitt-rolle',
      title: sections.role,
      fields: [
        choicesPart(filled, 'role', {
          label: fields.role,
          type: 'radio',
          options: ROLES.map((role) => [role, `${words.roles[role]}: ${words.desk.accounts.rights[role]}`]),
        }),
        choicesPart(filled, 'cityIds', {
          label: fields.cityIds,
          hint: hints.cityIds,
          type: 'checkbox',
          options: house.store.cities.names().map(({ id, name }) => [String(id), name]),
        }),
        rowsPart(filled, 'organisations', {
          hint: hints.organisations,
          removeLabel: words.desk.form.remove,
          addLabel: addOrganisation,
          count: rowsOf(filled.form, 'organisations').length,
          row: (row, number) => ({
            legend: fill(organisation, { number }),
            fields: [
              textPart(filled, `${row}.name`, { label: fill(organisation, { number }), isRequired: true }),
            ],
          }),
        }),
      ],
    },
  ]
}
