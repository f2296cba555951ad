import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  choiceOf,
  type Form,
  refuseUnknown,
  rowsOf,
  sayProblems,
  settleRows,
  textOf,
  textsOf,
  wholeNumberOf,
} from '../../src/http/forms.ts'
import { mergeForms, takeGroups } from '../../src/http/merge-forms.ts'
import { differenceRows } from '../../src/http/parts/difference.ts'
import { wordsOf } from '../../src/i18n/words.ts'

describe('a text', () => {
  test.each<[Form, string]>([
    [{ name: '  Chor  ' }, 'Chor'],
    [{ name: 'eine\r\nzwei' }, 'eine\nzwei'],
    [{ name: ['erste', 'letzte'] }, 'letzte'],
    [{ name: [] }, ''],
    [{}, ''],
    [{ name: 'a\u0000b\u001bc\u0085d\te\nf' }, 'abcd\te\nf'],
  ])('of %j is %j', (form, text) => {
    expect(textOf(form, 'name')).toBe(text)
  })
})

describe('a number', () => {
  test.each([
    ['14', 14],
    ['1.200', 1200],
    ['1 200', 1200],
    ['', null],
    ['98a', Number.NaN],
    ['-1', Number.NaN],
    ['1e3', Number.NaN],
    ['12345678901', Number.NaN],
  ])('typed as „%s“ is %s', (text, number) => {
    expect(wholeNumberOf({ count: text }, 'count')).toEqual(number)
  })
})

test('a choice is one of those there are', () => {
  expect(choiceOf({ kind: 'group' }, 'kind', ['group', 'office'])).toBe('group')
  expect(choiceOf({ kind: 'constructor' }, 'kind', ['group', 'office'])).toBeNull()
})

describe('rows', () => {
  const ROW = ['street', 'town']
  const settle = (form: Form) => settleRows(form, 'addresses', ROW, (at) => at('street') + at('town') !== '')

  test('are counted anew, without removed and empty ones', () => {
    const form = {
      name: 'Chor',
      'addresses.0.street': ' ',
      'addresses.2.street': ' Am Markt 1 ',
      'addresses.5.street': 'Am Ring 2',
      'addresses.5.remove': '1',
      'addresses.7.town': 'Duisburg',
    }
    expect(settle(form)).toEqual({
      name: 'Chor',
      'addresses.0.street': ['Am Markt 1'],
      'addresses.0.town': [],
      'addresses.1.street': [],
      'addresses.1.town': ['Duisburg'],
    })
  })

  test('settled once stay as they are', () => {
    const row = fc.tuple(fc.nat(60), fc.constantFrom(...ROW, 'remove'), fc.string({ maxLength: 5 }))
    fc.assert(
      fc.property(fc.array(row), (cells) => {
        const form = Object.fromEntries(
          cells.map(([index, field, text]) => [`addresses.${index}.${field}`, text]),
        )
        const once = settle(form)
        expect(settle(once)).toEqual(once)
        expect(rowsOf(once, 'addresses')).toEqual([...rowsOf(once, 'addresses').keys()])
      }),
    )
  })
})

describe('a form that is none of ours', () => {
  const refuse = (form: Form) => () =>
    refuseUnknown(form, ['name', 'texts.0.summary'], { addresses: ['street'] })

  test.each<[Form]>([[{}], [{ name: 'x', 'texts.0.summary': '' }], [{ 'addresses.49.street': 'x' }]])(
    '%j is ours',
    (form) => {
      expect(refuse(form)).not.toThrow()
    },
  )

  test.each<[Form]>([
    [{ role: 'administrator' }],
    [{ 'addresses.0.id': '1' }],
    [{ 'addresses.1000.street': 'x' }],
    [{ 'addresses.0.street.more': 'x' }],
    [{ 'toString.0.street': 'x' }],
    [{ 'texts.1.summary': 'x' }],
    [JSON.parse('{"__proto__":"x"}')],
    [Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`addresses.${index}.street`, 'x']))],
  ])('%j is refused', (form) => {
    expect(refuse(form)).toThrow('malformed')
  })
})

