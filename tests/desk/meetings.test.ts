import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saySchedule } from '../../src/i18n/say-rule.ts'
import { filledIn } from '../support/filled.ts'
import { openHouse, type Seen, type TestHouse, type Visitor } from '../support/house.ts'

let house: TestHouse
let coordinator: Visitor
let other: Visitor
let editor: Visitor
let staff: Visitor
let administrator: Visitor

beforeAll(async () => {
  house = await openHouse()
  coordinator = await house.signIn('coordinator')
  other = await house.signIn({ email: 'leipzig@treffpunkt.example' })
  editor = await house.signIn('editor')
  staff = await house.signIn('staff')
  administrator = await house.signIn('administrator')
})
afterAll(() => house.close())

const LIST = '/verwaltung/treffen'

function organisationId(slug: string): number {
  return house.store.organisations.bySlug(slug)?.id ?? Number.NaN
}

function pathOf(slug: string): string {
  return `${LIST}/${house.store.meetings.ofOrganisations([organisationId(slug)])[0]?.id}`
}

function stored(path: string) {
  return house.store.meetings.byId(Number(path.split('/').at(-1)))
}

/** Every Thursday at 19:00, of the choir in Duisburg. */
async function aNew(
  title: string,
  fields: Readonly<Record<string, string | string[]>> = {},
): Promise<string> {
  const address = `/verwaltung/organisationen/${organisationId('chor-der-bruecken-e-v')}/treffen/neu`
  const form = filledIn(await coordinator.get(address))
  const times = { 'slots.0.weekdays': '4', 'slots.0.start': '19', ...fields }
  const answer = await coordinator.post(address, { ...form, title, ...times })
  return String(answer.headers.location).replace(/\?.*$/, '')
}

const rowsIn = (seen: Seen, selector: string) =>
  seen
    .$(selector)
    .toArray()
    .map((row) => seen.$(row).text().replace(/\s+/g, ' ').trim())

describe('the list of meetings', () => {
  test('shows who may read everything all of it, and an editor those of the own groups', async () => {
    expect((await staff.get(LIST)).$('tbody tr').length).toBeGreaterThan(20)
    const own = await editor.get(LIST)
    expect(rowsIn(own, 'tbody tr td:nth-of-type(1)')).toEqual([
      'Amnesty International, Gruppe Duisburg',
      'Amnesty International, Gruppe Duisburg',
    ])
  })

  test('says of each its times and its next date', async () => {
    const seen = await coordinator.get(`${LIST}?q=Gruppentreffen&ort=duisburg`)
    expect(rowsIn(seen, 'tbody tr')).toEqual([
      expect.stringMatching(
        /^GruppentreffenAmnesty .*Jeden 1\. und 3\. Mittwoch im Monat, 19:30 UhrHeute, Mittwoch, 3\. Juni/,
      ),
    ])
  })

  test.each([
    ['?q=chor', 'Chorprobe'],
    ['?ort=gera', 'Übersetzungstisch'],
    ['?haus=internationales-zentrum-duisburg&tag=fr', 'Spielabend'],
    ['?gruppe=klub-filmowy-kadr', 'Filmabend'],
  ])('is narrowed by %s', async (query, title) => {
    const seen = await administrator.get(`${LIST}${query}`)
    expect(seen.status).toBe(200)
    expect(seen.text('tbody')).toContain(title)
    expect(seen.text('tbody')).not.toContain('Fahrradkurs')
  })

  test.each(['?ort=atlantis', '?haus=luftschloss', '?gruppe=niemand', '?tag=xx', '?stand=weg'])(
    'says of %s that there is none of that name',
    async (query) => {
      const seen = await coordinator.get(`${LIST}${query}`)
      expect(seen.status).toBe(404)
      expect(seen.text('.notice')).toContain(query.split('=')[1] ?? '')
    },
  )

  test('is made with a fixed number of statements', async () => {
    const count = async (path: string) => {
      house.statements.length = 0
      await coordinator.get(path)
      return house.statements.length
    }
    expect(await count(LIST)).toBe(await count(`${LIST}?ort=weida`))
    expect(await count(LIST)).toBeLessThanOrEqual(8)
  })
})

