import type { ClockTime } from '../../domain/clock-time.ts'
import { type HolidayAction, type HolidayPolicy, SCHOOL_BREAKS } from '../../domain/free-day.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Rule, Season } from '../../domain/rule.ts'
import type { Slot } from '../../domain/schedule.ts'
import { readTime } from '../../i18n/read-time.ts'
import { sayDayNumbers } from '../../i18n/say-day.ts'
import { choiceOf, type Form, textOf, textsOf } from '../forms.ts'
import { patternFields, readPattern } from './pattern-form.ts'
import { dayAt, readDayOfYear, type SlotField, type SlotRow, sayDayOfYear } from './slot-row.ts'

export const HOLIDAY_ACTIONS: readonly HolidayAction[] = ['keep', 'skip', 'next-day', 'next-week']

/** The slot of a row, with what cannot be understood in it; such a field counts as empty. */
export function readSlot(
  form: Form,
  row: string,
): { readonly slot: Slot; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const name = (field: SlotField) => `${row}.${field}`
  const at: SlotRow = {
    form,
    name,
    text: (field) => textOf(form, name(field)),
    texts: (field) => textsOf(form, name(field)),
    complain: (field, key) => problems.push({ field: name(field), key }),
  }
  const rule: Rule = {
    pattern: readPattern(at),
    from: dayAt(at, 'from'),
    until: dayAt(at, 'until'),
    season: readSeason(at),
    holidays: readHolidays(at),
  }
  return { slot: { rule, start: timeAt(at, 'start'), end: timeAt(at, 'end') }, problems }
}

/** The row that a slot fills, by the names of its fields. */
export function slotFields({
  rule,
  start,
  end,
}: Slot): Readonly<Record<SlotField, string | readonly string[]>> {
  const { from, until, season, holidays } = rule
  return {
    ...patternFields(rule.pattern),
    start: start ?? '',
    end: end ?? '',
    from: from === null ? '' : sayDayNumbers(from),
    until: until === null ? '' : sayDayNumbers(until),
    seasonFrom: season === null ? '' : sayDayOfYear(season.from),
    seasonUntil: season === null ? '' : sayDayOfYear(season.until),
    public: holidays?.public ?? 'keep',
    school: holidays?.school ?? 'keep',
    schoolOnly: holidays?.schoolOnly ?? [],
    closed: holidays?.closed ?? 'keep',
  }
}

function timeAt({ text, complain }: SlotRow, field: SlotField): ClockTime | null {
  const typed = text(field)
  const time = readTime(typed)
  if (typed !== '' && time === null) complain(field, 'time.malformed')
  return time
}

/** Both ends or none: an empty one is complained of where the other one is filled. */
function readSeason({ text, complain }: SlotRow): Season | null {
  const [from, until] = [text('seasonFrom'), text('seasonUntil')]
  if (from + until === '') return null
  const season = { from: readDayOfYear(from), until: readDayOfYear(until) }
  if (season.from === null) complain('seasonFrom', 'rule.season.malformed')
  if (season.until === null) complain('seasonUntil', 'rule.season.malformed')
  return season.from === null || season.until === null ? null : { from: season.from, until: season.until }
}

/** Null where every day is kept: then nothing is said of holidays. */
function readHolidays({ form, name, texts }: SlotRow): HolidayPolicy | null {
  const action = (field: SlotField) => choiceOf(form, name(field), HOLIDAY_ACTIONS) ?? 'keep'
  const policy = { public: action('public'), school: action('school'), closed: action('closed') }
  if (Object.values(policy).every((each) => each === 'keep')) return null
  const chosen = texts('schoolOnly')
  const only = SCHOOL_BREAKS.filter((schoolBreak) => chosen.includes(schoolBreak))
  return policy.school === 'keep' || only.length === 0 ? policy : { ...policy, schoolOnly: only }
}
