import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendar, rehearsal } from '../support/calendars.ts'
import { feedOf, readFeed } from '../support/feeds.ts'
import { filledIn } from '../support/filled.ts'
import { batchIn } from '../support/hostile.ts'
import { openHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'no-implicit-button-type': 'off',
  },
})

/** The pages of a noun, with the first entry that its table holds. */
function pagesOf(list: string): string[] {
  const entry = `${list}/1`
  return [list, `${list}/neu`, entry, `${entry}/verlauf`, `${entry}/verlauf/1`]
}

async function flawsOf(name: string, html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${name}:${line} ${ruleId} ${message}`),
  )
}

/** The calendar of a group with a meeting, a rule kept as text, an event that could not be read, and a failure. */
async function calendarWithEverything(entry: string): Promise<string> {
  const id = feedOf(house, Number(entry.split('/').at(-1)))
  const odd = rehearsal('UID:2', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR')
  await readFeed(house, id, calendar(rehearsal(), odd, rehearsal('UID:3', 'RRULE:FREQ=HOURLY')))
  await readFeed(house, id, 'no calendar')
  return `/verwaltung/kalender/${id}`
}

test('every page of the desk is sound HTML, refused and contradicted forms too', {
  timeout: 120_000,
}, async () => {
  const administrator = await house.signIn('administrator')
  const entry = `/verwaltung/organisationen/${house.store.organisations.bySlug('chor-der-bruecken-e-v')?.id}`
  const contact = '/verwaltung/kontakte/7'
  const feed = await calendarWithEverything(entry)
  const flaws: string[] = []
  for (const path of [
    '/verwaltung',
    '/verwaltung/organisationen',
    '/verwaltung/organisationen?ort=atlantis',
    '/verwaltung/organisationen/neu',
    '/verwaltung/aenderungen',
    `/verwaltung/aenderungen/${batchIn(house, Number(entry.split('/').at(-1)))}`,
    '/verwaltung/ersetzen?suchen=Duisburg&ersetzen=Essen',
    ...[entry, contact, '/verwaltung/texte/1', '/verwaltung/konten/2'].flatMap((page) => [
      page,
      `${page}/verlauf`,
      `${page}/verlauf/1`,
    ]),
    `${entry}/kontakte/neu`,
    '/verwaltung/texte',
    '/verwaltung/dokumente',
    '/verwaltung/dokumente/neu?veranstaltung=1&art=flyer',
    '/verwaltung/bilder/neu?veranstaltung=1',
    ...['dokumente', 'bilder'].flatMap((noun) => [
      `/verwaltung/${noun}/1`,
      `/verwaltung/${noun}/1/verlauf`,
      `/verwaltung/${noun}/1/verlauf/1`,
    ]),
    ...['veranstaltungen', 'treffpunkte', 'projekte', 'foerderprogramme', 'orte'].flatMap((noun) =>
      pagesOf(`/verwaltung/${noun}`),
    ),
    '/verwaltung/konto',
    '/verwaltung/konto/name',
    '/verwaltung/konto/passwort',
    '/verwaltung/konto/code',
    '/verwaltung/konto/code/aus',
    '/verwaltung/konten',
    '/verwaltung/konten/neu',
    '/verwaltung/protokoll',
    '/verwaltung/vorschlaege',
    '/verwaltung/suche?q=e',
    '/verwaltung/vorschlaege/1',
    '/verwaltung/organisationen/neu?vorschlag=3',
    '/verwaltung/ueberschneidungen?stand=alle',
    '/verwaltung/treffpunkte/3/woche?tag=2026-07-31',
    '/verwaltung/treffpunkte/3/monat?monat=2026-06',
    '/verwaltung/treffpunkte/3/frei?wunsch=donnerstags+18+bis+20+Uhr&plaetze=20',
    '/verwaltung/treffpunkte/3/frei?wunsch=irgendwann',
    '/verwaltung/kalender',
    `${entry}/kalender/neu`,
    ...[feed, `${feed}/verlauf`, `${feed}/verlauf/1`],
    ...['veranstaltungen', 'schliesstage', 'verbindungen', 'hinweise', 'themen'].flatMap((noun) =>
      pagesOf(`/verwaltung/${noun}`),
    ),
  ])
    flaws.push(...(await flawsOf(path, (await administrator.get(path)).body)))

  const form = filledIn(await administrator.get(entry))
  const send = async (name: string, fields: Record<string, string>) =>
    flaws.push(...(await flawsOf(name, (await administrator.post(entry, { ...form, ...fields })).body)))
  await send('refused', { name: '', 'addresses.0.street': 'Am Markt 1' })
  await send('preview', { act: 'preview' })
  await administrator.post(entry, { ...form, shortName: 'CB', website: 'https://www.beispiel.example' })
  await send('merged', { foundedYear: '1999' })
  await send('contradicted', { shortName: 'CdB' })
  flaws.push(...(await flawsOf('new contact', (await administrator.post(`${entry}/kontakte/neu`, {})).body)))
  const account = filledIn(await administrator.get('/verwaltung/konten/2'))
  const unclear = { ...account, role: 'editor', 'organisations.0.name': 'Chor', act: 'save' }
  flaws.push(...(await flawsOf('account', (await administrator.post('/verwaltung/konten/2', unclear)).body)))
  expect(flaws).toEqual([])
})

test('every page of a meeting is sound HTML, with its times and its dates in every state', async () => {
  const coordinator = await house.signIn('coordinator')
  const group = house.store.organisations.bySlug('chor-der-bruecken-e-v')?.id ?? 0
  const id = house.store.meetings.ofOrganisations([group])[0]?.id
  const meeting = `/verwaltung/treffen/${id}`
  const flaws: string[] = []
  const look = async (path: string) =>
    flaws.push(...(await flawsOf(path, (await coordinator.get(path)).body)))
  const send = async (path: string, fields: Record<string, string>) => {
    const form = filledIn(await coordinator.get(path))
    const { body } = await coordinator.post(path, { ...form, ...fields })
    flaws.push(...(await flawsOf(`${path} ${JSON.stringify(fields)}`, body)))
  }
  await coordinator.post(`${meeting}/termine/2026-06-04`, { act: 'cancel', reason: 'Krank', version: '1' })
  for (const path of ['', '/termine', '/termine/2026-06-12', '/termine/zusatz', '/termine/pause', '/verlauf'])
    await look(`${meeting}${path}`)
  await look(`${meeting}/verlauf/1`)
  await look('/verwaltung/treffen')
  await look('/verwaltung/treffen?ort=atlantis&gruppe=chor-der-bruecken-e-v')
  await look(`/verwaltung/organisationen/${group}/treffen/neu`)
  await send(meeting, { act: 'check', 'slots.0.public': 'skip' })
  await send(meeting, { act: 'preview', 'slots.1.kind': 'dates', 'slots.1.dates': '7.7.2026' })
  await send(meeting, { act: 'save', title: '', 'slots.0.weekdays': '2', 'slots.0.start': 'abends' })
  await send(meeting, { act: 'save', 'slots.0.weekdays': '2' })
  await send(`${meeting}/termine/pause`, {})
  await send(`${meeting}/termine/zusatz`, {})
  expect(flaws).toEqual([])
})
