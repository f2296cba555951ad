import type { OrganisationDraft } from '../../domain/organisation.ts'
import { textIn } from '../../domain/organisation.ts'
import { isWebAddress } from '../../domain/web-address.ts'
import { externalHref, type Href } from '../../http/href.ts'
import type { Html } from '../../http/html.ts'
import { markdownOrNull } from '../../http/markdown.ts'
import type { Reader } from '../../http/reader.ts'
import { joined } from '../../i18n/words.ts'
import type { Choices } from './forms.ts'
import { sayOrganisation, topicNames } from './said.ts'

/** An organisation as readers will see it, as far as its own form decides that. */
export type OrganisationPreview = {
  readonly kind: 'organisation'
  readonly word: string
  readonly name: string
  readonly nameLanguage: string
  readonly kindWord: string
  readonly summary: string
  readonly description: Html | null
  readonly topics: readonly string[]
  readonly facts: readonly { readonly label: string; readonly text: string }[]
  readonly website: Href | null
}

declare module '../../http/render.ts' {
  interface Parts {
    'organisation-preview': OrganisationPreview
  }
}
declare module '../../http/entry/preview.ts' {
  interface Previews {
    organisation: OrganisationPreview
  }
}

const FACTS = ['languages', 'foundedYear', 'memberCount', 'addresses']

/** What readers will see of a draft; `word` says what kind of look at it this is. */
export function organisationPreview(
  draft: OrganisationDraft,
  reader: Reader,
  choices: Choices,
  word: string,
): OrganisationPreview {
  const { words, language } = reader
  const text = textIn(draft.texts, language)
  const city = choices.cities.find(({ id }) => id === draft.cityId)?.name ?? ''
  return {
    kind: 'organisation',
    word,
    name: draft.name,
    nameLanguage: draft.nameLanguage ?? '',
    kindWord: joined([words.kinds.organisation[draft.kind], city], ' · '),
    summary: text?.summary ?? '',
    description: markdownOrNull(text?.description ?? ''),
    topics: topicNames(draft, reader, choices),
    facts: sayOrganisation(draft, reader, choices).filter(
      (field) => FACTS.includes(field.group) && field.text !== '',
    ),
    website: isWebAddress(draft.website) ? externalHref(draft.website) : null,
  }
}
