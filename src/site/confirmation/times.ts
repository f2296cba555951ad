import type { Land } from '../../domain/land.ts'
import type { Meeting, MeetingDraft } from '../../domain/meeting.ts'
import type { Problem } from '../../domain/problem.ts'
import { malformed } from '../../domain/refusal.ts'
import { isSame, mergeValue } from '../../domain/revision.ts'
import type { Schedule } from '../../domain/schedule.ts'
import { type Answer, done, page } from '../../http/answer.ts'
import {
  choiceOf,
  type Form,
  refuseUnknown,
  type ShownProblem,
  sayProblems,
  textOf,
  versionOf,
} from '../../http/forms.ts'
import { calendarsFor } from '../../http/free-days.ts'
import { formHead } from '../../http/head.ts'
import type { Href } from '../../http/href.ts'
import type { ToldPart } from '../../http/parts/entry-form.ts'
import type { TextPart } from '../../http/parts/fields.ts'
import { labelOf, type Twofold, twofold } from '../../http/parts/twofold.ts'
import type { Reader } from '../../http/reader.ts'
import { type ScheduleAnswer, schedulePart } from '../../http/schedule/part.ts'
import { scheduleFields, scheduleIn } from '../../http/schedule/schedule-form.ts'
import { fieldsMark, SENTENCE_FIELDS, settleTimes, type Tongue } from '../../http/schedule/sentence.ts'
import { type SentencePart, sentenceProblems } from '../../http/schedule/sentence-part.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { isReadLanguage, readSchedule } from '../../i18n/read-rule.ts'
import { saySchedule } from '../../i18n/say-rule.ts'
import { fill } from '../../i18n/words.ts'
import { ownMeeting } from '../../operations/confirmation-links.ts'
import { changeByLink } from '../../operations/link-changes.ts'
import { meetingDraftOf } from '../../operations/meetings.ts'
import { type AtLink, behindLink, type LinkBack, linkHead } from './link.ts'

/** The times of one meeting, to be written as a sentence. */
export type TimesPage = {
  readonly title: Twofold
  readonly lead: Twofold
  readonly meeting: string
  readonly problems: readonly ShownProblem[]
  readonly told: ToldPart | null
  readonly action: Href
  readonly version: string
  readonly sentence: SentencePart
  readonly note: TextPart
  readonly check: Twofold
  /** What was understood, in both languages, with its next dates; null where nobody asked yet, or something is open. */
  readonly answer: { readonly said: Twofold; readonly part: ScheduleAnswer } | null
  readonly send: Twofold
  readonly back: LinkBack
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/confirmation/times': TimesPage
  }
}

type Shown = {
  readonly form: Form
  readonly version: number
  readonly problems?: readonly Problem[]
  readonly told?: ToldPart
  readonly status?: number
}

/** The times as they stand, as a sentence. */
export const askForTimes = behindLink((at, asked) => {
  const meeting = meetingIn(at, asked)
  return timesPage(at, meeting, { form: scheduleFields(meeting.schedule), version: meeting.version })
})

/** Says a sentence back with its next dates, asks what it leaves open, and sends it off once it was seen. */
export const correctTimes = behindLink((at, asked) => {
  const meeting = meetingIn(at, asked)
  refuseUnknown(asked.form, [...SENTENCE_FIELDS, 'scheduleNote', 'version', 'act'])
  const act = choiceOf(asked.form, 'act', ['check', 'save']) ?? malformed('act')
  const version = versionOf(asked.form)
  const base = at.house.store.revisions.draftAt('meeting', meeting.id, version) ?? malformed('version')
  const tongue = tongueOf(at, meeting)
  const form = settled(asked.form, base.draft.schedule, tongue)
  if (act === 'check') return timesPage(at, meeting, { form, version })
  const { schedule, problems: unsound } = scheduleIn(form)
  const problems = [...sentenceProblems(form, at.reader, tongue), ...unsound]
  if (problems.length > 0) return timesPage(at, meeting, { form, version, problems, status: 422 })
  return send(at, meeting, { form, base: base.draft, schedule })
})