test('a problem that nobody has words for still asks to look again', () => {
  expect(sayProblems(wordsOf('de'), [{ field: 'name', key: 'not.known' }])).toEqual([
    { field: 'name', message: 'Prüfen Sie diese Angabe.' },
  ])
})

describe('two forms', () => {
  const base: Form = { name: 'Chor', year: '1968', topics: ['1', '2'], 'rows.0.street': 'Am Markt' }
  const ROWS = ['rows']
  const merge = (typed: Form, stored: Form) =>
    mergeForms({ base, typed: { ...base, ...typed }, stored: { ...base, ...stored } }, ROWS)

  test.each<[string, Form, Form, Form, string[], string[]]>([
    ['only mine', { name: 'Singkreis' }, {}, { name: 'Singkreis' }, [], []],
    ['only theirs', {}, { name: 'Singkreis' }, { name: 'Singkreis' }, [], ['name']],
    ['both alike', { name: 'Singkreis' }, { name: 'Singkreis' }, { name: 'Singkreis' }, [], []],
    ['both differently', { name: 'Mein' }, { name: 'Ihr' }, { name: 'Mein' }, ['name'], []],
    ['an order of ticks only', { topics: ['2', '1'] }, { topics: ['3'] }, { topics: ['3'] }, [], ['topics']],
    ['a row of theirs', {}, { 'rows.1.street': 'Am Ring' }, { 'rows.1.street': 'Am Ring' }, [], ['rows']],
    [
      'rows of both',
      { 'rows.0.street': 'A' },
      { 'rows.1.street': 'B' },
      { 'rows.0.street': 'A' },
      ['rows'],
      [],
    ],
  ])('with %s changed become one', (_what, typed, stored, result, conflicts, takenOver) => {
    const merged = merge(typed, stored)
    expect(merged.form).toEqual({ ...base, ...result })
    expect(merged.conflicts).toEqual(conflicts)
    expect(merged.takenOver).toEqual(takenOver)
  })

  test('lose no change of either', () => {
    const value = fc.constantFrom('', 'a', 'b', 'c')
    const form = fc.record({ one: value, two: value, three: value })
    fc.assert(
      fc.property(form, form, form, (start, typed, stored) => {
        const merged = mergeForms({ base: start, typed, stored }, [])
        for (const field of ['one', 'two', 'three'] as const) {
          const isConflict =
            typed[field] !== start[field] && stored[field] !== start[field] && typed[field] !== stored[field]
          expect(merged.conflicts.includes(field)).toBe(isConflict)
          const wanted = typed[field] === start[field] ? stored[field] : typed[field]
          expect(textsOf(merged.form, field).at(-1)).toBe(wanted)
        }
      }),
    )
  })

  test('give each other whole groups', () => {
    expect(
      takeGroups({ ...base, 'rows.1.street': 'B' }, { name: 'Ihr', 'rows.0.street': 'C' }, ['rows'], ROWS),
    ).toEqual({
      ...base,
      'rows.0.street': 'C',
    })
  })
})

describe('a difference', () => {
  const said = (text: string) => [{ group: 'name', label: 'Name', text }]

  test.each([
    [
      'Treff für Frauen',
      'Offener Treff für Frauen',
      ['', '', 'Treff für Frauen'],
      ['', 'Offener ', 'Treff für Frauen'],
    ],
    ['um 15 Uhr', 'um 16 Uhr', ['um ', '15', ' Uhr'], ['um ', '16', ' Uhr']],
    ['', 'Chor', ['', '', ''], ['', 'Chor', '']],
    ['a a', 'a a a', ['a a', '', ''], ['a a', ' a', '']],
  ])('of „%s“ and „%s“ is set apart', (was, is, before, after) => {
    const [row] = differenceRows(said(was), said(is))
    expect(row && Object.values(row.before)).toEqual(before)
    expect(row && Object.values(row.after)).toEqual(after)
  })

  test('leaves both texts whole', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ' ', '\n')).map((letters) => letters.join(''))
    fc.assert(
      fc.property(text, text, (was, is) => {
        const [row] = differenceRows(said(was), said(is))
        if (row === undefined) expect(was).toBe(is)
        else
          expect([Object.values(row.before).join(''), Object.values(row.after).join('')]).toEqual([was, is])
      }),
    )
  })
})
