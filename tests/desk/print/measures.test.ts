import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SpokenLanguage } from '../../../src/domain/language.ts'
import { aCity, aContact, aMeeting, anEvent, anOrganisation, aVenue } from '../../support/cast.ts'
import { openHouse, type TestHouse, type Visitor } from '../../support/house.ts'
import { bare, describeWithPdf, overlapsOn, type PdfPage, pdfFrom } from '../../support/pdf.ts'
import { rule, schedule, slot } from '../../support/schedules.ts'

/** As many letters as fit on no line of any sheet. */
const ENDLESS = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvereinigung'
const NAMES: readonly (readonly [name: string, language: SpokenLanguage | null])[] = [
  ['Chor der Brücken e.V.', null],
  [ENDLESS + ENDLESS.slice(0, 28), null],
  ['Ä'.repeat(120), null],
  [`Interkulturelle Arbeitsgemeinschaft für ${'Begegnung, Beratung und Bildung, '.repeat(4)}e.V.`, null],
  ['جمعية الصداقة الثقافية العربية الألمانية', 'ar'],
  ['אגודת ידידות ישראל־גרמניה', null],
  ['Çağdaş Yaşamı Destekleme Derneği İğdır', 'tr'],
  ['Koło Przyjaźni Łódź – zażółć gęślą jaźń', 'pl'],
  ['Українсько-німецькетовариство «Надія»', 'uk'],
  ['Verein Deutsch-Arabischer Freundschaft (جمعية) e.V.', null],
]

let house: TestHouse
let staff: Visitor
beforeAll(async () => {
  house = await openHouse()
  staff = await house.signIn('staff')
  const all = aCity(house, { name: 'Langstadt' })
  const venueId = aVenue(house, { cityId: all, name: `Haus ${ENDLESS}`, shortName: '', slug: 'haus-lang' })
  const ids = Array.from({ length: 40 }, (_, number) => fill(all, venueId, number))
  fill(aCity(house, { name: 'Einzelstadt' }), null, 3)
  const none = aCity(house, { name: 'Leerstadt' })
  aVenue(house, { cityId: none, name: 'Leeres Haus', shortName: '', slug: 'haus-leer' })
  const participations = ids.map((organisationId, index) => ({
    organisationId,
    role: index === 0 ? ('organiser' as const) : ('participant' as const),
    text: '',
    stand: '',
    withOrganisationId: null,
  }))
  anEvent(house, { cityId: all, slug: 'fest-lang', title: ENDLESS, participations }, ids[0] ?? 0)
}, 60_000)
afterAll(() => house.close())

/** An organisation with a name, an address, a note and ways to reach it that are all longer than usual. */
function fill(cityId: number, venueId: number | null, number: number): number {
  const [name = '', nameLanguage = null] = NAMES[number % NAMES.length] ?? []
  const town =
    number % 3 === 0 ? 'Hellenthal-Reifferscheid an der Oberen Ahr, Ortsteil Kirschseiffen' : 'Berg'
  const street = `Straße-der-Völkerfreundschaft-und-des-Friedens-zwischen-den-Städten ${number}, Eingang B`
  const organisationId = anOrganisation(house, {
    cityId,
    name: `${name} ${number}`,
    nameLanguage,
    internalNote: number === 1 ? 'Viel zu erzählen gab es über diese Gruppe. '.repeat(110) : '',
    website: `https://www.${'sehr-lang.'.repeat(8)}example/seite/index.html`,
    languages: ['de', 'ar', 'tr', 'uk'],
    addresses: [{ kind: 'post', addition: 'c/o Zentrum, Hinterhaus', street, postcode: '12345', town }],
  })
  const channel = { id: null, note: '', places: ['web', 'print'] as const }
  aContact(house, {
    organisationId,
    function: 'Beratung für Frauen und Familien, Anerkennung ausländischer Abschlüsse',
    channels: [
      { ...channel, kind: 'telephone', value: ['020328300123', '+49 203 283-0'][number % 2] ?? '' },
      { ...channel, kind: 'email', value: `${'vorstand-'.repeat(6)}leitung@${'teil.'.repeat(6)}example` },
    ],
  })
  // So many in one room on one day that their row of the week's plan is higher than a page.
  aMeeting(house, {
    organisationId,
    title: `${name} ${number}`,
    venueId,
    schedule: schedule([
      slot(rule({ kind: 'weekly', weekdays: [3], every: 1, anchor: null }), '18:30', '20:00'),
    ]),
  })
  return organisationId
}

