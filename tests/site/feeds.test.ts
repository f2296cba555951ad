import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agendaOf } from '../../src/domain/agenda.ts'
import { freeDaysFor } from '../../src/domain/holidays.ts'
import { isGap, isTrace, takesPlace } from '../../src/domain/schedule.ts'
import { feedStretch } from '../../src/http/feed.ts'
import { calendarsFor } from '../../src/http/free-days.ts'
import { createClosingDay } from '../../src/operations/closing-days.ts'
import { createEvent } from '../../src/operations/events.ts'
import { changeMeeting, createMeeting } from '../../src/operations/meetings.ts'
import { unfolded } from '../support/calendar-lines.ts'
import { idOf } from '../support/cast.ts'
import { eventDraft, meetingDraft } from '../support/drafts.ts'
import { ORIGIN, openHouse, type Seen, type TestHouse } from '../support/house.ts'
import { readInNode } from '../support/node-calendar.ts'
import { SYSTEM } from '../support/office.ts'
import { day, rule, slot, time } from '../support/schedules.ts'

const AMNESTY = '/organisationen/amnesty-international-gruppe-duisburg'
const HOUSE = '/treffpunkte/internationales-zentrum-duisburg'
const MIGRANETZ = '/netzwerke/migranetz-thueringen-e-v'
const NIR = '/netzwerke/netzwerk-gegen-islamfeindlichkeit-und-rassismus-nir'

let house: TestHouse
let meetingId: number
beforeAll(async () => {
  house = await openHouse()
  const organisationId = house.store.organisations.bySlug(AMNESTY.slice(16))?.id ?? 0
  const venue = house.store.venues.bySlug(HOUSE.slice(13))
  const wednesdays = rule(
    { kind: 'weekly', weekdays: [3], every: 1, anchor: null },
    { from: day('2026-06-03') },
  )
  meetingId = idOf(
    createMeeting(office(), SYSTEM, {
      ...meetingDraft({ organisationId, title: 'Schreibwerkstatt', venueId: venue?.id ?? 0 }),
      roomId: venue?.rooms.find(({ name }) => name === 'Zimmer 14')?.id ?? null,
      schedule: { slots: [slot(wednesdays, '17:00', '18:30')], note: null },
      description: 'Wir schreiben **Briefe**.\n\n- Papier; Stifte\n- [Adressen](https://amnesty.example)',
      exceptions: [
        { kind: 'cancelled', on: day('2026-06-10'), start: null, reason: 'Das Haus ist zu' },
        {
          kind: 'moved',
          on: day('2026-06-17'),
          start: null,
          to: { day: day('2026-06-18'), start: null, end: null },
          reason: null,
        },
      ],
    }),
  )
})
afterAll(() => house.close())

const office = () => ({ store: house.store, clock: () => Date.parse('2026-06-03T10:00:00Z') })
const linesOf = ({ body }: Seen) => unfolded(body)
const valuesOf = (seen: Seen, name: string) =>
  linesOf(seen).flatMap((line) => (line.startsWith(name) ? [line.slice(name.length + 1)] : []))
const entryOf = (seen: Seen, summary: string) =>
  seen.body.split('BEGIN:VEVENT').find((entry) => unfolded(entry).includes(`SUMMARY:${summary}`)) ?? ''

