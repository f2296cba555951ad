import { type Answer, page } from '../../http/answer.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import { networksPage } from './pages.ts'

/** The networks of all towns, by name. */
export function networks(house: House, reader: Reader): Answer {
  const { title, lead } = reader.words.networks
  const model = networksPage(house.store.relations.networks(), reader)
  return page('site/networks/list', { title, description: lead }, model)
}
