import { beforeEach, describe, expect, it } from 'vitest'
import { datesOf } from '../../src/domain/schedule.ts'
import { fetchDue, fetchNow } from '../../src/operations/feed-fetching.ts'
import { attachFeed, changeFeed } from '../../src/operations/feeds.ts'
import { archiveOrganisation } from '../../src/operations/organisations.ts'
import type { Fetched, FetchPlan } from '../../src/post/fetcher.ts'
import { calendar, evening, rehearsal } from '../support/calendars.ts'
import { idOf, openTown, type Town } from '../support/cast.ts'
import { planOf } from '../support/feeds.ts'
import { range } from '../support/schedules.ts'

const ADDRESS = 'https://chor.example/kalender.ics'
const UNCHANGED: Fetched = { kind: 'unchanged' }
const FAILED: Fetched = { kind: 'failed', failure: 'unreachable' }

let now: string
let town: Town
let id: number
beforeEach(() => {
  now = '2026-06-03T10:00:00Z'
  const opened = openTown()
  town = { ...opened, office: { ...opened.office, clock: () => Date.parse(now) } }
  id = idOf(attachFeed(town.office, town.by.editor, { organisationId: town.groupId, address: ADDRESS }))
})

const fetch = (plan: FetchPlan) => fetchNow(town.office, town.by.editor, id, plan)
const feed = () => {
  const found = town.office.store.feeds.byId(id)
  if (found === null) throw new Error('no feed')
  return found
}
const onSite = () => town.office.store.meetings.ofOrganisations([town.groupId])
const contentVersion = () => town.office.store.content.version(Number.POSITIVE_INFINITY)
const historyOf = (meetingId: number) =>
  town.office.store.revisions
    .ofEntry('meeting', meetingId)
    .map(({ version, by, origin }) => [version, by, origin])

describe('a calendar that is fetched', () => {
  it('becomes meetings of its organisation', async () => {
    expect(
      await fetch(planOf(calendar(rehearsal('LOCATION:Gemeindehaus'), evening('20260620', 'Konzert')))),
    ).toEqual({
      kind: 'read',
      written: 2,
    })
    expect(
      onSite().map(({ title, place, feedId, kind, cityName }) => [title, place, feedId, kind, cityName]),
    ).toEqual([
      ['Probe', 'Gemeindehaus', id, 'meeting', 'Duisburg'],
      ['Konzert', '', id, 'meeting', 'Duisburg'],
    ])
    expect(historyOf(onSite()[0]?.id ?? 0)).toEqual([[1, 'editor', 'import']])
    expect(feed()).toMatchObject({
      fetchedAt: now,
      readAt: now,
      failure: null,
      nextAt: '2026-06-03T11:00:00Z',
    })
  })

  it('changes what has changed, and nothing else', async () => {
    await fetch(planOf(calendar(rehearsal(), evening('20260620', 'Konzert'))))
    const before = onSite()
    expect(
      await fetch(planOf(calendar(rehearsal('SUMMARY:Offene Probe'), evening('20260620', 'Konzert')))),
    ).toEqual({
      kind: 'read',
      written: 1,
    })
    expect(onSite().map(({ title, version, uid }) => [title, version, uid])).toEqual([
      ['Offene Probe', 2, before[0]?.uid],
      ['Konzert', 1, before[1]?.uid],
    ])
  })

  it('archives what it names no more, and brings it back under its old name', async () => {
    await fetch(planOf(calendar(rehearsal(), evening('20260620', 'Konzert'))))
    const uid = onSite()[0]?.uid
    await fetch(planOf(calendar(evening('20260620', 'Konzert'))))
    expect(onSite().map(({ title }) => title)).toEqual(['Konzert'])
    await fetch(planOf(calendar(rehearsal('SUMMARY:Wieder Probe'))))
    expect(onSite().map(({ title, uid: again }) => [title, again])).toEqual([['Wieder Probe', uid]])
    expect(historyOf(onSite()[0]?.id ?? 0).map(([version]) => version)).toEqual([4, 3, 2, 1])
  })

  it('tells what it could not read, and which rules are kept as text', async () => {
    const odd = 'FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR'
    await fetch(planOf(calendar(rehearsal(`RRULE:${odd}`), rehearsal('UID:2', 'RRULE:FREQ=HOURLY'))))
    expect(feed().result).toEqual({
      unread: [{ title: 'Probe', day: '2026-01-08', rule: 'FREQ=HOURLY', reason: 'too-often' }],
      keptRules: { 'probe@chor.example': odd },
    })
  })

  it('keeps the dates of rules kept as text as far ahead as today reaches', async () => {
    const text = calendar(rehearsal('RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1'))
    const plan = planOf(text)
    await fetch(plan)
    const reach = () =>
      onSite()
        .flatMap(({ schedule }) => datesOf(schedule, [], range('2025-01-01', '2030-12-31')))
        .at(-1)?.day
    expect(reach()).toBe('2027-12-01')
    now = '2026-06-30T10:00:00Z'
    await fetchDue(town.office, plan)
    expect(plan.asked.at(-1)?.known.etag).toBe('"1"')
    now = '2027-03-01T10:00:00Z'
    await fetchDue(town.office, plan)
    // In a new month it is not asked whether anything changed: the same text has new dates.
    expect(plan.asked.at(-1)?.known.etag).toBeNull()
    expect(reach()).toBe('2028-09-01')
  })

  it('is refused when it is none, or cut off, and takes nothing away', async () => {
    await fetch(planOf(calendar(rehearsal())))
    const whole = calendar(rehearsal())
    for (const text of [
      '',
      '<!doctype html><title>Anmelden</title>',
      whole.replace('END:VCALENDAR', ''),
      whole.slice(5),
    ])
      expect(await fetch(planOf(text))).toEqual({ kind: 'failed', failure: 'not-calendar' })
    expect(onSite()).toHaveLength(1)
    expect(feed()).toMatchObject({ failure: 'not-calendar', failures: 4, failingSince: now })
  })

  it('that names an event twice has it once', async () => {
    const twice = calendar(rehearsal('SEQUENCE:1'), rehearsal('SEQUENCE:2', 'SUMMARY:Neu'))
    await fetch(planOf(twice))
    expect(onSite().map(({ title }) => title)).toEqual(['Neu'])
  })

  it('cannot be fetched by a stranger', async () => {
    const plan = planOf(calendar())
    for (const by of [town.by.otherCoordinator, town.by.staff, town.by.stranger])
      await expect(fetchNow(town.office, by, id, plan)).rejects.toThrow(/forbidden|not-found/)
    expect(plan.asked).toEqual([])
  })
})