describe('a meeting', () => {
  test('is made at its organisation, and stands on its page with the next answer', async () => {
    const path = await aNew('Offene Probe', {
      'slots.0.end': '21.30 Uhr',
      scheduleNote: 'Noten gibt es dort.',
    })
    expect(stored(path)).toMatchObject({
      title: 'Offene Probe',
      schedule: {
        slots: [{ start: '19:00', end: '21:30', rule: { pattern: { kind: 'weekly', weekdays: [4] } } }],
        note: 'Noten gibt es dort.',
      },
    })
    const seen = await house.get('/organisationen/chor-der-bruecken-e-v')
    expect(rowsIn(seen, '.meeting-rule')).toContain('Jeden Donnerstag, 19:00–21:30 Uhr – Noten gibt es dort.')
  })

  test('of the demonstration is accepted as it stands, and changes nothing but the version', async () => {
    const rows = await administrator.get(LIST)
    const paths = rows
      .$('tbody th a')
      .toArray()
      .map((link) => rows.$(link).attr('href') ?? '')
    for (const path of paths) {
      const before = stored(path)
      const answer = await administrator.post(path, filledIn(await administrator.get(path)))
      expect([path, answer.status, rowsIn(answer, '.problem-summary li')]).toEqual([path, 303, []])
      const after = stored(path)
      expect({ ...after, version: 0, updatedAt: '' }).toEqual({ ...before, version: 0, updatedAt: '' })
    }
  })

  test('keeps everything typed, and says all that is wrong at its field', async () => {
    const path = await aNew('Bleibt stehen')
    const seen = await coordinator.post(path, {
      ...filledIn(await coordinator.get(path)),
      title: '',
      'slots.0.start': 'abends',
      'slots.0.every': '2',
      'slots.1.kind': 'monthly-weekday',
      'slots.1.start': '18',
      'slots.1.end': '17.30',
      'slots.1.from': '31.2.2026',
    })
    expect(seen.status).toBe(422)
    const links = seen
      .$('.problem-summary a')
      .toArray()
      .map((link) => seen.$(link).attr('href'))
    expect(links).toEqual([
      '#title',
      '#slots.0.start',
      '#slots.1.from',
      '#slots.0.anchor',
      '#slots.1.ordinals',
      '#slots.1.weekdays',
      '#slots.1.end',
    ])
    for (const link of links) expect(seen.$(`[id="${link?.slice(1)}"]`).length).toBe(1)
    expect(seen.$('[id="slots.0.start"]').attr('value')).toBe('abends')
    expect(seen.$('[id="slots.1.from"]').attr('value')).toBe('31.2.2026')
    expect(stored(path)?.version).toBe(1)
  })

  test('needs times, or a note instead', async () => {
    const path = await aNew('Zeitlos')
    const form = { ...filledIn(await coordinator.get(path)), 'slots.0.remove': '1' }
    const refused = await coordinator.post(path, form)
    expect([refused.status, refused.text('.problem-summary li')]).toEqual([
      422,
      'Geben Sie an, wann das Treffen ist, oder schreiben Sie zum Beispiel „nach Vereinbarung“.',
    ])
    const href = refused.$('.problem-summary a').attr('href') ?? ''
    expect(refused.$(`[id="${href.slice(1)}"]`).length).toBe(1)
    await coordinator.post(path, { ...form, scheduleNote: 'nach Vereinbarung' })
    expect(stored(path)?.schedule).toEqual({ slots: [], note: 'nach Vereinbarung' })
  })

  test('is in a house and a room of it, chosen at once', async () => {
    const path = await aNew('Im Saal')
    const house3 = house.store.venues.bySlug('internationales-zentrum-duisburg')
    const room = house3?.rooms[0]
    const form = filledIn(await coordinator.get(path))
    await coordinator.post(path, { ...form, house: `${house3?.id}.${room?.id}` })
    expect(stored(path)).toMatchObject({ venueId: house3?.id, roomId: room?.id })
    const wrong = await coordinator.post(path, { ...form, house: `${house3?.id}.999`, version: '2' })
    expect([wrong.status, wrong.text('.problem-summary li')]).toEqual([
      422,
      'Wählen Sie einen Treffpunkt aus der Liste.',
    ])
  })

  test('shows before saving what readers will see, and the old times beside the new ones', async () => {
    const path = await aNew('Vorher')
    const seen = await coordinator.post(path, {
      ...filledIn(await coordinator.get(path)),
      title: 'Nachher',
      'slots.0.start': '20:00',
      act: 'preview',
    })
    expect(seen.status).toBe(200)
    expect(seen.text('.preview .meeting h3')).toBe('Nachher')
    expect(seen.text('.preview .meeting-rule')).toBe('Jeden Donnerstag, 20 Uhr')
    expect(rowsIn(seen, '.difference tbody tr')).toEqual([
      'Titel Vorher Nachher',
      'Zeiten Jeden Donnerstag, 19 Uhr Jeden Donnerstag, 20 Uhr',
    ])
    expect(stored(path)?.version).toBe(1)
  })

  test('is said back with its next twelve dates and every gap when the times are checked', async () => {
    const path = await aNew('Geprüft')
    const seen = await coordinator.post(path, {
      ...filledIn(await coordinator.get(path)),
      'slots.0.public': 'skip',
      title: '',
      act: 'check',
    })
    expect(seen.status).toBe(200)
    expect(seen.text('.answer-said')).toBe(
      'So wird es verstanden: Jeden Donnerstag, 19 Uhr, nicht an Feiertagen in Nordrhein-Westfalen',
    )
    expect(rowsIn(seen, '.answer li')[0]).toContain('fällt aus Fronleichnam')
    expect(seen.$('.answer li').length).toBe(13)
    expect(seen.$('[id="slots.0.public"] option[selected]').attr('value')).toBe('skip')
    expect(stored(path)?.version).toBe(1)
  })

  test('gets one more time, and loses one that is to be removed', async () => {
    const path = await aNew('Mehrmals')
    const form = filledIn(await coordinator.get(path))
    const seen = await coordinator.post(path, { ...form, add: 'slots' })
    expect([seen.status, seen.$('.slot').length]).toEqual([200, 2])
    await coordinator.post(path, { ...filledIn(seen), 'slots.1.weekdays': ['1', '2'], 'slots.0.remove': '1' })
    expect(stored(path)?.schedule.slots.map(({ rule }) => rule.pattern)).toEqual([
      { kind: 'weekly', weekdays: [1, 2], every: 1, anchor: null },
    ])
  })

  test('is archived and brought back by whoever may edit it', async () => {
    const path = await aNew('Ruht')
    expect((await coordinator.post(`${path}/archivieren`, { version: '1' })).status).toBe(303)
    expect((await coordinator.get(LIST)).text('tbody')).not.toContain('Ruht')
    expect((await coordinator.get(`${LIST}?stand=archiv`)).text('tbody')).toContain('Ruht')
    expect((await coordinator.post(`${path}/zurueckholen`, { version: '1' })).status).toBe(409)
    expect((await coordinator.post(`${path}/zurueckholen`, { version: '2' })).status).toBe(303)
  })
})

