import { createHash } from 'node:crypto'
import type { Schedule } from '../../domain/schedule.ts'
import type { Reading } from '../../i18n/read-rule.ts'
import { joined } from '../../i18n/words.ts'
import { choiceOf, type Form, rowsOf, textOf, textsOf } from '../forms.ts'
import { SLOTS, scheduleFields, scheduleIn, settleSlots } from './schedule-form.ts'
import { SLOT_FIELDS } from './slot-row.ts'

/**
 * What a form sends of its sentence: the text; the text and the fields as the page showed them, to know which of the two
 * was changed; which of them is to stand where both were; and the answer to what the page asked about the sentence.
 */
export const SENTENCE_FIELDS = ['sentence', 'sentenceWas', 'fieldsWere', 'source', 'open', 'answer'] as const

/** How sentences are read and said for the person and the place of a form. */
export type Tongue = {
  readonly read: (sentence: string) => Reading
  readonly say: (schedule: Schedule) => string
}

/** Longer than any notice; what is longer is not read. */
export const LONGEST_SENTENCE = 2000

/** Why a sentence is not decided yet: the fields were changed as well, or the page has to ask about it. */
export type Open = 'both' | 'question'

/**
 * The sent form with its slots in order, its sentence and its fields saying the same: the one that was changed fills the
 * other. What is not decided stays as it was typed, with `open`; `seen` says that a person has to look before it is saved.
 */
export function settleTimes(form: Form, tongue: Tongue): Form {
  const settled = settleSlots(form)
  // A form made of two people's states has fields only.
  if (form.sentence === undefined) return settled
  const change = changeIn(form)
  switch (sourceOf(form, change)) {
    case 'undecided':
      return { ...settled, open: 'both' satisfies Open }
    case 'fields':
      return fromFields(settled, tongue)
    case 'sentence':
      return fromSentence(settled, tongue, change)
    case 'neither':
      return { ...settled, open: '' }
  }
}

/** The mark of a form's slots: two forms have the same one where their fields say the same. */
export function fieldsMark(form: Form): string {
  const settled = settleSlots(form)
  const values = rowsOf(settled, SLOTS).map((index) =>
    SLOT_FIELDS.map((field) => [...textsOf(settled, `${SLOTS}.${index}.${field}`)].filter(Boolean).sort()),
  )
  return markOf(JSON.stringify(values))
}

/** How a form names one of several readings: by what it says, so that no answer ever stands for another one. */
export function answerOf(reading: Schedule, { say }: Tongue): string {
  return markOf(say(reading))
}

/** The sentence that a form shows: as typed, or said from its fields. */
export function sentenceOf(form: Form, { say }: Tongue): string {
  if (form.sentence !== undefined) return textOf(form, 'sentence')
  const { schedule, problems } = scheduleIn(form)
  return problems.length === 0 ? say({ ...schedule, note: null }) : ''
}

/** What is other than on the page; `isAsked`: the sentence is still the one that the page asked about. */
type Changed = {
  readonly sentence: string
  readonly isTyped: boolean
  readonly isAsked: boolean
  readonly areFieldsChanged: boolean
}

function changeIn(form: Form): Changed {
  const sentence = textOf(form, 'sentence')
  const isTyped = sentence !== textOf(form, 'sentenceWas')
  return {
    sentence,
    isTyped,
    isAsked: textOf(form, 'open') === ('question' satisfies Open) && !isTyped,
    areFieldsChanged: fieldsMark(form) !== textOf(form, 'fieldsWere'),
  }
}

/** Which of the two stands; 'undecided' where both were changed and nobody has chosen yet. */
function sourceOf(
  form: Form,
  { sentence, isTyped, isAsked, areFieldsChanged }: Changed,
): 'sentence' | 'fields' | 'neither' | 'undecided' {
  if (textOf(form, 'open') === ('both' satisfies Open))
    return choiceOf(form, 'source', ['sentence', 'fields']) ?? 'undecided'
  if (areFieldsChanged) return isTyped && sentence !== '' ? 'undecided' : 'fields'
  return isTyped || isAsked ? 'sentence' : 'neither'
}

function fromFields(form: Form, { say }: Tongue): Form {
  const { schedule, problems } = scheduleIn(form)
  if (problems.length > 0) return { ...form, open: '' }
  return { ...form, sentence: say({ ...schedule, note: null }), open: '' }
}

function fromSentence(form: Form, tongue: Tongue, { sentence, isAsked }: Changed): Form {
  if (sentence.length > LONGEST_SENTENCE) return { ...form, open: '' }
  const reading = tongue.read(sentence)
  const answer = isAsked ? textOf(form, 'answer') : ''
  // What was left over is offered as the note once; whoever deletes it there has decided.
  const told = isAsked ? form : withLeftover(form, reading)
  switch (reading.status) {
    case 'read': {
      const isSettled = reading.warnings.length === 0 || answer === 'anyway'
      return { ...filled(told, reading.schedule), open: isSettled ? '' : ('question' satisfies Open) }
    }
    case 'ask':
      return answered(told, { readings: reading.readings, answer }, tongue)
    case 'part':
      return answer === 'note'
        ? asNote(form, sentence)
        : answered(form, { readings: reading.readings, answer }, tongue)
    case 'none':
      return { ...asNote(form, sentence), seen: sentence === '' ? '' : 'none' }
    default:
      return reading satisfies never
  }
}

/** The form with the reading that was chosen and its sentence, or with the question still open. */
function answered(
  form: Form,
  { readings, answer }: { readonly readings: readonly Schedule[]; readonly answer: string },
  tongue: Tongue,
): Form {
  const chosen = readings.find((each) => answerOf(each, tongue) === answer)
  if (chosen === undefined) return { ...form, open: 'question' satisfies Open }
  return { ...filled(form, chosen), sentence: tongue.say(chosen), open: '' }
}

/** Without dates: the sentence stands as the note, before what stood there. */
function asNote(form: Form, sentence: string): Form {
  const note = textOf(form, 'scheduleNote')
  const scheduleNote = note === sentence ? note : joined([sentence, note], '; ')
  return { ...withoutSlots(form), scheduleNote, open: '' }
}

function withLeftover(form: Form, { leftover }: Reading): Form {
  const note = textOf(form, 'scheduleNote')
  if (leftover === '' || note.includes(leftover)) return form
  return { ...form, scheduleNote: joined([note, leftover], '; '), seen: 'leftover', leftover }
}

function filled(form: Form, { slots }: Schedule): Form {
  const { scheduleNote: _note, ...rows } = scheduleFields({ slots, note: null })
  return { ...withoutSlots(form), ...rows }
}

function withoutSlots(form: Form): Form {
  return Object.fromEntries(Object.entries(form).filter(([field]) => !field.startsWith(`${SLOTS}.`)))
}

function markOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