describe('fetching by the clock', () => {
  it('asks whether anything changed, and leaves the pages alone where nothing did', async () => {
    await fetchDue(town.office, planOf(calendar(rehearsal())))
    now = '2026-06-03T12:00:00Z'
    const before = contentVersion()
    const plan = planOf(UNCHANGED)
    expect(await fetchDue(town.office, plan)).toBe(1)
    expect(plan.asked).toEqual([{ address: ADDRESS, known: { etag: '"1"', lastModified: null } }])
    expect(contentVersion()).toBe(before)
    expect(feed()).toMatchObject({ fetchedAt: now, nextAt: '2026-06-03T13:00:00Z' })
    now = '2026-06-04T12:00:00Z'
    await fetchDue(town.office, plan)
    // The page names the day on which it was fetched.
    expect(contentVersion()).toBe(before + 1)
  })

  it('acts under a name of its own', async () => {
    await fetchDue(town.office, planOf(calendar(rehearsal())))
    expect(historyOf(onSite()[0]?.id ?? 0)).toEqual([[1, 'Kalenderabruf', 'import']])
  })

  it('tries a calendar that fails less and less often, and tells since when', async () => {
    const plan = planOf(FAILED)
    const pauses: number[] = []
    for (let round = 0; round < 7; round += 1) {
      await fetchDue(town.office, plan)
      pauses.push((Date.parse(feed().nextAt ?? '') - Date.parse(now)) / 3_600_000)
      now = feed().nextAt ?? now
    }
    expect(pauses).toEqual([2, 4, 8, 16, 24, 24, 24])
    expect(feed()).toMatchObject({
      failure: 'unreachable',
      failures: 7,
      failingSince: '2026-06-03T10:00:00Z',
    })
    await fetchDue(town.office, planOf(calendar(rehearsal())))
    expect(feed()).toMatchObject({ failure: null, failures: 0, failingSince: null })
  })

  it('leaves alone what is in the archive', async () => {
    archiveOrganisation(town.office, town.by.coordinator, { id: town.groupId, version: 1, act: 'archive' })
    expect(await fetchDue(town.office, planOf(''))).toBe(0)
  })

  it('never has one calendar in two rounds', async () => {
    const plan = planOf(calendar(rehearsal()))
    const both = await Promise.all([fetch(plan), fetch(plan)])
    expect(both.map(({ kind }) => kind).sort()).toEqual(['busy', 'read'])
    expect(plan.asked).toHaveLength(1)
    expect((await fetch(plan)).kind).toBe('read')
  })

  it('is free again when a round never came to its end', async () => {
    town.office.store.feeds.claim(id, {
      at: now,
      until: '2026-06-03T10:02:00Z',
      nextAt: '2026-06-03T11:00:00Z',
    })
    expect((await fetch(planOf(calendar()))).kind).toBe('busy')
    now = '2026-06-03T10:02:00Z'
    expect((await fetch(planOf(calendar()))).kind).toBe('read')
  })

  it('takes nothing in for a feed that got another address in the meantime', async () => {
    const plan = planOf(calendar(rehearsal()))
    const round = fetch({
      ...plan,
      fetcher: async (address, known) => {
        const draft = { organisationId: town.groupId, address: 'https://chor.example/neu.ics' }
        changeFeed(town.office, town.by.editor, { id, version: 1, draft })
        return plan.fetcher(address, known)
      },
    })
    expect((await round).kind).toBe('busy')
    expect(onSite()).toEqual([])
    expect((await fetch(plan)).kind).toBe('read')
  })

  it('asks the database a fixed number of questions for a calendar in which nothing changed', async () => {
    const countFor = async (events: number) => {
      const text = calendar(...Array.from({ length: events }, (_, index) => rehearsal(`UID:${index}`)))
      await fetch(planOf(text))
      town.office.statements.length = 0
      await fetch(planOf(text))
      return town.office.statements.length
    }
    const [few, many] = [await countFor(2), await countFor(20)]
    expect(many).toBe(few)
  })
})
