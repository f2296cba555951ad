import { describe, expect, test } from 'vitest'
import { describeEntry } from '../support/desk-entry.ts'
import { filledIn } from '../support/filled.ts'
import type { Seen } from '../support/house.ts'

const LIST = '/verwaltung/treffpunkte'
const at = describeEntry({
  noun: 'venue',
  list: LIST,
  writer: 'coordinator',
  make: (house) => ({
    name: 'Haus am Ring',
    street: 'Am Ring 1',
    postcode: '47051',
    cityId: String(house.store.cities.bySlug('duisburg')?.id),
    'rooms.0.name': 'Saal',
    'rooms.0.floor': 'Erdgeschoss',
    'rooms.0.seats': '40',
  }),
  fields: [
    ['name', 'Name'],
    ['arrival', 'Anfahrt'],
  ],
  strangers: ['other', 'editor', 'staff'],
})

const venueAt = (id: number) => at.house.store.venues.byId(id)

/** An event in a room of a venue. */
async function anEventIn(venueId: number, roomId: number | undefined, title = 'Konzert im Saal') {
  const form = filledIn(await at.writer.get('/verwaltung/veranstaltungen/neu'))
  const answer = await at.writer.post('/verwaltung/veranstaltungen/neu', {
    ...form,
    title,
    startsOn: '13.6.2026',
    cityId: String(at.house.store.cities.bySlug('duisburg')?.id),
    venueId: roomId === undefined ? String(venueId) : `${venueId}-${roomId}`,
    'participations.0.organisationId': 'Chor der Brücken e.V.',
    'participations.0.role': 'organiser',
  })
  return Number(/\d+/.exec(String(answer.headers.location))?.[0])
}

describe('the form of a venue', () => {
  test('keeps rooms the same rooms when they are renamed and put in another order', async () => {
    const { id, path } = await at.aNew({ 'rooms.1.name': 'Küche' })
    const [hall, kitchen] = venueAt(id)?.rooms ?? []
    const form = filledIn(await at.writer.get(path))
    await at.writer.post(path, { ...form, 'rooms.0.name': 'Großer Saal' })
    expect(venueAt(id)?.rooms).toMatchObject([
      { id: hall?.id, slug: hall?.slug, name: 'Großer Saal' },
      { id: kitchen?.id, name: 'Küche' },
    ])
  })

  test('cannot take the room of another house', async () => {
    const { id: victim } = await at.aNew()
    const { id, path } = await at.aNew()
    const roomId = String(venueAt(victim)?.rooms[0]?.id)
    await at.writer.post(path, { ...filledIn(await at.writer.get(path)), 'rooms.0.id': roomId })
    expect(venueAt(victim)?.rooms.length).toBe(1)
    expect(venueAt(id)?.rooms.map((room) => String(room.id))).not.toContain(roomId)
  })

  test('of every demonstration venue is accepted as it stands', async () => {
    const rows = await at.second.get(LIST)
    for (const link of rows.$('tbody th a').toArray()) {
      const path = rows.$(link).attr('href') ?? ''
      const id = Number(path.split('/').at(-1))
      const before = venueAt(id)
      expect((await at.second.post(path, filledIn(await at.second.get(path)))).status, path).toBe(303)
      expect({ ...venueAt(id), version: 0 }).toEqual({ ...before, version: 0 })
    }
  })
})

/** The sentence of opening hours that a page shows. */
const sentenceIn = (seen: Seen) => seen.$('#sentence').text().trim()

/** What the form of a venue sends with this sentence. */
const withSentence = async (path: string, sentence: string) => ({
  ...filledIn(await at.writer.get(path)),
  sentence,
})

