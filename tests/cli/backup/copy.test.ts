import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backUp, restoreFrom } from '../../../src/cli/backup/copy.ts'
import { createCity } from '../../../src/operations/cities.ts'
import { type Database, openDatabase } from '../../../src/store/database.ts'
import { openStore } from '../../../src/store/index.ts'
import { migrate } from '../../../src/store/migrate.ts'
import { cityDraft } from '../../support/drafts.ts'
import { SYSTEM } from '../../support/office.ts'

let folder: string
let path: string
let database: Database
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'treffpunkt-'))
  path = join(folder, 'treffpunkt.sqlite')
  database = openWithCity('Duisburg')
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

function openWithCity(name: string): Database {
  const opened = openDatabase(path)
  migrate(opened)
  createCity({ store: openStore(opened), clock: Date.now }, SYSTEM, cityDraft({ name, slug: '' }))
  return opened
}

const citiesIn = (file: string) => {
  const opened = openDatabase(file)
  const names = openStore(opened)
    .cities.names()
    .map(({ name }) => name)
  opened.close()
  return names
}

describe('a backup', () => {
  it('holds what was written a moment before, while the database is in use', async () => {
    const copy = join(folder, 'backups', 'one.sqlite')
    await backUp(database, copy)
    expect(citiesIn(copy)).toEqual(['Duisburg'])
  })

  it('does not overwrite another one', async () => {
    const copy = join(folder, 'one.sqlite')
    writeFileSync(copy, 'precious')
    await expect(backUp(database, copy)).rejects.toThrow('exists already')
    expect(readFileSync(copy, 'utf8')).toBe('precious')
  })
})

describe('restoring', () => {
  it('puts a backup into an empty place', async () => {
    const copy = join(folder, 'one.sqlite')
    await backUp(database, copy)
    const elsewhere = join(folder, 'new', 'treffpunkt.sqlite')
    expect(restoreFrom(copy, elsewhere, 'only-where-empty')).toBeNull()
    expect(citiesIn(elsewhere)).toEqual(['Duisburg'])
  })

  it('does not replace a database unless told to', async () => {
    const copy = join(folder, 'one.sqlite')
    await backUp(database, copy)
    expect(() => restoreFrom(copy, path, 'only-where-empty')).toThrow('--replace')
  })

  it('replaces a database when told to, and keeps the former one', async () => {
    const copy = join(folder, 'one.sqlite')
    await backUp(database, copy)
    createCity({ store: openStore(database), clock: Date.now }, SYSTEM, cityDraft({ name: 'Gera', slug: '' }))
    database.close()
    const former = restoreFrom(copy, path, 'replace')
    expect(citiesIn(path)).toEqual(['Duisburg'])
    expect(citiesIn(former ?? '')).toEqual(['Duisburg', 'Gera'])
    expect(existsSync(`${path}-wal`) && readFileSync(`${path}-wal`).length > 0).toBe(false)
  })

  it.each([
    ['no database at all', Buffer.from('this is a letter, not a database')],
    ['an empty file', Buffer.alloc(0)],
  ])('refuses %s, and leaves everything as it was', (_what, bytes) => {
    const copy = join(folder, 'broken.sqlite')
    writeFileSync(copy, bytes)
    const elsewhere = join(folder, 'new', 'treffpunkt.sqlite')
    expect(() => restoreFrom(copy, elsewhere, 'only-where-empty')).toThrow('cannot be used')
    expect(existsSync(elsewhere)).toBe(false)
    expect(existsSync(`${elsewhere}.part`)).toBe(false)
  })

  it('refuses a damaged database', async () => {
    const copy = join(folder, 'one.sqlite')
    await backUp(database, copy)
    const bytes = readFileSync(copy)
    bytes.fill(0x41, 4096, 12_288)
    writeFileSync(copy, bytes)
    expect(() => restoreFrom(copy, join(folder, 'new.sqlite'), 'only-where-empty')).toThrow('cannot be used')
  })

  it('says so when there is no such file', () => {
    expect(() => restoreFrom(join(folder, 'none.sqlite'), path, 'replace')).toThrow('There is no file')
  })
})
