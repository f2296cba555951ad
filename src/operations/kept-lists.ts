// What is done to kept lists: whoever prints keeps one under a name, or lets it go.
import { checkKeptList, type KeptListDraft } from '../domain/kept-list.ts'
import { NO_TIES } from '../domain/permission.ts'
import { notFound } from '../domain/refusal.ts'
import {
  type By,
  type Office,
  type Outdated,
  outdated,
  permit,
  type Refused,
  record,
  refused,
  type Saved,
  saved,
  write,
} from './act.ts'

/** Keeps an address of the print desk under a name that no other kept list has. */
export function keepList(office: Office, by: By, draft: KeptListDraft): Saved | Refused {
  return write(office, ({ at }) => {
    permit(by, 'print-internal', NO_TIES)
    const { keptLists } = office.store
    const isTaken = keptLists.all().some(({ name }) => name === draft.name)
    const problems = [...checkKeptList(draft), ...(isTaken ? [{ field: 'name', key: 'keptList.taken' }] : [])]
    if (problems.length > 0) return refused(problems)
    const id = keptLists.insert(draft, at)
    record(office, by, { noun: 'kept-list', id, version: 1, at, state: draft })
    return saved(id, 1)
  })
}

/** Lets a kept list go; it stays in the history. */
export function dropList(
  office: Office,
  by: By,
  { id, version }: { readonly id: number; readonly version: number },
): Saved | Outdated {
  return write(office, ({ at }) => {
    const { keptLists } = office.store
    permit(by, 'print-internal', NO_TIES)
    const stored = keptLists.byId(id) ?? notFound(`kept list ${id}`)
    if (!keptLists.archive(id, version, at)) return outdated(stored.version)
    const { name, address } = stored
    record(office, by, {
      noun: 'kept-list',
      id,
      version: version + 1,
      at,
      state: { name, address, archivedAt: at },
    })
    return saved(id, version + 1)
  })
}