const WIDE =
  '&papier=quer&spalte=gruppe&spalte=sprachen&spalte=ort&spalte=funktion&spalte=telefon&spalte=mail'
const INTERNAL = '&fuer=dienst&spalte=gruppe&spalte=sprachen&spalte=ort&spalte=funktion&spalte=kontakt'
const SHEETS: readonly string[] = [
  ...['q=xyzxyz', 'ort=einzelstadt', 'ort=langstadt'].flatMap((chosen) => [
    `/druck/kontakte?${chosen}`,
    `/druck/kontakte?${chosen}${WIDE}&spalte=zeiten&spalte=bestaetigt`,
    `/druck/kontakte?${chosen}${INTERNAL}&spalte=telefon&spalte=mail&spalte=notiz`,
    `/druck/kontakte?${chosen}&gruppiert=thema`,
    `/druck/kontakte?${chosen}&form=verzeichnis`,
    `/druck/kontakte?${chosen}&form=verzeichnis&papier=quer&fuer=dienst&spalte=gruppe&spalte=notiz`,
    `/druck/verzeichnis?${chosen}`,
    `/druck/verzeichnis?${chosen}&format=a5`,
  ]),
  ...['ort=leerstadt', 'ort=einzelstadt', 'ort=langstadt'].flatMap((chosen) => [
    `/druck/monat?monat=2026-06&${chosen}`,
    `/druck/monat?monat=2026-06&${chosen}&nach=ort`,
    `/druck/monat?monat=2026-06&${chosen}&papier=heft`,
  ]),
  ...['haus=haus-leer', 'haus=haus-lang'].flatMap((chosen) => [
    `/druck/woche?${chosen}`,
    `/druck/woche?${chosen}&papier=a3`,
    `/druck/tuer?${chosen}`,
    `/druck/tuer?${chosen}&zeitraum=woche`,
  ]),
  '/druck/anwesenheit?veranstaltung=fest-lang',
  '/druck/eintrag?gruppe=chor-der-bruecken-e-v',
]

describeWithPdf('a sheet of nobody, of one and of many with long names', () => {
  it.each(SHEETS)(
    'has its text on the paper, a number on each page, and as many as are told: %s',
    async (path) => {
      const pages = await pdfFrom(house, staff, `${path}&lage=einzeln`)
      await pdfFrom(house, staff, path)
      const told = /(\d+) Seiten? /.exec((await staff.get(path)).text('.paper-pages'))?.[1]
      expect(pages.length).toBe(Number(told))
      for (const [index, page] of pages.entries()) {
        expect(bare(page.text)).toContain(`Seite${index + 1}von${pages.length}`)
        expect(beyondThePaper(page)).toEqual([])
        expect(overlapsOn(page)).toEqual([])
      }
    },
  )

  it('of entries with names of every kind is within its margins', async () => {
    const slugs = house.store.organisations.names(idsOf('langstadt').slice(0, NAMES.length))
    expect(slugs.length).toBe(NAMES.length)
    for (const { id } of slugs) {
      const slug = house.store.organisations.byId(id)?.slug
      for (const page of await pdfFrom(house, staff, `/druck/eintrag?gruppe=${slug}`))
        expect([...beyondThePaper(page), ...overlapsOn(page)], slug).toEqual([])
    }
  })
})

function idsOf(city: string): readonly number[] {
  const cityId = house.store.cities.bySlug(city)?.id ?? null
  const everything = { topicId: null, language: null, weekdays: [], kind: null, ids: null }
  const rows = house.store.printing.rows({
    ...everything,
    cityId,
    venueId: null,
    networkId: null,
    projectId: null,
  })
  return rows.map(({ id }) => id)
}

/** The words nearer than 5 mm to an edge, where most printers print nothing. */
function beyondThePaper({ words, width, height }: PdfPage): readonly string[] {
  return words
    .filter(({ left, top, right, bottom }) => left < 5 || top < 5 || right > width - 5 || bottom > height - 5)
    .map(({ text }) => text)
}
