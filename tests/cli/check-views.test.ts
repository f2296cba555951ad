import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkTemplates, type Report } from '../../src/cli/check-views/check.ts'
import { readTemplates } from '../../src/cli/check-views/template.ts'

type Case = readonly [
  name: string,
  template: string,
  findings: readonly (readonly [line: number, message: RegExp])[],
]

const SAMPLE = `{
  title: string
  note: string | null
  short?: string
  isNew: boolean
  count: number
  url: Href
  about: Html
  badge: { label: string }
  rows: readonly { name: string }[]
}`

const CASES: readonly Case[] = [
  ['a field that exists', '<h1><%= it.page.title %></h1>', []],
  ['a misspelt field', '<p>\n<%= it.page.titel %></p>', [[2, /'titel' does not exist/]]],
  ['a misspelt field of the frame', '<%= it.frame.langage %>', [[1, /'langage' does not exist/]]],
  [
    'a misspelt field in a loop',
    '<% for (const row of it.page.rows) { %>\n<%= row.nam %>\n<% } %>',
    [[2, /'nam' does not/]],
  ],
  [
    'a misspelt field in code over several lines',
    '<%\n  const a =\n    it.page.nope\n%><%= a %>',
    [[3, /'nope'/]],
  ],
  ['a field on the third line of one output', '<%=\n\n  it.page.nope %>', [[3, /'nope'/]]],
  ['null printed', '<%= it.page.note %>', [[1, /null.*'Printable'/]]],
  ['null asked for before it is printed', '<% if (it.page.note !== null) { %><%= it.page.note %><% } %>', []],
  ['undefined printed', '<%= it.page.short %>', [[1, /undefined.*'Printable'/]]],
  ['an element that may be missing', '<%= it.page.rows[0].name %>', [[1, /possibly 'undefined'/]]],
  ['a boolean printed', '<%= it.page.isNew %>', [[1, /'boolean'.*'Printable'/]]],
  ['an object printed', '<%= it.page.badge %>', [[1, /'Printable'/]]],
  ['finished HTML escaped again', '<%= it.page.about %>', [[1, /'Html'.*'Printable'/]]],
  ['a number printed', '<%= it.page.count %>', []],
  ['a value made and not used', '<% const unused = it.page.title %>', [[1, /'unused' is declared but/]]],
  ['something of the machine', '<%= process.env.HOME ?? "" %>', [[1, /process/]]],

  ['a part', "<%~ include('/parts/badge', { part: it.page.badge }) %>", []],
  [
    'a part that does not exist',
    "<%~ include('/parts/badgr', { part: it.page.badge }) %>",
    [[1, /"\/parts\/badgr"/]],
  ],
  [
    'a part handed the wrong thing',
    "<%~ include('/parts/badge', { part: it.page.title }) %>",
    [[1, /'string'/]],
  ],
  ['a part handed nothing', "<%~ include('/parts/badge') %>", [[1, /Expected 2 arguments/]]],
  ['a part escaped', "<%= include('/parts/badge', { part: it.page.badge }) %>", [[1, /'Html'.*'Printable'/]]],
  ['a layout', "<% layout('/frame') %>", []],
  ['an unknown layout', "\n<% layout('/fram') %>", [[2, /"\/fram"/]]],
  ['finished HTML', '<%~ it.page.about %>', []],
  ['any other text raw', '<%~ it.page.title %>', [[1, /'string'.*'Html'/]]],

  ['an address of ours', '<a href="<%= it.page.url %>"></a>', []],
  ['an address that is any text', '<a href="<%= it.page.title %>"></a>', [[1, /'string'.*'Href'/]]],
  ['a source that is any text', '<img alt="" src="<%= it.page.title %>">', [[1, /'Href'/]]],
  ['a form sent to any text', '<form\n action="<%= it.page.title %>"></form>', [[2, /'Href'/]]],
  ['a button sent to any text', "<button formaction='<%= it.page.title %>'></button>", [[1, /'Href'/]]],
  ['a set of sources that is any text', '<img alt="" srcset="<%= it.page.title %>">', [[1, /'Href'/]]],
  [
    'an address put together',
    '<a href="/o/<%= it.page.title %>"></a>',
    [
      [1, /"\/o\/…" in href/],
      [1, /in pieces/],
    ],
  ],
  [
    'an address with a query put together',
    '<a href="<%= it.page.url %>?q=<%= it.page.title %>"></a>',
    [[1, /in pieces/]],
  ],
  ['a fragment', '<a href="#<%= it.page.title %>"></a><use href="/icons.svg#<%= it.page.title %>"/>', []],
  [
    'an address after a condition',
    '<a href="<% if (it.page.isNew) { %><%= it.page.title %><% } %>"></a>',
    [[1, /'Href'/]],
  ],
  ['a written address', '<a href="/kalender"></a>', [[1, /"\/kalender" in href/]]],
  ['an address elsewhere', '<a href="https://example.org"></a>', [[1, /"https:/]]],
  ['a file of ours', '<img alt="" src="/mark.svg"><a href="#main"></a>', []],

  ['an unquoted attribute', '<p class=<%= it.page.title %>></p>', [[1, /unquoted attribute class/]]],
  ['a quoted attribute', '<p class="a-<%= it.page.title %>"></p>', []],
  ['output as an attribute', '<input <%= it.page.title %>>', [[1, /inside a tag/]]],
  ['an attribute under a condition', '<input <% if (it.page.isNew) { %>checked<% } %>>', []],
  [
    'raw output in an attribute',
    '<p class="<%~ it.page.about %>"></p>',
    [[1, /raw output in the attribute class/]],
  ],
  [
    'output in a comment',
    '<!-- <%= it.page.title %> -->',
    [
      [1, /readers are sent/],
      [1, /inside a comment/],
    ],
  ],
  ['output in a script', '<script src="/js/a.js"><%= it.page.title %></script>', [[1, /inside <script>/]]],
  [
    'output in a style',
    '<style><%= it.page.title %></style>',
    [
      [1, /<style>/],
      [1, /inside <style>/],
    ],
  ],
  ['data for machines', '<script type="application/ld+json"><%~ it.page.about %></script>', []],
  [
    'data for machines, escaped',
    '<script type="application/ld+json"><%= it.page.title %></script>',
    [[1, /inside <script>/]],
  ],
  ['a style attribute', '<p style="color: red"></p>', [[1, /style attribute/]]],
  ['a handler', '\n<p ONCLICK="go()"></p>', [[2, /attribute onclick/]]],
  ['an inline script', '<script>go()</script>', [[1, /inline <script>/]]],
  ['a script of ours', '<script src="/js/filter.js" defer></script>', []],

  ['a written word', '<p>\n  &nbsp;– \n Hallo</p>', [[3, /"Hallo"/]]],
  ['a written word with an accent', '<p>Über</p>', [[1, /"Über"/]]],
  ['a word in an empty branch', '<% if (it.page.isNew) { %>neu<% } %>', [[1, /"neu"/]]],
  ['signs and single letters', '<p>1. – × A4 &amp; · →</p>', []],
  ['a written label', '<button\n aria-label="Zu"></button>', [[2, /"Zu"/]]],
  ['a written alternative', '<img src="/mark.svg" alt="Logo">', [[1, /"Logo"/]]],
  ['a written button', '<input type="submit" value="Los">', [[1, /"Los"/]]],
  ['a written description', '<meta name="description" content="Gruppen">', [[1, /"Gruppen"/]]],
  [
    'values that nobody reads',
    '<input type="hidden" value="on"><meta name="viewport" content="width=device-width">',
    [],
  ],
  ['a word printed by code', "<%= it.page.isNew ? 'neu' : '' %>", [[1, /"neu"/]]],
  ['a word printed by a template literal', '<%= `$' + '{it.page.count} Uhr` %>', [[1, /"Uhr"/]]],
  ['a word compared by code', "<% if (it.page.title === 'neu') { %>1<% } %>", []],
  ['a class chosen by code', "<p class=\"<%= it.page.isNew ? 'is-new' : 'is-old' %>\"></p>", []],

  ['a tag that does not end', '<p>\n<%= it.page.title', [[2, /unclosed tag/]]],
  ['a bracket that does not close', '<% if (it.page.isNew) { %>', [[1, /expected/]]],
  ['types in code', '<%= it.page.title as string %>', [[1, /no JavaScript/]]],
  ['a silenced compiler', '<% /* @ts-ignore */ %>\n', [[1, /silences the compiler/]]],
  ['eighty lines', '<br>\n'.repeat(80), []],
  ['eighty-one lines', '<br>\n'.repeat(81), [[81, /81 lines/]]],
]

describe('the check of the templates', () => {
  let root = ''
  let report: Report = { findings: [], elsewhere: 0 }
  const foundIn = (file: string) => report.findings.filter((finding) => finding.file === file)

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'views-'))
    for (const [file, text] of Object.entries(project())) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), text)
    }
    const tsc = resolve('node_modules/.bin/tsc')
    report = checkTemplates(readTemplates(root), { root, tsc, keep: false })
  })

  afterAll(() => rmSync(root, { recursive: true }))

  it.each(CASES.map(([name, , expected], index) => ({ name, expected, index })))(
    '$name',
    ({ expected, index }) => {
      const found = foundIn(`views/cases/c${index}.eta`)
      expect(found.map(({ line, message }) => `${line} ${message}`)).toHaveLength(expected.length)
      for (const [line, message] of expected) {
        expect(found).toContainEqual(
          expect.objectContaining({ line, message: expect.stringMatching(message) }),
        )
      }
    },
  )

  it('wants a template for every page and part', () => {
    const names = foundIn('src/http/render.ts').map(({ message }) => message.split(' ')[0])
    expect(names.sort()).toEqual(['"cases/away"', '"cases/gone"', '"lost"'])
  })

  it('wants a page or part for every template', () => {
    expect(foundIn('views/cases/undeclared.eta')).toMatchObject([
      { line: 1, message: expect.stringMatching(/Pages\['cases\/undeclared'\]/) },
    ])
    expect(foundIn('views/parts/undeclared.eta')).toMatchObject([
      { line: 1, message: expect.stringMatching(/Parts\['undeclared'\]/) },
    ])
  })

  it('hands a layout the frame and the body, and nothing else', () => {
    expect(foundIn('views/frame.eta')).toEqual([])
    expect(foundIn('views/paper.eta')).toMatchObject([
      { line: 1, message: expect.stringMatching(/'Html'.*'Printable'/) },
      { line: 2, message: expect.stringMatching(/'page' does not exist/) },
    ])
  })

  it('hands a part its part and not the page', () => {
    expect(foundIn('views/parts/badge.eta')).toMatchObject([
      { line: 2, message: expect.stringMatching(/'page' does not exist/) },
    ])
  })

  it('leaves nothing behind', () => {
    expect(existsSync(join(root, '.views-check'))).toBe(false)
  })

  it('leaves the type errors of the sources to the compiler', () => {
    expect(report.elsewhere).toBe(1)
  })
})

