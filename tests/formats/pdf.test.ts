import { afterAll, describe, expect, it } from 'vitest'
import { openTypesetter } from '../../src/formats/pdf.ts'
import { LIST_HEAD } from '../support/paper-sheet.ts'
import { bare, describeWithPdf, readPdf } from '../support/pdf.ts'
import { linesOf } from '../support/pdf-tags.ts'

const typesetter = openTypesetter()
afterAll(() => typesetter.close())

const line = (text: string, language = '', isFromRight = false) => ({ text, language, isFromRight })
const cellOf = (text: ReturnType<typeof line>) => ({ isName: true, lines: [text] })
const sheet = (names: readonly ReturnType<typeof line>[]) => ({
  ...LIST_HEAD,
  isDirectory: false,
  columns: [{ label: 'Organisation', share: 1 }],
  groups: [{ title: '', entries: [], rows: names.map((name) => [{ isName: true, lines: [name] }]) }],
})

describeWithPdf('a PDF file', () => {
  it.each([
    ['Türkisch', 'Çağdaş Yaşam Derneği', 'tr', false],
    ['Polish', 'Koło Przyjaźni Łódź', 'pl', false],
    ['Ukrainian', 'Українська громада Дуйсбурґ', 'uk', false],
    ['Arabic', 'جمعية الصداقة الثقافية', 'ar', true],
    ['Persian', 'انجمن فرهنگی پژواک', 'fa', true],
    ['Hebrew', 'אגודת ידידות', 'he', true],
    ['Armenian', 'Հայկական մշակույթ', 'hy', false],
    ['Georgian', 'ქართული სათვისტომო', 'ka', false],
    ['Amharic', 'የኢትዮጵያ ማኅበር', 'am', false],
    ['Tigrinya', 'ማሕበር ኤርትራ', 'ti', false],
    ['Tamil', 'தமிழ்ச் சங்கம்', 'ta', false],
  ])('says a %s name, letter for letter', async (_language, name, language, isFromRight) => {
    const typeset = await typesetter.typeset('list', sheet([line(name, language, isFromRight)]))
    if (typeset.kind !== 'pdf') throw new Error(JSON.stringify(typeset))
    const [page] = readPdf(typeset.bytes)
    const words = page?.text.replace(/[\u202a-\u202e\u00ad]/g, '').split(/\s+/)
    for (const word of name.split(' ')) expect(words).toContain(word)
  })

  it('is tagged, names its language and title, and says that it is accessible (PDF/UA-1)', async () => {
    const typeset = await typesetter.typeset('list', sheet([line('Chor')]))
    if (typeset.kind !== 'pdf') throw new Error(JSON.stringify(typeset))
    const source = Buffer.from(typeset.bytes).toString('latin1')
    expect(source).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(source).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/)
    expect(source).toMatch(/\/Lang\s*\(de\)/)
  })

  it('has a line below each row, a strong one below the head, and none between columns', async () => {
    const names = ['Chor', 'Tanz', 'Musik'].map((name) => line(name))
    const typeset = await typesetter.typeset('list', {
      ...sheet([]),
      columns: [1, 2].map((share) => ({ label: 'Organisation', share })),
      groups: [{ title: '', entries: [], rows: names.map((name) => [cellOf(name), cellOf(name)]) }],
    })
    if (typeset.kind !== 'pdf') throw new Error(JSON.stringify(typeset))
    const lines = linesOf(typeset.bytes)
    expect(lines.filter(({ down }) => down !== 0)).toEqual([])
    // The sheet's own head has a line, too.
    expect(lines.map(({ width }) => width).sort()).toEqual([0.5, 0.5, 0.5, 1.5, 1.5])
  })

  it('has whoever is too long for a line on several, and nothing beyond the margin', async () => {
    const names = [
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3),
      'x'.repeat(400),
      `${'sehr-'.repeat(30)}lang@${'teil.'.repeat(30)}example`,
    ]
    const narrow = {
      ...sheet(names.map((name) => line(name))),
      columns: [1, 2, 3, 4, 5, 6].map(() => ({ label: 'Organisation', share: 1 })),
    }
    const rows = names.map((name) => narrow.columns.map(() => ({ isName: true, lines: [line(name)] })))
    const typeset = await typesetter.typeset('list', {
      ...narrow,
      groups: [{ title: '', entries: [], rows }],
    })
    if (typeset.kind !== 'pdf') throw new Error(JSON.stringify(typeset))
    const pages = readPdf(typeset.bytes)
    for (const { words, width } of pages)
      for (const { left, right } of words) {
        expect(left).toBeGreaterThan(14.5)
        expect(right).toBeLessThan(width - 14.5)
      }
    const text = bare(pages.map((page) => page.text).join(''))
    expect(text.match(/Donaudampf/g)?.length).toBe(18)
  })
})

describe('a typesetter', () => {
  it('hands out the same file for the same sheet', async () => {
    const [one, other] = await Promise.all([
      typesetter.typeset('list', sheet([line('Einmal')])),
      typesetter.typeset('list', sheet([line('Einmal')])),
    ])
    expect(one.kind).toBe('pdf')
    expect(other).toBe(one)
    expect(await typesetter.typeset('list', sheet([line('Einmal')]))).toBe(one)
  })

  it('names the letters for which there is no font', async () => {
    const typeset = await typesetter.typeset('list', sheet([line('Verein 𐀀𐀁')]))
    expect(typeset).toEqual({ kind: 'letters', letters: '𐀀𐀁' })
  })

  it('reads what people typed as text, never as Typst', async () => {
    const typeset = await typesetter.typeset(
      'list',
      sheet([line('#panic("x") $1$ *b* \\ [ #import "/etc/passwd"')]),
    )
    expect(typeset.kind).toBe('pdf')
  })

  it('says so where too many wait, and sets the others', async () => {
    const all = Array.from({ length: 12 }, (_, number) =>
      typesetter.typeset('list', sheet([line(`Gruppe ${number}`)])),
    )
    const kinds = (await Promise.all(all)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'pdf').length).toBe(8)
    expect(kinds.filter((kind) => kind === 'busy').length).toBe(4)
  })

  it('goes on after a template that fails', async () => {
    const failed = await typesetter.typeset('list', { title: 'nothing else' })
    expect(failed.kind).toBe('failed')
    expect((await typesetter.typeset('list', sheet([line('Danach')]))).kind).toBe('pdf')
  })

  it('starts anew after it was closed', async () => {
    const own = openTypesetter()
    expect((await own.typeset('list', sheet([line('Chor')]))).kind).toBe('pdf')
    const cut = own.typeset('list', sheet([line('Abgebrochen')]))
    await own.close()
    expect((await cut).kind).toBe('failed')
    expect((await own.typeset('list', sheet([line('Wieder')]))).kind).toBe('pdf')
    await own.close()
  })
})
