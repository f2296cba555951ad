import type { Database } from './database.ts'

/** A house that a form offers, with its rooms in the order of the house. */
export type House = {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly shortName: string
  readonly street: string
  readonly cityId: number
  readonly cityName: string
  readonly rooms: readonly { readonly id: number; readonly name: string; readonly floor: string }[]
}
type Row = Omit<House, 'rooms'> & { readonly rooms: string }

/** Houses to choose from. */
export function houses(database: Database) {
  const select = database.prepare<[number | null], Row>(`
    SELECT v.id, v.slug, v.name, v.short_name AS shortName, v.street, v.city_id AS cityId, c.name AS cityName,
      (SELECT json_group_array(json_object('id', id, 'name', name, 'floor', floor) ORDER BY position)
       FROM room WHERE venue_id = v.id) AS rooms
    FROM venue v
    JOIN city c ON c.id = v.city_id
    WHERE v.archived_at IS NULL OR v.id = ?
    ORDER BY c.sort_key, v.sort_key, v.name`)

  return {
    /** By city and name; of those in the archive only the one that is named. */
    toChoose(chosenId: number | null): readonly House[] {
      return select.all(chosenId).map((row) => ({ ...row, rooms: JSON.parse(row.rooms) as House['rooms'] }))
    },
  }
}
