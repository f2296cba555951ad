import { keepList } from '../../operations/kept-lists.ts'
import type { Chapter } from './chapter.ts'

/** Puts in the kept lists of the print desk. */
export function tellKeptLists({ office, by, story, savedId }: Chapter): void {
  for (const draft of story.keptLists ?? []) savedId(draft.name, keepList(office, by, draft))
}
