import { wallTime } from '../../domain/clock.ts'
import { type Confirmation, dueOn, freshness } from '../../domain/confirmation.ts'
import type { Day } from '../../domain/day.ts'
import type { Address, Organisation } from '../../domain/organisation.ts'
import type { Reader } from '../../http/reader.ts'
import { sayDate } from '../../i18n/say-day.ts'
import { counted, fill, groupDigits } from '../../i18n/words.ts'

export type Fact = { readonly term: string; readonly lines: readonly string[] }

/** How old the entry is: when it was confirmed and how, and when it was changed. */
export type StateOfEntry = { readonly text: string; readonly isOld: boolean; readonly updated: string }

declare module '../../http/render.ts' {
  interface Parts {
    facts: readonly Fact[]
  }
}

/** The plain facts of an organisation, as far as they are known. */
export function factsOf(organisation: Organisation, reader: Reader): readonly Fact[] {
  const { words } = reader
  const { shortName, foundedYear, languages, addresses } = organisation
  const members = sayMembers(organisation, reader)
  return [
    ...(shortName === '' ? [] : [{ term: words.organisations.shortName, lines: [shortName] }]),
    ...(foundedYear === null ? [] : [{ term: words.organisations.founded, lines: [String(foundedYear)] }]),
    ...(members === '' ? [] : [{ term: words.organisations.memberFact, lines: [members] }]),
    ...(languages.length === 0
      ? []
      : [
          {
            term: words.organisations.languages,
            lines: [languages.map((language) => words.languages[language]).join(', ')],
          },
        ]),
    ...addresses.map((address) => ({
      term: words.organisations.address[address.kind],
      lines: linesOf(address),
    })),
  ]
}

/** Whether the entry can be relied on. */
export function stateOf(
  organisation: Organisation,
  confirmation: Confirmation | null,
  reader: Reader,
): StateOfEntry {
  const { words, language, now } = reader
  const state = freshness(confirmation, organisation, now.day)
  const changedOn: Day = wallTime(Date.parse(organisation.updatedAt)).day
  return {
    text: sayFreshness(organisation, confirmation, reader),
    isOld: state !== 'confirmed',
    updated: fill(words.organisations.updated, { day: sayDate(changedOn, language) }),
  }
}

function sayFreshness(
  organisation: Organisation,
  confirmation: Confirmation | null,
  { words, language, now }: Reader,
): string {
  const { dormantSince, reviewMonths } = organisation
  const { organisations: said } = words
  if (dormantSince !== null) return fill(said.dormant, { day: sayDate(dormantSince, language) })
  if (confirmation === null) return said.never
  const way = said.way[confirmation.way]
  const text = now.day <= dueOn(confirmation.on, reviewMonths) ? said.confirmed : said.overdue
  return fill(text, { day: sayDate(confirmation.on, language), way })
}

function sayMembers({ memberCount, memberKind }: Organisation, { words, language }: Reader): string {
  if (memberCount === null) return ''
  return memberKind === 'organisations'
    ? counted(words.organisations.memberOrganisations, memberCount, language)
    : groupDigits(memberCount, language)
}

/** DIN 5008: Straße Hausnummer, then PLZ Ort. */
function linesOf({ addition, street, postcode, town }: Address): readonly string[] {
  return [addition, street, `${postcode} ${town}`].filter((line) => line !== '')
}
