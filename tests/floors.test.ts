import { describe, expect, it } from 'vitest'
import { brokenFloors, brokenManners, brokenViews, foreignPackages, importsOf } from './support/floors.ts'
import { filesBelow } from './support/sources.ts'

const sources = filesBelow('src', '.ts')
const templates = filesBelow('views', '.eta')
const paths = sources.map(({ path }) => path)

describe('the house', () => {
  it('has sources to look at', () => {
    expect(sources.length).toBeGreaterThan(20)
  })

  it('imports only downwards', () => {
    expect(sources.flatMap(brokenFloors)).toEqual([])
  })

  it('takes packages only where they belong', () => {
    expect(sources.flatMap(foreignPackages)).toEqual([])
  })

  it('keeps its manners', () => {
    expect(sources.flatMap(brokenManners)).toEqual([])
  })

  it('has its templates where its sections are', () => {
    expect(templates.flatMap((template) => brokenViews(template, paths))).toEqual([])
  })
})

describe('an import', () => {
  const importing = (path: string, specifier: string) =>
    brokenFloors({ path, text: `import { x } from '${specifier}'\n` }).length > 0

  it.each([
    ['src/site/calendar/pages.ts', '../../domain/day.ts'],
    ['src/site/calendar/pages.ts', '../../store/meetings.ts'],
    ['src/site/calendar/pages.ts', './forms.ts'],
    ['src/desk/meetings/routes.ts', '../../operations/meetings.ts'],
    ['src/operations/meetings.ts', '../store/meetings.ts'],
    ['src/domain/meeting.ts', './day.ts'],
    ['src/app.ts', './site/calendar/routes.ts'],
    ['src/main.ts', './cli/demo.ts'],
    ['src/cli/demo.ts', '../config.ts'],
    ['src/cli/demo/read.ts', '../../operations/meetings.ts'],
  ])('of %s may be %s', (path, specifier) => {
    expect(importing(path, specifier)).toBe(false)
  })

  it.each([
    ['src/domain/meeting.ts', '../store/meetings.ts'],
    ['src/store/meetings.ts', '../operations/meetings.ts'],
    ['src/store/meetings.ts', '../i18n/words.ts'],
    ['src/operations/meetings.ts', '../http/render.ts'],
    ['src/http/render.ts', '../operations/act.ts'],
    ['src/http/render.ts', '../site/calendar/pages.ts'],
    ['src/http/urls.ts', '../config.ts'],
    ['src/site/calendar/pages.ts', '../events/pages.ts'],
    ['src/desk/meetings/pages.ts', '../events/pages.ts'],
    ['src/desk/meetings/pages.ts', '../../site/calendar/pages.ts'],
    ['src/site/calendar/pages.ts', '../../app.ts'],
    ['src/app.ts', './cli/demo.ts'],
    ['src/config.ts', './domain/day.ts'],
    ['src/cli/demo.ts', '../../data/demo/cities.json'],
  ])('of %s may not be %s', (path, specifier) => {
    expect(importing(path, specifier)).toBe(true)
  })

  it('is found in every form', () => {
    const text = `
      import a from './a.ts'
      import type { B } from "./b.ts"
      import './c.ts'
      export { d } from './d.ts'
      export * from './e.ts'
      const f = await import('./f.ts')
      type G = import('./g.ts').G
      declare module './h.ts' {}
      import {
        i,
      } from './i.ts'`
    expect(importsOf({ path: 'src/x.ts', text })).toEqual([...'abcdefghi'].map((name) => `./${name}.ts`))
  })
})

describe('a package', () => {
  it.each([
    ['src/domain/day.ts', 'node:fs', 1],
    ['src/domain/day.ts', 'eta', 1],
    ['src/domain/day.ts', 'zod', 0],
    ['src/http/render.ts', 'better-sqlite3', 1],
    ['src/store/database.ts', 'better-sqlite3', 0],
    ['src/http/render.ts', 'node:fs', 0],
  ])('in %s: %s', (path, name, count) => {
    expect(foreignPackages({ path, text: `import x from '${name}'` })).toHaveLength(count)
  })
})

describe('manners', () => {
  it.each([
    ['src/http/utils.ts', '', 'a name that says nothing'],
    ['src/http/form-helpers.ts', '', 'a name that says nothing'],
    ['src/http/common/frame.ts', '', 'a name that says nothing'],
    ['src/http/frame.ts', `${'\n'.repeat(250)}x`, 'more than 250 lines'],
    ['src/http/frame.ts', "db.prepare('SELECT id FROM city')", 'contains SQL'],
    ['src/cli/backup.ts', "db.exec('VACUUM INTO ?')", 'contains SQL'],
    ['src/http/frame.ts', 'const x: any = 1', 'around the compiler'],
    ['src/http/frame.ts', 'const x = y as any', 'around the compiler'],
    ['src/http/frame.ts', '// @ts-ignore', 'around the compiler'],
    ['src/domain/day.ts', 'export const x = 1', 'does not open with what it knows'],
    ['src/site/pages.ts', '', 'stands in no section'],
    ['src/lib/x.ts', '', 'stands on no floor'],
  ])('%s with %j', (path, text, what) => {
    expect(brokenManners({ path, text })).toEqual([expect.stringContaining(what)])
  })

  it.each([
    ['src/store/cities.ts', "db.prepare('SELECT id FROM city')"],
    ['src/domain/day.ts', '// Days.\nexport const many = 1'],
    ['src/http/frame.ts', 'type Company = string // anything, as anyone may select'],
    ['src/formats/open-data.ts', ''],
  ])('nothing against %s with %j', (path, text) => {
    expect(brokenManners({ path, text })).toEqual([])
  })
})

describe('a template', () => {
  it.each([
    ['views/site/calendar/month.eta', '', 0],
    ['views/frame.eta', '', 0],
    ['views/parts/leaf.eta', '', 0],
    ['views/errors/not-found.eta', '', 0],
    ['views/site/calendar/month.eta', '<br>\n'.repeat(81), 1],
    ['views/site/calender/month.eta', '', 1],
    ['views/site/month.eta', '', 1],
    ['views/calendar/month.eta', '', 1],
  ])('%s', (path, text, count) => {
    expect(brokenViews({ path, text }, ['src/site/calendar/pages.ts'])).toHaveLength(count)
  })
})
