import type { Account } from '../../domain/account.ts'
import { notFound } from '../../domain/refusal.ts'
import { type Answer, page } from '../../http/answer.ts'
import { cookiesOf } from '../../http/cookies.ts'
import { deskHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import type { Link } from '../../http/parts/links.ts'
import { passkeySite } from '../../http/passkey-site.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { sayDevice } from '../../i18n/say-device.ts'
import { sayInstant } from '../../i18n/say-instant.ts'
import { counted, fill } from '../../i18n/words.ts'
import { sessionsOf } from '../../operations/sessions.ts'
import { hashOf } from '../../operations/tokens.ts'

type Fact = { readonly label: string; readonly text: string }

export type OwnAccountPage = {
  readonly facts: readonly Fact[]
  readonly sections: readonly {
    readonly id: string
    readonly title: string
    readonly text: string
    readonly links: readonly Link[]
  }[]
  readonly passkeyText: string
  readonly passkeys: readonly { readonly name: string; readonly about: string; readonly remove: Href }[]
  readonly newPasskey: Href | null
  readonly sessions: readonly { readonly id: string; readonly device: string; readonly about: string }[]
  readonly endSessions: Href
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/own-account/overview': OwnAccountPage
  }
}

/** The account of whoever is signed in. */
export function ownAccountOf(house: House, reader: Reader): Account {
  return house.store.accounts.byId(actorOf(reader).id) ?? notFound('own account')
}

/** The token of the session in which something is asked. */
export function tokenOf(house: House, asked: Asked): string {
  return asked.request.cookies[cookiesOf(house.origin).session] ?? ''
}

/** What the own account is, how it is locked, and where it is signed in. */
export function overview(house: House, reader: Reader, asked: Asked): Answer {
  const account = ownAccountOf(house, reader)
  const { ownAccount } = reader.words.desk
  const hasNames = passkeySite(house, asked.request) !== null
  const model: OwnAccountPage = {
    facts: factsOf(account, reader),
    sections: [
      {
        id: 'name',
        title: ownAccount.name.title,
        text: ownAccount.name.lead,
        links: [{ href: deskUrls.ownAccountForm('name'), label: ownAccount.name.link }],
      },
      {
        id: 'passwort',
        title: ownAccount.password.title,
        text: ownAccount.password.text,
        links: [{ href: deskUrls.ownAccountForm('passwort'), label: ownAccount.password.link }],
      },
      codeSection(house, account, reader),
    ],
    passkeyText: hasNames ? ownAccount.passkeys.text : ownAccount.passkeys.noName,
    passkeys: house.store.passkeys.ofAccount(account.id).map(({ id, name, madeAt, usedAt }) => ({
      name,
      about:
        usedAt === null
          ? fill(ownAccount.passkeys.madeAt, { at: sayInstant(madeAt, reader.language) })
          : fill(ownAccount.passkeys.usedAt, { at: sayInstant(usedAt, reader.language) }),
      remove: deskUrls.ownAccountForm('passkeys/entfernen', { passkey: id }),
    })),
    newPasskey: hasNames ? deskUrls.ownAccountForm('passkeys/neu') : null,
    sessions: sessionRows(house, account, reader, hashOf(tokenOf(house, asked))),
    endSessions: deskUrls.ownAccountForm('sitzungen'),
  }
  return page('desk/own-account/overview', deskHead(reader, ownAccount.title), model)
}

function factsOf({ name, email, role }: Account, { words }: Reader): Fact[] {
  const { fields } = words.desk.accounts
  return [
    { label: fields.name, text: name },
    { label: fields.email, text: email },
    { label: fields.role, text: `${words.roles[role]}: ${words.desk.accounts.rights[role]}` },
  ]
}

function codeSection(house: House, { id }: Account, { words, language }: Reader) {
  const { codes } = words.desk.ownAccount
  const { secondFactors } = house.store
  const title = { id: 'code', title: codes.title }
  if (secondFactors.secretOf(id) === null) {
    const link = { href: deskUrls.ownAccountForm('code'), label: codes.link }
    return { ...title, text: codes.isOff, links: [link] }
  }
  const left = counted(codes.left, secondFactors.countRecoveryCodes(id), language)
  return {
    ...title,
    text: `${codes.isOn} ${left}`,
    links: [
      { href: deskUrls.ownAccountForm('ersatzcodes'), label: codes.renewLink },
      { href: deskUrls.ownAccountForm('code/aus'), label: codes.offLink },
    ],
  }
}

function sessionRows(
  house: House,
  { id }: Account,
  { words, language }: Reader,
  ownHash: string,
): OwnAccountPage['sessions'] {
  const { sessions } = words.desk.ownAccount
  return sessionsOf(house, id).map(({ tokenHash, device, createdAt, seenAt }) => {
    const about = fill(sessions.about, {
      from: sayInstant(createdAt, language),
      seen: sayInstant(seenAt, language),
    })
    return {
      id: tokenHash,
      device: sayDevice(device, sessions.unknown),
      about: tokenHash === ownHash ? `${sessions.here} ${about}` : about,
    }
  })
}
