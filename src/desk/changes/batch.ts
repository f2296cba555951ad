import { malformed } from '../../domain/refusal.ts'
import { type Answer, done, page } from '../../http/answer.ts'
import { refuseUnknown, type ShownProblem, textsOf } from '../../http/forms.ts'
import { deskHead, formHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { pathsOfNoun } from '../../http/noun-paths.ts'
import { sayChanged } from '../../http/parts/change-row.ts'
import { sayFailures } from '../../http/parts/failures.ts'
import { actorOf, byForm, type Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { sayInstant } from '../../i18n/say-instant.ts'
import { counted, fill } from '../../i18n/words.ts'
import { type MadeTogether, openBatch, takeBack } from '../../operations/taking-back.ts'

/** One of several changes, which may be chosen. */
export type ChangedTogether = {
  readonly id: string
  readonly value: string
  readonly name: string
  readonly state: string
  readonly href: Href | null
  /** The words of the link to what was changed. */
  readonly changed: string
  /** Null where there is nothing for this person to take back. */
  readonly isChosen: boolean | null
}

export type BatchPage = {
  readonly title: string
  readonly about: string
  readonly problems: readonly ShownProblem[]
  readonly lead: string
  readonly rows: readonly ChangedTogether[]
  /** Null where nothing can be taken back. */
  readonly action: Href | null
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/changes/batch': BatchPage
  }
  interface Parts {
    'changed-together': readonly ChangedTogether[]
  }
}

type Shown = {
  readonly chosen: ReadonlySet<string>
  readonly problems: readonly ShownProblem[]
  readonly status: number
}

/** Changes that were made together, each with whether it still stands. */
export function together(house: House, reader: Reader, asked: Asked): Answer {
  return batchPage(house, reader, batchIn(asked), null)
}

/** Takes those that were chosen back. */
export function takeBackBatch(house: House, reader: Reader, asked: Asked): Answer {
  const batch = batchIn(asked)
  refuseUnknown(asked.form, ['eintrag'])
  const chosen = new Set(textsOf(asked.form, 'eintrag'))
  const made = openBatch(house, actorOf(reader), batch)
  const unknown = [...chosen].find((value) => made.every((change) => boxOf(change) !== value))
  if (unknown !== undefined) malformed(`entry ${unknown.slice(0, 40)}`)
  const result = takeBack(house, byForm(reader), batch, (change) => chosen.has(boxOf(change)))
  if (result.kind === 'saved') return done(deskUrls.changedTogether(batch), 'takenBack')
  const { problems, status } = sayFailures(result, reader, (change) => ({
    field: idOf(change),
    name: sayChanged(change, reader),
  }))
  return batchPage(house, reader, batch, { chosen, problems, status })
}

function batchPage(house: House, reader: Reader, batch: string, shown: Shown | null): Answer {
  const { words, language } = reader
  const { history } = words.desk
  const said = words.deskChanges.batch
  const made = openBatch(house, actorOf(reader), batch)
  const [first] = made
  const problems = shown?.problems ?? []
  const isOpen = made.some(({ mayTakeBack }) => mayTakeBack)
  const model: BatchPage = {
    title: counted(said.title, made.length, language),
    about:
      first === undefined
        ? ''
        : `${sayInstant(first.at, language)} · ${fill(history.by, { by: first.by, origin: history.origins[first.origin] })}`,
    lead: isOpen ? said.lead : said.reading,
    problems,
    rows: made.map((change) => ({
      id: idOf(change),
      value: boxOf(change),
      href: pathsOfNoun(change.noun)?.revision(change.entryId, change.version) ?? null,
      name: sayChanged(change, reader),
      state: said.states[change.standing],
      changed: said.changed,
      isChosen: change.mayTakeBack ? (shown?.chosen.has(boxOf(change)) ?? true) : null,
    })),
    action: isOpen ? deskUrls.changedTogether(batch, 'zuruecknehmen') : null,
  }
  const head = formHead(reader, deskHead(reader, model.title), problems)
  return page('desk/changes/batch', head, model, shown?.status ?? 200)
}

function batchIn({ params }: Asked): string {
  const { batch = '' } = params
  return batch
}

function boxOf({ noun, entryId }: MadeTogether): string {
  return `${noun}-${entryId}`
}

function idOf(change: MadeTogether): string {
  return `eintrag-${boxOf(change)}`
}
