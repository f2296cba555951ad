import { describe, expect, test } from 'vitest'
import { describeEntry } from '../support/desk-entry.ts'
import { filledIn } from '../support/filled.ts'

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
  test('reads opening hours as a sentence, and says them back', async () => {
    const { id, path } = await at.aNew({ openingHours: 'montags bis freitags 9 bis 17 Uhr' })
    expect(venueAt(id)?.openingHours?.slots).toMatchObject([{ start: '09:00', end: '17:00' }])
    const text = (await at.writer.get(path)).$('#openingHours').text().trim()
    expect(text).toBe('Montag bis Freitag 9–17 Uhr')
    await at.writer.post(path, filledIn(await at.writer.get(path)))
    expect(venueAt(id)?.openingHours?.slots).toMatchObject([{ start: '09:00', end: '17:00' }])
  })

  test('keeps a sentence that names no day, and asks where one cannot be sure', async () => {
    const { id, path } = await at.aNew({ openingHours: 'nach Vereinbarung' })
    expect(venueAt(id)?.openingHours).toEqual({ slots: [], note: 'nach Vereinbarung' })
    const form = { ...filledIn(await at.writer.get(path)), openingHours: 'manchmal montags, aber xyzzy 9' }
    const seen = await at.writer.post(path, form)
    expect(seen.status).toBe(422)
    expect(seen.$('.problem-summary a').attr('href')).toBe('#openingHours')
    expect(seen.$('#openingHours').text().trim()).toBe('manchmal montags, aber xyzzy 9')
  })

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
