import { type FormRoute, inEveryLanguage } from '../../http/serve.ts'
import { askForAddress, askForPassword, LINKS, sendLink, setPassword } from './links.ts'
import * as account from './routes.ts'

const HERE: readonly FormRoute[] = [
  ['GET', '/anmelden', 'everyone', account.askToSignIn],
  ['POST', '/anmelden', 'everyone', account.signIn, account.ATTEMPTS],
  ['POST', '/anmelden/code', 'everyone', account.signInByCode, account.CODES],
  ['POST', '/anmelden/passkey', 'everyone', account.signInByPasskey, account.CODES],
  ['GET', '/passwort-vergessen', 'everyone', askForAddress],
  ['POST', '/passwort-vergessen', 'everyone', sendLink, LINKS],
  ['GET', '/zugang/:token', 'everyone', askForPassword],
  ['POST', '/zugang/:token', 'everyone', setPassword, LINKS],
  ['POST', '/abmelden', 'everyone', account.signOut],
  ['POST', '/kontrast', 'everyone', account.switchContrast],
]

/** Signing in and out, in every language of the site's own pages. */
export const ACCOUNT_FORMS: readonly FormRoute[] = inEveryLanguage(HERE)
