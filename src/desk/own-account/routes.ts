import { malformed } from '../../domain/refusal.ts'
import { type Answer, done } from '../../http/answer.ts'
import { clientOf } from '../../http/client.ts'
import { refuseUnknown, textOf, versionOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import { textPart } from '../../http/parts/fields.ts'
import { actorOf, byForm, type Reader } from '../../http/reader.ts'
import type { Asked, SendingLimit } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { changeOwnName, changeOwnPassword } from '../../operations/own-account.ts'
import * as sessions from '../../operations/sessions.ts'
import { ownAccountOf, tokenOf } from './overview.ts'
import { ownFormPage, presentPasswordPart, type Sent } from './pages.ts'

export {
  addPasskey,
  askForCode,
  askForPasskey,
  askForRecoveryCodes,
  askToRemovePasskey,
  askToSwitchOff,
  removePasskey,
  renewCodes,
  switchOff,
  switchOn,
} from './locks.ts'
export { overview } from './overview.ts'

/** Whoever finds a desk left open guesses at no password. */
export const PASSWORDS: SendingLimit = { perMinute: 10, key: clientOf, isCostly: true }

/** Stands for every session where one is to be named. */
const ALL = 'alle'

/** The form for the own name. */
export function askForName(house: House, reader: Reader): Answer {
  const { name, version } = ownAccountOf(house, reader)
  return namePage(reader, { form: { name, version: String(version) } })
}

/** Changes the own name. */
export function changeName(house: House, reader: Reader, asked: Asked): Answer {
  const { form } = asked
  refuseUnknown(form, ['name', 'version'])
  const { id, version } = ownAccountOf(house, reader)
  const sent = { id, version: versionOf(form), name: textOf(form, 'name') }
  const result = changeOwnName(house, byForm(reader), sent)
  switch (result.kind) {
    case 'saved':
      return done(deskUrls.ownAccount, 'saved')
    case 'refused':
      return namePage(reader, { form, problems: result.problems })
    case 'outdated': {
      const problems = [{ field: 'name', key: 'name.changedMeanwhile' }]
      return namePage(reader, { form: { ...form, version: String(version) }, problems, status: 409 })
    }
    default:
      return result satisfies never
  }
}

/** The form for another password. */
export function askForPassword(_house: House, reader: Reader): Answer {
  return passwordPage(reader, { form: {} })
}

/** Changes the own password; every other session ends. */
export async function changePassword(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const { form } = asked
  refuseUnknown(form, ['present', 'password'])
  const typed = (field: string) => (typeof form[field] === 'string' ? form[field] : '')
  const result = await changeOwnPassword(house, {
    id: actorOf(reader).id,
    token: tokenOf(house, asked),
    present: typed('present'),
    password: typed('password'),
  })
  return result.kind === 'saved'
    ? done(deskUrls.ownAccount, 'passwordChanged')
    : passwordPage(reader, { form: {}, problems: result.problems })
}

/** Ends one of the own sessions, or all of them. */
export function endSessions(house: House, reader: Reader, asked: Asked): Answer {
  refuseUnknown(asked.form, ['session'])
  const { id: accountId } = actorOf(reader)
  const tokenHash = textOf(asked.form, 'session')
  if (tokenHash === '') malformed('no session')
  if (tokenHash === ALL) sessions.endSessions(house, accountId)
  else sessions.endSession(house, { accountId, tokenHash })
  return done(deskUrls.ownAccount, 'sessionEnded')
}

function namePage(reader: Reader, sent: Sent): Answer {
  const { name: said } = reader.words.desk.ownAccount
  return ownFormPage(reader, sent, (filled) => ({
    title: said.link,
    lead: said.lead,
    action: deskUrls.ownAccountForm('name'),
    hidden: [{ name: 'version', value: textOf(sent.form, 'version') }],
    fields: [
      textPart(filled, 'name', {
        label: reader.words.desk.accounts.fields.name,
        size: 'middle',
        autocomplete: 'name',
        isRequired: true,
      }),
    ],
    button: reader.words.desk.form.save,
  }))
}

function passwordPage(reader: Reader, sent: Sent): Answer {
  const { password: said } = reader.words.desk.ownAccount
  return ownFormPage(reader, sent, (filled) => ({
    title: said.link,
    lead: said.lead,
    action: deskUrls.ownAccountForm('passwort'),
    fields: [
      presentPasswordPart(filled, reader, 'present'),
      textPart(filled, 'password', {
        label: reader.words.account.newPassword,
        hint: reader.words.account.passwordHint,
        type: 'password',
        size: 'middle',
        autocomplete: 'new-password',
        isRequired: true,
      }),
    ],
    button: reader.words.desk.form.save,
  }))
}
