import type { Account } from '../../domain/account.ts'
import type { More } from '../../http/entry/more.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import type { Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'
import { sayInstant } from '../../i18n/say-instant.ts'
import { counted, fill } from '../../i18n/words.ts'
import { sessionsOf } from '../../operations/sessions.ts'

/** How the person gets in, and what can be done about it. */
export type AccessPart = {
  readonly kind: 'access'
  readonly version: number
  readonly sentences: readonly string[]
  readonly acts: readonly {
    readonly action: Href
    readonly label: string
    readonly weight: 'quiet' | 'danger'
  }[]
}

declare module '../../http/render.ts' {
  interface Parts {
    access: AccessPart
  }
}
declare module '../../http/entry/more.ts' {
  interface Mores {
    access: AccessPart
  }
}

/** Below the form of an account: whether its person can sign in, and where it is signed in. */
export function moreOf(house: House, reader: Reader, account: Account): readonly More[] {
  const { access } = reader.words.desk.accounts
  const { id, disabledAt, version, hasPassword } = account
  const quiet = (act: Parameters<typeof deskUrls.accountAct>[1], label: string) =>
    ({ action: deskUrls.accountAct(id, act), label, weight: 'quiet' }) as const
  if (disabledAt !== null) {
    const sentence = fill(access.disabled, { at: sayInstant(disabledAt, reader.language) })
    return [{ kind: 'access', version, sentences: [sentence], acts: [quiet('freigeben', access.enable)] }]
  }
  const sessions = sessionsOf(house, id).length
  return [
    {
      kind: 'access',
      version,
      sentences: [
        ...sayRefusedMail(house, reader, account),
        sayLink(house, reader, account),
        saySessions(reader, sessions),
      ],
      acts: [
        quiet('link', hasPassword ? access.sendPassword : access.sendInvitation),
        ...(sessions === 0 ? [] : [quiet('abmelden', access.signOut)]),
        { ...quiet('sperren', access.disable), weight: 'danger' },
      ],
    },
  ]
}

/** Whether the last mail to the account's address came back. */
function sayRefusedMail(house: House, { words, language }: Reader, { email }: Account): readonly string[] {
  const refused = house.store.outbox.refusedFor(email)
  if (refused?.settledAt == null) return []
  return [fill(words.desk.accounts.access.mailRefused, { at: sayInstant(refused.settledAt, language) })]
}

function saySessions({ words, language }: Reader, sessions: number): string {
  const { access } = words.desk.accounts
  return sessions === 0 ? access.nowhere : counted(access.sessions, sessions, language)
}

function sayLink(house: House, { words, language }: Reader, { id, hasPassword }: Account): string {
  const { access } = words.desk.accounts
  const link = house.store.accountLinks.latestOf(id)
  if (link === null) return hasPassword ? access.hasPassword : access.noPassword
  const until = sayInstant(link.expiresAt, language)
  const isOver = Date.parse(link.expiresAt) <= house.clock()
  return fill(isOver ? access.linkOver : access.linkHolds, { until })
}
