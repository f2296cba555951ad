// One address of every kind of page that readers come to, with the demonstration data of tests/support/house.ts.
import type { Page } from 'playwright-core'

/** An address with the status it is answered with; `sends`: the page's own form is sent empty, and refused with 422. */
export type PageKind = { readonly path: string; readonly status: number; readonly sends?: true }

/** The link by which the listening house asks a group whose language is read from the right. */
export const LINK_TOKEN = 'x'.repeat(43)
export const LINK_SLUG = 'chor-der-bruecken-e-v'
const LINK = `/bestaetigen/${LINK_TOKEN}`

/** The organisation that the listening house archives, so that its page is gone. */
export const GONE_SLUG = 'tanzkreis-horon'

const NIR = 'netzwerk-gegen-islamfeindlichkeit-und-rassismus-nir'

const FOUND = [
  '/',
  '/orte',
  '/orte/duisburg',
  '/orte/duisburg?tag=mi&thema=menschenrechte',
  '/orte/duisburg?text=xyzzy',
  '/organisationen',
  '/organisationen/amnesty-international-gruppe-duisburg',
  '/organisationen/landkreis-giessen-dezernat-iv',
  '/organisationen/kommunales-integrationszentrum-duisburg',
  '/organisationen/klub-filmowy-kadr',
  '/netzwerke',
  `/netzwerke/${NIR}`,
  '/netzwerke/migranetz-thueringen-e-v',
  '/treffpunkte',
  '/treffpunkte/internationales-zentrum-duisburg',
  '/kalender/2026-06',
  '/kalender/2026-W23',
  '/kalender/2026-06-03',
  '/kalender/2027-06?ort=weida',
  '/veranstaltungen',
  '/veranstaltungen/dortbunt',
  '/veranstaltungen/netzwerktreffen-ostthueringen-2023',
  '/veranstaltungen/filmgespraech',
  '/projekte',
  '/projekte/xenos',
  '/kontakte',
  '/kontakte?q=xyzzy',
  '/druck/kontakte?ort=duisburg',
  '/druck/monat?monat=2026-06&ort=duisburg&papier=heft',
  '/druck/verzeichnis?ort=duisburg&format=a5',
  '/suche',
  '/suche?q=zentrum',
  '/suche?q=xyzzy',
  '/kalender-abonnieren',
  `/kalender-abonnieren?kalender=${encodeURIComponent('/organisationen/amnesty-international-gruppe-duisburg.ics')}`,
  '/impressum',
  '/datenschutz',
  '/barrierefreiheit',
  '/leichte-sprache',
  '/gebaerdensprache',
  '/rueckmeldung',
  '/rueckmeldung?kontakt=15',
  '/etwas-stimmt-nicht?gruppe=amnesty-international-gruppe-duisburg',
  '/gruppe-melden',
  '/anmelden',
  '/passwort-vergessen',
  LINK,
  `${LINK}/angaben`,
  `${LINK}/ausfall`,
  `${LINK}/ende`,
]

/** Every kind of page for readers, in German. */
export const PAGE_KINDS: readonly PageKind[] = [
  ...FOUND.map((path) => ({ path, status: 200 })),
  { path: '/orte/duisburg?thema=xyzzy', status: 404 },
  { path: '/organisationen/amnesti-duisburg', status: 404 },
  { path: `/organisationen/${GONE_SLUG}`, status: 410 },
  { path: '/rueckmeldung', status: 422, sends: true },
  { path: '/anmelden', status: 422, sends: true },
  { path: '/passwort-vergessen', status: 422, sends: true },
  { path: `${LINK}/ausfall`, status: 422, sends: true },
  { path: `${LINK}/ende`, status: 422, sends: true },
  { path: '/zugang/kein-link', status: 410 },
  { path: '/bestaetigen/kein-link', status: 404 },
]

/** A sample of them, with most of the parts that pages are made of. */
export const SAMPLE: readonly PageKind[] = [
  '/',
  '/orte/duisburg?tag=mi&thema=menschenrechte',
  '/organisationen/amnesty-international-gruppe-duisburg',
  `/netzwerke/${NIR}`,
  '/treffpunkte/internationales-zentrum-duisburg',
  '/kalender/2026-06',
  '/veranstaltungen/netzwerktreffen-ostthueringen-2023',
  '/projekte/xenos',
  '/kontakte',
  '/suche?q=zentrum',
  '/kalender-abonnieren?kalender=%2Forte%2Fduisburg.ics',
  '/impressum',
  '/rueckmeldung',
  '/anmelden',
  LINK,
].map((path) => ({ path, status: 200 }))

/** The sample in English. */
export const ENGLISH_SAMPLE: readonly PageKind[] = SAMPLE.map(({ path, status }) => ({
  path: path === '/' ? '/en' : `/en${path}`,
  status,
}))

/** How a finding names the page. */
export function nameOf({ path, sends }: PageKind): string {
  return sends === true ? `${path} (refused)` : path
}

/** Goes to a page, sends its form where the kind asks for it, and answers with the status; nothing is folded away. */
export async function visit(page: Page, origin: string, kind: PageKind): Promise<number> {
  const answer = await page.goto(`${origin}${kind.path}`)
  const status = kind.sends === true ? await sendEmpty(page) : answer?.status()
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '')
  })
  return status ?? 0
}

async function sendEmpty(page: Page): Promise<number> {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.locator('main form.form .form-actions .button').click(),
  ])
  await page.waitForLoadState()
  return answer.status()
}
