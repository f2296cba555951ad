import type { Ties } from '../domain/permission.ts'
import { type Database, idList } from './database.ts'

export const DESK_FOUND = [
  'organisation',
  'contact',
  'meeting',
  'event',
  'venue',
  'project',
  'programme',
  'relation',
  'notice',
  'topic',
  'city',
  'account',
] as const
export type DeskFound = (typeof DESK_FOUND)[number]

/** An entry as it is looked through at the desk: what it is called, and every word and number in it. */
export type DeskText = {
  readonly noun: DeskFound
  readonly id: number
  readonly name: string
  /** Whose it is, or empty. */
  readonly owner: string
  readonly text: string
  readonly archivedAt: string | null
  readonly ties: Ties
}
/** An entry as the desk names it. */
export type DeskName = Omit<DeskText, 'text'>
type Row = Omit<DeskText, 'ties'> & { readonly cityId: number | null; readonly organisationId: number | null }
type NameRow = Omit<Row, 'text'>
type RelationRow = Row & { readonly otherCityId: number; readonly otherId: number }
type RelationNameRow = Omit<RelationRow, 'text'>

const ENTRIES = `
  SELECT 'organisation' AS noun, o.id, o.name, c.name AS owner,
    concat_ws(' ', o.short_name, o.website, o.internal_note,
      (SELECT group_concat(summary || ' ' || description, ' ') FROM organisation_text WHERE organisation_id = o.id)) AS text,
    o.archived_at AS archivedAt, o.city_id AS cityId, o.id AS organisationId
  FROM organisation o
  JOIN city c ON c.id = o.city_id
  UNION ALL
  SELECT 'contact', k.id, concat_ws(', ', k.function, p.name), o.name,
    concat_ws(' ', k.note, (SELECT group_concat(value, ' ') FROM contact_channel WHERE contact_id = k.id)),
    k.archived_at, o.city_id, o.id
  FROM contact k
  JOIN organisation o ON o.id = k.organisation_id
  LEFT JOIN person p ON p.id = k.person_id
  UNION ALL
  SELECT 'meeting', m.id, m.title, o.name, concat_ws(' ', m.description, m.place), m.archived_at, o.city_id, o.id
  FROM meeting m
  JOIN organisation o ON o.id = m.organisation_id
  UNION ALL
  SELECT 'event', e.id, e.title, c.name, concat_ws(' ', e.summary, e.description, e.place), e.archived_at, e.city_id, NULL
  FROM event e
  JOIN city c ON c.id = e.city_id
  UNION ALL
  SELECT 'venue', v.id, v.name, c.name,
    concat_ws(' ', v.short_name, v.street, v.description, (SELECT group_concat(name, ' ') FROM room WHERE venue_id = v.id)),
    v.archived_at, v.city_id, v.operator_id
  FROM venue v
  JOIN city c ON c.id = v.city_id
  UNION ALL
  SELECT 'project', j.id, j.title, c.name, concat_ws(' ', j.summary, j.description), j.archived_at, j.city_id, NULL
  FROM project j
  JOIN city c ON c.id = j.city_id
  UNION ALL
  SELECT 'programme', g.id, g.title, '', g.description, g.archived_at, NULL, NULL
  FROM programme g
  UNION ALL
  SELECT 'topic', t.id, t.names ->> 'de', '', (SELECT group_concat(value, ' ') FROM json_each(t.names)), t.archived_at, NULL, NULL
  FROM topic t
  UNION ALL
  SELECT 'notice', n.id, substr(n.text, 1, 80) || iif(length(n.text) > 80, ' …', ''), coalesce(v.name, c.name), n.text,
    n.archived_at, c.id, NULL
  FROM notice n
  LEFT JOIN venue v ON v.id = n.venue_id
  JOIN city c ON c.id = coalesce(n.city_id, v.city_id)
  UNION ALL
  SELECT 'city', t.id, t.name, '', concat_ws(' ', t.ags, t.postcodes, t.description), t.archived_at, t.id, NULL
  FROM city t
  UNION ALL
  SELECT 'account', a.id, a.name, a.email, a.email, a.disabled_at, NULL, NULL
  FROM account a`
const RELATIONS = `
  SELECT 'relation' AS noun, e.id, f.name || ' – ' || t.name AS name, c.name AS owner, e.note AS text,
    e.archived_at AS archivedAt, f.city_id AS cityId, f.id AS organisationId, t.city_id AS otherCityId, t.id AS otherId
  FROM relation e
  JOIN organisation f ON f.id = e.from_id
  JOIN city c ON c.id = f.city_id
  JOIN organisation t ON t.id = e.to_id`
const AMONG = 'id IN (SELECT value FROM json_each(?))'

/** Everything of the desk as text, with what is internal and in the archive. */
export function deskSearch(database: Database) {
  const select = database.prepare<[], Row>(ENTRIES)
  const selectRelations = database.prepare<[], RelationRow>(RELATIONS)
  const selectNames = database.prepare<[string], NameRow>(`
    SELECT noun, id, name, owner, archivedAt, cityId, organisationId
    FROM (${ENTRIES})
    WHERE ${AMONG}`)
  const selectRelationNames = database.prepare<[string], RelationNameRow>(`
    SELECT noun, id, name, owner, archivedAt, cityId, organisationId, otherCityId, otherId
    FROM (${RELATIONS})
    WHERE ${AMONG}`)

  return {
    /** All of it: two statements. */
    all: (): readonly DeskText[] => [
      ...select.all().map(withTies),
      ...selectRelations.all().map(withTiesOfBoth),
    ],
    /** The names of these, in their order, those in the archive too; what is not there is left out. Two statements. */
    named(entries: readonly Pick<DeskName, 'noun' | 'id'>[]): readonly DeskName[] {
      const ids = idList(entries.map(({ id }) => id))
      const found: readonly DeskName[] = [
        ...selectNames.all(ids).map(withTies),
        ...selectRelationNames.all(ids).map(withTiesOfBoth),
      ]
      return entries.flatMap(
        (entry) => found.find(({ noun, id }) => noun === entry.noun && id === entry.id) ?? [],
      )
    },
  }
}

function withTies<Named extends NameRow>({ cityId, organisationId, ...row }: Named) {
  return { ...row, ties: { cityId, organisationId } }
}

function withTiesOfBoth<Named extends RelationNameRow>(relation: Named) {
  const { cityId, organisationId, otherCityId, otherId, ...row } = relation
  return {
    ...row,
    ties: { cityId, organisationId, togetherIds: [otherId], togetherCityIds: [otherCityId] },
  }
}
