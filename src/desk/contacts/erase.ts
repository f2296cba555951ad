import type { Contact } from '../../domain/contact.ts'
import { may, type Ties } from '../../domain/permission.ts'
import { type Answer, done, page } from '../../http/answer.ts'
import type { More } from '../../http/entry/more.ts'
import { type Form, refuseUnknown, type ShownProblem, sayProblems, textOf } from '../../http/forms.ts'
import { deskHead, formHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { type ChoicesPart, choicesPart } from '../../http/parts/fields.ts'
import type { Link } from '../../http/parts/links.ts'
import { actorOf, byForm, type Reader } from '../../http/reader.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { counted, fill } from '../../i18n/words.ts'
import { openContact } from '../../operations/contacts.ts'
import { erasePerson, standingOf } from '../../operations/erasure.ts'
import type { Standing } from '../../store/erasures.ts'

/** The way to erase the person of a contact. */
export type ErasePersonPart = { readonly kind: 'erase-person'; readonly href: Href }

export type ErasePersonPage = {
  readonly problems: readonly ShownProblem[]
  readonly trail: readonly Link[]
  readonly title: string
  readonly texts: readonly string[]
  readonly places: readonly { readonly label: string; readonly text: string }[]
  readonly action: Href
  readonly confirm: ChoicesPart
  readonly cancel: Href
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/contacts/erase': ErasePersonPage
  }
  interface Parts {
    'erase-person': ErasePersonPart
  }
}
declare module '../../http/entry/more.ts' {
  interface Mores {
    'erase-person': ErasePersonPart
  }
}

/** Below the form of a contact with a person, for whoever may erase one. */
export function erasePart(reader: Reader, { id, person }: Contact, ties: Ties): readonly More[] {
  if (person === null || !may(actorOf(reader), 'erase', ties)) return []
  return [{ kind: 'erase-person', href: deskUrls.erasePerson(id) }]
}

/** What would be removed, and where it stands. */
export function askToErase(house: House, reader: Reader, asked: Asked): Answer {
  return erasePage(house, reader, numberIn(asked, 'id'), {})
}

/** Erases the person, once that is confirmed. */
export function erase(house: House, reader: Reader, asked: Asked): Answer {
  const id = numberIn(asked, 'id')
  refuseUnknown(asked.form, ['confirm'])
  const { organisationId } = openContact(house, actorOf(reader), 'erase', id)
  if (textOf(asked.form, 'confirm') !== 'ja') return erasePage(house, reader, id, asked.form, 422)
  erasePerson(house, byForm(reader), id)
  return done(deskUrls.organisations.entry(organisationId), 'personErased')
}

function erasePage(house: House, reader: Reader, id: number, form: Form, status: 200 | 422 = 200): Answer {
  const { words } = reader
  const said = words.erasure
  const standing = standingOf(house, byForm(reader), id)
  const { person, channels } = openContact(house, actorOf(reader), 'erase', id)
  const name = person?.name ?? ''
  const title = fill(said.title, { name })
  const problems = sayProblems(words, status === 200 ? [] : [{ field: 'confirm', key: 'erase.unconfirmed' }])
  const model: ErasePersonPage = {
    problems,
    trail: [{ href: deskUrls.contacts.entry(id), label: name }],
    title,
    texts: [name, ...channels.map(({ value }) => value).filter((value) => value !== '')],
    places: placesOf(standing, reader),
    action: deskUrls.erasePerson(id),
    confirm: choicesPart({ form, problems }, 'confirm', {
      label: said.link,
      type: 'checkbox',
      options: [['ja', said.confirm]],
    }),
    cancel: deskUrls.contacts.entry(id),
  }
  return page('desk/contacts/erase', formHead(reader, deskHead(reader, title), problems), model, status)
}

/** Tables in words; whatever has no word of its own is one of the other entries. */
function placesOf(standing: readonly Standing[], { words, language }: Reader): ErasePersonPage['places'] {
  const { tables, rows: said } = words.erasure
  const named = new Map<string, number>()
  for (const { table, rows } of standing) {
    const label = isNamed(table) ? tables[table] : tables.other
    named.set(label, (named.get(label) ?? 0) + rows)
  }
  return [...named].map(([label, rows]) => ({ label, text: counted(said, rows, language) }))

  function isNamed(table: string): table is keyof typeof tables {
    return Object.hasOwn(tables, table)
  }
}
