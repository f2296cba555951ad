import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { restoreFrom } from '../../src/cli/backup/copy.ts'
import { eraseInFile } from '../../src/cli/backup/erase.ts'
import type { By, Office } from '../../src/operations/act.ts'
import { changeContact } from '../../src/operations/contacts.ts'
import { erasePerson, standingOf } from '../../src/operations/erasure.ts'
import { changeOrganisation, draftOf } from '../../src/operations/organisations.ts'
import { copyDatabase } from '../../src/store/backup.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { openStore } from '../../src/store/index.ts'
import { migrate } from '../../src/store/migrate.ts'
import { aCity, aContact, anOrganisation } from '../support/cast.ts'
import { contactDraft } from '../support/drafts.ts'
import { SYSTEM } from '../support/office.ts'
import { day } from '../support/schedules.ts'

const NAME = 'Erika Mustermann-Öztürk'
const TELEPHONE = '0221 4710-123'
/** Begins as the other number does. */
const MOBILE = `${TELEPHONE}4`
const EMAIL = 'erika.mustermann@post.example'
const VALUES = [NAME, TELEPHONE, MOBILE, EMAIL]
const BY: By = { actor: { kind: 'system', name: 'Koordination' }, origin: 'form' }

let folder: string
let path: string
let database: Database
let office: Office
let contactId: number
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'treffpunkt-'))
  path = join(folder, 'treffpunkt.sqlite')
  open()
  const cityId = aCity(office, { description: `Fragen an ${NAME}` })
  const organisationId = anOrganisation(office, { cityId, name: 'Chor' })
  contactId = aContact(office, personDraft(organisationId))
  const changed = { ...personDraft(organisationId), function: 'Vorsitz' }
  changeContact(office, SYSTEM, { id: contactId, version: 1, draft: withIds(changed) })
  const organisation = office.store.organisations.byId(organisationId)
  if (organisation === null) throw new Error('no organisation')
  const texts = [{ language: 'de' as const, summary: `Fragen an ${NAME}`, description: `"${EMAIL}"` }]
  changeOrganisation(office, SYSTEM, {
    id: organisationId,
    version: 1,
    draft: { ...draftOf(organisation), texts },
  })
  office.store.outbox.add(
    { recipient: EMAIL, subject: 'Stimmt das?', body: `Hallo ${NAME}` },
    '2026-06-03T10:00:00Z',
  )
  office.store.proposals.insert({
    noun: 'contact',
    entryId: contactId,
    baseVersion: 2,
    state: { personName: NAME },
    message: `Neue Nummer von ${NAME}`,
    answerTo: EMAIL,
    madeAt: '2026-06-03T10:00:00Z',
  })
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

function open() {
  database = openDatabase(path)
  migrate(database)
  office = { store: openStore(database), clock: () => Date.parse('2026-06-03T10:00:00Z') }
}

function personDraft(organisationId: number) {
  return contactDraft({
    organisationId,
    personName: NAME,
    namePlaces: ['web'],
    consentWay: 'paper',
    consentGivenOn: day('2026-01-02'),
    note: 'Ruft lieber an',
    channels: [
      { id: null, kind: 'telephone', value: TELEPHONE, note: '', places: ['web'] },
      { id: null, kind: 'mobile', value: MOBILE, note: '', places: [] },
      { id: null, kind: 'email', value: EMAIL, note: '', places: [] },
    ],
  })
}

function withIds(draft: ReturnType<typeof personDraft>) {
  const stored = office.store.contacts.byId(contactId)
  return {
    ...draft,
    channels: draft.channels.map((channel, index) => ({
      ...channel,
      id: stored?.channels[index]?.id ?? null,
    })),
  }
}

/** In which files of the folder one of the values stands, written in UTF-8. */
function filesWith(values: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => {
      try {
        const bytes = readFileSync(join(folder, name))
        return values.some((value) => bytes.includes(Buffer.from(value)))
      } catch {
        return false
      }
    })
}

describe('a person who is erased', () => {
  it('stood in the file before, in states, mails, proposals and texts', () => {
    expect(filesWith(VALUES)).not.toEqual([])
    const tables = standingOf(office, BY, contactId).map(({ table }) => table)
    for (const table of ['person', 'contact_channel', 'revision', 'outbox', 'proposal', 'organisation_text'])
      expect(tables).toContain(table)
  })

  it('stands nowhere in the file or its log any more', () => {
    erasePerson(office, BY, contactId)
    expect(filesWith([...VALUES, 'erika.mustermann', 'Ruft lieber an'])).toEqual([])
    expect(office.store.search.find('Mustermann', 5)).toEqual([])
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(database.pragma('foreign_key_check')).toEqual([])
  })

  it('leaves the contact’s function, in the archive, and the fact of the erasure', () => {
    erasePerson(office, BY, contactId)
    const contact = office.store.contacts.byId(contactId)
    expect(contact).toMatchObject({ function: 'Vorsitz', person: null, channels: [], consents: [], note: '' })
    expect(contact?.archivedAt).not.toBeNull()
    expect(office.store.audit.latest(1)[0]).toMatchObject({
      act: 'erase-person',
      entryId: contactId,
    })
    const [revision] = office.store.revisions.ofEntry('contact', contactId)
    expect(JSON.stringify(revision?.state)).toContain('[gelöscht]')
    expect(JSON.stringify(revision?.state)).not.toContain('[gelöscht]4')
  })

  it('leaves no mail that was written as a file', () => {
    const [mail] = office.store.outbox.rows({ limit: 1, offset: 0 })
    const file = join(folder, 'mails', `${String(mail?.id).padStart(6, '0')}.eml`)
    rmSync(join(folder, 'mails'), { recursive: true, force: true })
    mkdirSync(join(folder, 'mails'))
    writeFileSync(file, `To: ${EMAIL}`)
    erasePerson(office, BY, contactId)
    expect(filesWith(VALUES)).toEqual([])
  })

  it('is erased once more from a backup that was made before', async () => {
    const backup = join(folder, 'backup.sqlite')
    await copyDatabase(database, backup)
    erasePerson(office, BY, contactId)
    database.close()
    restoreFrom(backup, path, 'replace')
    expect(filesWith(VALUES)).toContain('treffpunkt.sqlite')
    expect(eraseInFile(path)).toBe(1)
    rmSync(backup)
    expect(filesWith(VALUES)).toEqual([])
    expect(eraseInFile(path)).toBe(0)
    open()
  })

  it('is not taken for somebody else who has the number by then', () => {
    erasePerson(office, BY, contactId)
    const stranger = aContact(office, {
      ...personDraft(1),
      organisationId: office.store.contacts.byId(contactId)?.organisationId ?? 0,
      personName: 'Max Beispiel',
    })
    database.close()
    expect(eraseInFile(path)).toBe(0)
    open()
    expect(office.store.contacts.byId(stranger)?.person?.name).toBe('Max Beispiel')
  })
})
