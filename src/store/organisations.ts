import type { SpokenLanguage } from '../domain/language.ts'
import type {
  Address,
  Organisation,
  OrganisationDraft,
  OrganisationKind,
  OrganisationText,
} from '../domain/organisation.ts'
import { sortKey } from '../domain/search-fold.ts'
import { type Database, idList } from './database.ts'
import { slugs } from './slugs.ts'

type OrganisationRow = Omit<Organisation, 'languages' | 'addresses' | 'topicIds' | 'texts'> & {
  readonly languages: string
  readonly addresses: string
  readonly topicIds: string
  readonly texts: string
}

/** An organisation as a link needs it. */
export type OrganisationName = {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly nameLanguage: SpokenLanguage | null
  readonly kind: OrganisationKind
  readonly cityId: number
}

const SELECT = `
  SELECT o.id, o.slug, o.name, o.short_name AS shortName, o.name_language AS nameLanguage, o.kind, o.city_id AS cityId,
    o.founded_year AS foundedYear, o.member_count AS memberCount, o.member_kind AS memberKind, o.website,
    o.review_months AS reviewMonths, o.mail_language AS mailLanguage, o.link_changes AS linkChanges,
    o.dormant_since AS dormantSince, o.internal_note AS internalNote, o.languages, o.addresses, o.version, o.updated_at AS updatedAt, o.archived_at AS archivedAt,
    (SELECT json_group_array(topic_id) FROM organisation_topic WHERE organisation_id = o.id) AS topicIds,
    (SELECT json_group_array(json_object('language', language, 'summary', summary, 'description', description))
     FROM organisation_text WHERE organisation_id = o.id) AS texts
  FROM organisation o`

/** Organisations, each with its texts, topics, languages and addresses. */
export function organisations(database: Database) {
  const selectById = database.prepare<[number], OrganisationRow>(`${SELECT} WHERE o.id = ?`)
  const selectBySlug = database.prepare<[string], OrganisationRow>(`${SELECT} WHERE o.slug = ?`)
  const selectNames = database.prepare<[string], OrganisationName>(`
    SELECT id, slug, name, name_language AS nameLanguage, kind, city_id AS cityId
    FROM organisation
    WHERE id IN (SELECT value FROM json_each(?)) AND archived_at IS NULL
    ORDER BY sort_key, name`)
  const selectNamed = database.prepare<[string], OrganisationName & { readonly isArchived: number }>(`
    SELECT id, slug, name, name_language AS nameLanguage, kind, city_id AS cityId, archived_at IS NOT NULL AS isArchived
    FROM organisation
    WHERE id IN (SELECT value FROM json_each(?))`)
  return {
    ...organisationWriter(database),
    byId(id: number): Organisation | null {
      const row = selectById.get(id)
      return row === undefined ? null : toOrganisation(row)
    },
    bySlug(slug: string): Organisation | null {
      const row = selectBySlug.get(slug)
      return row === undefined ? null : toOrganisation(row)
    },
    /** Those of the given ids that are not archived, by name. */
    names(ids: Iterable<number>): readonly OrganisationName[] {
      return selectNames.all(idList(ids))
    },
    /** Those of the given ids, archived ones too: who took part in the past keeps its name there, but has no page. */
    named(ids: Iterable<number>): readonly (OrganisationName & { readonly isArchived: boolean })[] {
      return selectNamed.all(idList(ids)).map((row) => ({ ...row, isArchived: row.isArchived === 1 }))
    },
  }
}

function organisationWriter(database: Database) {
  const insert = database.prepare(`
    INSERT INTO organisation (slug, name, short_name, name_language, sort_key, kind, city_id, founded_year, member_count,
      member_kind, website, review_months, mail_language, link_changes, dormant_since, internal_note, languages, addresses,
      updated_at)
    VALUES (@slug, @name, @shortName, @nameLanguage, @sortKey, @kind, @cityId, @foundedYear, @memberCount,
      @memberKind, @website, @reviewMonths, @mailLanguage, @linkChanges, @dormantSince, @internalNote, @languages,
      @addresses, @at)`)
  const update = database.prepare(`
    UPDATE organisation
    SET name = @name, short_name = @shortName, name_language = @nameLanguage, sort_key = @sortKey, kind = @kind,
      city_id = @cityId, founded_year = @foundedYear, member_count = @memberCount, member_kind = @memberKind,
      website = @website, review_months = @reviewMonths, mail_language = @mailLanguage, link_changes = @linkChanges,
      dormant_since = @dormantSince, internal_note = @internalNote, languages = @languages, addresses = @addresses, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)
  const updateArchived = database.prepare(`
    UPDATE organisation
    SET archived_at = @archivedAt, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)
  const rename = database.prepare('UPDATE organisation SET slug = @slug WHERE id = @id')
  const lists = organisationLists(database)
  const ownSlugs = slugs(database, 'organisation')

  return {
    ...ownSlugs,
    insert(slug: string, draft: OrganisationDraft, at: string): number {
      const id = Number(insert.run({ ...toRow(draft), slug, at }).lastInsertRowid)
      lists.replace(id, draft)
      return id
    },
    /** False where the stored version is another one; then nothing is changed. */
    update(id: number, version: number, draft: OrganisationDraft, at: string): boolean {
      if (update.run({ ...toRow(draft), id, version, at }).changes === 0) return false
      lists.replace(id, draft)
      return true
    },
    /** Archives (an instant) or brings back (null); false where the stored version is another one. */
    setArchived(id: number, version: number, archivedAt: string | null, at: string): boolean {
      return updateArchived.run({ id, version, archivedAt, at }).changes === 1
    },
    /** Gives a new slug and keeps the old one as a redirect. */
    changeSlug(id: number, from: string, to: string): void {
      rename.run({ id, slug: to })
      ownSlugs.keepSlug(id, from, to)
    },
  }
}

function organisationLists(database: Database) {
  const clearTexts = database.prepare('DELETE FROM organisation_text WHERE organisation_id = ?')
  const clearTopics = database.prepare('DELETE FROM organisation_topic WHERE organisation_id = ?')
  const clearLanguages = database.prepare('DELETE FROM organisation_language WHERE organisation_id = ?')
  const addText = database.prepare(`
    INSERT INTO organisation_text (organisation_id, language, summary, description)
    VALUES (@id, @language, @summary, @description)`)
  const addTopic = database.prepare(
    'INSERT INTO organisation_topic (organisation_id, topic_id) VALUES (?, ?)',
  )
  const addLanguage = database.prepare(
    'INSERT INTO organisation_language (organisation_id, language) VALUES (?, ?)',
  )

  return {
    replace(id: number, draft: OrganisationDraft): void {
      clearTexts.run(id)
      clearTopics.run(id)
      clearLanguages.run(id)
      for (const text of draft.texts) addText.run({ id, ...text })
      for (const topicId of draft.topicIds) addTopic.run(id, topicId)
      for (const language of draft.languages) addLanguage.run(id, language)
    },
  }
}

function toRow(draft: OrganisationDraft) {
  const { texts: _texts, topicIds: _topicIds, ...columns } = draft
  return {
    ...columns,
    sortKey: sortKey(draft.name),
    languages: JSON.stringify(draft.languages),
    addresses: JSON.stringify(draft.addresses),
  }
}

function toOrganisation(row: OrganisationRow): Organisation {
  return {
    ...row,
    languages: JSON.parse(row.languages) as SpokenLanguage[],
    addresses: JSON.parse(row.addresses) as Address[],
    topicIds: JSON.parse(row.topicIds) as number[],
    texts: JSON.parse(row.texts) as OrganisationText[],
  }
}
