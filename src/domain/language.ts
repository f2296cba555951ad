// Languages: those the site speaks, and those a group speaks (BCP 47 primary tags).

export const SITE_LANGUAGES = ['de', 'en'] as const
export type SiteLanguage = (typeof SITE_LANGUAGES)[number]

/** Languages in which meeting times are said and read: those in which groups write of their own. */
export const RULE_LANGUAGES = ['de', 'en', 'tr', 'uk', 'ar', 'ru'] as const
export type RuleLanguage = (typeof RULE_LANGUAGES)[number]

/** Languages a group can name, in the order a form offers them; the catalogue names each. */
export const SPOKEN_LANGUAGES = [
  'de',
  'de-x-simple',
  'gsg',
  'en',
  'am',
  'ar',
  'az',
  'bg',
  'bs',
  'cs',
  'el',
  'es',
  'fa',
  'fr',
  'hr',
  'hu',
  'hy',
  'it',
  'ka',
  'ku',
  'mk',
  'nl',
  'pl',
  'ps',
  'pt',
  'ro',
  'rom',
  'ru',
  'so',
  'sq',
  'sr',
  'ta',
  'ti',
  'tr',
  'uk',
  'ur',
  'vi',
  'zh',
] as const
export type SpokenLanguage = (typeof SPOKEN_LANGUAGES)[number]

/** Whether the text is a language a group can name. */
export function isSpokenLanguage(text: string): text is SpokenLanguage {
  return SPOKEN_LANGUAGES.some((language) => language === text)
}
