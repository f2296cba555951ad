import type { Project, ProjectDraft, ProjectPart, ProjectRole } from '../domain/project.ts'
import { sortKey } from '../domain/search-fold.ts'
import { type Database, idList } from './database.ts'
import { projectCounts } from './place-counts.ts'
import { slugs } from './slugs.ts'

type ProjectRow = Omit<Project, 'topicIds' | 'parts'> & { readonly topicIds: string; readonly parts: string }

/** A project as a list shows it. */
export type ProjectLine = {
  readonly id: number
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly cityId: number
  readonly cityName: string
  readonly startYear: number | null
  readonly endYear: number | null
  readonly programmeId: number | null
  readonly programmeTitle: string | null
  /** The organisations that carry it, for `organisations.names`. */
  readonly carrierIds: readonly number[]
}

/** A project with what one organisation is to it. */
export type ProjectTakenPartIn = ProjectLine & { readonly role: ProjectRole; readonly text: string }

type LineRow = Omit<ProjectLine, 'carrierIds'> & { readonly carrierIds: string }

const SELECT = `
  SELECT p.id, p.slug, p.title, p.summary, p.description, p.city_id AS cityId, p.start_year AS startYear,
    p.end_year AS endYear, p.programme_id AS programmeId, p.version, p.archived_at AS archivedAt,
    (SELECT json_group_array(topic_id) FROM project_topic WHERE project_id = p.id) AS topicIds,
    (SELECT json_group_array(json_object('organisationId', organisation_id, 'role', role, 'text', text) ORDER BY position)
     FROM project_part WHERE project_id = p.id) AS parts
  FROM project p`

const LINE = `
  p.id, p.slug, p.title, p.summary, p.city_id AS cityId, c.name AS cityName, p.start_year AS startYear,
  p.end_year AS endYear, p.programme_id AS programmeId, g.title AS programmeTitle,
  (SELECT json_group_array(organisation_id ORDER BY position)
   FROM project_part WHERE project_id = p.id AND role = 'carrier') AS carrierIds`

const JOINS = `
  JOIN city c ON c.id = p.city_id
  LEFT JOIN programme g ON g.id = p.programme_id AND g.archived_at IS NULL`

/** Projects, each with its topics and the organisations that have a part in it; and light rows of them for lists. */
export function projects(database: Database) {
  const selectById = database.prepare<[number], ProjectRow>(`${SELECT} WHERE p.id = ?`)
  const selectBySlug = database.prepare<[string], ProjectRow>(`${SELECT} WHERE p.slug = ?`)

  return {
    ...projectLines(database),
    ...projectCounts(database),
    ...projectWriter(database),
    ...slugs(database, 'project'),
    byId(id: number): Project | null {
      const row = selectById.get(id)
      return row === undefined ? null : toProject(row)
    },
    bySlug(slug: string): Project | null {
      const row = selectBySlug.get(slug)
      return row === undefined ? null : toProject(row)
    },
  }
}

