import { randomUUID } from 'node:crypto'
import type { Event, EventDraft, ParticipationDraft, ProgrammeItem } from '../domain/event.ts'
import type { Database } from './database.ts'
import { eventDates } from './event-dates.ts'
import { eventCounts } from './place-counts.ts'
import { slugs } from './slugs.ts'

export type { EventDate, EventFilter, EventTakenPartIn } from './event-dates.ts'

type EventRow = Omit<Event, 'topicIds' | 'programme' | 'participations' | 'report'> & {
  readonly reportText: string | null
  readonly attendance: number | null
  readonly workingGroups: string
  readonly demands: string
  readonly topicIds: string
  readonly programme: string
  readonly participations: string
}

const SELECT = `
  SELECT e.id, e.uid, e.slug, e.title, e.summary, e.description, e.starts_on AS startsOn, e.ends_on AS endsOn,
    e.starts_at AS start, e.ends_at AS "end", e.city_id AS cityId, e.venue_id AS venueId, e.room_id AS roomId, e.place,
    e.yearly_since AS yearlySince, e.cancelled_because AS cancelledBecause, e.report AS reportText, e.attendance,
    e.working_groups AS workingGroups, e.demands, e.version, e.archived_at AS archivedAt,
    (SELECT json_group_array(topic_id) FROM event_topic WHERE event_id = e.id) AS topicIds,
    (SELECT json_group_array(json_object('day', day, 'start', starts_at, 'end', ends_at, 'title', title,
       'description', description, 'place', place) ORDER BY position)
     FROM programme_item WHERE event_id = e.id) AS programme,
    (SELECT json_group_array(json_object('organisationId', organisation_id, 'role', role, 'text', text, 'stand', stand,
       'withOrganisationId', with_organisation_id) ORDER BY position)
     FROM participation WHERE event_id = e.id) AS participations
  FROM event e`

/** Events, each with its programme, participations, topics and report; and light rows of them for lists and calendars. */
export function events(database: Database) {
  const selectById = database.prepare<[number], EventRow>(`${SELECT} WHERE e.id = ?`)
  const selectBySlug = database.prepare<[string], EventRow>(`${SELECT} WHERE e.slug = ?`)

  return {
    ...eventDates(database),
    ...eventCounts(database),
    ...eventWriter(database),
    ...slugs(database, 'event'),
    byId(id: number): Event | null {
      const row = selectById.get(id)
      return row === undefined ? null : toEvent(row)
    },
    bySlug(slug: string): Event | null {
      const row = selectBySlug.get(slug)
      return row === undefined ? null : toEvent(row)
    },
  }
}

function eventWriter(database: Database) {
  const insert = database.prepare(`
    INSERT INTO event (uid, slug, title, summary, description, starts_on, ends_on, starts_at, ends_at, city_id, venue_id,
      room_id, place, yearly_since, cancelled_because, report, attendance, working_groups, demands, updated_at)
    VALUES (@uid, @slug, @title, @summary, @description, @startsOn, @endsOn, @start, @end, @cityId, @venueId,
      @roomId, @place, @yearlySince, @cancelledBecause, @report, @attendance, @workingGroups, @demands, @at)`)
  const update = database.prepare(`
    UPDATE event
    SET slug = @slug, title = @title, summary = @summary, description = @description, starts_on = @startsOn,
      ends_on = @endsOn, starts_at = @start, ends_at = @end, city_id = @cityId, venue_id = @venueId, room_id = @roomId,
      place = @place, yearly_since = @yearlySince, cancelled_because = @cancelledBecause, report = @report,
      attendance = @attendance, working_groups = @workingGroups, demands = @demands, updated_at = @at,
      version = version + 1
    WHERE id = @id AND version = @version`)
  const updateArchived = database.prepare(`
    UPDATE event
    SET archived_at = @archivedAt, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)
  const lists = eventLists(database)

  return {
    insert(draft: EventDraft, at: string): number {
      // RFC 7986 §5.3: a UID is random, and names neither the host nor the moment.
      const id = Number(insert.run({ ...toRow(draft), uid: randomUUID(), at }).lastInsertRowid)
      lists.replace(id, draft)
      return id
    },
    /** False where the stored version is another one; then nothing is changed. */
    update(id: number, version: number, draft: EventDraft, at: string): boolean {
      if (update.run({ ...toRow(draft), id, version, at }).changes === 0) return false
      lists.replace(id, draft)
      return true
    },
    /** Archives (an instant) or brings back (null); false where the stored version is another one. */
    setArchived(id: number, version: number, archivedAt: string | null, at: string): boolean {
      return updateArchived.run({ id, version, archivedAt, at }).changes === 1
    },
  }
}

function eventLists(database: Database) {
  const clearTopics = database.prepare('DELETE FROM event_topic WHERE event_id = ?')
  const clearProgramme = database.prepare('DELETE FROM programme_item WHERE event_id = ?')
  const clearParticipations = database.prepare('DELETE FROM participation WHERE event_id = ?')
  const addTopic = database.prepare('INSERT OR IGNORE INTO event_topic (event_id, topic_id) VALUES (?, ?)')
  const addItem = database.prepare(`
    INSERT INTO programme_item (event_id, position, day, starts_at, ends_at, title, description, place)
    VALUES (@id, @position, @day, @start, @end, @title, @description, @place)`)
  const addParticipation = database.prepare(`
    INSERT INTO participation (event_id, position, organisation_id, role, text, stand, with_organisation_id)
    VALUES (@id, @position, @organisationId, @role, @text, @stand, @withOrganisationId)`)

  return {
    replace(id: number, draft: EventDraft): void {
      clearTopics.run(id)
      clearProgramme.run(id)
      clearParticipations.run(id)
      for (const topicId of draft.topicIds) addTopic.run(id, topicId)
      draft.programme.forEach((item, position) => void addItem.run({ ...item, id, position }))
      draft.participations.forEach((part, position) => void addParticipation.run({ ...part, id, position }))
    },
  }
}

function toRow(draft: EventDraft) {
  const {
    topicIds: _topicIds,
    programme: _programme,
    participations: _participations,
    report,
    ...columns
  } = draft
  return {
    ...columns,
    report: report?.text ?? null,
    attendance: report?.attendance ?? null,
    workingGroups: JSON.stringify(report?.workingGroups ?? []),
    demands: JSON.stringify(report?.demands ?? []),
  }
}

function toEvent(row: EventRow): Event {
  const { reportText, attendance, workingGroups, demands, ...columns } = row
  const lists = {
    workingGroups: JSON.parse(workingGroups) as string[],
    demands: JSON.parse(demands) as string[],
  }
  return {
    ...columns,
    topicIds: JSON.parse(row.topicIds) as number[],
    programme: JSON.parse(row.programme) as ProgrammeItem[],
    participations: JSON.parse(row.participations) as ParticipationDraft[],
    report: reportText === null ? null : { text: reportText, attendance, ...lists },
  }
}
