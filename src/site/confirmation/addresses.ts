import { clientOf } from '../../http/client.ts'
import { type FormRoute, inEveryLanguage, type SendingLimit } from '../../http/serve.ts'
import { askForDate, callOff } from './dates.ts'
import { askForDetails, correctDetails } from './details.ts'
import { askForWord, end } from './end.ts'
import { confirm, show } from './routes.ts'
import { askForTimes, correctTimes } from './times.ts'

/** A group needs a few; a token of 256 bits is not guessed. */
const ANSWERS: SendingLimit = { perMinute: 30, key: clientOf }

/** The link of a mail „Stimmt das noch?“, in every language of the site's own pages. */
export const CONFIRMATION_LINK: readonly FormRoute[] = inEveryLanguage([
  ['GET', '/bestaetigen/:token', 'everyone', show],
  ['POST', '/bestaetigen/:token', 'everyone', confirm, ANSWERS],
  ['GET', '/bestaetigen/:token/ausfall', 'everyone', askForDate],
  ['POST', '/bestaetigen/:token/ausfall', 'everyone', callOff, ANSWERS],
  ['GET', '/bestaetigen/:token/angaben', 'everyone', askForDetails],
  ['POST', '/bestaetigen/:token/angaben', 'everyone', correctDetails, ANSWERS],
  ['GET', '/bestaetigen/:token/treffen/:id', 'everyone', askForTimes],
  ['POST', '/bestaetigen/:token/treffen/:id', 'everyone', correctTimes, ANSWERS],
  ['GET', '/bestaetigen/:token/ende', 'everyone', askForWord],
  ['POST', '/bestaetigen/:token/ende', 'everyone', end, ANSWERS],
])
