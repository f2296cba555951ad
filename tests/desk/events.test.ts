import { describe, expect, test } from 'vitest'
import { describeEntry } from '../support/desk-entry.ts'
import { filledIn } from '../support/filled.ts'

const LIST = '/verwaltung/veranstaltungen'
const at = describeEntry({
  noun: 'event',
  list: LIST,
  writer: 'coordinator',
  make: (house) => ({
    title: 'Sommerfest am Fluss',
    startsOn: '13.6.2026',
    cityId: String(house.store.cities.bySlug('duisburg')?.id),
    'participations.0.organisationId': 'Chor der Brücken e.V.',
    'participations.0.role': 'organiser',
  }),
  fields: [
    ['title', 'Titel'],
    ['summary', 'Kurz gesagt'],
  ],
  strangers: ['other', 'editor', 'staff'],
})

const eventAt = (id: number) => at.house.store.events.byId(id)

describe('the form of an event', () => {
  test('understands days and times as people write them', async () => {
    const { id } = await at.aNew({
      startsOn: '13. Juni 2026',
      endsOn: '14.06.26',
      start: '18 Uhr',
      end: '9.30',
    })
    expect(eventAt(id)).toMatchObject({
      startsOn: '2026-06-13',
      endsOn: '2026-06-14',
      start: '18:00',
      end: '09:30',
    })
  })

  test('says all that is wrong with days, times, programme and organisations at once', async () => {
    const { path } = await at.aNew()
    const seen = await at.writer.post(path, {
      ...filledIn(await at.writer.get(path)),
      startsOn: '31.2.2026',
      start: 'abends',
      'programme.0.start': '12:00',
      'programme.0.title': '',
      'participations.1.organisationId': 'Verein Atlantis',
      'participations.1.role': 'guest',
      'participations.2.text': 'liest vor',
    })
    expect(seen.status).toBe(422)
    const links = seen.$('.problem-summary a').toArray()
    expect(new Set(links.map((link) => seen.$(link).attr('href')))).toEqual(
      new Set([
        '#startsOn',
        '#start',
        '#programme.0.title',
        '#participations.1.organisationId',
        '#participations.2.organisationId',
      ]),
    )
    expect(seen.$('[id="participations.1.organisationId"]').attr('value')).toBe('Verein Atlantis')
  })

  test('finds an organisation by the beginning of its name, and asks where several match', async () => {
    const { id } = await at.aNew({ 'participations.0.organisationId': 'Chor der Brü' })
    const [part] = eventAt(id)?.participations ?? []
    expect(at.house.store.organisations.byId(part?.organisationId ?? 0)?.name).toBe('Chor der Brücken e.V.')
    const { path } = await at.aNew()
    const form = filledIn(await at.writer.get(path))
    const seen = await at.writer.post(path, { ...form, 'participations.0.organisationId': 'Zentrum' })
    expect(seen.status).toBe(422)
    expect(seen.text('.problem-summary')).toContain('mehrere Organisationen')
  })

  test('takes house and room from one menu, and refuses a house of another town', async () => {
    const places = at.house.store.venues.places()
    const room = places.find(({ roomId, cityName }) => roomId !== null && cityName === 'Duisburg')
    const { id, path } = await at.aNew({ venueId: `${room?.venueId}-${room?.roomId}` })
    expect(eventAt(id)).toMatchObject({ venueId: room?.venueId, roomId: room?.roomId })
    const elsewhere = places.find(({ cityName }) => cityName !== 'Duisburg')
    const form = filledIn(await at.writer.get(path))
    const seen = await at.writer.post(path, { ...form, venueId: String(elsewhere?.venueId) })
    expect(seen.$('.problem-summary a').attr('href')).toBe('#venueId')
  })

  test('tells readers of a cancellation, with its reason', async () => {
    const { id } = await at.aNew({ title: 'Lesung im Hof', cancelledBecause: 'Die Autorin ist krank.' })
    const seen = await at.house.get(`/veranstaltungen/${eventAt(id)?.slug}`)
    expect(seen.text('.notice')).toContain('Die Autorin ist krank.')
  })

  test('holds the report afterwards, its lists one line each', async () => {
    const { id } = await at.aNew({
      startsOn: '1.4.2026',
      'report.text': 'Viele kamen.',
      'report.attendance': '60',
      'report.demands': 'Mehr Räume\n\nMehr Zeit',
    })
    expect(eventAt(id)?.report).toEqual({
      text: 'Viele kamen.',
      attendance: 60,
      workingGroups: [],
      demands: ['Mehr Räume', 'Mehr Zeit'],
    })
  })

  test('leaves an organisation alone whose name was not touched, even where another one has that name', async () => {
    const cityId = at.house.store.cities.bySlug('duisburg')?.id ?? 0
    const aGroup = async () => {
      const form = filledIn(await at.second.get('/verwaltung/organisationen/neu'))
      const group = { name: 'Lesekreis am Hafen', kind: 'group', cityId: String(cityId) }
      await at.second.post('/verwaltung/organisationen/neu', { ...form, ...group })
    }
    await aGroup()
    const { id, path } = await at.aNew({ 'participations.0.organisationId': 'Lesekreis am Hafen' })
    const before = eventAt(id)?.participations
    await aGroup()
    await at.writer.post(path, filledIn(await at.writer.get(path)))
    expect(eventAt(id)?.participations).toEqual(before)
  })

  test('of every demonstration event is accepted as it stands', async () => {
    for (const stand of ['', '?stand=vergangen']) {
      const rows = await at.second.get(`${LIST}${stand}`)
      for (const link of rows.$('tbody th a').toArray()) {
        const path = rows.$(link).attr('href') ?? ''
        const id = Number(path.split('/').at(-1))
        const before = eventAt(id)
        const answer = await at.second.post(path, filledIn(await at.second.get(path)))
        expect(answer.status, path).toBe(303)
        expect({ ...eventAt(id), version: 0 }).toEqual({ ...before, version: 0 })
      }
    }
  })
})

describe('an editor', () => {
  test('keeps the events that the own group organises, and sees no others in the list', async () => {
    const { editor } = at.people
    const { path } = await at.aNew({
      title: 'Lesung mit Amnesty',
      'participations.0.organisationId': 'Amnesty International, Gruppe Duisburg',
    })
    const seen = await editor.get(LIST)
    expect(seen.text('tbody')).toContain('Lesung mit Amnesty')
    expect(seen.text('tbody')).not.toContain('Sommerfest am Fluss')
    expect(seen.$('.page-head .button').length).toBe(0)
    const form = filledIn(await editor.get(path))
    expect((await editor.post(path, { ...form, summary: 'Mit Musik' })).status).toBe(303)
    const leipzig = String(at.house.store.cities.bySlug('leipzig')?.id)
    const moved = { ...filledIn(await editor.get(path)), cityId: leipzig }
    expect((await editor.post(path, moved)).status).toBe(403)
  })
})
