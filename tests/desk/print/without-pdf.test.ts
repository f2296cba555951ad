import { describe, expect, it } from 'vitest'
import type { Typeset } from '../../../src/formats/pdf.ts'
import { openHouse, type Visitor } from '../../support/house.ts'

const SHEETS = [
  '/druck/kontakte?ort=duisburg',
  '/druck/verzeichnis?ort=duisburg&format=a5',
  '/druck/etiketten?ort=duisburg',
  '/druck/monat?monat=2026-06',
  '/druck/woche?haus=internationales-zentrum-duisburg',
  '/druck/tuer?haus=internationales-zentrum-duisburg',
  '/druck/anwesenheit?veranstaltung=dortbunt',
  '/druck/eintrag?gruppe=chor-der-bruecken-e-v',
]

async function staffWhere(typeset: Typeset): Promise<{ staff: Visitor; close: () => Promise<void> }> {
  const typesetter = { typeset: async () => typeset, prepare: () => {}, close: async () => {} }
  const house = await openHouse({ typesetter })
  return { staff: await house.signIn('staff'), close: house.close }
}

describe('a sheet of which there is no PDF', () => {
  it.each<readonly [sentence: string, status: number, typeset: Typeset]>([
    ['das Programm nicht installiert', 503, { kind: 'not-installed' }],
    ['keine Schrift vorhanden: 中文', 503, { kind: 'letters', letters: '中文' }],
    ['Gerade werden sehr viele', 503, { kind: 'busy' }],
    ['konnte nicht gesetzt werden', 500, { kind: 'failed', why: 'broken' }],
  ])('says so (%s), and is printed by the browser all the same', async (sentence, status, typeset) => {
    const { staff, close } = await staffWhere(typeset)
    for (const path of SHEETS) {
      const page = await staff.get(path)
      expect(page.status, path).toBe(200)
      expect(page.text('.paper-pages'), path).toContain(sentence)
      expect(page.$('main').text().length, path).toBeGreaterThan(30)
      const isOffered = page.$('.paper-tools a[href*=".pdf"]').length > 0
      expect(isOffered, path).toBe(typeset.kind === 'busy')
      const pdf = await staff.get(path.replace('?', '.pdf?'))
      expect(pdf.status, path).toBe(status)
      if (status === 503) expect(pdf.text('[role=status]'), path).toContain(sentence)
    }
    await close()
  })
})