describe('times in a sentence', () => {
  const changed = async (path: string, fields: Record<string, string>) =>
    coordinator.post(path, { ...filledIn(await coordinator.get(path)), act: 'save', ...fields })
  const rule = (path: string) => {
    const schedule = stored(path)?.schedule
    return schedule === undefined ? '' : saySchedule(schedule, 'de')
  }

  test('are saved at once where they have one meaning, and said the same on every page', async () => {
    const path = await aNew('Mit Satz')
    expect((await coordinator.get(path)).$('#sentence').text().trim()).toBe('Jeden Donnerstag, 19 Uhr')
    const sentence = 'jeden 1. und 3. Mittwoch eines Monats um 19:30 Uhr'
    expect((await changed(path, { sentence })).status).toBe(303)
    expect(rule(path)).toBe('Jeden 1. und 3. Mittwoch im Monat, 19:30 Uhr')
    const fields = filledIn(await coordinator.get(path))
    expect(fields).toMatchObject({
      sentence: 'Jeden 1. und 3. Mittwoch im Monat, 19:30 Uhr',
      'slots.0.kind': 'monthly-weekday',
      'slots.0.ordinals': ['1', '3'],
    })
  })

  test('make a new meeting without any field', async () => {
    const path = await aNew('Nur ein Satz', {
      'slots.0.weekdays': [],
      'slots.0.start': '',
      sentence: 'Mo-Fr 9-12 Uhr',
    })
    expect(rule(path)).toBe('Montag bis Freitag 9–12 Uhr')
  })

  test('are said back with their next dates when they are checked, and nothing is saved', async () => {
    const path = await aNew('Nur geprüft')
    const seen = await changed(path, { sentence: 'montags um 18 Uhr, nicht an Feiertagen', act: 'check' })
    expect(seen.status).toBe(200)
    expect(seen.text('.answer-said')).toContain('Jeden Montag, 18 Uhr, nicht an Feiertagen')
    expect(seen.$('.answer li').length).toBeGreaterThanOrEqual(12)
    expect(seen.$('#sentence').text().trim()).toBe('montags um 18 Uhr, nicht an Feiertagen')
    expect(seen.$('[id="slots.0.public"] option[selected]').attr('value')).toBe('skip')
    expect(stored(path)?.version).toBe(1)
    expect((await coordinator.post(path, filledIn(seen))).status).toBe(303)
    expect(rule(path)).toBe('Jeden Montag, 18 Uhr, nicht an Feiertagen')
  })

  test('with two meanings are asked about, each with its dates, before anything is saved', async () => {
    const path = await aNew('Zweideutig')
    const asked = await changed(path, { sentence: 'jeden zweiten Montag um 18 Uhr' })
    expect([asked.status, asked.text('.problem-summary li')]).toEqual([
      422,
      'Wählen Sie bei den Zeiten, welche Lesart gemeint ist.',
    ])
    const choices = rowsIn(asked, '#schedule > .choices .choice')
    expect(choices.length).toBeGreaterThan(1)
    for (const choice of choices) expect(choice).toMatch(/: Mo\., \d\d\.\d\d\.2026; Mo\., /)
    expect(stored(path)?.version).toBe(1)
    const monthly = asked
      .$('#schedule > .choices .choice')
      .filter((_, row) => asked.$(row).text().includes('im Monat'))
    const answer = monthly.find('input').attr('value') ?? ''
    expect((await coordinator.post(path, { ...filledIn(asked), answer, act: 'save' })).status).toBe(303)
    expect(rule(path)).toBe('Jeden 2. Montag im Monat, 18 Uhr')
  })

  test('are asked about with the dates on which they are held, those that are free left out', async () => {
    const path = await aNew('Zweideutig in den Ferien')
    const sentence = 'jeden zweiten Montag um 18 Uhr, nicht in den Schulferien'
    const asked = await changed(path, { sentence })
    const monthly = rowsIn(asked, '#schedule > .choices .choice').find((row) => row.includes('im Monat'))
    // The second Monday of August lies in the summer holidays.
    expect(monthly).toMatch(/: Mo\., 08\.06\.2026; Mo\., 13\.07\.2026; Mo\., 14\.09\.2026/)
  })

  test('that are incomplete are refused with the question, and may stand as a note', async () => {
    const path = await aNew('Unvollständig')
    const refused = await changed(path, { sentence: 'alle zwei Wochen um 18 Uhr' })
    expect(refused.status).toBe(422)
    expect(refused.text('.problem-summary li')).toBe('Ergänzen Sie die Zeiten („An welchem Tag?“).')
    await coordinator.post(path, { ...filledIn(refused), answer: 'note', act: 'save' })
    expect(stored(path)?.schedule).toEqual({ slots: [], note: 'alle zwei Wochen um 18 Uhr' })
  })

  test('with a warning are saved only once somebody says so', async () => {
    const path = await aNew('Ungefähr')
    const warned = await changed(path, { sentence: 'montags gegen 18 Uhr' })
    expect(warned.status).toBe(422)
    expect(warned.text('.notice[data-kind=warning]')).toContain('nur ungefähr')
    expect(warned.$('.answer li').length).toBe(12)
    await coordinator.post(path, { ...filledIn(warned), answer: 'anyway', act: 'save' })
    expect(rule(path)).toBe('Jeden Montag, 18 Uhr')
  })

  test('without a rule are shown as they are, once somebody has seen that', async () => {
    const path = await aNew('Ohne Regel')
    const seen = await changed(path, { sentence: 'nach Vereinbarung' })
    expect([seen.status, seen.text('.answer')]).toEqual([422, expect.stringContaining('Kein fester Termin')])
    expect((await coordinator.post(path, { ...filledIn(seen), act: 'save' })).status).toBe(303)
    expect(stored(path)?.schedule).toEqual({ slots: [], note: 'nach Vereinbarung' })
  })

  test('typed beside changed fields ask which of both is to stand', async () => {
    const path = await aNew('Beides')
    const both = await changed(path, { sentence: 'montags um 9 Uhr', 'slots.0.start': '20:00' })
    expect(both.status).toBe(422)
    expect(rowsIn(both, '#schedule > .choices .choice')).toEqual([
      'Der Satz: „montags um 9 Uhr“',
      'Die Felder: Jeden Donnerstag, 20 Uhr',
    ])
    await coordinator.post(path, { ...filledIn(both), source: 'fields', act: 'save' })
    expect(rule(path)).toBe('Jeden Donnerstag, 20 Uhr')
  })

  test('that leave exceptions without a date ask about those, too', async () => {
    const path = await aNew('Mit Ausnahme')
    await coordinator.post(`${path}/termine/2026-06-11`, { act: 'cancel', version: '1' })
    const asked = await changed(path, { sentence: 'montags um 9 Uhr' })
    expect([asked.status, asked.text('.problem-summary li')]).toEqual([
      422,
      'Entscheiden Sie, was aus den Ausnahmen wird, die nicht mehr passen.',
    ])
  })
})

