// What holds for the entries of every noun at the desk: written, previewed, met by two, looked back at, archived, guarded.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SavedNoun } from '../../src/store/revisions.ts'
import { filledIn } from './filled.ts'
import type { SentForm } from './hostile-forms.ts'
import { openHouse, type Seen, type TestHouse, type Visitor } from './house.ts'

/** A noun with what is needed to write an entry of it. */
export type DeskEntry = {
  readonly noun: SavedNoun
  /** The address of its list. */
  readonly list: string
  /** Who writes entries of it. */
  readonly writer: 'coordinator' | 'administrator'
  /** What a new entry is made of, beside what its form holds at first. */
  readonly make: (house: TestHouse) => SentForm
  /** Two fields that take any text, with their labels; the first is asked for. */
  readonly fields: readonly [readonly [name: string, label: string], readonly [name: string, label: string]]
  /** Who may not write, though signed in. */
  readonly strangers: readonly ('other' | 'editor' | 'staff' | 'coordinator')[]
}

/** The house and its people, once the tests run. */
export type AtDesk = {
  house: TestHouse
  writer: Visitor
  second: Visitor
  people: Readonly<Record<'other' | 'editor' | 'staff' | 'coordinator', Visitor>>
  /** A new entry, and where its form is. */
  aNew: (fields?: SentForm) => Promise<{ readonly id: number; readonly path: string }>
}