function projectLines(database: Database) {
  const selectAll = database.prepare<{ cityId: number | null }, LineRow>(`
    SELECT ${LINE}
    FROM project p ${JOINS}
    WHERE p.archived_at IS NULL AND (@cityId IS NULL OR p.city_id = @cityId)
    ORDER BY p.sort_key, p.title`)
  const selectByIds = database.prepare<[string], LineRow>(`
    SELECT ${LINE}
    FROM project p ${JOINS}
    WHERE p.id IN (SELECT value FROM json_each(?)) AND p.archived_at IS NULL
    ORDER BY p.sort_key, p.title`)
  const selectOfProgramme = database.prepare<[number], LineRow>(`
    SELECT ${LINE}
    FROM project p ${JOINS}
    WHERE p.programme_id = ? AND p.archived_at IS NULL
    ORDER BY p.sort_key, p.title`)
  const selectOfOrganisation = database.prepare<[number], LineRow & { role: ProjectRole; text: string }>(`
    SELECT ${LINE}, t.role, t.text
    FROM project_part t
    JOIN project p ON p.id = t.project_id ${JOINS}
    WHERE t.organisation_id = ? AND p.archived_at IS NULL
    ORDER BY p.sort_key, p.title, t.position`)

  return {
    /** All, or those of one city, by title. */
    all({ cityId = null }: { readonly cityId?: number | null } = {}): readonly ProjectLine[] {
      return selectAll.all({ cityId }).map(toLine)
    },
    /** Those of the given ids that are not archived, by title. */
    lines(ids: Iterable<number>): readonly ProjectLine[] {
      return selectByIds.all(idList(ids)).map(toLine)
    },
    ofProgramme(id: number): readonly ProjectLine[] {
      return selectOfProgramme.all(id).map(toLine)
    },
    /** By title; a project stands there once for each part the organisation has in it. */
    ofOrganisation(id: number): readonly ProjectTakenPartIn[] {
      return selectOfOrganisation.all(id).map(toLine)
    },
  }
}

function projectWriter(database: Database) {
  const insert = database.prepare(`
    INSERT INTO project (slug, title, sort_key, summary, description, city_id, start_year, end_year, programme_id, updated_at)
    VALUES (@slug, @title, @sortKey, @summary, @description, @cityId, @startYear, @endYear, @programmeId, @at)`)
  const update = database.prepare(`
    UPDATE project
    SET slug = @slug, title = @title, sort_key = @sortKey, summary = @summary, description = @description,
      city_id = @cityId, start_year = @startYear, end_year = @endYear, programme_id = @programmeId, updated_at = @at,
      version = version + 1
    WHERE id = @id AND version = @version`)
  const updateArchived = database.prepare(`
    UPDATE project
    SET archived_at = @archivedAt, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)
  const clearTopics = database.prepare('DELETE FROM project_topic WHERE project_id = ?')
  const clearParts = database.prepare('DELETE FROM project_part WHERE project_id = ?')
  const addTopic = database.prepare(
    'INSERT OR IGNORE INTO project_topic (project_id, topic_id) VALUES (?, ?)',
  )
  const addPart = database.prepare(`
    INSERT INTO project_part (project_id, position, organisation_id, role, text)
    VALUES (@id, @position, @organisationId, @role, @text)`)
  const replaceLists = (id: number, draft: ProjectDraft): void => {
    clearTopics.run(id)
    clearParts.run(id)
    for (const topicId of draft.topicIds) addTopic.run(id, topicId)
    draft.parts.forEach((part, position) => void addPart.run({ ...part, id, position }))
  }

  return {
    insert(draft: ProjectDraft, at: string): number {
      const id = Number(insert.run({ ...toRow(draft), at }).lastInsertRowid)
      replaceLists(id, draft)
      return id
    },
    /** False where the stored version is another one; then nothing is changed. */
    update(id: number, version: number, draft: ProjectDraft, at: string): boolean {
      if (update.run({ ...toRow(draft), id, version, at }).changes === 0) return false
      replaceLists(id, draft)
      return true
    },
    /** Archives (an instant) or brings back (null); false where the stored version is another one. */
    setArchived(id: number, version: number, archivedAt: string | null, at: string): boolean {
      return updateArchived.run({ id, version, archivedAt, at }).changes === 1
    },
  }
}

function toRow(draft: ProjectDraft) {
  const { topicIds: _topicIds, parts: _parts, ...columns } = draft
  return { ...columns, sortKey: sortKey(draft.title) }
}

function toProject(row: ProjectRow): Project {
  return {
    ...row,
    topicIds: JSON.parse(row.topicIds) as number[],
    parts: JSON.parse(row.parts) as ProjectPart[],
  }
}

function toLine<Row extends LineRow>(
  row: Row,
): Omit<Row, 'carrierIds'> & { readonly carrierIds: readonly number[] } {
  return { ...row, carrierIds: JSON.parse(row.carrierIds) as number[] }
}