describe('two people at one meeting', () => {
  test('who changed different things lose nothing', async () => {
    const path = await aNew('Zu zweit')
    const hers = filledIn(await coordinator.get(path))
    const theirs = filledIn(await administrator.get(path))
    await administrator.post(path, { ...theirs, 'slots.0.start': '18:00' })
    const met = await coordinator.post(path, { ...hers, title: 'Zu zweit gesungen' })
    expect(met.status).toBe(409)
    expect(met.text('[role=alert]')).toContain('Zeiten')
    expect((await coordinator.post(path, filledIn(met))).status).toBe(303)
    expect(stored(path)).toMatchObject({
      title: 'Zu zweit gesungen',
      schedule: { slots: [{ start: '18:00' }] },
    })
  })

  test('who both changed the times choose between two sentences', async () => {
    const path = await aNew('Streit')
    const hers = filledIn(await coordinator.get(path))
    const theirs = filledIn(await administrator.get(path))
    await administrator.post(path, { ...theirs, 'slots.0.start': '18:00' })
    const met = await coordinator.post(path, { ...hers, 'slots.0.start': '20:00' })
    expect(met.status).toBe(409)
    expect(rowsIn(met, '.conflict-text')).toEqual(['Jeden Donnerstag, 20 Uhr', 'Jeden Donnerstag, 18 Uhr'])
    await coordinator.post(path, { ...filledIn(met), 'choose.slots': 'stored' })
    expect(stored(path)?.schedule.slots[0]?.start).toBe('18:00')
  })

  test('one of whom cancels a date while the other edits: both stand', async () => {
    const path = await aNew('Zugleich')
    const form = filledIn(await coordinator.get(path))
    await administrator.post(`${path}/termine/2026-06-11`, { act: 'cancel', reason: 'Krank', version: '1' })
    const met = await coordinator.post(path, { ...form, title: 'Zugleich geändert' })
    expect(met.status).toBe(409)
    await coordinator.post(path, filledIn(met))
    expect(stored(path)).toMatchObject({ title: 'Zugleich geändert', exceptions: [{ reason: 'Krank' }] })
  })
})