describe('opening hours as houses write them', () => {
  test.each([
    [
      'Mo–Fr 9–12 Uhr, Do auch 14–18 Uhr',
      'Montag bis Mittwoch und Freitag 9–12 Uhr, Donnerstag 9–12 und 14–18 Uhr',
    ],
    ['montags bis freitags 9 bis 17 Uhr', 'Montag bis Freitag 9–17 Uhr'],
    ['Öffnungszeiten: Mo - Fr: 09:00 - 12:00 und 13:00 - 16:00 Uhr', 'Montag bis Freitag 9–12 und 13–16 Uhr'],
    [
      'Mo.–Do. 8.30–16.00 Uhr, Fr. 8.30–12.30 Uhr',
      'Montag bis Donnerstag 08:30–16:00 Uhr, Freitag 08:30–12:30 Uhr',
    ],
    ['Di–So 11–18 Uhr, montags geschlossen', 'Dienstag bis Sonntag 11–18 Uhr'],
    ['täglich außer montags 10–18 Uhr', 'Dienstag bis Sonntag 10–18 Uhr'],
    ['Mittwoch 15–17 Uhr', 'Jeden Mittwoch, 15–17 Uhr'],
    ['Bürozeiten Mo+Mi 9-13h', 'Jeden Montag und Mittwoch, 9–13 Uhr'],
    [
      'Mo 14–18, Di 9–12, Do 9–12 und 14–18',
      'Montag 14–18 Uhr, Dienstag 9–12 Uhr, Donnerstag 9–12 und 14–18 Uhr',
    ],
    [
      'Mo–Do 10:00–16:00, Fr 10:00–14:00 Uhr. An Feiertagen geschlossen.',
      'Montag bis Donnerstag 10–16 Uhr, Freitag 10–14 Uhr, nicht an Feiertagen',
    ],
    ['April bis Oktober täglich 9–19 Uhr', 'Täglich 9–19 Uhr, von April bis Oktober'],
    [
      'Mo 9-12\r\nDi 9-12\r\nMi geschlossen\r\nDo 14-18\r\nFr 9-12',
      'Montag, Dienstag und Freitag 9–12 Uhr, Donnerstag 14–18 Uhr',
    ],
  ])('„%s“ is saved without a question, and said back', async (typed, said) => {
    const { path } = await at.aNew()
    expect((await at.writer.post(path, { ...(await withSentence(path, typed)), act: 'stay' })).status).toBe(
      303,
    )
    expect(sentenceIn(await at.writer.get(path))).toBe(said)
  })

  test.each([
    ['Mo–Fr 9–12 Uhr sowie nach Vereinbarung', 'Montag bis Freitag 9–12 Uhr', 'nach Vereinbarung'],
    ['Café: Di–So 14–18 Uhr', 'Dienstag bis Sonntag 14–18 Uhr', 'Café'],
    ['nach telefonischer Vereinbarung', '', 'nach telefonischer Vereinbarung'],
  ])('„%s“ is saved once what is no fixed time was told', async (typed, said, note) => {
    const { path } = await at.aNew()
    const told = await at.writer.post(path, { ...(await withSentence(path, typed)), act: 'stay' })
    expect(told.status).toBe(422)
    expect(told.text('.schedule .notice')).toMatch(/keine feste Zeit/)
    expect(sentenceIn(told)).toBe(typed)
    expect((await at.writer.post(path, { ...filledIn(told), act: 'stay' })).status).toBe(303)
    const seen = await at.writer.get(path)
    expect([sentenceIn(seen), seen.$('#scheduleNote').attr('value')]).toEqual([said, note])
  })

  test.each([
    ['jeden zweiten Dienstag 15–17 Uhr', 'Alle zwei Wochen, oder der zweite im Monat?', 3],
    ['Mo–Fr 9–12 Uhr, 1. Do im Monat 14–18 Uhr', 'Gilt das an diesen Tagen stattdessen oder zusätzlich?', 2],
    ['Mittwoch 17 bis 15 Uhr', 'Die Angaben widersprechen sich. Was ist richtig?', 3],
    ['werktags 8–20 Uhr', 'Bitte lesen Sie diese Hinweise', 1],
    ['Mo–Fr ab 9 Uhr', 'Bitte lesen Sie diese Hinweise', 1],
    ['Freitag und Samstag bis 22 Uhr', 'Um wie viel Uhr beginnt es?', 1],
  ])(
    '„%s“ is asked about with its readings, and saved with the first answer',
    async (typed, question, count) => {
      const { id, path } = await at.aNew()
      const asked = await at.writer.post(path, { ...(await withSentence(path, typed)), act: 'stay' })
      expect(asked.status).toBe(422)
      const answers = asked.$('[name=answer]')
      expect(answers.length).toBe(count)
      expect(answers.closest('fieldset').find('legend').text().trim()).toBe(question)
      expect(venueAt(id)?.openingHours).toBeNull()
      const answer = answers.first().attr('value') ?? ''
      expect((await at.writer.post(path, { ...filledIn(asked), answer, act: 'stay' })).status).toBe(303)
      expect(venueAt(id)?.openingHours).not.toBeNull()
    },
  )

  test('an answer stands for no other sentence', async () => {
    const { id, path } = await at.aNew()
    const asked = await at.writer.post(path, await withSentence(path, 'jeden zweiten Dienstag 15–17 Uhr'))
    const answer = asked.$('[name=answer]').first().attr('value') ?? ''
    const other = { ...filledIn(asked), answer, sentence: 'jeden zweiten Freitag 15–17 Uhr', act: 'save' }
    expect((await at.writer.post(path, other)).status).toBe(422)
    expect(venueAt(id)?.openingHours).toBeNull()
  })

  test('are kept in times and note as they stand, and gone with the sentence', async () => {
    const { id, path } = await at.aNew({ sentence: 'Mo–Fr 9–17 Uhr', scheduleNote: 'Eingang im Hof' })
    const hours = venueAt(id)?.openingHours
    expect(hours).toMatchObject({ slots: [{ start: '09:00', end: '17:00' }], note: 'Eingang im Hof' })
    await at.writer.post(path, { ...filledIn(await at.writer.get(path)), name: 'Haus am Kreis' })
    expect(venueAt(id)?.openingHours).toEqual(hours)
    const form = { ...filledIn(await at.writer.get(path)), sentence: '', scheduleNote: '' }
    expect((await at.writer.post(path, form)).status).toBe(303)
    expect(venueAt(id)?.openingHours).toBeNull()
  })

  test('are shown to readers as the preview shows them, and are said in the history', async () => {
    const { id, path } = await at.aNew({ sentence: 'Mo–Fr 9–17 Uhr' })
    const form = await withSentence(path, 'Di–Sa 10–18 Uhr')
    expect((await at.writer.post(path, { ...form, act: 'preview' })).text('.preview')).toContain(
      'Dienstag bis Samstag 10–18 Uhr',
    )
    await at.writer.post(path, { ...form, act: 'save' })
    expect((await at.house.get(`/treffpunkte/${venueAt(id)?.slug}`)).text('main')).toContain(
      'Dienstag bis Samstag 10–18 Uhr',
    )
    expect((await at.writer.get(`${path}/verlauf`)).text('.difference')).toContain(
      'Öffnungszeiten Montag bis Freitag 9–17 Uhr Dienstag bis Samstag 10–18 Uhr',
    )
  })

  test('that two people changed are shown side by side in words', async () => {
    const { path } = await at.aNew({ sentence: 'Mo–Fr 9–17 Uhr' })
    const mine = await withSentence(path, 'Mo–Fr 9–18 Uhr')
    await at.second.post(path, { ...filledIn(await at.second.get(path)), sentence: 'Mo–Fr 8–17 Uhr' })
    const met = await at.writer.post(path, { ...mine, act: 'save' })
    expect([met.status, met.text('fieldset.conflict legend')]).toEqual([409, 'Öffnungszeiten'])
    expect(met.text('fieldset.conflict')).toMatch(/Freitag 9–18 Uhr.*Freitag 8–17 Uhr/)
    expect((await at.writer.post(path, filledIn(met))).status).toBe(303)
    expect(sentenceIn(await at.writer.get(path))).toBe('Montag bis Freitag 9–18 Uhr')
  })

  test('are said back before a town is chosen', async () => {
    const seen = await at.second.get(`${LIST}/neu`)
    expect(seen.$('[name=cityId]').val()).toBe('')
    const form = { ...filledIn(seen), name: 'Haus', street: 'Weg 1', postcode: '47051', cityId: '' }
    const told = await at.second.post(`${LIST}/neu`, { ...form, sentence: 'Mo–Fr 9–17 Uhr', act: 'check' })
    expect([told.status, sentenceIn(told)]).toEqual([422, 'Mo–Fr 9–17 Uhr'])
    expect(told.text('.answer-said')).toContain('Montag bis Freitag 9–17 Uhr')
  })

  test('can be given in single fields, one more time at once', async () => {
    const { id, path } = await at.aNew()
    const more = await at.writer.post(path, { ...filledIn(await at.writer.get(path)), add: 'slots' })
    const times = { 'slots.0.weekdays': '6', 'slots.0.start': '10', 'slots.0.end': '14' }
    expect((await at.writer.post(path, { ...filledIn(more), ...times, act: 'stay' })).status).toBe(303)
    expect(venueAt(id)?.openingHours?.slots).toMatchObject([{ start: '10:00', end: '14:00' }])
    expect(venueAt(id)?.rooms.length).toBe(1)
  })
})

