import { malformed } from '../../domain/refusal.ts'
import { checkReplacement, type Replacement } from '../../domain/replacement.ts'
import { type Answer, done } from '../../http/answer.ts'
import { refuseUnknown, sayProblems, textOf, textsOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import { sayFailures } from '../../http/parts/failures.ts'
import { actorOf, byForm, type Reader } from '../../http/reader.ts'
import type { Asked, FormRoute } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { type Chosen, hitsOf, replaceEverywhere } from '../../operations/replacing.ts'
import { isWhole } from '../../operations/whole-entries.ts'
import { boxOf, idOf, replacingPage, type Shown } from './pages.ts'

/** A text or a number that is replaced in many entries at once. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/ersetzen', 'edit', look],
  ['POST', '/verwaltung/ersetzen', 'edit', replace],
]

/** Where the text stands, and what would become of it. */
function look(house: House, reader: Reader, asked: Asked): Answer {
  const { suchen, ersetzen } = asked.query
  const replacement = { text: (suchen ?? '').trim(), by: (ersetzen ?? '').trim() }
  if (suchen === undefined) return replacingPage(reader, replacement, null)
  const problems = checkReplacement(replacement)
  return shownWith(house, reader, replacement, {
    chosen: null,
    problems: sayProblems(reader.words, problems),
    status: problems.length > 0 ? 422 : 200,
  })
}

/** Replaces it in the entries that were chosen, and leads to what was changed. */
function replace(house: House, reader: Reader, { form }: Asked): Answer {
  refuseUnknown(form, ['suchen', 'ersetzen', 'eintrag'])
  const replacement = { text: textOf(form, 'suchen'), by: textOf(form, 'ersetzen') }
  const values = [...new Set(textsOf(form, 'eintrag'))]
  const result = replaceEverywhere(house, byForm(reader), replacement, values.map(chosenIn))
  if (result.kind === 'saved') return done(deskUrls.changedTogether(result.batch), 'replaced')
  const names = new Map(hitsOf(house, actorOf(reader), replacement).map((hit) => [idOf(hit), hit.name]))
  const { problems, status } = sayFailures(result, reader, (each) => ({
    field: idOf(each),
    name: names.get(idOf(each)) ?? '',
  }))
  return shownWith(house, reader, replacement, { chosen: new Set(values), problems, status })
}

function shownWith(
  house: House,
  reader: Reader,
  replacement: Replacement,
  shown: Omit<Shown, 'hits'>,
): Answer {
  return replacingPage(reader, replacement, {
    ...shown,
    hits: hitsOf(house, actorOf(reader), replacement),
  })
}

/** The entry that a box stands for; throws Malformed for a value that no page of ours has. */
function chosenIn(value: string): Chosen {
  const [, noun = '', id = '', version = ''] = /^([a-z-]+)-([1-9]\d{0,8})-([1-9]\d{0,8})$/.exec(value) ?? []
  const chosen = isWhole(noun) ? { noun, id: Number(id), version: Number(version) } : malformed('entry')
  return boxOf(chosen) === value ? chosen : malformed('entry')
}
