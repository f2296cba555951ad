import type { Change } from '../domain/outcome.ts'
import { RELATION_KINDS, type Relation, type RelationDraft, type RelationKind } from '../domain/relation.ts'
import type { Database } from './database.ts'
import type { OrganisationName } from './organisations.ts'

/** A relation as one of its two organisations sees it: `from` where it starts there. */
export type SeenRelation = {
  readonly id: number
  readonly kind: RelationKind
  readonly direction: 'from' | 'to'
  readonly sinceYear: number | null
  readonly untilYear: number | null
  readonly note: string
  readonly other: OrganisationName & { readonly cityName: string; readonly citySlug: string }
}

/** A network with how many organisations belong to it today, and from how many cities. */
export type Network = OrganisationName & {
  readonly cityName: string
  readonly members: number
  readonly cities: number
}

type Twin = Pick<RelationDraft, 'fromId' | 'toId' | 'kind'> & { readonly id: number }
type SeenRow = Omit<SeenRelation, 'id' | 'kind' | 'other'> &
  SeenRelation['other'] & { readonly relationId: number; readonly relationKind: RelationKind }

const OTHER = `
  r.id AS relationId, r.kind AS relationKind, r.since_year AS sinceYear, r.until_year AS untilYear, r.note,
  o.id, o.slug, o.name, o.name_language AS nameLanguage, o.kind, o.city_id AS cityId, c.name AS cityName,
  c.slug AS citySlug, o.sort_key AS sortKey`

/** Relations between organisations. */
export function relations(database: Database) {
  const selectById = database.prepare<[number], Relation>(`
    SELECT id, from_id AS fromId, to_id AS toId, kind, since_year AS sinceYear, until_year AS untilYear, note, version,
      archived_at AS archivedAt
    FROM relation
    WHERE id = ?`)
  const selectOfOrganisation = database.prepare<{ id: number; kinds: string }, SeenRow>(`
    WITH seen AS (
      SELECT 'from' AS direction, ${OTHER}
      FROM relation r
      JOIN organisation o ON o.id = r.to_id
      JOIN city c ON c.id = o.city_id
      WHERE r.from_id = @id AND r.archived_at IS NULL AND o.archived_at IS NULL
      UNION ALL
      SELECT 'to' AS direction, ${OTHER}
      FROM relation r
      JOIN organisation o ON o.id = r.from_id
      JOIN city c ON c.id = o.city_id
      WHERE r.to_id = @id AND r.archived_at IS NULL AND o.archived_at IS NULL
    )
    SELECT s.direction, s.relationId, s.relationKind, s.sinceYear, s.untilYear, s.note, s.id, s.slug, s.name,
      s.nameLanguage, s.kind, s.cityId, s.cityName, s.citySlug
    FROM seen s
    JOIN json_each(@kinds) k ON k.value = s.relationKind
    ORDER BY k.key, s.sortKey, s.name, s.direction`)
  const selectNetworks = database.prepare<[], Network>(`
    SELECT n.id, n.slug, n.name, n.name_language AS nameLanguage, n.kind, n.city_id AS cityId, c.name AS cityName,
      count(DISTINCT m.id) AS members, count(DISTINCT m.city_id) AS cities
    FROM organisation n
    JOIN city c ON c.id = n.city_id
    LEFT JOIN relation r ON r.to_id = n.id AND r.kind IN ('member-of','founding-member-of','part-of')
      AND r.until_year IS NULL AND r.archived_at IS NULL
    LEFT JOIN organisation m ON m.id = r.from_id AND m.archived_at IS NULL
    WHERE n.kind = 'network' AND n.archived_at IS NULL
    GROUP BY n.id
    ORDER BY n.sort_key, n.name`)
  const selectTwin = database
    .prepare<Twin, number>(`
    SELECT id
    FROM relation
    WHERE from_id = @fromId AND to_id = @toId AND kind = @kind AND archived_at IS NULL AND id <> @id`)
    .pluck()
  const selectWholes = database
    .prepare<{ organisationId: number; id: number }, number>(`
    WITH RECURSIVE whole (id) AS (
      SELECT @organisationId
      UNION
      SELECT r.to_id
      FROM relation r
      JOIN whole w ON r.from_id = w.id
      WHERE r.kind = 'part-of' AND r.archived_at IS NULL AND r.id <> @id
    )
    SELECT id FROM whole WHERE id <> @organisationId`)
    .pluck()
  const insert = database.prepare(`
    INSERT INTO relation (from_id, to_id, kind, since_year, until_year, note, updated_at)
    VALUES (@fromId, @toId, @kind, @sinceYear, @untilYear, @note, @at)`)
  const update = database.prepare(`
    UPDATE relation
    SET from_id = @fromId, to_id = @toId, kind = @kind, since_year = @sinceYear, until_year = @untilYear, note = @note,
      updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)
  const archive = database.prepare(`
    UPDATE relation
    SET archived_at = @archivedAt, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)
  const kinds = JSON.stringify(RELATION_KINDS)

  return {
    byId(id: number): Relation | null {
      return selectById.get(id) ?? null
    },
    /** From both sides, in the order of the kinds, then by the other's name; what is archived, itself or its other side, is left out. */
    ofOrganisation(id: number): readonly SeenRelation[] {
      return selectOfOrganisation.all({ id, kinds }).map(toSeen)
    },
    /** Networks by name; a membership that has an end is over. */
    networks(): readonly Network[] {
      return selectNetworks.all()
    },
    /** Whether another relation than the one with this id says the same. */
    exists(twin: Twin): boolean {
      return selectTwin.get(twin) !== undefined
    },
    /** The organisations this one is part of, directly or by way of others; the relation with this id is left aside. */
    wholesOf(organisationId: number, id: number): readonly number[] {
      return selectWholes.all({ organisationId, id })
    },
    insert(draft: RelationDraft, at: string): number {
      return Number(insert.run({ ...draft, at }).lastInsertRowid)
    },
    /** False where the stored version is another one; then nothing is changed. */
    update({ id, version, draft }: Change<RelationDraft>, at: string): boolean {
      return update.run({ ...draft, id, version, at }).changes === 1
    },
    /** False where the stored version is another one; then nothing is changed. */
    setArchived(id: number, version: number, archivedAt: string | null, at: string): boolean {
      return archive.run({ id, version, archivedAt, at }).changes === 1
    },
  }
}

function toSeen(row: SeenRow): SeenRelation {
  const { relationId, relationKind, direction, sinceYear, untilYear, note, ...other } = row
  return { id: relationId, kind: relationKind, direction, sinceYear, untilYear, note, other }
}
