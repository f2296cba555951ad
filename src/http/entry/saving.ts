import type { Outdated, Refused, Saved, StoredEntry } from '../../domain/outcome.ts'
import type { DraftOf, SavedNoun } from '../../store/revisions.ts'
import { type Answer, done, page } from '../answer.ts'
import { type Form, textOf, versionOf } from '../forms.ts'
import { deskHead } from '../head.ts'
import { type ConflictPart, mergeOutdated, withChosen } from '../parts/entry-form.ts'
import { type Asked, numberIn } from '../serve.ts'
import type { AtDesk } from './desk.ts'
import { entryPage, newPage } from './page.ts'
import { proposalIn, withoutProposal } from './proposal.ts'

declare module '../render.ts' {
  interface Pages {
    'entry/conflict': ConflictPart
  }
}

/** Creates an entry, or shows its form again: with a row more, with a preview, checked, or with its problems. */
export function create<Noun extends SavedNoun, Stored extends StoredEntry>(
  at: AtDesk<Noun, Stored>,
  asked: Asked,
): Answer {
  const { desk } = at
  // Whoever may create none learns nothing of what is wrong with the form.
  desk.form.begin()
  const proposal = proposalIn(asked.form)
  const form = desk.form.settle(withoutProposal(asked.form))
  const add = textOf(form, 'add')
  if (add !== '') return newPage(at, { form: desk.form.withRow(form, add), proposal })
  const reading = desk.form.read(form, null)
  if (reading.kind === 'problems')
    return newPage(at, { form, proposal, problems: reading.problems, status: 422 })
  const act = textOf(form, 'act')
  if (act === 'preview') return newPage(at, { form, proposal, isPreview: true })
  if (act === 'check') return newPage(at, { form, proposal })
  const result = desk.operations.create(reading.draft)
  if (result.kind === 'refused')
    return newPage(at, { form, proposal, problems: result.problems, status: 422 })
  const { id } = result
  return done(act === 'stay' ? desk.paths.entry(id) : desk.after.creating(id, reading.draft), 'saved')
}

/** Saves what was typed, or shows it again: with a row more, a preview, checked, with its problems, or beside another change. */
export function save<Noun extends SavedNoun, Stored extends StoredEntry>(
  at: AtDesk<Noun, Stored>,
  asked: Asked,
): Answer {
  const { desk } = at
  const id = numberIn(asked, 'id')
  const stored = desk.operations.open('edit', id)
  const version = versionOf(asked.form)
  const proposal = proposalIn(asked.form)
  const form = chosen(at, id, version, desk.form.settle(withoutProposal(asked.form)))
  const add = textOf(form, 'add')
  if (add !== '') return entryPage(at, id, { form: desk.form.withRow(form, add), proposal })
  const reading = desk.form.read(form, stored)
  if (reading.kind === 'problems')
    return entryPage(at, id, { form, proposal, problems: reading.problems, status: 422 })
  const act = textOf(form, 'act')
  if (act === 'preview') return entryPage(at, id, { form, proposal, isPreview: true })
  if (act === 'check') return entryPage(at, id, { form, proposal })
  const { draft } = reading
  const result = desk.operations.change({ id, version, draft })
  return answerSaving(at, { id, form, version, draft, proposal, goOn: act === 'stay' }, result)
}

/** What follows an attempt to write an entry. */
export function answerSaving<Noun extends SavedNoun, Stored extends StoredEntry>(
  at: AtDesk<Noun, Stored>,
  sent: Sent<DraftOf<Noun>>,
  result: Saved | Refused | Outdated,
): Answer {
  const { desk } = at
  switch (result.kind) {
    case 'saved':
      return done(sent.goOn ? desk.paths.entry(sent.id) : desk.after.changing(sent.draft), 'saved')
    case 'refused':
      return entryPage(at, sent.id, {
        form: sent.form,
        proposal: sent.proposal ?? '',
        problems: result.problems,
        status: 422,
      })
    case 'outdated':
      return answerOutdated(at, sent)
    default:
      return result satisfies never
  }
}

/** What was sent for an entry, and the version it was made from; `goOn`: to stay at it. */
export type Sent<Draft> = {
  readonly id: number
  readonly form: Form
  readonly version: number
  readonly draft: Draft
  /** The number of the proposal that the form holds, or empty. */
  readonly proposal?: string
  readonly goOn: boolean
}

/** Somebody else saved in between: merged where only one changed a field, to choose from where both did. */
function answerOutdated<Noun extends SavedNoun, Stored extends StoredEntry>(
  at: AtDesk<Noun, Stored>,
  { id, version, draft, proposal = '' }: Sent<DraftOf<Noun>>,
): Answer {
  const { house, reader, desk } = at
  const { revisions } = house.store
  const stored = desk.operations.open('edit', id)
  const base = revisions.draftAt(desk.noun, id, version)
  const last = revisions.byVersion(desk.noun, id, stored.version)
  const merged = mergeOutdated(reader, {
    forms: {
      base: base === null ? {} : desk.form.fill(base.draft),
      typed: desk.form.fill(draft),
      stored: desk.form.fill(desk.draftOf(stored)),
    },
    rowNames: desk.form.rowNames,
    version: stored.version,
    last: { by: last?.by ?? '', at: last?.at ?? '' },
    name: desk.nameOf(stored),
    action: desk.paths.entry(id),
    say: (form) => {
      const reading = desk.form.read(form, stored)
      return reading.kind === 'draft' ? desk.say(reading.draft) : []
    },
  })
  if (merged.kind === 'conflict')
    return page('entry/conflict', deskHead(reader, merged.conflict.title), merged.conflict, 409)
  const { form, told } = merged
  return entryPage(at, id, { form, proposal, told, version: String(stored.version), status: 409 })
}

/** The form with those fields as stored that were chosen so on a page of two states; that page showed this version. */
function chosen<Noun extends SavedNoun, Stored extends StoredEntry>(
  { house, desk }: AtDesk<Noun, Stored>,
  id: number,
  version: number,
  form: Form,
): Form {
  return withChosen(form, desk.form.rowNames, () => {
    const stored = house.store.revisions.draftAt(desk.noun, id, version)
    return stored === null ? null : desk.form.fill(stored.draft)
  })
}
