// A password: how long it is, and that nobody guesses it from the words that many people use (OWASP ASVS 5, 6.2).
import type { Problem } from './problem.ts'

const SHORTEST = 15
/** Longer ones are cut before they are hashed, so that nobody makes the server work on a whole book. */
export const LONGEST_PASSWORD = 200
/** So many different letters and digits must be left when everything well known is taken away. */
const FEWEST_OF_ITS_OWN = 5
const SHORTEST_RUN = 4

const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  '1234567890ß',
  'qwertzuiopü',
  'qwertyuiop',
  'asdfghjklöä',
  'yxcvbnm',
  'zxcvbnm',
  '1q2w3e4r5t6z7u8i9o0p',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qaywsxedcrfvtgbzhnujm',
]

const WORDS = `
  admin administrator auto baby backup baseball batman benutzer berlin bitte blume changeme computer correct
  danke default demo deutschland dragon einfach engel familie football freedom freiheit fussball geheim geheimnis
  guten hallo hamburg hello herz horse batterystaple hund iloveyou ichliebedich internet jesus katze kennwort killer
  koeln letmein liebe login mailer master maus monkey muenchen mustang mutter name neu nichts ninja
  passw0rd passwort password pokemon princess prinzessin qwertz qwerty raute root samsung schalke schatz schule
  secret server shadow sommer sonne start starwars stern sunshine superman system tag test tiger
  treffpunkt trustno user vater verein verwaltung welcome willkommen winter zugang zukunft example beispiel`
  .trim()
  .split(/\s+/)

/** What keeps a password from being set for somebody; it may hold whatever can be typed, and be pasted. */
export function checkPassword(
  password: string,
  owner: { readonly name: string; readonly email: string },
): Problem[] {
  const { length } = [...password]
  if (length < SHORTEST || length > LONGEST_PASSWORD)
    return [
      {
        field: 'password',
        key: 'password.length',
        params: { shortest: SHORTEST, longest: LONGEST_PASSWORD },
      },
    ]
  return isGuessable(password.toLowerCase(), owner) ? [{ field: 'password', key: 'password.guessable' }] : []
}

/** Words of this site and its owner, runs of the keyboard, years and repetitions do not make a password. */
function isGuessable(password: string, owner: { readonly name: string; readonly email: string }): boolean {
  const own = `${owner.name} ${owner.email}`
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((part) => part.length >= 3)
  const known = [...own, ...KNOWN].sort((one, other) => other.length - one.length)
  const rest = known.reduce((left, word) => left.replaceAll(word, ' '), password)
  const ofItsOwn = rest.replaceAll(/(?:19|20)\d\d/g, ' ').replaceAll(/[^\p{L}\d]/gu, '')
  return new Set(ofItsOwn).size < FEWEST_OF_ITS_OWN
}

const KNOWN: readonly string[] = [
  ...WORDS,
  ...RUNS.flatMap((run) => [...piecesOf(run), ...piecesOf(turned(run))]),
]

function piecesOf(run: string): string[] {
  const pieces: string[] = []
  for (let length = SHORTEST_RUN; length <= run.length; length += 1)
    for (let start = 0; start + length <= run.length; start += 1)
      pieces.push(run.slice(start, start + length))
  return pieces
}

function turned(text: string): string {
  return [...text].reverse().join('')
}
