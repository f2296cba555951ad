import type { Account } from '../../domain/account.ts'
import { notFound } from '../../domain/refusal.ts'
import { type Answer, done } from '../../http/answer.ts'
import { type Form, refuseUnknown, textOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import { textPart } from '../../http/parts/fields.ts'
import { passkeySite } from '../../http/passkey-site.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'
import * as passkeys from '../../operations/passkeys.ts'
import * as codes from '../../operations/second-factor.ts'
import { ownAccountOf } from './overview.ts'
import { ownFormPage, presentPasswordPart, recoveryCodesPage, type Sent } from './pages.ts'
import { qrPart } from './qr.ts'

/** A secret for an app that makes one-time codes, and the form that shows that it does. */
export function askForCode(house: House, reader: Reader): Answer {
  return codePage(reader, ownAccountOf(house, reader), { form: {} })
}

/** Asks for codes from now on; shows the recovery codes this once. */
export async function switchOn(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const { form } = asked
  refuseUnknown(form, ['secret', 'code', 'password'])
  const account = ownAccountOf(house, reader)
  const sent = { secret: textOf(form, 'secret'), code: textOf(form, 'code'), password: passwordIn(form) }
  const result = await codes.switchCodesOn(house, account.id, sent)
  if (result.kind === 'on') return recoveryCodesPage(reader, result.recoveryCodes)
  return codePage(reader, account, { form, problems: result.problems })
}

/** The question whether no codes shall be asked for any more. */
export function askToSwitchOff(_house: House, reader: Reader): Answer {
  return lockPage(reader, 'code/aus', { form: {} })
}

/** Asks for no codes any more. */
export async function switchOff(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  refuseUnknown(asked.form, ['password'])
  const { id } = ownAccountOf(house, reader)
  const result = await codes.switchCodesOff(house, id, passwordIn(asked.form))
  if (result.kind === 'off') return done(deskUrls.ownAccount, 'codesOff')
  return lockPage(reader, 'code/aus', { form: {}, problems: result.problems })
}

/** The question whether new recovery codes shall take the place of the old ones. */
export function askForRecoveryCodes(_house: House, reader: Reader): Answer {
  return lockPage(reader, 'ersatzcodes', { form: {} })
}

/** Makes new recovery codes, and shows them this once. */
export async function renewCodes(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  refuseUnknown(asked.form, ['password'])
  const { id } = ownAccountOf(house, reader)
  const result = await codes.renewRecoveryCodes(house, id, passwordIn(asked.form))
  if (result.kind === 'on') return recoveryCodesPage(reader, result.recoveryCodes)
  return lockPage(reader, 'ersatzcodes', { form: {}, problems: result.problems })
}

/** The form that makes a passkey. */
export function askForPasskey(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  return passkeyPage(house, reader, asked, { form: {} })
}

/** Adds the passkey that the browser made. */
export async function addPasskey(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const { form } = asked
  refuseUnknown(form, ['name', 'password', 'answer'])
  const site = passkeySite(house, asked.request) ?? notFound('passkeys')
  const sent = { name: textOf(form, 'name'), password: passwordIn(form), answer: textOf(form, 'answer') }
  const result = await passkeys.addPasskey(house, site, ownAccountOf(house, reader), sent)
  if (result.kind === 'saved') return done(deskUrls.ownAccount, 'passkeyAdded')
  return passkeyPage(house, reader, asked, { form, problems: result.problems })
}

/** The question whether the passkey that `passkey` names shall be taken away. */
export function askToRemovePasskey(house: House, reader: Reader, asked: Asked): Answer {
  return removalPage(house, reader, asked.query.passkey ?? '', { form: {} })
}

/** Takes a passkey away. */
export async function removePasskey(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  refuseUnknown(asked.form, ['passkey', 'password'])
  const passkey = textOf(asked.form, 'passkey')
  const { id: accountId } = ownAccountOf(house, reader)
  const sent = { id: Number(passkey), password: passwordIn(asked.form) }
  const result = await passkeys.removePasskey(house, accountId, sent)
  if (result.kind === 'saved') return done(deskUrls.ownAccount, 'passkeyRemoved')
  return removalPage(house, reader, passkey, { form: {}, problems: result.problems })
}

function codePage(reader: Reader, account: Account, sent: Sent): Answer {
  const said = reader.words.desk.ownAccount.codes
  const { secret, address } = codes.codeSecretFor(account.email, textOf(sent.form, 'secret'))
  return ownFormPage(reader, sent, (filled) => ({
    title: said.link,
    lead: said.lead,
    action: deskUrls.ownAccountForm('code'),
    hidden: [{ name: 'secret', value: secret }],
    qr: qrPart(address, said.qr),
    fields: [
      { kind: 'fact', label: said.secret, text: secret.replaceAll(/(.{4})(?=.)/g, '$1 ') },
      textPart(filled, 'code', {
        label: said.code,
        size: 'short',
        autocomplete: 'one-time-code',
        inputmode: 'numeric',
        isRequired: true,
      }),
      presentPasswordPart(filled, reader),
    ],
    button: said.button,
  }))
}

function lockPage(reader: Reader, form: 'code/aus' | 'ersatzcodes', sent: Sent): Answer {
  const { codes: said } = reader.words.desk.ownAccount
  return ownFormPage(reader, sent, (filled) => ({
    title: form === 'ersatzcodes' ? said.renewLink : said.offLink,
    lead: form === 'ersatzcodes' ? said.renewLead : said.offLead,
    action: deskUrls.ownAccountForm(form),
    fields: [presentPasswordPart(filled, reader)],
    button: form === 'ersatzcodes' ? said.renewLink : said.offLink,
  }))
}

async function passkeyPage(house: House, reader: Reader, asked: Asked, sent: Sent): Promise<Answer> {
  const said = reader.words.desk.ownAccount.passkeys
  const site = passkeySite(house, asked.request) ?? notFound('passkeys')
  const options = JSON.stringify(await passkeys.newPasskeyOptions(house, site, ownAccountOf(house, reader)))
  const action = deskUrls.ownAccountForm('passkeys/neu')
  return ownFormPage(reader, sent, (filled) => {
    const fields = [
      textPart(filled, 'name', { label: said.name, hint: said.nameHint, size: 'middle', isRequired: true }),
      presentPasswordPart(filled, reader),
    ]
    return {
      title: said.add,
      lead: said.lead,
      action,
      fields: [],
      button: said.add,
      passkey: { ask: 'create', action, options, hidden: [], fields, button: said.add },
    }
  })
}

function removalPage(house: House, reader: Reader, passkey: string, sent: Sent): Answer {
  const said = reader.words.desk.ownAccount.passkeys
  const { id } = ownAccountOf(house, reader)
  const own = house.store.passkeys.ofAccount(id).find((each) => String(each.id) === passkey)
  // It was taken away meanwhile, in another window.
  if (own === undefined) return done(deskUrls.ownAccount)
  const { name } = own
  return ownFormPage(reader, sent, (filled) => ({
    title: said.remove,
    lead: fill(said.removeLead, { name }),
    action: deskUrls.ownAccountForm('passkeys/entfernen'),
    hidden: [{ name: 'passkey', value: passkey }],
    fields: [presentPasswordPart(filled, reader)],
    button: said.remove,
  }))
}

/** As it was typed, with its spaces. */
function passwordIn({ password }: Form): string {
  return typeof password === 'string' ? password : ''
}
