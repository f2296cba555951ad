import type { Land } from '../../domain/land.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import type { Tongue } from '../../http/schedule/sentence.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { isReadLanguage, readSchedule } from '../../i18n/read-rule.ts'
import { saySchedule } from '../../i18n/say-rule.ts'

/** How a request's times are read and said: in the reader's language, with the holidays of where the meeting is. */
export function tongueOf(house: House, reader: Reader, asked: Asked): Tongue {
  const { language, now } = reader
  const readLanguage = isReadLanguage(language) ? language : 'de'
  return {
    read: (sentence) =>
      readSchedule(sentence, { language: readLanguage, today: now.day, land: landOf(house, reader, asked) }),
    say: (schedule) => saySchedule(schedule, language),
  }
}

/** Of a new meeting the address names the organisation, of any other the meeting; null where there is none. */
function landOf({ store }: House, { path }: Reader, asked: Asked): Land | null {
  const id = numberIn(asked, 'id')
  const entry = path.endsWith('/treffen/neu') ? store.organisations.byId(id) : store.meetings.byId(id)
  return entry === null ? null : (store.cities.byId(entry.cityId)?.land ?? null)
}
