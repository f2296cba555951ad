import { describe, expect, it } from 'vitest'
import type { Form } from '../../../src/http/forms.ts'
import { scheduleIn } from '../../../src/http/schedule/schedule-form.ts'
import { answerOf, fieldsMark, settleTimes, type Tongue } from '../../../src/http/schedule/sentence.ts'
import { readSchedule } from '../../../src/i18n/read-rule.ts'
import { saySchedule } from '../../../src/i18n/say-rule.ts'
import { day } from '../../support/schedules.ts'

const tongue: Tongue = {
  read: (sentence) => readSchedule(sentence, { language: 'de', today: day('2026-06-03'), land: 'NW' }),
  say: (schedule) => saySchedule(schedule, 'de'),
}

const THURSDAYS = { 'slots.0.kind': 'weekly', 'slots.0.weekdays': '4', 'slots.0.start': '19:00' }

/** What the page of every Thursday would send, before anybody changes anything. */
const PAGE: Form = {
  sentence: 'Jeden Donnerstag, 19 Uhr',
  sentenceWas: 'Jeden Donnerstag, 19 Uhr',
  fieldsWere: fieldsMark(THURSDAYS),
  open: '',
  scheduleNote: '',
  ...THURSDAYS,
}

/** The form as the next page would send it, with what is changed on it. */
function next(form: Form, changes: Form): Form {
  const { source: _source, answer: _answer, seen: _seen, leftover: _leftover, ...shown } = form
  return { ...shown, sentenceWas: form.sentence ?? '', fieldsWere: fieldsMark(form), ...changes }
}

const settle = (form: Form) => settleTimes(form, tongue)
const said = (form: Form) => tongue.say(scheduleIn(form).schedule)

describe('a sentence and its fields', () => {
  it('stay as they are where nothing was changed, whatever they say', () => {
    const settled = settle({ ...PAGE, sentence: 'seltsam', sentenceWas: 'seltsam' })
    expect(settled).toMatchObject({ sentence: 'seltsam', open: '' })
    expect(said(settled)).toBe('Jeden Donnerstag, 19 Uhr')
  })

  it('fill the fields where the sentence was changed', () => {
    const settled = settle({ ...PAGE, sentence: 'jeden 1. und 3. Mittwoch im Monat um 19.30 Uhr' })
    expect(said(settled)).toBe('Jeden 1. und 3. Mittwoch im Monat, 19:30 Uhr')
    expect(settled).toMatchObject({
      open: '',
      sentence: 'jeden 1. und 3. Mittwoch im Monat um 19.30 Uhr',
      'slots.0.kind': 'monthly-weekday',
    })
  })

  it('write the sentence where the fields were changed', () => {
    const settled = settle({ ...PAGE, 'slots.0.start': '20.15', 'slots.0.end': '22 Uhr' })
    expect(settled.sentence).toBe('Jeden Donnerstag, 20:15–22:00 Uhr')
  })

  it('leave the sentence where the changed fields are not sound yet', () => {
    expect(settle({ ...PAGE, 'slots.0.start': 'abends' }).sentence).toBe('Jeden Donnerstag, 19 Uhr')
  })

  it('are both kept where both were changed, until somebody chooses', () => {
    const both = settle({ ...PAGE, sentence: 'montags um 9 Uhr', 'slots.0.start': '20:00' })
    expect(both).toMatchObject({ open: 'both', sentence: 'montags um 9 Uhr', 'slots.0.start': ['20:00'] })
    expect(settle(next(both, {})).open).toBe('both')
    expect(said(settle(next(both, { source: 'sentence' })))).toBe('Jeden Montag, 9 Uhr')
    expect(settle(next(both, { source: 'fields' })).sentence).toBe('Jeden Donnerstag, 20 Uhr')
  })

  it('are the fields alone where the sentence was emptied beside them', () => {
    expect(settle({ ...PAGE, sentence: '', 'slots.0.start': '20:00' }).sentence).toBe(
      'Jeden Donnerstag, 20 Uhr',
    )
  })

  it('are no times at all where only the sentence was emptied', () => {
    expect(scheduleIn(settle({ ...PAGE, sentence: '' })).schedule.slots).toEqual([])
  })
})

