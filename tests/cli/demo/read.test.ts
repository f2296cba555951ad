import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openChapter } from '../../../src/cli/demo/chapter.ts'
import { tellOrganisations, tellRelations } from '../../../src/cli/demo/organisations.ts'
import { tellCities } from '../../../src/cli/demo/places.ts'
import { readPicture, readSiteTexts, readStories } from '../../../src/cli/demo/read.ts'
import { openOffice, SYSTEM } from '../../support/office.ts'
import { day } from '../../support/schedules.ts'

const TODAY = day('2026-11-22')
let folder: string
beforeEach(() => {
  folder = `${mkdtempSync(join(tmpdir(), 'treffpunkt-story-'))}/`
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (file: string, story: unknown) => writeFileSync(`${folder}${file}`, JSON.stringify(story))
const town = { slug: 'entenhausen', name: 'Entenhausen', land: 'NW' }

describe('a file of the demonstration', () => {
  it('is refused with an unknown field, by file and path', () => {
    write('town.json', { cities: [{ ...town, mayor: 'Erika Mustermann' }] })
    expect(() => readStories(TODAY, folder)).toThrow(/^town\.json: cities\.0: .*"mayor"/)
  })

  it('is refused with a day that is none', () => {
    write('town.json', { notices: [{ text: 'Bald', from: 'soon' }] })
    expect(() => readStories(TODAY, folder)).toThrow('town.json: notices.0.from: "soon" is no day')
  })

  it('names the file and the reference that leads nowhere', () => {
    write('town.json', { cities: [town], relations: [{ from: 'nobody', kind: 'supports', to: 'nobody' }] })
    expect(() => put(tellRelations)).toThrow('town.json: there is no organisation "nobody"')
  })

  it('names the entry that is refused', () => {
    const group = {
      key: 'group',
      name: '',
      kind: 'group',
      city: 'entenhausen',
      texts: { de: { summary: '' } },
    }
    write('town.json', { cities: [town], organisations: [group] })
    expect(() => put(tellCities, tellOrganisations)).toThrow('town.json: "" was refused: name (name.missing)')
  })

  it('cannot use a key twice', () => {
    const group = {
      key: 'group',
      name: 'Chor',
      kind: 'group',
      city: 'entenhausen',
      texts: { de: { summary: '' } },
    }
    write('town.json', { cities: [town], organisations: [group, group] })
    expect(() => put(tellCities, tellOrganisations)).toThrow(
      'town.json: there is a second organisation "group"',
    )
  })

  function put(...steps: ((chapter: ReturnType<typeof openChapter>) => void)[]) {
    const office = openOffice()
    const register = new Map<string, number>()
    for (const { file, story } of readStories(TODAY, folder)) {
      const chapter = openChapter(file, story, register, { office, by: SYSTEM, today: TODAY })
      for (const step of steps) step(chapter)
    }
  }
})

describe('a text of the site', () => {
  it('has its title in the first line', () => {
    writeFileSync(`${folder}impressum.de.md`, '# Impressum\n\nWer wir sind.\n\n## Anschrift\n')
    expect(readSiteTexts(folder)).toEqual([
      { slug: 'impressum', language: 'de', title: 'Impressum', body: 'Wer wir sind.\n\n# Anschrift' },
    ])
  })

  it.each([
    ['kontakt.de.md', '# Kontakt\n\nText', /names no text/],
    ['impressum.tr.md', '# Künye\n\nText', /names no text/],
    ['impressum.de.md', 'Wer wir sind.', /does not begin with a title/],
  ])('%s with %j is refused', (file, text, reason) => {
    writeFileSync(`${folder}${file}`, text)
    expect(() => readSiteTexts(folder)).toThrow(reason)
  })
})

describe('a picture', () => {
  it('knows its own size', () => {
    expect(readPicture('gera-1-stuhlkreis.png')).toMatchObject({ width: 960, height: 640 })
  })
})
