import type { NoticeDraft } from '../../domain/notice.ts'
import type { SaidField } from '../../http/parts/difference.ts'
import { type Place, placeOf } from '../../http/parts/place-field.ts'
import type { Reader } from '../../http/reader.ts'
import { sayDate, sayDayRange } from '../../i18n/say-day.ts'
import { shortened } from '../../i18n/shortened.ts'
import { fill } from '../../i18n/words.ts'

const LONGEST_NAME = 60

/** What a notice is called at the desk: how it begins. */
export function nameOf({ text }: Pick<NoticeDraft, 'text'>): string {
  return shortened(text.replace(/\s+/g, ' '), LONGEST_NAME)
}

/** Every field in words, in the order of the form. */
export function sayNotice(
  draft: NoticeDraft,
  { words, language }: Reader,
  { places, contact }: { readonly places: readonly Place[]; readonly contact: string },
): SaidField[] {
  const { fields, archivedPlace } = words.deskNotices
  const { from, until } = draft
  return [
    { group: 'place', label: fields.place, text: placeOf(draft, places)?.label ?? archivedPlace },
    { group: 'text', label: fields.text, text: draft.text },
    { group: 'contactId', label: fields.contactId, text: contact },
    { group: 'from', label: fields.from, text: from === null ? '' : sayDate(from, language) },
    { group: 'until', label: fields.until, text: until === null ? '' : sayDate(until, language) },
  ]
}

/** For how long a notice holds: „1.–5. Juni 2026“, „bis 5. Juni 2026“, „ohne Ende“. */
export function sayTime(
  { from, until }: Pick<NoticeDraft, 'from' | 'until'>,
  { words, language }: Reader,
): string {
  const { always, since, till } = words.deskNotices
  if (from !== null && until !== null) return sayDayRange({ from, until }, language)
  if (from !== null) return fill(since, { day: sayDate(from, language) })
  return until === null ? always : fill(till, { day: sayDate(until, language) })
}
