import { type Freshness, freshness } from '../../domain/confirmation.ts'
import type { Day } from '../../domain/day.ts'
import { groupedBy } from '../../domain/grouping.ts'
import { isInState, listsContacts, type PrintList } from '../../domain/print-list.ts'
import { type ShownContact, type StaffContact, showContacts, showToStaff } from '../../domain/visibility.ts'
import type { House } from '../../http/house.ts'
import { turnGiver } from '../../http/turns.ts'
import type { PrintedMeeting, PrintRow } from '../../store/printing.ts'
import type { Selection } from './selection.ts'

/** A contact within what may be printed of it: for everybody, or for staff. */
export type PrintedContact = ShownContact | StaffContact

/** An organisation of a list, with everything of it that may stand there. */
export type PrintEntry = {
  readonly organisation: PrintRow
  readonly contacts: readonly PrintedContact[]
  readonly meetings: readonly PrintedMeeting[]
  readonly confirmedOn: Day | null
  readonly freshness: Freshness
}

/**
 * The entries of a selection, by city and name, in four statements with a turn for others between them. On a public list of
 * contacts an organisation stands only if there is somebody to name.
 */
export async function entriesOf(
  house: House,
  selection: Selection,
  today: Day,
): Promise<readonly PrintEntry[]> {
  const entries = await entriesOfAll(house, selection, today)
  const { list } = selection
  const isForContacts = list.audience === 'public' && listsContacts(list)
  return isForContacts ? entries.filter((entry) => entry.contacts.length > 0) : entries
}

/** The same with whoever has nobody to name. */
export async function entriesOfAll(
  house: House,
  { list, filter, state }: Selection,
  today: Day,
): Promise<readonly PrintEntry[]> {
  const { store } = house
  const giveWay = turnGiver()
  const found = store.printing.rows(filter)
  await giveWay()
  const confirmations = store.confirmations.latestOf(found.map(({ id }) => id))
  const freshnessOf = (row: PrintRow) => freshness(confirmations.get(row.id) ?? null, row, today)
  const rows = found.filter((row) => isInState(freshnessOf(row), state))
  const ids = rows.map(({ id }) => id)
  await giveWay()
  const contacts = groupedBy<number, PrintedContact>(
    contactsOf(house, list, ids, today),
    ({ organisationId }) => organisationId,
  )
  await giveWay()
  const meetings = groupedBy(store.printing.meetings(ids), ({ organisationId }) => organisationId)
  return rows.map((organisation) => ({
    organisation,
    contacts: contacts.get(organisation.id) ?? [],
    meetings: meetings.get(organisation.id) ?? [],
    confirmedOn: confirmations.get(organisation.id)?.on ?? null,
    freshness: freshnessOf(organisation),
  }))
}

function contactsOf({ store }: House, list: PrintList, ids: readonly number[], today: Day) {
  return list.audience === 'internal'
    ? showToStaff(store.contacts.ofOrganisations(ids))
    : showContacts(store.contacts.publicOf(ids), 'print', today)
}
