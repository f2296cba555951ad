import type { Land } from '../../domain/land.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import type { Tongue } from '../../http/schedule/sentence.ts'
import { tongueIn } from '../../http/schedule/tongue.ts'
import { type Asked, numberIn } from '../../http/serve.ts'

/** How a request's times are read and said: in the reader's language, with the holidays of where the meeting is. */
export function tongueOf(house: House, reader: Reader, asked: Asked): Tongue {
  return tongueIn(reader, landOf(house, reader, asked))
}

/** Of a new meeting the address names the organisation, of any other the meeting; null where there is none. */
function landOf({ store }: House, { path }: Reader, asked: Asked): Land | null {
  const id = numberIn(asked, 'id')
  const entry = path.endsWith('/treffen/neu') ? store.organisations.byId(id) : store.meetings.byId(id)
  return entry === null ? null : (store.cities.byId(entry.cityId)?.land ?? null)
}
