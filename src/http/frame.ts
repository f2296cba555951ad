import { SITE_LANGUAGES, type SiteLanguage } from '../domain/language.ts'
import type { Words } from '../i18n/words.ts'
import type { Head, RunningHead } from './answer.ts'
import { type DeskMenuGroup, deskMenu } from './desk-menu.ts'
import type { House } from './house.ts'
import type { Href } from './href.ts'
import type { Html } from './html.ts'
import type { Reader } from './reader.ts'
import { deskUrls, pathIn, type Urls, urlsIn } from './urls.ts'

export type MenuItem = { readonly href: Href; readonly label: string; readonly isCurrent: boolean }

/** What surrounds every page: head, menus, languages, contrast, who is signed in. */
export type Frame = {
  readonly language: SiteLanguage
  readonly direction: 'ltr' | 'rtl'
  readonly words: Words
  readonly title: string
  readonly description: string
  readonly canonical: Href | null
  readonly alternates: readonly { readonly language: string; readonly href: Href }[]
  /** The calendar with the dates of this page, and how to subscribe to it; or null. */
  readonly feed: { readonly address: Href; readonly subscribe: Href } | null
  readonly isHidden: boolean
  readonly jsonLd: Html | null
  readonly css: Href
  /** The rules of pages made for paper, which those take beside the others. */
  readonly paperCss: Href
  readonly running: RunningHead
  readonly scripts: readonly Href[]
  readonly contrast: 'standard' | 'more'
  readonly contrastAction: Href
  /** The path to come back to after a form of the frame was sent. */
  readonly here: string
  readonly home: Href
  readonly search: Href
  readonly menu: readonly MenuItem[]
  readonly languages: readonly (MenuItem & { readonly language: SiteLanguage })[]
  readonly foot: readonly MenuItem[]
  readonly signedIn: {
    readonly name: string
    readonly role: string
    readonly desk: Href
    /** The search over everything of the desk. */
    readonly search: Href
    readonly account: Href
    readonly signOut: Href
    readonly menu: readonly DeskMenuGroup[]
  } | null
  readonly notice: string | null
}

declare module './render.ts' {
  interface Parts {
    subscribe: Href
  }
}

/** The frame of a page for a reader. */
export function frameOf(house: House, reader: Reader, head: Head): Frame {
  const { words, language } = reader
  const urls = urlsIn(language)
  const path = head.canonical ?? reader.path
  const isSitePage = !path.startsWith('/verwaltung')
  return {
    language,
    direction: 'ltr',
    words,
    title: head.title === '' ? words.frame.name : `${head.title} · ${words.frame.name}`,
    description: head.description ?? '',
    canonical: head.hidden === true ? null : (`${house.origin}${pathIn(language, path)}` as Href),
    alternates:
      head.hidden === true || !isSitePage
        ? []
        : SITE_LANGUAGES.map((other) => ({
            language: other,
            href: `${house.origin}${pathIn(other, path)}` as Href,
          })),
    feed: feedOfPage(house, head, urls),
    isHidden: head.hidden === true,
    jsonLd: head.jsonLd === undefined ? null : scriptSafe(head.jsonLd),
    css: house.assets.css.href,
    paperCss: house.assets.paper.href,
    running: head.running ?? NO_HEAD,
    scripts: (head.scripts ?? []).map((name) => house.assets.scripts[name].href),
    contrast: reader.contrast,
    contrastAction: urls.contrast,
    here: `${pathIn(language, reader.path)}${reader.search}`,
    home: urls.home,
    search: urls.search(),
    menu: mainMenu(reader),
    languages: SITE_LANGUAGES.map((other) => ({
      language: other,
      label: words.frame.ownNames[other],
      href: pathIn(other, isSitePage ? `${reader.path}${reader.search}` : '/'),
      isCurrent: other === language,
    })),
    foot: footMenu(reader),
    signedIn: signedInOf(reader),
    notice: sayNotice(words, reader.notice),
  }
}

/** The sentence of a notice's key; whatever else stands in an address is not repeated. */
export function sayNotice(words: Words, key: string | null): string | null {
  const sentences: Readonly<Record<string, string>> = words.notices
  return key === null || !Object.hasOwn(sentences, key) ? null : (sentences[key] ?? null)
}

const NO_HEAD: RunningHead = { said: '', mark: '' }

function mainMenu({ language, words, path }: Reader): MenuItem[] {
  const urls = urlsIn(language)
  const { menu } = words.frame
  const items: [label: string, href: Href, section: string][] = [
    [menu.cities, urls.cities, '/orte'],
    [menu.calendar, urls.calendar(null), '/kalender'],
    [menu.venues, urls.venues, '/treffpunkte'],
    [menu.events, urls.events(), '/veranstaltungen'],
    [menu.networks, urls.networks, '/netzwerke'],
    [menu.projects, urls.projects(), '/projekte'],
    [menu.contacts, urls.contacts(), '/kontakte'],
  ]
  return items.map(([label, href, section]) => ({ label, href, isCurrent: isBelow(path, section) }))
}

function footMenu({ actor, language, words, path }: Reader): MenuItem[] {
  const urls = urlsIn(language)
  const { foot } = words.frame
  const items: [label: string, href: Href][] = [
    [foot.plainLanguage, urls.text('leichte-sprache')],
    [foot.signLanguage, urls.text('gebaerdensprache')],
    [foot.accessibility, urls.text('barrierefreiheit')],
    [words.proposals.group.link, urls.newGroup()],
    [foot.feedback, urls.feedback()],
    [foot.imprint, urls.text('impressum')],
    [foot.privacy, urls.text('datenschutz')],
    ...(actor === null ? [[foot.signIn, urls.signIn] satisfies [string, Href]] : []),
  ]
  return items.map(([label, href]) => ({ label, href, isCurrent: href === pathIn(language, path) }))
}

function feedOfPage(house: House, { feed }: Head, urls: Urls): Frame['feed'] {
  if (feed === undefined) return null
  return { address: `${house.origin}${feed}` as Href, subscribe: urls.subscribe(feed) }
}

function signedInOf(reader: Reader): Frame['signedIn'] {
  const { actor, language, words } = reader
  if (actor === null) return null
  return {
    name: actor.name,
    role: words.roles[actor.role],
    desk: deskUrls.today,
    search: deskUrls.search(),
    account: deskUrls.ownAccount,
    signOut: urlsIn(language).signOut,
    menu: deskMenu(reader),
  }
}

function isBelow(path: string, section: string): boolean {
  return path === section || path.startsWith(`${section}/`)
}

/** JSON inside a script element: no `<` may close it. */
function scriptSafe(value: unknown): Html {
  return JSON.stringify(value).replaceAll('<', '\\u003c') as Html
}
