import type { ConsentPlace } from '../domain/contact.ts'
import type { Day } from '../domain/day.ts'
import { type Database, idList, type Slice } from './database.ts'
import type { OrganisationName } from './organisations.ts'

/** Whose contacts a list names; null: of whatever city, whatever entry. */
export type ContactListFilter = {
  readonly cityId: number | null
  /** The hits of a free text. */
  readonly ids: readonly number[] | null
  readonly place: ConsentPlace
  readonly today: Day
}

/** An organisation of which something may be shown. */
export type OrganisationWithContact = OrganisationName & { readonly cityName: string }

type Row = Omit<ContactListFilter, 'ids'> & { readonly ids: string | null }

// Only narrows the list, so that its pages are full: what is shown of a contact is for domain/visibility alone.
const HAS_SOMETHING_TO_SHOW = `
  EXISTS (
    SELECT 1
    FROM contact k
    JOIN contact_channel h ON h.contact_id = k.id
    WHERE k.organisation_id = o.id AND k.audience = 'public' AND k.archived_at IS NULL
      AND (k.person_id IS NULL OR EXISTS (
        SELECT 1
        FROM consent s
        WHERE s.contact_id = k.id AND s.channel_id = h.id AND s.place = @place AND s.given_on <= @today
          AND (s.withdrawn_on IS NULL OR s.withdrawn_on > @today)
          AND (s.ends_on IS NULL OR s.ends_on >= @today))))`

const CONDITION = `
  o.archived_at IS NULL
  AND (@cityId IS NULL OR o.city_id = @cityId)
  AND (@ids IS NULL OR o.id IN (SELECT value FROM json_each(@ids)))
  AND ${HAS_SOMETHING_TO_SHOW}`

/** The organisations of a list of contacts. */
export function contactList(database: Database) {
  const select = database.prepare<Row & Slice, OrganisationWithContact>(`
    SELECT o.id, o.slug, o.name, o.name_language AS nameLanguage, o.kind, o.city_id AS cityId, c.name AS cityName
    FROM organisation o
    JOIN city c ON c.id = o.city_id
    WHERE ${CONDITION}
    ORDER BY o.sort_key, o.name
    LIMIT @limit OFFSET @offset`)
  const count = database
    .prepare<Row, number>(`SELECT count(*) FROM organisation o WHERE ${CONDITION}`)
    .pluck()

  return {
    countListed: (filter: ContactListFilter): number => count.get(rowOf(filter)) ?? 0,
    /** By name, one page of them. */
    listed(filter: ContactListFilter, slice: Slice): readonly OrganisationWithContact[] {
      return select.all({ ...rowOf(filter), ...slice })
    },
  }
}

function rowOf({ cityId, ids, place, today }: ContactListFilter): Row {
  return { cityId, ids: ids === null ? null : idList(ids), place, today }
}