describe('the dates of a meeting', () => {
  test('are cancelled in two steps, with a reason that readers see, and taken back in one', async () => {
    const path = await aNew('Absagen')
    const list = await coordinator.get(`${path}/termine`)
    const change = list.$('.date-row a.button').eq(1).attr('href') ?? ''
    expect(change).toBe(`${path}/termine/2026-06-11`)
    const form = filledIn(await coordinator.get(change))
    const answer = await coordinator.post(change, { ...form, reason: 'Die Leitung ist erkrankt.' })
    expect(answer.headers.location).toBe(`${path}/termine?meldung=saved`)
    const card = (await house.get('/organisationen/chor-der-bruecken-e-v')).$(
      `#treffen-${path.split('/').at(-1)} .leaf-strip li`,
    )
    expect(card.eq(1).text().replace(/\s+/g, ' ')).toContain('fällt aus Die Leitung ist erkrankt.')
    const after = await coordinator.get(`${path}/termine`)
    const key = after.$('input[name=key]').attr('value') ?? ''
    expect(after.text('main')).toContain('Do., 11.06.2026 fällt aus (Die Leitung ist erkrankt.)')
    expect((await coordinator.post(`${path}/termine/zuruecknehmen`, { key, version: '2' })).status).toBe(303)
    expect(stored(path)?.exceptions).toEqual([])
    expect(house.store.revisions.ofEntry('meeting', Number(path.split('/').at(-1))).length).toBe(3)
  })

  test('are moved, and say on both days where they are', async () => {
    const path = await aNew('Verlegen')
    const at = `${path}/termine/2026-06-11`
    const page = await coordinator.get(at)
    expect(page.$('form.form').length).toBe(2)
    const moved = { act: 'move', day: '12. Juni 2026', start: '18', moveReason: 'Saal belegt', version: '1' }
    await coordinator.post(at, moved)
    expect(stored(path)?.exceptions).toEqual([
      {
        kind: 'moved',
        on: '2026-06-11',
        start: null,
        to: { day: '2026-06-12', start: '18:00', end: null },
        reason: 'Saal belegt',
      },
    ])
    const rows = rowsIn(await coordinator.get(`${path}/termine`), '.date-rows li')
    expect(rows[1]).toContain('verlegt auf Fr., 12.06.2026 Saal belegt')
    expect(rows[2]).toContain('verlegt vom Do., 11.06.2026 Saal belegt')
  })

  test('are added, and pause for a whole time', async () => {
    const path = await aNew('Mehr und weniger')
    await coordinator.post(`${path}/termine/zusatz`, { day: '5.6.2026', start: '10', version: '1' })
    const pause = { from: '1.7.2026', until: '31. August 2026', reason: 'Sommerpause', version: '2' }
    expect((await coordinator.post(`${path}/termine/pause`, pause)).status).toBe(303)
    const seen = await coordinator.get(`${path}/termine`)
    const rows = rowsIn(seen, '.date-rows li')
    expect(rows[1]).toContain('Freitag, 5. Juni, 10:00 Uhr Zusatztermin')
    expect(rows.find((row) => row.includes('Sommerpause'))).toContain('Donnerstag, 2. Juli')
    expect(seen.text('main')).toContain('Sommerpause: 1. Juli bis 31. August 2026')
  })

  test('with one start of several name the one that is meant', async () => {
    const path = await aNew('Zweimal', {
      'slots.1.kind': 'weekly',
      'slots.1.weekdays': '4',
      'slots.1.start': '10',
    })
    const seen = await coordinator.get(`${path}/termine`)
    const href = seen.$('.date-row a.button').eq(3).attr('href') ?? ''
    expect(href).toBe(`${path}/termine/2026-06-11?zeit=19%3A00`)
    await coordinator.post(href.replace(/\?.*/, ''), filledIn(await coordinator.get(href)))
    expect(stored(path)?.exceptions).toMatchObject([{ kind: 'cancelled', on: '2026-06-11', start: '19:00' }])
  })

  test.each<[string, string, Record<string, string>, number, string[]]>([
    ['cancelled on a day without one', '2026-06-12', { act: 'cancel' }, 422, []],
    ['moved to no day', '2026-06-11', { act: 'move', day: 'bald', start: 'spät' }, 422, ['#day', '#start']],
    ['moved to where it is', '2026-06-11', { act: 'move', day: '11.6.2026' }, 422, ['#day']],
    [
      'moved to end before it starts',
      '2026-06-11',
      { act: 'move', day: '12.6.2026', start: '19', end: '18' },
      422,
      ['#end'],
    ],
    ['added without a day', 'zusatz', {}, 422, ['#day']],
    ['made to pause backwards', 'pause', { from: '2.7.2026', until: '1.7.2026' }, 422, ['#until']],
    ['treated in a way that there is not', '2026-06-11', { act: 'evil' }, 400, []],
    ['given a field of nobody', '2026-06-11', { act: 'cancel', evil: '1' }, 400, []],
    ['named by no day', 'morgen', { act: 'cancel' }, 404, []],
  ])('cannot be %s', async (_what, at, fields, status, links) => {
    const path = await aNew('Unversehrt')
    const seen = await coordinator.post(`${path}/termine/${at}`, { ...fields, version: '1' })
    expect(seen.status).toBe(status)
    expect(
      seen
        .$('.problem-summary a')
        .toArray()
        .map((link) => seen.$(link).attr('href')),
    ).toEqual(links)
    for (const link of links) expect(seen.$(`[id="${link.slice(1)}"]`).length).toBe(1)
    expect(stored(path)).toMatchObject({ version: 1, exceptions: [] })
  })

  test('changed from an outdated page change nothing, and what was typed stays', async () => {
    const path = await aNew('Zu spät')
    await coordinator.post(`${path}/termine/2026-06-11`, { act: 'cancel', version: '1' })
    const late = await coordinator.post(`${path}/termine/2026-06-18`, {
      act: 'cancel',
      reason: 'Krank',
      version: '1',
    })
    expect(late.status).toBe(409)
    expect(late.$('#reason').attr('value')).toBe('Krank')
    expect((await coordinator.post(`${path}/termine/2026-06-18`, filledIn(late))).status).toBe(303)
    expect(stored(path)?.exceptions.length).toBe(2)
  })

  test('are changed from the page of the group by whoever may, and by nobody else', async () => {
    const group = '/organisationen/chor-der-bruecken-e-v'
    const link = '.meeting a[href$="/termine"]'
    expect((await coordinator.get(group)).$(link).length).toBeGreaterThan(0)
    for (const person of [house, other, editor, staff])
      expect((await person.get(group)).$(link).length).toBe(0)
  })
})