describe('a room in use', () => {
  test('does not go, and the page says what would be left without a place', async () => {
    const { id, path } = await at.aNew()
    await anEventIn(id, venueAt(id)?.rooms[0]?.id)
    const seen = await at.writer.post(path, { ...filledIn(await at.writer.get(path)), 'rooms.0.remove': '1' })
    expect(seen.status).toBe(422)
    expect(seen.text('.problem-summary')).toContain('Konzert im Saal')
    expect(venueAt(id)?.rooms.length).toBe(1)
  })
})

describe('a venue in use', () => {
  test('goes to the archive only after everything was handed over to another house', async () => {
    const { id, path } = await at.aNew({ name: 'Haus, das schließt' })
    const { id: other } = await at.aNew({ name: 'Haus, das bleibt' })
    const event = await anEventIn(id, venueAt(id)?.rooms[0]?.id, 'Lesung im Saal')
    const refused = await at.writer.post(`${path}/archivieren`, { version: '1' })
    expect(refused.status).toBe(422)
    expect(refused.text('.problem-summary')).toContain('Lesung im Saal')
    expect(refused.$('#uebergabe').length).toBe(1)
    const answer = await at.writer.post(`${path}/uebergeben`, { to: String(other) })
    expect(answer.headers.location).toBe(`${path}?meldung=handedOver`)
    expect(at.house.store.events.byId(event)).toMatchObject({ venueId: other, roomId: null, version: 2 })
    expect((await at.writer.post(`${path}/archivieren`, { version: '1' })).status).toBe(303)
  })

  test('is handed over to no house of another town, nor by a stranger', async () => {
    const { id, path } = await at.aNew()
    const event = await anEventIn(id, undefined, 'Vortrag')
    const elsewhere = at.house.store.venues.lines().find(({ cityName }) => cityName !== 'Duisburg')
    for (const to of [String(elsewhere?.id), String(id), '99999', 'x', ''])
      expect((await at.writer.post(`${path}/uebergeben`, { to })).status).toBe(422)
    for (const person of [at.people.other, at.people.editor, at.people.staff])
      expect((await person.post(`${path}/uebergeben`, { to: '1' })).status).toBe(403)
    expect(at.house.store.events.byId(event)?.venueId).toBe(id)
  })
})

test('a renamed venue keeps its old address as a way to the new one', async () => {
  const { id, path } = await at.aNew({ name: 'Altes Haus' })
  const before = venueAt(id)?.slug
  await at.writer.post(path, { ...filledIn(await at.writer.get(path)), name: 'Neues Haus' })
  const seen = await at.house.get(`/treffpunkte/${before}`)
  expect([seen.status, seen.headers.location]).toEqual([301, `/treffpunkte/${venueAt(id)?.slug}`])
})
