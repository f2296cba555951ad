import { isKeepable } from '../../domain/kept-list.ts'
import { malformed } from '../../domain/refusal.ts'
import { type Answer, done } from '../../http/answer.ts'
import { refuseUnknown, sayProblems, textOf, versionOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import { byForm, type Reader } from '../../http/reader.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { urlsIn } from '../../http/urls.ts'
import { dropList, keepList } from '../../operations/kept-lists.ts'
import { printDeskPage } from './desk.ts'

/** Keeps an address of the print desk under a name. */
export function keep(house: House, reader: Reader, asked: Asked): Answer {
  const { form } = asked
  refuseUnknown(form, ['name', 'address'])
  const [name, address] = [textOf(form, 'name'), textOf(form, 'address')]
  if (!isKeepable(address)) malformed('address to keep')
  const result = keepList(house, byForm(reader), { name, address })
  if (result.kind === 'saved') return done(urlsIn(reader.language).printDesk(searchIn(address)), 'kept')
  const problems = sayProblems(reader.words, result.problems)
  return printDeskPage(house, reader, searchedAgain(asked, address), { name, address, problems })
}

/** Lets a kept list go. */
export function drop(house: House, reader: Reader, asked: Asked): Answer {
  refuseUnknown(asked.form, ['version'])
  const by = byForm(reader)
  const result = dropList(house, by, { id: numberIn(asked, 'id'), version: versionOf(asked.form) })
  return done(urlsIn(reader.language).printDesk(), result.kind === 'saved' ? 'dropped' : 'outdated')
}

function searchIn(address: string): string {
  return address.split('?', 2)[1] ?? ''
}

/** The same request, as if it had come from the page that the form stands on. */
function searchedAgain(asked: Asked, address: string): Asked {
  const search = new URLSearchParams(searchIn(address))
  return { ...asked, query: Object.fromEntries(search), list: (name) => search.getAll(name) }
}