describe('new times', () => {
  const withException = async (title: string) => {
    const path = await aNew(title)
    await coordinator.post(`${path}/termine/2026-06-11`, { act: 'cancel', reason: 'Krank', version: '1' })
    return path
  }

  test('keep the exceptions that still fit without a word', async () => {
    const path = await withException('Passt noch')
    const form = filledIn(await coordinator.get(path))
    expect((await coordinator.post(path, { ...form, 'slots.0.start': '20' })).status).toBe(303)
    expect(stored(path)?.exceptions.length).toBe(1)
  })

  test.each([
    ['drop', 0],
    ['keep', 1],
  ])('ask about those that do not fit, before anything is saved: %s', async (fate, left) => {
    const path = await withException(`Passt nicht mehr ${fate}`)
    const form = filledIn(await coordinator.get(path))
    const asked = await coordinator.post(path, { ...form, 'slots.0.weekdays': '3', act: 'save' })
    expect(asked.status).toBe(422)
    expect(asked.text('fieldset.choices[data-problem]')).toContain('Do., 11.06.2026 fällt aus (Krank)')
    expect(stored(path)?.version).toBe(2)
    const value = asked.$(`input[name=misfits][value^=${fate}]`).attr('value') ?? ''
    expect((await coordinator.post(path, { ...filledIn(asked), misfits: value, act: 'save' })).status).toBe(
      303,
    )
    expect(stored(path)?.exceptions.length).toBe(left)
  })

  test('do not take an answer that was given for other exceptions', async () => {
    const path = await withException('Andere Antwort')
    const form = filledIn(await coordinator.get(path))
    const sent = { ...form, 'slots.0.weekdays': '3', act: 'save', misfits: 'drop.cancelled_2026-06-18' }
    expect((await coordinator.post(path, sent)).status).toBe(422)
    expect(stored(path)?.exceptions.length).toBe(1)
  })
})

