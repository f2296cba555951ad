import type { City, CityDraft } from '../../domain/city.ts'
import { LANDS } from '../../domain/land.ts'
import { type FactsPreview, factsPreview } from '../../http/entry/facts-preview.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import { counted } from '../../i18n/words.ts'

/** The head of the city's page, and the Land under which the list of all cities has it. */
export function cityPreview(
  house: House,
  { words, language, now }: Reader,
  { draft, word, stored }: { readonly draft: CityDraft; readonly word: string; readonly stored: City | null },
): FactsPreview {
  const count = stored === null ? 0 : house.store.cityUses.of(stored.id, now.day).organisations
  return factsPreview(
    word,
    {
      title: draft.name,
      lead: draft.description === '' ? counted(words.directory.lead, count, language) : draft.description,
    },
    [{ group: 'land', label: words.deskCities.fields.land, text: LANDS[draft.land] }],
  )
}
