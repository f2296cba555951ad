import type { AccountState } from '../../domain/account.ts'
import type { House } from '../../http/house.ts'
import type { SaidField } from '../../http/parts/difference.ts'
import type { Reader } from '../../http/reader.ts'
import { sayInstant } from '../../i18n/say-instant.ts'
import { organisationNames } from './organisations.ts'

/** Every field of an account in words. */
export function sayAccount(house: House, { words, language }: Reader, account: AccountState): SaidField[] {
  const { fields } = words.desk.accounts
  const { name, email, language: spoken, role, organisationIds, disabledAt } = account
  return [
    { group: 'name', label: fields.name, text: name },
    { group: 'email', label: fields.email, text: email },
    { group: 'language', label: fields.language, text: words.languages[spoken] },
    { group: 'role', label: fields.role, text: words.roles[role] },
    { group: 'cityIds', label: fields.cityIds, text: cityNames(house, account).join(', ') },
    {
      group: 'organisations',
      label: fields.organisations,
      text: organisationNames(house, organisationIds).join(', '),
    },
    {
      group: 'disabledAt',
      label: fields.disabledAt,
      text: disabledAt === null ? '' : sayInstant(disabledAt, language),
    },
  ]
}

/** The cities that an account looks after. */
export function cityNames(house: House, { cityIds }: AccountState): readonly string[] {
  return house.store.cities.names().flatMap(({ id, name }) => (cityIds.includes(id) ? [name] : []))
}
