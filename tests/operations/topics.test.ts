import { describe, expect, test } from 'vitest'
import { createTopic, handOverTopic } from '../../src/operations/topics.ts'
import {
  anEvent,
  anOrganisation,
  aProject,
  aTopic,
  aVenue,
  idOf,
  openTown,
  problemsOf,
} from '../support/cast.ts'
import { time } from '../support/schedules.ts'

const MUSIC = { slug: '', names: { de: 'Musik und Tanz', en: 'Music and dance' } }

test('an administrator creates a topic, and its history begins', () => {
  const { office, by } = openTown()
  const id = idOf(createTopic(office, by.administrator, MUSIC))
  expect(office.store.topics.all()).toMatchObject([{ ...MUSIC, id, slug: 'musik-und-tanz' }])
  expect(office.store.revisions.ofEntry('topic', id)).toMatchObject([
    { version: 1, by: 'administrator', state: { ...MUSIC, slug: 'musik-und-tanz' } },
  ])
})

test('nobody else does', () => {
  const { office, by } = openTown()
  for (const person of [by.coordinator, by.editor, by.staff, by.stranger])
    expect(() => createTopic(office, person, MUSIC)).toThrow('forbidden')
  expect(office.store.topics.all()).toEqual([])
})

test('it needs a name in every language of the site, and an address of its own', () => {
  const { office, by } = openTown()
  idOf(createTopic(office, by.administrator, MUSIC))
  const draft = { slug: 'musik-und-tanz', names: { de: 'Musik', en: '' } }
  expect(problemsOf(createTopic(office, by.administrator, draft))).toEqual([
    'names.en name.missing',
    'slug slug.taken',
  ])
})

describe('a topic hands over', () => {
  test('all that is about it in one batch, or none of it', () => {
    const { office, by, cityId, groupId } = openTown()
    const [from, to] = [aTopic(office, 'Dame'), aTopic(office, 'Brettspiele')]
    const topicIds = [from]
    const organisations = ['Erste', 'Zweite'].map((name) =>
      anOrganisation(office, { name, cityId, topicIds }),
    )
    const event = anEvent(office, { cityId, topicIds }, groupId)
    const project = aProject(office, { cityId, topicIds }, groupId)
    const handOver = () => handOverTopic(office, by.administrator, { id: from, to })
    // A project that nobody could save as it is: written before there were rules.
    office.database.prepare("UPDATE project_part SET role = 'partner'").run()
    const refused = handOver()
    expect(refused).toEqual({
      kind: 'refused',
      problems: [{ field: 'to', key: 'topic.notMoved', params: { names: 'Netzwerk Integration' } }],
    })
    expect(office.store.topicUses.ofTopic(to)).toEqual([])
    office.database.prepare("UPDATE project_part SET role = 'carrier'").run()
    expect(handOver().kind).toBe('saved')
    expect(office.store.topicUses.ofTopic(from)).toEqual([])
    expect(office.store.topicUses.ofTopic(to).map(({ noun, id }) => [noun, id])).toEqual([
      ...organisations.map((id) => ['organisation', id]),
      ['event', event],
      ['project', project],
    ])
    const batches = office.database
      .prepare('SELECT batch, count(*) AS count FROM revision WHERE version = 2 GROUP BY batch')
      .all()
    expect(batches).toEqual([{ batch: expect.stringMatching(/^[\da-f-]{36}$/), count: 4 }])
  })

  test('an event although its room is taken twice: nobody is asked about the room for that', () => {
    const { office, by, cityId, groupId, otherGroupId } = openTown()
    const [from, to] = [aTopic(office, 'Dame'), aTopic(office, 'Brettspiele')]
    const venueId = aVenue(office, { cityId })
    const roomId = office.store.venues.byId(venueId)?.rooms[0]?.id ?? null
    const place = { cityId, venueId, roomId, start: time('18:00'), end: time('20:00') }
    const events = [groupId, otherGroupId].map((organiserId) =>
      anEvent(office, { ...place, topicIds: [from] }, organiserId),
    )
    expect(handOverTopic(office, by.administrator, { id: from, to }).kind).toBe('saved')
    for (const id of events) expect(office.store.events.byId(id)).toMatchObject({ topicIds: [to], roomId })
  })
})