function send(
  at: AtLink,
  meeting: Meeting,
  { form, base, schedule }: { readonly form: Form; readonly base: MeetingDraft; readonly schedule: Schedule },
): Answer {
  const { house, link, reader, urls } = at
  const merged = mergeValue(base.schedule, schedule, meeting.schedule)
  const { id, version } = meeting
  if (merged.isConflict) {
    const { title, text } = reader.words.confirmation.timesChanged
    const now = saySchedule(meeting.schedule, reader.language)
    // Sent once more, it is a change of what stands now.
    return timesPage(at, meeting, { form, version, told: { title, text: fill(text, { now }) }, status: 409 })
  }
  if (isSame(merged.value, meeting.schedule))
    return timesPage(at, meeting, {
      form,
      version,
      told: reader.words.confirmation.nothingChanged,
      status: 422,
    })
  const draft = { ...meetingDraftOf(meeting), schedule: merged.value }
  const result = changeByLink(house, link, { noun: 'meeting', id, version, draft })
  switch (result.kind) {
    case 'saved':
      return done(urls.entry, 'changedByLink')
    case 'proposed':
      return done(urls.entry, 'proposedByLink')
    case 'refused':
      return timesPage(at, meeting, { form, version, problems: result.problems, status: 422 })
    case 'outdated':
      return timesPage(at, meeting, { form, version, told: reader.words.desk.outdated, status: 409 })
    default:
      return result satisfies never
  }
}

function meetingIn({ house, link }: AtLink, asked: Asked): Meeting {
  return ownMeeting(house, link.organisation, numberIn(asked, 'id'))
}

/**
 * The sent form as the parts of a schedule know it: its fields, which this page does not show, are those of the version it
 * was made from. A sentence that was looked at once need not be looked at again.
 */
function settled(form: Form, base: Schedule, tongue: Tongue): Form {
  const fields = scheduleFields(base)
  const isAsked = textOf(form, 'open') === 'question'
  const sentenceWas = isAsked ? textOf(form, 'sentenceWas') : tongue.say({ ...base, note: null })
  const made = settleTimes({ ...fields, ...form, sentenceWas, fieldsWere: fieldsMark(fields) }, tongue)
  const wasSeen = textOf(form, 'sentence') === textOf(form, 'sentenceWas')
  return wasSeen ? { ...made, seen: '' } : made
}

function timesPage(at: AtLink, meeting: Meeting, shown: Shown): Answer {
  const { house, link, reader, said, urls } = at
  const { form, version, problems = [], told = null, status = 200 } = shown
  const shownProblems = sayProblems(reader.words, problems)
  const tongue = tongueOf(at, meeting)
  const calendar = calendarsFor(house, reader)(meeting)
  const around = { tongue, exceptions: meeting.exceptions, calendar }
  const part = schedulePart({ form, problems: shownProblems }, reader, around)
  const own = saySchedule(scheduleIn(form).schedule, link.organisation.mailLanguage)
  const model: TimesPage = {
    title: said('times'),
    lead: said('timesLead'),
    meeting: meeting.title,
    problems: shownProblems,
    told,
    action: urls.meeting(meeting.id),
    version: String(version),
    sentence: { ...part.sentence, area: { ...part.sentence.area, ...labelOf(said('sentence')) } },
    check: said('check'),
    note: part.note,
    answer:
      part.answer === null
        ? null
        : { said: twofold(part.answer.said, own, link.organisation.mailLanguage), part: part.answer },
    send: said('send'),
    back: { href: urls.entry, label: said('back') },
  }
  return page(
    'site/confirmation/times',
    formHead(reader, linkHead(at, model.title), shownProblems),
    model,
    status,
  )
}

/** Reads the group's language and the page's, whichever understands more; says the page's. */
function tongueOf({ house, reader, link }: AtLink, { cityId }: Meeting): Tongue {
  const land: Land | null = house.store.cities.byId(cityId)?.land ?? null
  const languages = [...new Set([reader.language, link.organisation.mailLanguage])].filter(isReadLanguage)
  return {
    read: (sentence) => {
      const readings = languages.map((language) => readIn(sentence, language, land, reader))
      const [first] = readings
      const best = ['read', 'ask', 'part'].flatMap((status) =>
        readings.filter((each) => each.status === status),
      )[0]
      return best ?? first ?? readIn(sentence, 'de', land, reader)
    },
    say: (schedule) => saySchedule(schedule, reader.language),
  }
}

function readIn(
  sentence: string,
  language: Parameters<typeof readSchedule>[1]['language'],
  land: Land | null,
  { now }: Reader,
) {
  return readSchedule(sentence, { language, today: now.day, land })
}
