import type { StoredEntry } from '../../domain/outcome.ts'
import type { SavedNoun } from '../../store/revisions.ts'
import { type Answer, done } from '../answer.ts'
import { cookiesOf } from '../cookies.ts'
import { refuseUnknown, versionOf } from '../forms.ts'
import type { House } from '../house.ts'
import { actorOf, type Reader } from '../reader.ts'
import { type Asked, numberIn } from '../serve.ts'
import { keepVisit } from '../visits.ts'
import type { AtDesk, OpenDesk } from './desk.ts'
import { history, restore, revision } from './history.ts'
import { entryPage, newPage } from './page.ts'
import { proposedEntry, proposedNew } from './proposal.ts'
import { create, save } from './saving.ts'

/** What is answered at the addresses of a noun's entries. */
export function entryHandlers<Noun extends SavedNoun, Stored extends StoredEntry>(
  openDesk: OpenDesk<Noun, Stored>,
) {
  const at =
    (answer: (at: AtDesk<Noun, Stored>, asked: Asked) => Answer) =>
    (house: House, reader: Reader, asked: Asked): Answer =>
      answer({ house, reader, desk: openDesk(house, reader, asked) }, asked)

  return {
    askForNew: at((desk, asked) => newPage(desk, proposedNew(desk, asked.query))),
    create: at(create),
    entry: at((desk, asked) => {
      const id = numberIn(asked, 'id')
      const answer = entryPage(desk, id, proposedEntry(desk, id, asked.query))
      noteVisit(desk, asked, id)
      return answer
    }),
    save: at(save),
    archive: at((desk, asked) => putAway(desk, asked, 'archive')),
    bringBack: at((desk, asked) => putAway(desk, asked, 'bring-back')),
    history: at(history),
    revision: at(revision),
    restore: at(restore),
  }
}

/** Lets the browser of whoever looked at the entry know the way back to it. */
function noteVisit<Noun extends SavedNoun, Stored extends StoredEntry>(
  { house, reader, desk }: AtDesk<Noun, Stored>,
  asked: Asked,
  id: number,
): void {
  keepVisit(asked, cookiesOf(house.origin), actorOf(reader).id, { noun: desk.noun, id })
}

/** Takes an entry off the site, or puts it back. */
function putAway<Noun extends SavedNoun, Stored extends StoredEntry>(
  at: AtDesk<Noun, Stored>,
  asked: Asked,
  act: 'archive' | 'bring-back',
): Answer {
  const { desk, reader } = at
  const id = numberIn(asked, 'id')
  refuseUnknown(asked.form, ['version'])
  const result = desk.operations.archive({ id, version: versionOf(asked.form), act })
  switch (result.kind) {
    case 'saved':
      return done(desk.paths.entry(id), act === 'archive' ? 'archived' : 'broughtBack')
    case 'refused':
      return entryPage(at, id, { problems: result.problems, status: 422 })
    case 'outdated':
      return entryPage(at, id, { told: reader.words.desk.outdated, status: 409 })
    default:
      return result satisfies never
  }
}
