import type { FormRoute } from '../../http/serve.ts'
import * as ownAccount from './routes.ts'

/** The addresses of the own account, which everybody who is signed in has. */
export const OWN_ACCOUNT: readonly FormRoute[] = [
  ['GET', '/verwaltung/konto', 'signed-in', ownAccount.overview],
  ['GET', '/verwaltung/konto/name', 'signed-in', ownAccount.askForName],
  ['POST', '/verwaltung/konto/name', 'signed-in', ownAccount.changeName],
  ['GET', '/verwaltung/konto/passwort', 'signed-in', ownAccount.askForPassword],
  ['POST', '/verwaltung/konto/passwort', 'signed-in', ownAccount.changePassword, ownAccount.PASSWORDS],
  ['GET', '/verwaltung/konto/code', 'signed-in', ownAccount.askForCode],
  ['POST', '/verwaltung/konto/code', 'signed-in', ownAccount.switchOn, ownAccount.PASSWORDS],
  ['GET', '/verwaltung/konto/code/aus', 'signed-in', ownAccount.askToSwitchOff],
  ['POST', '/verwaltung/konto/code/aus', 'signed-in', ownAccount.switchOff, ownAccount.PASSWORDS],
  ['GET', '/verwaltung/konto/ersatzcodes', 'signed-in', ownAccount.askForRecoveryCodes],
  ['POST', '/verwaltung/konto/ersatzcodes', 'signed-in', ownAccount.renewCodes, ownAccount.PASSWORDS],
  ['GET', '/verwaltung/konto/passkeys/neu', 'signed-in', ownAccount.askForPasskey],
  ['POST', '/verwaltung/konto/passkeys/neu', 'signed-in', ownAccount.addPasskey, ownAccount.PASSWORDS],
  ['GET', '/verwaltung/konto/passkeys/entfernen', 'signed-in', ownAccount.askToRemovePasskey],
  ['POST', '/verwaltung/konto/sitzungen', 'signed-in', ownAccount.endSessions],
  [
    'POST',
    '/verwaltung/konto/passkeys/entfernen',
    'signed-in',
    ownAccount.removePasskey,
    ownAccount.PASSWORDS,
  ],
]
