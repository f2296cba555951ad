import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type Seen, type TestHouse } from '../support/house.ts'
import { day } from '../support/schedules.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const textsOf = (seen: Seen, selector: string) =>
  seen
    .$(selector)
    .map((_, each) => seen.$(each).text().replace(/\s+/g, ' ').trim())
    .get()

const hrefsOf = (seen: Seen, selector: string) =>
  seen
    .$(selector)
    .map((_, each) => seen.$(each).attr('href'))
    .get()

describe('the month', () => {
  it('without a period is the current one, whose address it names', async () => {
    const seen = await house.get('/kalender')
    expect(seen.text('h1')).toBe('Juni 2026')
    expect(seen.$('link[rel=canonical]').attr('href')).toMatch(/\/kalender\/2026-06$/)
  })

  it('is a table of weeks from Monday, with nothing outside the month', async () => {
    const seen = await house.get('/kalender/2026-05')
    expect(textsOf(seen, '.month-plan th')).toEqual([
      'Montag',
      'Dienstag',
      'Mittwoch',
      'Donnerstag',
      'Freitag',
      'Samstag',
      'Sonntag',
    ])
    expect(seen.$('.month-plan tbody tr').first().find('td[data-day=outside]')).toHaveLength(4)
    expect(seen.$('.month-plan tbody td')).toHaveLength(35)
    expect(seen.$('.month-day')).toHaveLength(31)
  })

  it('says every day in words, and which is today', async () => {
    const seen = await house.get('/kalender/2026-06')
    expect(seen.text('td[data-day=today] .month-day')).toBe('Heute, Mittwoch, 3. Juni')
    expect(seen.$('td[data-day=today] .month-day').attr('href')).toBe('/kalender/2026-06-03')
  })

  it('names whose meeting it is, and what it is where that is not an ordinary one', async () => {
    const seen = await house.get('/kalender/2026-06?ort=duisburg')
    const entries = textsOf(seen, '.month-entries li')
    expect(entries).toContain('19:30 Amnesty International, Gruppe Duisburg')
    expect(entries).toContain('09:00 Nachbarschaftshilfe am Flachsmarkt: Sprechstunde')
    expect(entries.join()).not.toContain('Sprachcafé Morgenstern: Sprachcafé')
  })

  it('shows four dates of a day, and leads to the rest', async () => {
    const seen = await house.get('/kalender/2026-07')
    const full = seen.$('td').filter((_, cell) => seen.$(cell).find('.month-entries li').length > 4)
    expect(full.length).toBeGreaterThan(0)
    const last = full.first().find('.month-entries li').last()
    expect(last.text().trim()).toMatch(/^\d+ weitere[r]? Termine?$/)
    expect(last.find('a').attr('href')).toBe(full.first().find('.month-day').attr('href'))
  })

  it('keeps what is cancelled or moved, and says so', async () => {
    const seen = await house.get('/kalender/2026-06?ort=duisburg')
    expect(textsOf(seen, '.month-entries li[data-state=cancelled]')).toContain(
      '10:00 Sprachcafé Morgenstern fällt aus',
    )
    expect(textsOf(seen, '.month-entries li[data-state=moved]')).toContain(
      '19:00 Chor der Brücken e.V. verlegt auf Fr., 12.06.2026',
    )
  })

  it('counts its dates in words', async () => {
    const seen = await house.get('/kalender/2026-06?ort=duisburg')
    expect(seen.text('caption')).toBe('54 Termine in Duisburg, 3 davon fallen aus')
    const entries = seen.$('.month-entries li').length
    expect(entries).toBeGreaterThan(40)
  })

  it('leads to the months beside it, and back to today, and keeps the filter on the way', async () => {
    const seen = await house.get('/kalender/2026-12?ort=duisburg')
    expect(textsOf(seen, '.steps a')).toEqual(['November', 'Heute', 'Januar 2027'])
    expect(hrefsOf(seen, '.steps a')).toEqual([
      '/kalender/2026-11?ort=duisburg',
      '/kalender/2026-06?ort=duisburg',
      '/kalender/2027-01?ort=duisburg',
    ])
    expect(hrefsOf(seen, '.switch a')).toEqual([
      '/kalender/2026-12?ort=duisburg',
      '/kalender/2026-W49?ort=duisburg',
      '/kalender/2026-12-01?ort=duisburg',
    ])
    expect(seen.text('.switch [aria-current=page]')).toBe('Monat')
  })

  it('asks for an empty choice to be widened', async () => {
    const seen = await house.get('/kalender/1901-01?ort=gera&thema=musik-und-tanz')
    expect(seen.status).toBe(200)
    expect(seen.text('.empty')).toMatch(/^Kein Termin in Gera.*Wählen Sie einen anderen Zeitraum/)
  })
})