describe('a sentence', () => {
  it('with something beside its times offers that as the note, once', () => {
    const told = settle({ ...PAGE, sentence: 'montags um 9 Uhr, sonst nach Vereinbarung' })
    expect(told.seen).toBe('leftover')
    expect(told.scheduleNote).toContain('nach Vereinbarung')
    expect(settle(next(told, { scheduleNote: '' })).scheduleNote).toBe('')
  })

  it('without a rule becomes the note, before what stood there, and has to be seen', () => {
    const settled = settle({ ...PAGE, sentence: 'nach Vereinbarung', scheduleNote: 'Bitte anrufen.' })
    expect(scheduleIn(settled).schedule).toEqual({ slots: [], note: 'nach Vereinbarung; Bitte anrufen.' })
    expect(settled.seen).toBe('none')
    expect(settle(next(settled, {})).seen).toBeUndefined()
  })

  it('with two meanings asks, and takes the one that is chosen', () => {
    const asked = settle({ ...PAGE, sentence: 'jeden zweiten Montag um 18 Uhr' })
    expect(asked.open).toBe('question')
    expect(said(asked)).toBe('Jeden Donnerstag, 19 Uhr')
    const reading = tongue.read('jeden zweiten Montag um 18 Uhr')
    const readings = reading.status === 'ask' ? reading.readings : []
    expect(readings.length).toBeGreaterThan(1)
    for (const each of readings) {
      const chosen = settle(next(asked, { answer: answerOf(each, tongue) }))
      expect([chosen.open, chosen.sentence, said(chosen)]).toEqual(['', tongue.say(each), tongue.say(each)])
    }
    expect(settle(next(asked, { answer: 'evil' })).open).toBe('question')
  })

  it.each([
    'Mittwoch, 4. Juni 2026, 18 Uhr',
    'mittwochs von 18 bis 17.30 Uhr',
    '14-tägig am 1. und 3. Montag um 18 Uhr',
    'jeden Donnerstag 18 Uhr, nicht am 24. Dezember',
  ])('that contradicts itself fills nothing, until a person overrules it: %s', (sentence) => {
    const told = settle({ ...PAGE, sentence })
    expect([told.open, said(told)]).toEqual(['question', 'Jeden Donnerstag, 19 Uhr'])
    const reading = tongue.read(sentence)
    const readings = reading.status === 'part' ? reading.readings : []
    expect(readings.length).toBeGreaterThan(0)
    for (const each of readings) {
      const chosen = settle(next(told, { answer: answerOf(each, tongue) }))
      expect([chosen.open, said(chosen)]).toEqual(['', tongue.say(each)])
    }
    const kept = settle(next(told, { answer: 'note' }))
    expect(scheduleIn(kept).schedule).toEqual({ slots: [], note: sentence })
  })

  it('does not take an answer that was given to another one', () => {
    const asked = settle({ ...PAGE, sentence: 'jeden zweiten Montag um 18 Uhr' })
    const reading = tongue.read('jeden zweiten Montag um 18 Uhr')
    const [first] = reading.status === 'ask' ? reading.readings : []
    const answer = first === undefined ? '' : answerOf(first, tongue)
    const other = settle(next(asked, { answer, sentence: 'jeden zweiten Montag um 20 Uhr' }))
    expect(other.open).toBe('question')
  })

  it('that is incomplete is no schedule, and may be a note', () => {
    const part = settle({ ...PAGE, sentence: 'alle zwei Wochen um 18 Uhr' })
    expect(part.open).toBe('question')
    expect(said(part)).toBe('Jeden Donnerstag, 19 Uhr')
    const kept = settle(next(part, { answer: 'note' }))
    expect(scheduleIn(kept).schedule).toEqual({ slots: [], note: 'alle zwei Wochen um 18 Uhr' })
  })

  it('with a warning stays open until somebody overrules it, or mends the fields instead', () => {
    const warned = settle({ ...PAGE, sentence: 'montags gegen 18 Uhr' })
    expect(warned.open).toBe('question')
    expect(said(warned)).toBe('Jeden Montag, 18 Uhr')
    expect(settle(next(warned, { answer: 'anyway' })).open).toBe('')
    expect(settle(next(warned, { 'slots.0.start': '18:30' }))).toMatchObject({
      open: '',
      sentence: 'Jeden Montag, 18:30 Uhr',
    })
  })

  it('of more than 2,000 characters is not read', () => {
    const long = settle({ ...PAGE, sentence: 'montags '.repeat(300) })
    expect([long.open, said(long)]).toEqual(['', 'Jeden Donnerstag, 19 Uhr'])
  })
})

describe('a form made of the states of two people', () => {
  it('has no sentence, and its fields stand', () => {
    expect(said(settle(THURSDAYS))).toBe('Jeden Donnerstag, 19 Uhr')
    expect(settle(THURSDAYS).sentence).toBeUndefined()
  })
})