function project(): Record<string, string> {
  const pages = CASES.map((_, index) => `'cases/c${index}': Sample`).join('\n')
  const templates = CASES.map(([, template], index) => [`views/cases/c${index}.eta`, template])
  return {
    'tsconfig.json': JSON.stringify({ compilerOptions: COMPILER }),
    'src/broken.ts': 'export const broken: string = 1\n',
    'src/http/frame.ts': 'export type Frame = { readonly language: string }\n',
    'src/http/html.ts': 'export type Html = string & { readonly __html: true }\n',
    'src/http/href.ts': 'export type Href = string & { readonly __href: true }\n',
    'src/http/render.ts': 'export interface Pages {}\nexport interface Parts { lost: string }\n',
    'src/site/pages.ts': `import type { Href } from '../http/href.ts'
      import type { Html } from '../http/html.ts'
      type Sample = ${SAMPLE}
      declare module '../http/render.ts' {
        interface Parts { badge: { label: string } }
        interface Pages { 'cases/gone': Sample, 'cases/away': Sample\n${pages} }
      }`,
    'views/frame.eta': '<html lang="<%= it.frame.language %>"><body><%~ it.body %></body></html>',
    'views/paper.eta': '<%= it.body %>\n<%= it.page.title %>',
    'views/parts/badge.eta': '<b><%= it.part.label %></b>\n<%= it.page.title %>',
    'views/parts/undeclared.eta': '<b><%= it.part.label %></b>',
    'views/cases/undeclared.eta': '<b></b>',
    ...Object.fromEntries(templates),
  }
}

const COMPILER = {
  target: 'es2023',
  lib: ['es2023'],
  types: [],
  module: 'nodenext',
  moduleResolution: 'nodenext',
  moduleDetection: 'force',
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noUnusedLocals: true,
  allowImportingTsExtensions: true,
  noEmit: true,
}
