// What is done to funding programmes: an administrator creates them, for projects of any city.
import { NO_TIES } from '../domain/permission.ts'
import { checkProgramme, type ProgrammeDraft } from '../domain/project.ts'
import { checkSlug, chosenSlug } from '../domain/slug.ts'
import {
  type By,
  type Office,
  permit,
  type Refused,
  record,
  refused,
  type Saved,
  saved,
  write,
} from './act.ts'

/** Creates a funding programme under the slug of the draft, or a free one made from its title where that is empty. */
export function createProgramme(office: Office, by: By, draft: ProgrammeDraft): Saved | Refused {
  return write(office, ({ at }) => {
    permit(by, 'create', NO_TIES)
    const { programmes } = office.store
    const problems = [...checkProgramme(draft), ...checkSlug(draft.slug, programmes.isSlugTaken)]
    if (problems.length > 0) return refused(problems)
    const state = { ...draft, slug: chosenSlug(draft.slug, draft.title, programmes.isSlugTaken) }
    const id = programmes.insert(state, at)
    record(office, by, { noun: 'programme', id, version: 1, at, state })
    return saved(id, 1)
  })
}
