import type { Day } from '../domain/day.ts'
import type { Database } from './database.ts'

/** What would lose its organisation: a house that it runs, an event it organises, a project it carries, a part of it. */
export type OrganisationUse = {
  readonly noun: 'venue' | 'event' | 'project' | 'relation'
  readonly id: number
  /** Of a relation the name of the part. */
  readonly name: string
  /** Whose town looks after it; of a part the organisation's own. */
  readonly cityId: number
}

/** How many entries go out of sight with an organisation, and how many accounts speak for it. */
export type OrganisationFollowers = Readonly<
  Record<'contacts' | 'meetings' | 'feeds' | 'relations' | 'accounts', number>
>

/** What points to an organisation today or later; what is over or archived keeps it as it was. */
export function organisationUses(database: Database) {
  const selectUses = database.prepare<{ id: number; today: Day; year: number }, OrganisationUse>(`
    SELECT 'venue' AS noun, v.id, v.name, v.city_id AS cityId
    FROM venue v
    WHERE v.operator_id = @id AND v.archived_at IS NULL
    UNION ALL
    SELECT 'event', e.id, e.title, e.city_id
    FROM event e
    WHERE e.archived_at IS NULL AND e.ends_on >= @today
      AND e.id IN (SELECT event_id FROM participation WHERE organisation_id = @id AND role = 'organiser')
    UNION ALL
    SELECT 'project', j.id, j.title, j.city_id
    FROM project j
    WHERE j.archived_at IS NULL AND (j.end_year IS NULL OR j.end_year >= @year)
      AND j.id IN (SELECT project_id FROM project_part WHERE organisation_id = @id AND role = 'carrier')
    UNION ALL
    SELECT 'relation', r.id, f.name, o.city_id
    FROM relation r
    JOIN organisation o ON o.id = r.to_id
    JOIN organisation f ON f.id = r.from_id
    WHERE r.to_id = @id AND r.kind = 'part-of' AND r.until_year IS NULL AND r.archived_at IS NULL
      AND f.archived_at IS NULL
    ORDER BY noun DESC, name`)
  const selectFollowers = database.prepare<{ id: number }, OrganisationFollowers>(`
    SELECT
      (SELECT count(*) FROM contact WHERE organisation_id = @id AND archived_at IS NULL) AS contacts,
      (SELECT count(*) FROM meeting WHERE organisation_id = @id AND archived_at IS NULL) AS meetings,
      (SELECT count(*) FROM feed WHERE organisation_id = @id AND archived_at IS NULL) AS feeds,
      (SELECT count(*) FROM relation r JOIN organisation o ON o.id = r.from_id + r.to_id - @id
        WHERE @id IN (r.from_id, r.to_id) AND r.archived_at IS NULL AND o.archived_at IS NULL) AS relations,
      (SELECT count(*) FROM account_organisation k JOIN account a ON a.id = k.account_id
        WHERE k.organisation_id = @id AND a.disabled_at IS NULL) AS accounts`)
  const none: OrganisationFollowers = { contacts: 0, meetings: 0, feeds: 0, relations: 0, accounts: 0 }

  return {
    /** Houses, parts, projects, events, each by name. */
    ofOrganisation: (id: number, today: Day): readonly OrganisationUse[] =>
      selectUses.all({ id, today, year: Number(today.slice(0, 4)) }),
    followersOf: (id: number): OrganisationFollowers => selectFollowers.get({ id }) ?? none,
  }
}
