import { SITE_LANGUAGES } from '../../domain/language.ts'
import type { Address, OrganisationDraft } from '../../domain/organisation.ts'
import type { SaidField } from '../../http/parts/difference.ts'
import type { Reader } from '../../http/reader.ts'
import { compareNames } from '../../i18n/german-order.ts'
import { sayDate } from '../../i18n/say-day.ts'
import { fill, groupDigits } from '../../i18n/words.ts'
import type { Choices } from './forms.ts'

/** Every field of an organisation in words: names instead of ids, in the order of its form. */
export function sayOrganisation(draft: OrganisationDraft, reader: Reader, choices: Choices): SaidField[] {
  const { words, language } = reader
  const { fields, languageOf, linkChanges, memberKinds } = words.desk.organisations
  const said = (group: keyof typeof fields, text: string): SaidField => ({
    group,
    label: fields[group],
    text,
  })
  return [
    said('name', draft.name),
    said('shortName', draft.shortName),
    said('nameLanguage', draft.nameLanguage === null ? '' : words.languages[draft.nameLanguage]),
    said('kind', words.kinds.organisation[draft.kind]),
    ...SITE_LANGUAGES.flatMap((of, index) => {
      const text = draft.texts.find((other) => other.language === of)
      const label = (name: string) => fill(languageOf, { name, language: words.languages[of] })
      return [
        { group: `texts.${index}.summary`, label: label(fields.summary), text: text?.summary ?? '' },
        {
          group: `texts.${index}.description`,
          label: label(fields.description),
          text: text?.description ?? '',
        },
      ]
    }),
    said('cityId', choices.cities.find(({ id }) => id === draft.cityId)?.name ?? ''),
    said('topicIds', listed(topicNames(draft, reader, choices))),
    said('languages', listed(draft.languages.map((spoken) => words.languages[spoken]))),
    said('foundedYear', draft.foundedYear === null ? '' : String(draft.foundedYear)),
    said('memberCount', draft.memberCount === null ? '' : groupDigits(draft.memberCount, language)),
    said('memberKind', memberKinds[draft.memberKind]),
    said('website', draft.website),
    said('addresses', draft.addresses.map((address) => sayAddress(address, reader)).join('\n')),
    said('reviewMonths', fill(words.desk.organisations.months, { count: draft.reviewMonths })),
    said('mailLanguage', words.languages[draft.mailLanguage]),
    said('linkChanges', linkChanges[draft.linkChanges]),
    said('dormantSince', draft.dormantSince === null ? '' : sayDate(draft.dormantSince, language)),
    said('internalNote', draft.internalNote),
  ]
}

/** The names of an organisation's topics. */
export function topicNames(
  draft: OrganisationDraft,
  { language }: Reader,
  { topics }: Choices,
): readonly string[] {
  return topics.filter(({ id }) => draft.topicIds.includes(id)).map(({ names }) => names[language])
}

/** An address in one line; a postal one says so. */
function sayAddress(address: Address, { words }: Reader): string {
  const { addition, street, postcode, town } = address
  const line = [addition, street, `${postcode} ${town}`].filter((part) => part.trim() !== '').join(', ')
  return address.kind === 'post' ? fill(words.desk.organisations.postal, { address: line }) : line
}

function listed(names: readonly string[]): string {
  return [...names].sort(compareNames).join(', ')
}