/** Tests what holds for entries of every noun; answers with what further tests of the noun need. */
export function describeEntry(entry: DeskEntry): AtDesk {
  const { noun, list, make } = entry
  const [[name, label], [other, otherLabel]] = entry.fields
  const at = {} as AtDesk

  beforeAll(async () => {
    at.house = await openHouse()
    at.writer = await at.house.signIn(entry.writer)
    at.second = await at.house.signIn('administrator')
    at.people = {
      other: await at.house.signIn({ email: 'leipzig@treffpunkt.example' }),
      editor: await at.house.signIn('editor'),
      staff: await at.house.signIn('staff'),
      coordinator: await at.house.signIn('coordinator'),
    }
    at.aNew = async (fields = {}) => {
      const form = filledIn(await at.writer.get(`${list}/neu`))
      const answer = await at.writer.post(`${list}/neu`, {
        ...form,
        ...make(at.house),
        ...fields,
        act: 'stay',
      })
      if (answer.status !== 303) throw new Error(`${answer.status} ${answer.text('.problem-summary')}`)
      const path = String(answer.headers.location).replace(/\?.*$/, '')
      return { id: Number(path.split('/').at(-1)), path }
    }
  })
  afterAll(() => at.house.close())

  const draftOf = (id: number) => at.house.store.revisions.draftsOf(noun, id)[0]
  const rowsOf = (seen: Seen) =>
    seen
      .$('.difference')
      .first()
      .find('tbody tr')
      .toArray()
      .map((row) => seen.$(row).text().replace(/\s+/g, ' ').trim())
  const change = async (path: string, fields: SentForm, who = at.writer) =>
    who.post(path, { ...filledIn(await who.get(path)), ...fields })

  describe(`the desk of ${noun}`, () => {
    test('lists entries with a fixed number of statements, and finds them by name', async () => {
      const { id } = await at.aNew({ [name]: 'Zwölf Zinnien' })
      expect((await at.writer.get(`${list}?q=zinnien`)).text('tbody')).toContain('Zwölf Zinnien')
      expect((await at.writer.get(`${list}?q=xyzzy`)).$('tbody tr').length).toBe(0)
      expect((await at.writer.get(`${list}?stand=xyzzy`)).status).toBe(404)
      const count = async () => {
        at.house.statements.length = 0
        await at.writer.get(list)
        // Asked for at most every 200 ms, whatever is read.
        return at.house.statements.filter((sql) => !sql.includes('FROM content')).length
      }
      const before = await count()
      await at.aNew({ [name]: 'Noch eine' })
      expect(await count()).toBe(before)
      expect(before).toBeLessThanOrEqual(7)
      expect(id).toBeGreaterThan(0)
    })

    test('takes a form back as it stands, and changes nothing but the version', async () => {
      const { id, path } = await at.aNew()
      const before = draftOf(id)
      expect((await change(path, {})).status).toBe(303)
      expect(draftOf(id)).toMatchObject({ draft: before?.draft ?? {}, version: 2 })
    })

    test('shows before saving what readers will see, and each old value beside the new one', async () => {
      const { id, path } = await at.aNew({ [name]: 'Vorher' })
      const seen = await change(path, { [name]: 'Nachher', act: 'preview' })
      expect(seen.status).toBe(200)
      expect(seen.text('.preview')).toContain('Nachher')
      expect(rowsOf(seen)).toEqual([`${label} Vorher Nachher`])
      expect(draftOf(id)?.version).toBe(1)
    })

    test('keeps everything typed where something is wrong, and says it above and beside the field', async () => {
      const { path } = await at.aNew()
      const seen = await change(path, { [name]: '', [other]: '<b>Bleibt</b>' })
      expect(seen.status).toBe(422)
      expect(seen.$('.problem-summary a').attr('href')).toBe(`#${name}`)
      expect(seen.$(`[id="${name}"]`).attr('aria-invalid')).toBe('true')
      const kept = seen.$(`[id="${other}"]`)
      expect(kept.attr('value') ?? kept.text().trim()).toBe('<b>Bleibt</b>')
      expect((await change(path, { isAdministrator: '1' })).status).toBe(400)
      for (const field of seen.$('.problem-summary a').toArray())
        expect(seen.$(`[id="${seen.$(field).attr('href')?.slice(1)}"]`).length).toBe(1)
    })

    test('merges what two people changed, and asks where both changed the same', async () => {
      const { id, path } = await at.aNew({ [name]: 'Zu zweit' })
      const hers = filledIn(await at.writer.get(path))
      await change(path, { [other]: 'Von ihm' }, at.second)
      const merged = await at.writer.post(path, { ...hers, [name]: 'Von ihr' })
      expect(merged.status).toBe(409)
      expect(merged.text('[role=alert]')).toContain(otherLabel)
      expect((await at.writer.post(path, filledIn(merged))).status).toBe(303)
      const met = await at.writer.post(path, { ...hers, [name]: 'Noch anders' })
      expect(met.text('fieldset.conflict legend')).toBe(label)
      const chosen = await at.writer.post(path, { ...filledIn(met), [`choose.${name}`]: 'stored' })
      expect(chosen.status).toBe(303)
      expect(JSON.stringify(draftOf(id)?.draft)).toContain('Von ihr')
      expect(JSON.stringify(draftOf(id)?.draft)).toContain('Von ihm')
    })

    test('keeps every state, compares any two, and restores one as a further state', async () => {
      const { id, path } = await at.aNew({ [name]: 'Eins' })
      await change(path, { [name]: 'Zwei' })
      await change(path, { [name]: 'Drei' })
      const seen = await at.writer.get(`${path}/verlauf`)
      expect(seen.$('.revisions > li').length).toBe(3)
      expect(rowsOf(seen)).toEqual([`${label} Zwei Drei`])
      expect(rowsOf(await at.writer.get(`${path}/verlauf/2?mit=1`))).toEqual([`${label} Eins Zwei`])
      expect((await at.writer.get(`${path}/verlauf/1`)).text('.preview')).toContain('Eins')
      const restored = await at.writer.post(`${path}/verlauf/1/wiederherstellen`, { version: '3' })
      expect(restored.headers.location).toBe(`${path}?meldung=restored`)
      expect(draftOf(id)).toMatchObject({ version: 4, origin: 'restore' })
      expect((await at.writer.post(`${path}/verlauf/1/wiederherstellen`, { version: '3' })).status).toBe(409)
    })

    test('takes the newest change back from where it is told', async () => {
      const { id, path } = await at.aNew({ [name]: 'Eins' })
      expect((await at.writer.get(`${path}/verlauf/1`)).$('main form[action$=wiederherstellen]').length).toBe(
        0,
      )
      await change(path, { [name]: 'Versehen' })
      const seen = await at.writer.get(`${path}/verlauf/2`)
      expect(seen.text('#seither')).toBe('Was hier geändert wurde')
      expect(rowsOf(seen)).toEqual([`${label} Eins Versehen`])
      const form = seen.$('main form[action$=wiederherstellen]')
      expect(form.text().trim()).toBe('Diese Änderung zurücknehmen')
      await at.writer.post(String(form.attr('action')), {
        version: String(form.find('[name=version]').val()),
      })
      expect(draftOf(id)).toMatchObject({ version: 3, origin: 'restore' })
      expect(rowsOf(await at.writer.get(`${path}/verlauf/3`))).toEqual([`${label} Versehen Eins`])
    })

    test('archives an entry and gives it back', async () => {
      const { id, path } = await at.aNew({ [name]: 'Auf Zeit fort' })
      expect((await at.writer.post(`${path}/archivieren`, { version: '7' })).status).toBe(409)
      const archived = await at.writer.post(`${path}/archivieren`, { version: '1' })
      expect(archived.headers.location).toBe(`${path}?meldung=archived`)
      expect((await at.writer.get(`${list}?stand=archiv`)).text('tbody')).toContain('Auf Zeit fort')
      expect((await at.writer.get(`${path}/verlauf`)).text('.difference tbody')).toContain('Im Archiv seit')
      await change(path, { [other]: 'Im Archiv geändert' })
      expect(draftOf(id)?.archivedAt).not.toBeNull()
      expect((await at.writer.post(`${path}/zurueckholen`, { version: '3' })).status).toBe(303)
      expect((await at.writer.get(`${list}?stand=archiv`)).text('main')).not.toContain('Auf Zeit fort')
    })

    test('is closed to strangers, and leads nobody past signing in', async () => {
      const { id, path } = await at.aNew()
      const form = filledIn(await at.writer.get(path))
      for (const act of ['', '/archivieren', '/zurueckholen', '/verlauf/1/wiederherstellen']) {
        const sent = act === '' ? form : { version: '1' }
        for (const who of entry.strangers)
          expect([403, 404], `${who} ${act}`).toContain(
            (await at.people[who].post(`${path}${act}`, sent)).status,
          )
        expect((await at.house.visitor().post(`${path}${act}`, sent)).headers.location).toContain('/anmelden')
        expect((await at.writer.post(`${path}${act}`, sent, { 'sec-fetch-site': 'cross-site' })).status).toBe(
          403,
        )
      }
      for (const who of entry.strangers)
        expect(
          (await at.people[who].post(`${list}/neu`, { ...form, ...make(at.house), version: '' })).status,
          who,
        ).toBe(403)
      expect(draftOf(id)?.version).toBe(1)
    })

    test.each(['0', 'x', '99999'])('has no entry %s', async (id) => {
      for (const rest of ['', '/verlauf', '/verlauf/1'])
        expect((await at.writer.get(`${list}/${id}${rest}`)).status).toBe(404)
    })
  })
  return at
}
