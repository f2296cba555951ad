import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

function run(words: readonly string[], input: string | Uint8Array) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/read-rules.ts', ...words], {
    env: { PATH: process.env.PATH, TZ: 'Pacific/Apia' },
    input,
    encoding: 'utf8',
  })
}

const linesOf = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('npm run read-rules', () => {
  it('prints one object a line, with the dates of the window, holidays taken off', () => {
    const { stdout, status } = run(
      ['--from', '2027-01-01', '--months', '5', '--land', 'NW', '--lang', 'de'],
      'jeden 1. Donnerstag im Monat um 19:30 Uhr, nicht an Feiertagen\nnach Vereinbarung\n\n14-tägig montags 18 bis 20 Uhr\n',
    )
    const [read, none, empty, ask] = linesOf(stdout)
    expect(status).toBe(0)
    // Christi Himmelfahrt is on 6 May 2027, the first Thursday of the month.
    expect(read).toMatchObject({
      status: 'read',
      said: 'Jeden 1. Donnerstag im Monat, 19:30 Uhr, nicht an Feiertagen',
      slots: [{ start: '19:30', end: null, dates: ['2027-01-07', '2027-02-04', '2027-03-04', '2027-04-01'] }],
      readings: [],
      question: null,
      leftover: '',
    })
    expect(none).toMatchObject({ status: 'none', said: null, slots: [], leftover: 'nach Vereinbarung' })
    expect(empty).toMatchObject({ sentence: '', status: 'none' })
    expect(ask).toMatchObject({ status: 'ask', question: 'Wann ist der nächste Termin?', slots: [] })
    expect(ask.readings.map(({ slots }: { slots: { dates: string[] }[] }) => slots[0]?.dates[0])).toEqual([
      '2027-01-04',
      '2027-01-11',
    ])
  })

  it('counts months from any day of the month', () => {
    const { stdout } = run(['--from', '2027-01-15', '--months', '1'], 'täglich 10 Uhr\n')
    const [{ slots }] = linesOf(stdout)
    expect([slots[0].dates[0], slots[0].dates.at(-1)]).toEqual(['2027-01-15', '2027-02-14'])
  })

  it('says that holidays are not known where no Land is named', () => {
    const [line] = linesOf(run(['--from', '2027-01-01'], 'montags 10 Uhr, nicht an Feiertagen\n').stdout)
    expect(line.warnings).toEqual(['Ohne Bundesland werden keine Feiertage und Ferien abgezogen.'])
  })

  it('tells how it is used', () => {
    const { stdout, status } = run(['--help'], '')
    expect(status).toBe(0)
    expect(stdout).toContain('before it is imported')
  })

  it.each([
    ['a flag that there is not', ['--form', '2027-01-01'], '', "Unknown option '--form'"],
    ['a day that there is not', ['--from', '2027-02-30'], '', '--from is a day like 2027-01-01'],
    ['too many months', ['--months', '121'], '', '--months is a number from 1 to 120'],
    ['an unknown Land', ['--land', 'XX'], '', '--land is one of BB'],
    ['an unknown language', ['--lang', 'xx'], '', '--lang is one of de'],
    ['what is no text', [], new Uint8Array([0xff, 0xfe, 0x00]), 'not UTF-8'],
  ])('refuses %s with a sentence and status 2', (_what, words, input, sentence) => {
    const { stderr, status } = run(words, input)
    expect(status).toBe(2)
    expect(stderr).toContain(sentence)
  })
})