describe('a calendar', () => {
  it.each([
    ['/kalender.ics', 'Alle Termine'],
    ['/kalender.ics?thema=menschenrechte', 'Termine zum Thema Menschenrechte'],
    ['/kalender.ics?ort=duisburg&thema=menschenrechte', 'Termine in Duisburg zum Thema Menschenrechte'],
    ['/orte/duisburg.ics', 'Termine in Duisburg'],
    ['/orte/duisburg.ics?tag=mi', 'Termine in Duisburg (Auswahl)'],
    [`${AMNESTY}.ics`, 'Termine: Amnesty International\\, Gruppe Duisburg'],
    [`${NIR}.ics`, 'Termine: Netzwerk gegen Islamfeindlichkeit und Rassismus (NIR) und Mitglieder'],
    [`${HOUSE}.ics`, 'Termine im Haus: Internationales Zentrum (IZ)'],
    ['/suche.ics?q=zentrum', 'Termine zu „zentrum“'],
    ['/veranstaltungen/dortbunt.ics', 'DORTBUNT'],
    ['/en/orte/duisburg.ics', 'Dates in Duisburg'],
  ])('%s is called %s', async (path, name) => {
    const seen = await house.get(path)
    expect(seen.status).toBe(200)
    expect(seen.headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(valuesOf(seen, 'X-WR-CALNAME')).toEqual([name])
    expect(valuesOf(seen, 'NAME')).toEqual([name])
    expect(valuesOf(seen, 'SOURCE;VALUE=URI')).toEqual([`${ORIGIN}${path}`])
  })

  it('of one meeting has only that', async () => {
    const seen = await house.get(`${AMNESTY}/treffen/${meetingId}.ics`)
    expect(valuesOf(seen, 'NAME')).toEqual(['Amnesty International\\, Gruppe Duisburg: Schreibwerkstatt'])
    expect(new Set(valuesOf(seen, 'UID')).size).toBe(1)
  })

  it('of one room has only what is in it', async () => {
    const seen = await house.get(`${HOUSE}/raeume/zimmer-14.ics`)
    expect(valuesOf(seen, 'LOCATION').every((place) => place.includes('Zimmer 14'))).toBe(true)
    expect(valuesOf(seen, 'LOCATION').length).toBeGreaterThan(0)
  })

  it('of a network has the dates of its members', async () => {
    const network = house.store.organisations.bySlug(MIGRANETZ.slice(11))
    const relations = house.store.relations.ofOrganisation(network?.id ?? 0)
    const organisationId = relations.find(({ kind }) => kind === 'member-of')?.other.id ?? 0
    idOf(createMeeting(office(), SYSTEM, meetingDraft({ organisationId, title: 'Mitgliedertreffen' })))
    const summaries = valuesOf(await house.get(`${MIGRANETZ}.ics`), 'SUMMARY')
    expect(summaries.some((summary) => summary.endsWith('Mitgliedertreffen'))).toBe(true)
  })

  it('by weekday has no meeting of another', async () => {
    const seen = await house.get('/orte/duisburg.ics?tag=sa')
    expect(valuesOf(seen, 'SUMMARY').filter((summary) => summary.includes('Schreibwerkstatt'))).toEqual([])
    const onWednesdays = await house.get('/orte/duisburg.ics?tag=mi')
    expect(valuesOf(onWednesdays, 'SUMMARY').some((summary) => summary.includes('Schreibwerkstatt'))).toBe(
      true,
    )
  })

  it.each([
    '/orte/xyzzy.ics',
    '/orte/duisburg.ics?thema=xyzzy',
    '/kalender.ics?ort=xyzzy',
    '/organisationen/xyzzy.ics',
    `${AMNESTY}/treffen/999999.ics`,
    `${AMNESTY}/treffen/eins.ics`,
    `${HOUSE}/raeume/xyzzy.ics`,
    '/treffpunkte/xyzzy.ics',
    '/veranstaltungen/xyzzy.ics',
    '/suche.ics',
    '/kalender/2026-06.ics',
  ])('%s is none', async (path) => {
    expect((await house.get(path)).status).toBe(404)
  })

  it('of a meeting of another organisation is none', async () => {
    expect((await house.get(`${NIR}/treffen/${meetingId}.ics`)).status).toBe(404)
  })

  it.each([
    ['/kalender.ics?x=1', '/kalender.ics'],
    ['/orte/duisburg.ics?seite=2&tag=mi', '/orte/duisburg.ics?tag=mi'],
    [`/organisationen${NIR.slice(10)}.ics`, `${NIR}.ics`],
  ])('%s leads to its one address', async (path, address) => {
    const seen = await house.get(path)
    expect([seen.status, seen.headers.location]).toEqual([301, address])
  })

  it('is the same under every way of writing its address', async () => {
    expect((await house.get('/suche.ics?q=internationales+zentrum')).status).toBe(200)
    expect((await house.get('/suche.ics?q=internationales%20zentrum')).status).toBe(200)
  })
})

describe('an entry', () => {
  const seenMeeting = () => house.get(`${AMNESTY}/treffen/${meetingId}.ics`)

  it('says what, where, about what, and where there is more', async () => {
    const entry = unfolded(
      entryOf(await seenMeeting(), 'Amnesty International\\, Gruppe Duisburg: Schreibwerkstatt'),
    )
    const url = `${ORIGIN}${AMNESTY}#treffen-${meetingId}`
    expect(entry).toEqual(
      expect.arrayContaining([
        'DTSTART;TZID=Europe/Berlin:20260603T170000',
        'DTEND;TZID=Europe/Berlin:20260603T183000',
        'RRULE:FREQ=WEEKLY;BYDAY=WE',
        'LOCATION:Internationales Zentrum (IZ)\\, 1. Etage\\, Zimmer 14\\, Flachsmarkt 15\\, 47051 Duisburg',
        `URL:${url}`,
        'CONTACT:Amnesty International\\, Gruppe Duisburg',
        `DESCRIPTION:Jeden Mittwoch ab 3. Juni 2026\\, 17:00–18:30 Uhr\\n\\nWir schreiben Briefe.\\n– Papier\\; Stifte\\n– Adressen\\n\\nMehr: ${url}`,
      ]),
    )
    expect(entry.find((line) => line.startsWith('CATEGORIES:'))).toContain('Menschenrechte')
  })

  it('of a cancelled date says so in its name, for programs that overlook its state, and says why', async () => {
    const title = 'Fällt aus: Amnesty International\\, Gruppe Duisburg: Schreibwerkstatt'
    const entry = entryOf(await seenMeeting(), title)
    expect(unfolded(entry)).toContain('STATUS:CANCELLED')
    expect(unfolded(entry).find((line) => line.startsWith('DESCRIPTION'))).toContain('Das Haus ist zu')
  })

  it('of a moved date says from when', async () => {
    const seen = await seenMeeting()
    expect(
      valuesOf(seen, 'DESCRIPTION').some((text) => text.startsWith('Verlegt vom Mi.\\, 17.06.2026.')),
    ).toBe(true)
  })

  it('is in the language of the address', async () => {
    const seen = await house.get(`/en${AMNESTY}/treffen/${meetingId}.ics`)
    expect(valuesOf(seen, 'SUMMARY')).toContain(
      'Cancelled: Amnesty International\\, Gruppe Duisburg: Schreibwerkstatt',
    )
    expect(valuesOf(seen, 'URL')[1]).toBe(`${ORIGIN}/en${AMNESTY}#treffen-${meetingId}`)
  })

  it('of a cancelled event gives the reason', async () => {
    const organisationId = house.store.organisations.bySlug(AMNESTY.slice(16))?.id ?? 0
    const cityId = house.store.cities.bySlug('duisburg')?.id ?? 0
    const fields = {
      cityId,
      slug: 'lesung-im-park',
      title: 'Lesung im Park',
      endsOn: day('2026-06-21'),
      start: time('18:00'),
      cancelledBecause: 'Der Park ist gesperrt.',
    }
    idOf(createEvent(office(), SYSTEM, eventDraft(fields, organisationId)))
    const seen = await house.get('/veranstaltungen/lesung-im-park.ics')
    expect(valuesOf(seen, 'SUMMARY')).toEqual(['Fällt aus: Lesung im Park'])
    expect(valuesOf(seen, 'STATUS')).toEqual(['CANCELLED'])
    expect(valuesOf(seen, 'DESCRIPTION')[1]).toMatch(
      /^Der Park ist gesperrt\.\\n\\n20\.–21\. Juni 2026\\, Beginn 18:00 Uhr\\n\\nVeranstaltet von Amnesty/,
    )
  })
})

describe('an unchanged calendar', () => {
  it('is the same text on the next day, and whoever has it is told so', async () => {
    const first = await house.get(`${AMNESTY}.ics`)
    house.setNow('2026-06-04T15:00:00Z')
    const again = await house.get(`${AMNESTY}.ics`, { 'if-none-match': String(first.headers.etag) })
    house.setNow('2026-06-03T10:00:00Z')
    expect([again.status, again.body]).toEqual([304, ''])
  })

  it('that is changed says in which state it is, and when that was made', async () => {
    const stored = house.store.meetings.byId(meetingId)
    if (stored === null) throw new Error('the meeting is gone')
    const { id: _id, uid: _uid, version, archivedAt: _archivedAt, ...draft } = stored
    const later = { store: house.store, clock: () => Date.parse('2026-06-05T08:00:00Z') }
    idOf(changeMeeting(later, SYSTEM, { id: meetingId, version, draft: { ...draft, title: 'Schreibstube' } }))
    const seen = await house.get(`${AMNESTY}/treffen/${meetingId}.ics`)
    expect(new Set(valuesOf(seen, 'SEQUENCE'))).toEqual(new Set(['1']))
    expect(new Set(valuesOf(seen, 'LAST-MODIFIED'))).toEqual(new Set(['20260605T080000Z']))
    expect(new Set(valuesOf(seen, 'DTSTAMP'))).toEqual(new Set(['20260605T080000Z']))
  })
})

describe('a calendar costs', () => {
  it.each([
    ['/kalender.ics', 9],
    ['/orte/duisburg.ics', 9],
    [`${AMNESTY}.ics`, 9],
    [`${HOUSE}.ics`, 9],
  ])('%s a fixed number of statements', async (path, most) => {
    house.statements.length = 0
    await house.get(path)
    expect(house.statements.length).toBeLessThanOrEqual(most)
  })
})

describe('the page on how to subscribe', () => {
  it('names the calendar, its address, and one that opens a program', async () => {
    const seen = await house.get('/kalender-abonnieren?kalender=%2Forte%2Fduisburg.ics')
    expect(seen.text('.kind-word')).toBe('Termine in Duisburg')
    expect(seen.$('#adresse').attr('value')).toBe(`${ORIGIN}/orte/duisburg.ics`)
    expect(seen.$('a[href^="webcal:"]').attr('href')).toBe('webcal://127.0.0.1:3000/orte/duisburg.ics')
    expect(seen.$('meta[name=robots]').attr('content')).toBe('noindex')
  })

  it('explains it for each program, step by step', async () => {
    const seen = await house.get('/kalender-abonnieren')
    expect(seen.status).toBe(200)
    expect(
      seen
        .$('h3')
        .map((_, heading) => seen.$(heading).text())
        .get(),
    ).toEqual(['Google Kalender', 'Apple: iPhone und iPad', 'Apple: Mac', 'Outlook', 'Thunderbird'])
    expect(seen.$('main ol li').length).toBeGreaterThanOrEqual(12)
  })

  it('keeps the language of the page', async () => {
    const seen = await house.get('/en/kalender-abonnieren?kalender=%2Forte%2Fduisburg.ics')
    expect(seen.$('#adresse').attr('value')).toBe(`${ORIGIN}/en/orte/duisburg.ics`)
  })

  it('offers one meeting of a group, one room of a house', async () => {
    const ofGroup = await house.get(`/kalender-abonnieren?kalender=${encodeURIComponent(`${AMNESTY}.ics`)}`)
    expect(
      ofGroup
        .$('main ul a')
        .map((_, link) => ofGroup.$(link).text())
        .get(),
    ).toContain('Gruppentreffen')
    const ofHouse = await house.get(`/kalender-abonnieren?kalender=${encodeURIComponent(`${HOUSE}.ics`)}`)
    expect(
      ofHouse
        .$('main ul a')
        .map((_, link) => ofHouse.$(link).text())
        .get(),
    ).toContain('Zimmer 14')
  })

  it.each([
    'https://evil.example/a.ics',
    '//evil.example/a.ics',
    '/orte/xyzzy.ics',
    '/orte/duisburg',
    '/impressum.ics',
    '/kalender.ics?thema=xyzzy',
    '/organisationen/xyzzy.ics',
    '/treffpunkte/internationales-zentrum-duisburg/raeume/xyzzy.ics',
    '/organisationen/amnesty-international-gruppe-duisburg/treffen/999999.ics',
    '"><b id="evil">.ics',
  ])('knows no calendar %s', async (address) => {
    const seen = await house.get(`/kalender-abonnieren?kalender=${encodeURIComponent(address)}`)
    expect(seen.status).toBe(404)
    expect(seen.body).not.toContain('evil.example/a.ics"')
  })

  it('is led to from every page with a calendar, which names it in its head, too', async () => {
    for (const path of [
      AMNESTY,
      NIR,
      HOUSE,
      '/orte/duisburg?tag=mi',
      '/kalender/2026-06?ort=duisburg',
      '/suche?q=zentrum',
    ]) {
      const seen = await house.get(path)
      const feed = seen.$('link[type="text/calendar"]').attr('href') ?? ''
      expect((await house.get(feed.slice(ORIGIN.length))).status, path).toBe(200)
      const link = seen.$('main a[href^="/kalender-abonnieren?"]').attr('href') ?? ''
      const page = await house.get(link)
      expect(page.$('#adresse').attr('value'), path).toBe(feed)
    }
  })

  it('an event is taken into a calendar at once, until it is over', async () => {
    const coming = await house.get('/veranstaltungen/fest-der-vielfalt')
    expect(coming.$(`main a[href="${ORIGIN}/veranstaltungen/fest-der-vielfalt.ics"]`).text()).toBe(
      'In Ihren Kalender übernehmen',
    )
    const over = await house.get('/veranstaltungen/dortbunt')
    expect(over.$('main a[href$=".ics"]')).toHaveLength(0)
  })
})

describe('robots', () => {
  it('are asked to leave calendars alone, and no map names one', async () => {
    expect((await house.get('/robots.txt')).body).toContain('Disallow: /*.ics\n')
    for (const part of ['site-1', 'city-1', 'event-1'])
      expect((await house.get(`/sitemap/${part}.xml`)).body).not.toContain('.ics')
  })
})

describe('the calendar of everything', () => {
  it('has for every day of two years what the pages show', async () => {
    const { meetings, feedEvents } = house.store
    const reader = { language: 'de', now: { day: day('2026-06-03'), time: time('12:00') } } as const
    const everything = { cityId: null, topicId: null }
    const stretch = feedStretch(reader)
    const calendarAt = calendarsFor(house, reader)
    const shown = agendaOf(meetings.rules(everything), [], stretch, (meeting) =>
      freeDaysFor(meeting.schedule, calendarAt(meeting)),
    )
    const uids = new Set(feedEvents.at(everything, stretch).map(({ uid }) => uid))
    const { body } = await house.get('/kalender.ics')
    const found = readInNode(body, stretch).filter(({ uid }) => !uids.has(uid))
    const keyOf = (on: string, start: string | null, isHeld: boolean) =>
      `${on}${start === null ? '' : `T${start}`} ${isHeld}`
    expect(found.map(({ start, status }) => `${start} ${status === 'CONFIRMED'}`).sort()).toEqual(
      shown
        .filter((date) => !isTrace(date) && !isGap(date))
        .map((date) => keyOf(date.day, date.start, takesPlace(date)))
        .sort(),
    )
  })

  it('says that it was changed when a house closes', async () => {
    const venue = house.store.venues.bySlug(HOUSE.slice(13))
    const closing = {
      venueId: venue?.id ?? 0,
      cityId: null,
      kind: 'closed',
      from: day('2026-07-01'),
      until: day('2026-07-01'),
      reason: 'Umbau',
    } as const
    const later = { store: house.store, clock: () => Date.parse('2026-06-06T08:00:00Z') }
    idOf(createClosingDay(later, SYSTEM, closing))
    const seen = await house.get(`${AMNESTY}/treffen/${meetingId}.ics`)
    expect(valuesOf(seen, 'EXDATE;TZID=Europe/Berlin')[0]?.split(',')).toContain('20260701T170000')
    expect(valuesOf(seen, 'LAST-MODIFIED')[0]).toBe('20260606T080000Z')
  })
})
