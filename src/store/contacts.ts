import type {
  Channel,
  Consent,
  Contact,
  ContactDraft,
  InternalContact,
  PublicContact,
} from '../domain/contact.ts'
import type { Day } from '../domain/day.ts'
import { contactList } from './contact-list.ts'
import { type Database, idList } from './database.ts'
import { scheduleOf } from './schedule-text.ts'

type ContactRow = {
  id: number
  organisationId: number
  audience: 'public' | 'internal'
  function: string
  personId: number | null
  personName: string | null
  hours: string | null
  note: string
  version: number
  archivedAt: string | null
  channels: string
  consents: string
}

const SELECT = `
  SELECT c.id, c.organisation_id AS organisationId, c.audience, c.function, c.person_id AS personId, p.name AS personName,
    c.hours, c.note, c.version, c.archived_at AS archivedAt,
    (SELECT json_group_array(json_object('id', id, 'kind', kind, 'value', value, 'note', note) ORDER BY position)
     FROM contact_channel WHERE contact_id = c.id) AS channels,
    (SELECT json_group_array(json_object('channelId', channel_id, 'place', place, 'givenOn', given_on, 'way', way,
       'wording', wording, 'endsOn', ends_on, 'withdrawnOn', withdrawn_on, 'notedBy', noted_by, 'notedOn', noted_on)
       ORDER BY id)
     FROM consent WHERE contact_id = c.id) AS consents
  FROM contact c
  LEFT JOIN person p ON p.id = c.person_id`

/** Contacts, each with its channels and what the person agreed to. */
export function contacts(database: Database) {
  const selectById = database.prepare<[number], ContactRow>(`${SELECT} WHERE c.id = ?`)
  const selectPublic = database.prepare<[string], ContactRow>(`
    ${SELECT}
    WHERE c.organisation_id IN (SELECT value FROM json_each(?)) AND c.audience = 'public' AND c.archived_at IS NULL
    ORDER BY c.organisation_id, c.id`)
  const selectPublicByIds = database.prepare<[string], ContactRow>(`
    ${SELECT}
    JOIN organisation o ON o.id = c.organisation_id
    WHERE c.id IN (SELECT value FROM json_each(?)) AND c.audience = 'public' AND c.archived_at IS NULL
      AND o.archived_at IS NULL`)
  const selectOfOrganisations = database.prepare<[string], ContactRow>(`
    ${SELECT}
    WHERE c.organisation_id IN (SELECT value FROM json_each(?)) AND c.archived_at IS NULL
    ORDER BY c.organisation_id, c.id`)
  const selectAll = database.prepare<[number], ContactRow>(`
    ${SELECT}
    WHERE c.organisation_id = ?
    ORDER BY c.archived_at IS NOT NULL, c.id`)
  const writer = contactWriter(database)

  return {
    byId(id: number): Contact | null {
      const row = selectById.get(id)
      return row === undefined ? null : toContact(row)
    },
    /** What readers may see of, once `visibility.ts` has judged it: contacts for the public, not archived. */
    publicOf(organisationIds: Iterable<number>): readonly PublicContact[] {
      return selectPublic.all(idList(organisationIds)).map(toContact).filter(isPublic)
    },
    /** The same of contacts that are named somewhere, as far as their organisation is on the site. */
    publicByIds(ids: Iterable<number>): readonly PublicContact[] {
      return selectPublicByIds.all(idList(ids)).map(toContact).filter(isPublic)
    },
    /** All of an organisation, archived ones last: for the desk only. */
    allOf(organisationId: number): readonly Contact[] {
      return selectAll.all(organisationId).map(toContact)
    },
    /** All of several organisations that are not archived: for lists that stay in the house. */
    ofOrganisations(organisationIds: Iterable<number>): readonly Contact[] {
      return selectOfOrganisations.all(idList(organisationIds)).map(toContact)
    },
    ...contactList(database),
    ...writer,
  }
}

