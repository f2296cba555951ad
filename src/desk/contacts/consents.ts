import { endsOfConsents } from '../../domain/consent.ts'
import { CONSENT_PLACES, type Consent, type Contact } from '../../domain/contact.ts'
import type { Day } from '../../domain/day.ts'
import { textOf } from '../../http/forms.ts'
import {
  areaPart,
  type FactsPart,
  type FieldPart,
  type Filled,
  factsPart,
  selectPart,
  textPart,
} from '../../http/parts/fields.ts'
import type { Reader } from '../../http/reader.ts'
import { sayDate } from '../../i18n/say-day.ts'
import { fill, joined, type Words } from '../../i18n/words.ts'
import { CONSENT_WAYS } from './forms.ts'

/** What a person signs on the sheet „Eintrag“, line by line. */
export function usualWording({ print }: Words): string {
  const { consent, consentWeb, consentPrint, consentOpen, withdraw } = print.entry
  return [consent, consentWeb, consentPrint, consentOpen, withdraw].join('\n')
}

/** Way, day, wording and end of what a person agrees to, and that it ends soon or has ended. */
export function consentFields(filled: Filled, reader: Reader, stored: Contact | null): readonly FieldPart[] {
  const { words } = reader
  const { fields, hints, ways, noWay } = words.desk.contacts
  const hasNoWording = textOf(filled.form, 'consentWording') === ''
  return [
    ...endFacts(stored, reader),
    selectPart(filled, 'consentWay', {
      label: fields.consentWay,
      hint: hints.consentWay,
      options: [['', noWay], ...CONSENT_WAYS.map((way) => [way, ways[way]] as const)],
    }),
    textPart(filled, 'consentGivenOn', {
      label: fields.consentGivenOn,
      hint: hints.consentGivenOn,
      size: 'short',
    }),
    areaPart(filled, 'consentWording', {
      label: fields.consentWording,
      hint: hints.consentWording,
      rows: 6,
    }),
    ...(hasNoWording
      ? [factsPart([{ term: words.consents.standard, lines: usualWording(words).split('\n') }])]
      : []),
    textPart(filled, 'consentEndsOn', {
      label: fields.consentEndsOn,
      hint: hints.consentEndsOn,
      size: 'short',
    }),
  ]
}

function endFacts(stored: Contact | null, { words, language, now }: Reader): readonly FieldPart[] {
  const { ended, ending } = stored === null ? { ended: null, ending: null } : endsOfConsents(stored, now.day)
  const { consents } = words
  const fact = (text: string, day: Day | null): FieldPart[] =>
    day === null
      ? []
      : [factsPart([{ term: consents.term, lines: [fill(text, { day: sayDate(day, language) })] }])]
  return [...fact(consents.ended, ended), ...fact(consents.ending, ending)]
}

/** Every consent there is of a person, the newest first: to what, until when, and who noted it when. */
export function notedConsents(stored: Contact, shownWording: string, reader: Reader): FactsPart {
  const { words, language } = reader
  const { consents: said, desk } = words
  const noted = stored.consents.map(
    (consent, index): Noted => ({ ...consent, isReplaced: isReplaced(stored, consent, index) }),
  )
  const terms = [...new Set(noted.map(termsOf))].reverse()
  const facts = terms.flatMap((same) => {
    const consents = noted.filter((consent) => termsOf(consent) === same)
    const [first] = consents
    if (first === undefined) return []
    const term = fill(said.given, {
      way: desk.contacts.ways[first.way],
      day: sayDate(first.givenOn, language),
    })
    return [
      { term, lines: [...whatLines(stored, consents, reader), ...termLines(first, shownWording, reader)] },
    ]
  })
  return factsPart(facts)
}

/** A consent, and whether it ended because the same was noted anew: that is no withdrawal. */
type Noted = Consent & { readonly isReplaced: boolean }

function isReplaced(
  { consents }: Contact,
  { channelId, place, withdrawnOn }: Consent,
  index: number,
): boolean {
  return (
    withdrawnOn !== null &&
    consents
      .slice(index + 1)
      .some(
        (later) => later.channelId === channelId && later.place === place && later.notedOn === withdrawnOn,
      )
  )
}

/** Consents of which this is the same differ in nothing but the channel and the place. */
function termsOf({ channelId: _channelId, place: _place, ...terms }: Noted): string {
  return JSON.stringify(terms)
}

/** „Name: auf der Website“, „Telefon 0203 12345: in gedruckten Listen“. */
function whatLines(
  { channels }: Contact,
  consents: readonly Consent[],
  { words }: Reader,
): readonly string[] {
  const { places } = words.desk.contacts
  const things = [
    { id: null, text: words.consents.name },
    ...channels.map(({ id, kind, value }) => ({ id, text: joined([words.kinds.channel[kind], value], ' ') })),
  ]
  return things.flatMap(({ id, text }) => {
    const agreed = CONSENT_PLACES.filter((place) =>
      consents.some((consent) => consent.channelId === id && consent.place === place),
    )
    if (agreed.length === 0) return []
    return [fill(words.consents.shown, { text, places: agreed.map((place) => places[place]).join(', ') })]
  })
}

function termLines(
  { endsOn, withdrawnOn, isReplaced: isAnew, notedBy: by, notedOn, wording }: Noted,
  shownWording: string,
  { words, language, now }: Reader,
): readonly string[] {
  const { consents: said } = words
  const on = (text: string, day: Day) => fill(text, { day: sayDate(day, language), by })
  return [
    ...(endsOn === null ? [] : [on(endsOn < now.day ? said.heldUntil : said.holdsUntil, endsOn)]),
    ...(withdrawnOn === null ? [] : [on(isAnew ? said.replaced : said.withdrawn, withdrawnOn)]),
    notedOn === null ? fill(said.by, { by }) : on(said.byOn, notedOn),
    ...(['', shownWording].includes(wording) ? [] : [fill(said.wording, { text: wording })]),
  ]
}