describe('the week', () => {
  it('has seven days, those without a date, too', async () => {
    const seen = await house.get('/kalender/2026-W23?ort=giessen')
    expect(seen.text('h1')).toBe('1.–7. Juni 2026')
    expect(seen.text('.lead')).toBe('Kalenderwoche 23')
    expect(textsOf(seen, '.agenda-date')).toHaveLength(7)
    expect(seen.text('.leaf-row')).toContain('Kein Termin')
  })

  it('tells of a moved date on both of its days', async () => {
    const seen = await house.get('/kalender/2026-W23?ort=leipzig')
    const words = textsOf(seen, '.state-word')
    expect(words).toContain('verlegt vom Do., 04.06.2026')
    expect(words).toContain('verlegt auf Mi., 03.06.2026')
  })

  it('goes from the 53rd week of a year to the first of the next', async () => {
    const seen = await house.get('/kalender/2026-W53')
    expect(hrefsOf(seen, '.steps a')[2]).toBe('/kalender/2027-W01')
  })
})

describe('the day', () => {
  it('has all its dates with place, time and reason', async () => {
    const seen = await house.get('/kalender/2026-06-03')
    expect(seen.text('h1')).toBe('Mittwoch, 3. Juni 2026')
    expect(seen.text('.lead')).toBe('Heute. 3 Termine.')
    const amnesty = textsOf(seen, '.occurrence').find((text) => text.includes('Amnesty')) ?? ''
    expect(amnesty).toContain('19:30 Uhr')
    expect(amnesty).toContain('IZ, 1. Etage, Zimmer 14, Duisburg')
    expect(textsOf(seen, '.occurrence').join()).toContain('Am Donnerstag wird der Herd ausgetauscht.')
  })

  it('leads to its week and its month', async () => {
    const seen = await house.get('/kalender/2027-01-01')
    expect(hrefsOf(seen, '.switch a')).toEqual([
      '/kalender/2027-01',
      '/kalender/2026-W53',
      '/kalender/2027-01-01',
    ])
    expect(textsOf(seen, '.steps a')).toEqual(['Do., 31.12.', 'Heute', 'Sa., 02.01.'])
  })

  it('says that there is nothing', async () => {
    const seen = await house.get('/kalender/2026-06-05?ort=gera')
    expect(seen.text('.lead')).toBe('Kein Termin in Gera.')
    expect(seen.text('.empty')).toContain('Wählen Sie einen anderen Zeitraum')
  })
})

describe('the filter', () => {
  it('narrows to a city and a topic, each removable by itself', async () => {
    const seen = await house.get('/kalender/2026-06?ort=duisburg&thema=vielfalt')
    expect(seen.text('caption')).toBe('2 Termine in Duisburg zum Thema „Vielfalt“')
    expect(hrefsOf(seen, '.chosen a')).toEqual([
      '/kalender/2026-06?thema=vielfalt',
      '/kalender/2026-06?ort=duisburg',
    ])
    expect(seen.$('select[name=ort] option[selected]').text()).toBe('Duisburg')
  })

  it('that names nothing is left aside with a word, and the page is none for search engines', async () => {
    const seen = await house.get('/kalender/2026-06?ort=entenhausen')
    expect(seen.status).toBe(404)
    expect(seen.text('.notice')).toBe('Den Filter „entenhausen“ gibt es nicht. Sie sehen die Liste ohne ihn.')
    expect(seen.$('.month-entries li').length).toBeGreaterThan(0)
  })
})

