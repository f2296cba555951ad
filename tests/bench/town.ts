import type { Day } from '../../src/domain/day.ts'
import { SPOKEN_LANGUAGES } from '../../src/domain/language.ts'
import type { Pattern } from '../../src/domain/rule.ts'
import type { By, Office } from '../../src/operations/act.ts'
import { createCity } from '../../src/operations/cities.ts'
import { createContact } from '../../src/operations/contacts.ts'
import { createMeeting } from '../../src/operations/meetings.ts'
import { createOrganisation } from '../../src/operations/organisations.ts'
import { createTopic } from '../../src/operations/topics.ts'
import { createVenue } from '../../src/operations/venues.ts'
import { contactDraft, organisationDraft } from '../support/drafts.ts'

const by: By = { actor: { kind: 'system', name: 'Bench' }, origin: 'terminal' }
const TOPICS = ['Sprache', 'Musik und Tanz', 'Beratung', 'Frauen', 'Jugend', 'Sport']

/** Fills a town: so many organisations, each with texts, languages, topics, and so many meetings with rules of all kinds. */
export function fillTown(
  office: Office,
  name: string,
  size: { organisations: number; meetings: number; contacts?: number },
): void {
  const cityId = idOf(
    createCity(office, by, {
      slug: '',
      name,
      land: 'NW',
      ags: null,
      postcodes: ['12345'],
      latitude: null,
      longitude: null,
      description: '',
    }),
  )
  const topicIds = office.store.topics.all().map(({ id }) => id)
  for (const topic of topicIds.length === 0 ? TOPICS : [])
    topicIds.push(idOf(createTopic(office, by, { slug: '', names: { de: topic, en: topic } })))
  const venueId = idOf(
    createVenue(office, by, {
      slug: '',
      name: `Haus ${name}`,
      shortName: '',
      cityId,
      street: 'Marktplatz 1',
      postcode: '12345',
      operatorId: null,
      description: '',
      arrival: '',
      stepFree: true,
      openingHours: null,
      rooms: [],
    }),
  )
  for (let number = 0; number < size.organisations; number++) {
    const organisationId = idOf(
      createOrganisation(office, by, {
        ...organisationDraft({ cityId }),
        name: `${NAMES[number % NAMES.length]} ${name} ${number}`,
        texts: [{ language: 'de', summary: `${SUMMARY} Gruppe ${number}.`, description: DESCRIPTION }],
        topicIds: [
          ...new Set([
            topicIds[number % TOPICS.length] ?? 1,
            topicIds[(number * 7 + 3) % TOPICS.length] ?? 1,
          ]),
        ],
        languages: ['de', SPOKEN_LANGUAGES[3 + (number % 20)] ?? 'en'],
      }),
    )
    for (let contact = 0; contact < (size.contacts ?? 0); contact++)
      idOf(createContact(office, by, contactOf(organisationId, number)))
    for (let meeting = 0; meeting < size.meetings; meeting++)
      idOf(
        createMeeting(office, by, {
          organisationId,
          title: 'Treffen',
          kind: 'meeting',
          venueId,
          roomId: null,
          place: '',
          description: '',
          exceptions: [],
          schedule: {
            slots: [
              {
                rule: ruleOf(number * size.meetings + meeting),
                start: '18:30' as never,
                end: '20:00' as never,
              },
            ],
            note: null,
          },
        }),
      )
  }
}

function contactOf(organisationId: number, number: number) {
  const channel = { id: null, note: '', places: ['web', 'print'] as const }
  return contactDraft({
    organisationId,
    function: 'Vorstand und Anmeldung',
    channels: [
      { ...channel, kind: 'telephone', value: `0203 28${String(number).padStart(5, '0')}` },
      { ...channel, kind: 'email', value: `anmeldung-${number}@verein.example` },
    ],
  })
}

function ruleOf(number: number) {
  const weekday = ((number % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7
  const patterns: Pattern[] = [
    { kind: 'weekly', weekdays: [weekday], every: 1, anchor: null },
    { kind: 'weekly', weekdays: [weekday], every: 2, anchor: '2026-01-05' as Day },
    { kind: 'monthly-weekday', ordinals: [1, 3], weekdays: [weekday], months: { kind: 'every-month' } },
    {
      kind: 'monthly-weekday',
      ordinals: [-1],
      weekdays: [weekday],
      months: { kind: 'in-months', months: [1, 3, 5, 7, 9, 11] },
    },
    { kind: 'week-parity', weekdays: [weekday], parity: 'uneven' },
    { kind: 'monthly-day', days: [1 + (number % 28)], shortMonth: 'skip', months: { kind: 'every-month' } },
  ]
  return {
    pattern: patterns[number % patterns.length] ?? patterns[0],
    from: null,
    until: null,
    season: null,
    holidays: null,
  } as never
}

function idOf(outcome: { kind: string; id?: number }): number {
  if (outcome.id === undefined) throw new Error(`not saved: ${JSON.stringify(outcome)}`)
  return outcome.id
}

const NAMES = [
  'Chor',
  'Frauencafé',
  'Sprachtreff',
  'Tanzgruppe',
  'Elternkreis',
  'Deutsch-Türkischer Verein',
  'Ökumenischer Kreis',
]
const SUMMARY = 'Wir treffen uns zum Reden, Kochen und Lernen, und wer neu ist, wird herzlich aufgenommen.'
const DESCRIPTION = `${SUMMARY}\n\nDie Gruppe besteht seit vielen Jahren und arbeitet mit Schulen, Kirchen und Vereinen der Stadt zusammen.`
