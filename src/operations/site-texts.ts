// What is done to the texts of the site itself: an administrator writes them.
import { NO_TIES } from '../domain/permission.ts'
import { notFound } from '../domain/refusal.ts'
import { checkSiteText, type SiteTextDraft } from '../domain/site-text.ts'
import {
  type By,
  type Change,
  type Office,
  type Outdated,
  outdated,
  permit,
  type Refused,
  type Restoring,
  record,
  refused,
  type Saved,
  saved,
  write,
} from './act.ts'

/** Creates a text in a language in which there is none yet. */
export function createSiteText(office: Office, by: By, draft: SiteTextDraft): Saved | Refused {
  return write(office, ({ at }) => {
    permitTexts(by)
    const { siteTexts } = office.store
    const exists = siteTexts.bySlug(draft.slug, draft.language)?.language === draft.language
    const problems = [
      ...checkSiteText(draft),
      ...(exists ? [{ field: 'language', key: 'siteText.exists' }] : []),
    ]
    if (problems.length > 0) return refused(problems)
    const id = siteTexts.insert(draft, at)
    record(office, by, { noun: 'site-text', id, version: 1, at, state: draft })
    return saved(id, 1)
  })
}

/** Changes title and body of a text that still has the version the change was made from; slug and language stay. */
export function changeSiteText(
  office: Office,
  by: By,
  { id, version, draft }: Change<SiteTextDraft>,
): Saved | Refused | Outdated {
  return write(office, ({ at }) => {
    const { siteTexts } = office.store
    const stored = siteTexts.byId(id) ?? notFound(`site text ${id}`)
    permitTexts(by)
    const state = { ...draft, slug: stored.slug, language: stored.language }
    const problems = checkSiteText(state)
    if (problems.length > 0) return refused(problems)
    if (!siteTexts.update(id, version, state, at)) return outdated(stored.version)
    record(office, by, { noun: 'site-text', id, version: version + 1, at, state })
    return saved(id, version + 1)
  })
}

/** Makes an earlier state of a text its newest one. */
export function restoreSiteText(
  office: Office,
  by: By,
  { id, version, earlier }: Restoring,
): Saved | Refused | Outdated {
  const { draft } = office.store.revisions.draftAt('site-text', id, earlier) ?? notFound(`version ${earlier}`)
  return changeSiteText(office, { ...by, origin: 'restore' }, { id, version, draft })
}

function permitTexts(by: By): void {
  permit(by, 'edit-site-texts', NO_TIES)
}
