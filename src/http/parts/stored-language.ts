import type { Reader } from '../reader.ts'

/** `lang` of what is stored in German only (titles of meetings, functions, notes): empty on a German page. */
export function storedLanguage({ language }: Reader): 'de' | '' {
  return language === 'de' ? '' : 'de'
}