describe('the ends of the calendar', () => {
  it.each([
    '2026-13',
    '2026-00',
    '2026-02-30',
    '2025-W53',
    '2026-W00',
    '1899-12',
    '2201-01',
    '2200-W53',
    'heute',
    '2026-6',
    '%F0%9F%93%85',
  ])('%s is no period', async (text) => {
    expect((await house.get(`/kalender/${text}`)).status).toBe(404)
  })

  it.each([
    ['1900-01', ['Heute', 'Februar 1900']],
    ['1900-W01', ['Heute', 'Woche 2']],
    ['1900-01-01', ['Heute', 'Di., 02.01.']],
    ['2200-12', ['November 2200', 'Heute']],
    ['2200-W52', ['Woche 51', 'Heute']],
    ['2200-12-31', ['Di., 30.12.', 'Heute']],
  ])('%s has nothing beyond it', async (text, steps) => {
    const seen = await house.get(`/kalender/${text}`)
    expect(seen.status).toBe(200)
    expect(textsOf(seen, '.steps a')).toEqual(steps)
  })

  it('are not for search engines, what is near is', async () => {
    const robots = async (text: string) =>
      (await house.get(`/kalender/${text}`)).$('meta[name=robots]').attr('content')
    expect(await robots('2026-07')).toBeUndefined()
    expect(await robots('2028-05')).toBeUndefined()
    expect(await robots('2028-07')).toBe('noindex')
    expect(await robots('2023-05')).toBe('noindex')
    expect(await robots('2030-W10')).toBe('noindex')
  })
})

describe('a page of the calendar', () => {
  it('costs the same number of statements, whatever it shows', async () => {
    const counts: number[] = []
    for (const period of [
      '2026-06',
      '2026-06?ort=duisburg',
      '2026-W23',
      '2026-06-03',
      '2026-06-05?ort=gera',
    ]) {
      await house.get(`/kalender/${period}`)
      house.statements.length = 0
      await house.get(`/kalender/${period}`)
      counts.push(house.statements.length)
    }
    expect(new Set(counts).size).toBe(1)
    expect(counts[0]).toBeLessThanOrEqual(7)
  })

  it('shows a date that was cancelled a moment ago', async () => {
    const { meetings, content } = house.store
    const before = await house.get('/kalender/2026-06-17?ort=duisburg')
    expect(textsOf(before, '.occurrence[data-state=cancelled]').join()).not.toContain('Amnesty')
    const amnesty = house.store.organisations.bySlug('amnesty-international-gruppe-duisburg')
    const [first] = meetings.ofOrganisations([amnesty?.id ?? 0])
    if (first === undefined) throw new Error('Amnesty has no meeting')
    const {
      id,
      version,
      cityId,
      organisationId,
      title,
      kind,
      venueId,
      roomId,
      place,
      schedule,
      description,
    } = first
    const exceptions = [
      { kind: 'cancelled' as const, on: day('2026-06-17'), start: null, reason: 'Das Haus wird geputzt.' },
    ]
    const draft = { organisationId, title, kind, venueId, roomId, place, schedule, description, exceptions }
    meetings.update(id, version, cityId, draft, '2026-06-03T10:00:00Z')
    content.raise()
    const after = await house.get('/kalender/2026-06-17?ort=duisburg')
    expect(textsOf(after, '.occurrence[data-state=cancelled]').join()).toContain('Das Haus wird geputzt.')
  })

  it('is in English, too', async () => {
    const seen = await house.get('/en/kalender/2026-06?ort=duisburg')
    expect(seen.text('h1')).toBe('June 2026')
    expect(seen.text('caption')).toContain('dates in Duisburg')
    expect(hrefsOf(seen, '.steps a')[0]).toBe('/en/kalender/2026-05?ort=duisburg')
  })
})
