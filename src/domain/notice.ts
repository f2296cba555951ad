// A notice (Hinweis) above the pages of a city or a venue, for a time, with a contact for questions.
import type { Day } from './day.ts'
import { checkText, type Problem } from './problem.ts'

export type NoticeDraft = {
  readonly cityId: number | null
  readonly venueId: number | null
  readonly text: string
  readonly contactId: number | null
  /** Both belong to the time; null where it has no beginning, or no end yet. */
  readonly from: Day | null
  readonly until: Day | null
}
export type Notice = NoticeDraft & {
  readonly id: number
  readonly version: number
  readonly archivedAt: string | null
}

/** What keeps a notice from being saved, in the order of its form. */
export function checkNotice(draft: NoticeDraft): Problem[] {
  const problems: Problem[] = []
  if ((draft.cityId === null) === (draft.venueId === null))
    problems.push({ field: 'place', key: 'notice.cityOrVenue' })
  problems.push(...checkText('text', draft.text, { required: true, longest: 1000 }))
  if (draft.from !== null && draft.until !== null && draft.until < draft.from)
    problems.push({ field: 'until', key: 'until.beforeFrom' })
  return problems
}
