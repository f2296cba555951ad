// The editable texts of the site itself: imprint, privacy, accessibility, plain language, sign language.
import type { SiteLanguage } from './language.ts'
import { checkText, type Problem } from './problem.ts'

export const SITE_TEXTS = [
  'impressum',
  'datenschutz',
  'barrierefreiheit',
  'leichte-sprache',
  'gebaerdensprache',
] as const
export type SiteTextSlug = (typeof SITE_TEXTS)[number]

export type SiteTextDraft = {
  readonly slug: SiteTextSlug
  readonly language: SiteLanguage
  readonly title: string
  /** Markdown without HTML. */
  readonly body: string
}
export type SiteText = SiteTextDraft & {
  readonly id: number
  readonly version: number
  readonly updatedAt: string
}

/** What keeps a text from being saved. */
export function checkSiteText(draft: SiteTextDraft): Problem[] {
  return [
    ...checkText('title', draft.title, { required: true, longest: 200 }),
    ...checkText('body', draft.body, { required: true, longest: 50_000 }),
  ]
}