function contactWriter(database: Database) {
  const insertPerson = database.prepare('INSERT INTO person (name) VALUES (?)')
  const renamePerson = database.prepare('UPDATE person SET name = @name WHERE id = @id')
  const dropPerson = database.prepare('DELETE FROM person WHERE id = ?')
  const insert = database.prepare(`
    INSERT INTO contact (organisation_id, audience, function, person_id, hours, note, updated_at)
    VALUES (@organisationId, @audience, @function, @personId, @hours, @note, @at)`)
  const update = database.prepare(`
    UPDATE contact
    SET audience = @audience, function = @function, person_id = @personId, hours = @hours, note = @note,
      updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)
  const archive = database.prepare(`
    UPDATE contact
    SET archived_at = @archivedAt, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)
  const insertChannel = database.prepare(`
    INSERT INTO contact_channel (contact_id, position, kind, value, note) VALUES (@contactId, @position, @kind, @value, @note)`)
  const updateChannel = database.prepare(`
    UPDATE contact_channel
    SET position = @position, kind = @kind, value = @value, note = @note
    WHERE id = @id AND contact_id = @contactId`)
  const dropChannels = database.prepare(`
    DELETE FROM contact_channel WHERE contact_id = @contactId AND id NOT IN (SELECT value FROM json_each(@kept))`)
  const insertConsent = database.prepare(`
    INSERT INTO consent (person_id, contact_id, channel_id, place, given_on, way, wording, ends_on, noted_by, noted_on)
    VALUES (@personId, @contactId, @channelId, @place, @givenOn, @way, @wording, @endsOn, @notedBy, @notedOn)`)
  const withdrawConsent = database.prepare(`
    UPDATE consent
    SET withdrawn_on = @on
    WHERE contact_id = @contactId AND channel_id IS @channelId AND place = @place AND withdrawn_on IS NULL
      AND (ends_on IS NULL OR ends_on >= @on)`)

  return {
    insertPerson: (name: string): number => Number(insertPerson.run(name).lastInsertRowid),
    renamePerson: (id: number, name: string): void => void renamePerson.run({ id, name }),
    dropPerson: (id: number): void => void dropPerson.run(id),
    insert(draft: ContactDraft, personId: number | null, at: string): number {
      return Number(
        insert.run({ ...toRow(draft), organisationId: draft.organisationId, personId, at }).lastInsertRowid,
      )
    },
    /** False where the stored version is another one; then nothing is changed. */
    update(id: number, version: number, draft: ContactDraft, personId: number | null, at: string): boolean {
      return update.run({ ...toRow(draft), id, version, personId, at }).changes === 1
    },
    setArchived(id: number, version: number, archivedAt: string | null, at: string): boolean {
      return archive.run({ id, version, archivedAt, at }).changes === 1
    },
    /** Writes the channels in their order, drops those not named any more; answers with their ids, in order. */
    replaceChannels(contactId: number, channels: ContactDraft['channels']): readonly number[] {
      const ids = channels.map(({ id, kind, value, note }, position) => {
        const row = { contactId, position, kind, value, note }
        if (id !== null && updateChannel.run({ ...row, id }).changes === 1) return id
        return Number(insertChannel.run(row).lastInsertRowid)
      })
      dropChannels.run({ contactId, kept: idList(ids) })
      return ids
    },
    addConsent(consent: NewConsent): void {
      insertConsent.run(consent)
    },
    /** Takes back what was agreed to for a channel (null: the name) at a place. */
    withdrawConsent(
      consent: Pick<NewConsent, 'contactId' | 'channelId' | 'place'> & { readonly on: Day },
    ): void {
      withdrawConsent.run(consent)
    },
  }
}

export type NewConsent = Omit<Consent, 'withdrawnOn'> & {
  readonly personId: number
  readonly contactId: number
}

function toRow(draft: ContactDraft) {
  const { audience, note } = draft
  const hours = draft.hours === null ? null : JSON.stringify(draft.hours)
  return { audience, function: draft.function, note, hours }
}

function isPublic(contact: Contact): contact is PublicContact {
  return contact.audience === 'public'
}

function toContact(row: ContactRow): PublicContact | InternalContact {
  const { personId, personName, ...columns } = row
  return {
    ...columns,
    person: personId === null || personName === null ? null : { id: personId, name: personName },
    channels: JSON.parse(row.channels) as Channel[],
    consents: JSON.parse(row.consents) as Consent[],
    hours: row.hours === null ? null : scheduleOf(row.hours),
  }
}
