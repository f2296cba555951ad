import { type FormRoute, inEveryLanguage } from '../../http/serve.ts'
import { askForCorrection, sendCorrection } from './correction.ts'
import { askForGroup, sendGroup } from './group.ts'
import { SENDINGS } from './machine.ts'

/** What readers say of entries, without an account. */
export const PROPOSAL_FORMS: readonly FormRoute[] = inEveryLanguage([
  ['GET', '/etwas-stimmt-nicht', 'everyone', askForCorrection],
  ['POST', '/etwas-stimmt-nicht', 'everyone', sendCorrection, SENDINGS],
  ['GET', '/gruppe-melden', 'everyone', askForGroup],
  ['POST', '/gruppe-melden', 'everyone', sendGroup, SENDINGS],
])
