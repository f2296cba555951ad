import type { Refused, Saved, StoredEntry } from '../../domain/outcome.ts'
import type { SavedNoun } from '../../store/revisions.ts'
import { done } from '../answer.ts'
import { refuseUnknown, wholeNumberOf } from '../forms.ts'
import type { House } from '../house.ts'
import type { Href } from '../href.ts'
import type { Option } from '../parts/fields.ts'
import { byForm } from '../reader.ts'
import { type Handler, numberIn } from '../serve.ts'
import type { OpenDesk } from './desk.ts'
import { entryPage } from './page.ts'

/** What needs an entry and would be left without it, and the others to which all of that can be handed over. */
export type UsesPart = {
  readonly kind: 'uses'
  readonly title: string
  /** That there is nothing, or how many there are; empty where the list says it. */
  readonly count: string
  readonly uses: readonly Use[]
  readonly handOver: {
    readonly action: Href
    readonly text: string
    readonly to: string
    readonly options: readonly Option[]
    readonly button: string
  } | null
}
type Use = { readonly href: Href; readonly name: string; readonly what: string }

declare module '../render.ts' {
  interface Parts {
    uses: UsesPart
  }
}
declare module './more.ts' {
  interface Mores {
    uses: UsesPart
  }
}

/** Below the form of an entry: what needs it. It is handed over where there is something, and another entry to take it. */
export function usesPart(
  said: Readonly<Record<'title' | 'none' | 'handOverText' | 'to' | 'handOver', string>>,
  content: {
    readonly uses: readonly Use[]
    readonly count?: string
    readonly handOver: Href
    /** Those that can take it all: none for whoever may not hand it over. */
    readonly others: readonly { readonly id: number; readonly name: string }[]
  },
): UsesPart {
  const { uses, count = '', handOver, others } = content
  const isMovable = uses.length > 0 && others.length > 0
  return {
    kind: 'uses',
    title: said.title,
    count: uses.length === 0 ? said.none : count,
    uses,
    handOver: isMovable
      ? {
          action: handOver,
          text: said.handOverText,
          to: said.to,
          options: others.map(({ id, name }) => ({ value: String(id), label: name, isChosen: false })),
          button: said.handOver,
        }
      : null,
  }
}

/** Hands everything that needs an entry over to the one that was chosen; `notice` tells that it is done. */
export function handingOver<Noun extends SavedNoun, Stored extends StoredEntry>(
  open: OpenDesk<Noun, Stored>,
  handOver: (
    house: House,
    by: ReturnType<typeof byForm>,
    between: { readonly id: number; readonly to: number },
  ) => Saved | Refused,
  notice: string,
): Handler {
  return (house, reader, asked) => {
    const id = numberIn(asked, 'id')
    refuseUnknown(asked.form, ['to'])
    const result = handOver(house, byForm(reader), { id, to: wholeNumberOf(asked.form, 'to') || 0 })
    const at = { house, reader, desk: open(house, reader, asked) }
    if (result.kind === 'saved') return done(at.desk.paths.entry(id), notice)
    return entryPage(at, id, { problems: result.problems, status: 422 })
  }
}
