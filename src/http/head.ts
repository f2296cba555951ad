import { fill } from '../i18n/words.ts'
import type { Head } from './answer.ts'
import type { Reader } from './reader.ts'

/** The title of a page of a list beyond its first: „Duisburg, Seite 2“. */
export function pagedTitle({ words }: Reader, title: string, number: number): string {
  return number === 1 ? title : fill(words.frame.pagedTitle, { title, number })
}

/** The head of a page of the desk: named as such, and not for search engines. */
export function deskHead({ words }: Reader, title: string): Head {
  return { title: fill(words.desk.pageTitle, { title }), hidden: true }
}

/** The head of a form that is shown again; the title says so first where something is to be mended. */
export function formHead({ words }: Reader, head: Head, problems: readonly unknown[]): Head {
  return problems.length === 0
    ? head
    : { ...head, title: fill(words.problems.pageTitle, { title: head.title }) }
}