describe('others', () => {
  test('may read, or not even that', async () => {
    const path = pathOf('chor-der-bruecken-e-v')
    expect((await staff.get(path)).$('form.form').length).toBe(0)
    expect((await staff.get(path)).text('.facts')).toContain('Jeden Donnerstag')
    expect((await staff.get(`${path}/termine`)).$('.date-row a.button').length).toBe(0)
    expect((await editor.get(path)).status).toBe(403)
    expect((await house.get(path)).headers.location).toMatch(/^\/anmelden/)
  })

  test('cannot write', async () => {
    const path = pathOf('chor-der-bruecken-e-v')
    const version = String(stored(path)?.version)
    for (const person of [other, editor, staff]) {
      expect((await person.post(path, { version })).status).toBe(403)
      expect((await person.post(`${path}/termine/pause`, { version })).status).toBe(403)
      expect((await person.post(`${path}/archivieren`, { version })).status).toBe(403)
    }
  })
})

describe('the history of a meeting', () => {
  test('tells times and exceptions in words, and restores a state', async () => {
    const path = await aNew('Mit Geschichte')
    await coordinator.post(`${path}/termine/2026-06-11`, { act: 'cancel', reason: 'Krank', version: '1' })
    await coordinator.post(path, { ...filledIn(await coordinator.get(path)), 'slots.0.start': '20:00' })
    const seen = await coordinator.get(`${path}/verlauf`)
    expect(rowsIn(seen, '.revisions > li:nth-child(-n+2) .difference tbody tr')).toEqual([
      'Zeiten Jeden Donnerstag, 19 Uhr Jeden Donnerstag, 20 Uhr',
      'Ausnahmen leer Do., 11.06.2026 fällt aus (Krank)',
    ])
    expect((await coordinator.get(`${path}/verlauf/2`)).text('.preview .meeting-rule')).toBe(
      'Jeden Donnerstag, 19 Uhr',
    )
    await coordinator.post(`${path}/verlauf/1/wiederherstellen`, { version: '3' })
    expect(stored(path)).toMatchObject({
      version: 4,
      exceptions: [],
      schedule: { slots: [{ start: '19:00' }] },
    })
  })
})
