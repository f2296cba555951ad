import type { Land } from '../../domain/land.ts'
import { isReadLanguage, readSchedule } from '../../i18n/read-rule.ts'
import { saySchedule } from '../../i18n/say-rule.ts'
import type { Reader } from '../reader.ts'
import type { Tongue } from './sentence.ts'

/** How times are read and said in the reader's language, with the holidays of a Land. */
export function tongueIn({ language, now }: Reader, land: Land | null): Tongue {
  const readLanguage = isReadLanguage(language) ? language : 'de'
  return {
    read: (sentence) => readSchedule(sentence, { language: readLanguage, today: now.day, land }),
    say: (schedule) => saySchedule(schedule, language),
  }
}
