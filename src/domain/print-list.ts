// A list to be printed (Druckliste): which columns in which order, grouped by what, in which form, for whose eyes, and of
// entries in which state.
import { type Freshness, isOverdue } from './confirmation.ts'

/** What can stand in a column, in the order in which a form offers them. */
export const PRINT_COLUMNS = [
  'group',
  'languages',
  'city',
  'contact',
  'function',
  'channels',
  'telephone',
  'email',
  'meetings',
  'room',
  'confirmed',
  'note',
] as const
export type PrintColumn = (typeof PRINT_COLUMNS)[number]

export const PRINT_GROUPINGS = ['city', 'topic', 'none'] as const
export type PrintGrouping = (typeof PRINT_GROUPINGS)[number]

/** `internal`: with contacts for staff, persons who did not agree to be printed, and notes; never for a reader. */
export type PrintAudience = 'public' | 'internal'

/** Which entries a list holds: only those that rest (ruht), all but those, or only those that nobody confirmed for long. */
export type PrintState = 'dormant' | 'not-dormant' | 'overdue'

/** How a list looks on paper. The first column always names the organisation. */
export type PrintList = {
  readonly columns: readonly PrintColumn[]
  readonly grouping: PrintGrouping
  readonly orientation: 'portrait' | 'landscape'
  readonly form: 'table' | 'directory'
  readonly audience: PrintAudience
}

export const DEFAULT_COLUMNS: readonly PrintColumn[] = ['group', 'contact', 'channels', 'meetings']

const OF_CONTACTS: ReadonlySet<PrintColumn> = new Set([
  'contact',
  'function',
  'channels',
  'telephone',
  'email',
])

/** The columns as they are printed: each once, the organisation's name among them, no note in a public list. */
export function columnsOf(chosen: readonly PrintColumn[], audience: PrintAudience): readonly PrintColumn[] {
  const allowed = [...new Set(chosen)].filter((column) => column !== 'note' || audience === 'internal')
  if (allowed.length === 0) return DEFAULT_COLUMNS
  return allowed.includes('group') ? allowed : ['group', ...allowed]
}

/** Beyond that the columns of an upright table are narrower than telephone numbers are. */
const MOST_UPRIGHT = 8

/** How the paper lies: across where that was chosen, and where a table has so many columns that nothing else would do. */
export function orientationOf(
  { columns, form }: Pick<PrintList, 'columns' | 'form'>,
  chosen: PrintList['orientation'],
): PrintList['orientation'] {
  return form === 'table' && columns.length > MOST_UPRIGHT ? 'landscape' : chosen
}

/** Whether a row of the list stands for a contact; else for an organisation. */
export function listsContacts({ columns }: Pick<PrintList, 'columns'>): boolean {
  return columns.some((column) => OF_CONTACTS.has(column))
}

/** Whether an entry of this age belongs on a list of that state; null: of whatever state. */
export function isInState(age: Freshness, state: PrintState | null): boolean {
  switch (state) {
    case null:
      return true
    case 'dormant':
      return age === 'dormant'
    case 'not-dormant':
      return age !== 'dormant'
    case 'overdue':
      return isOverdue(age)
    default:
      return state satisfies never
  }
}
