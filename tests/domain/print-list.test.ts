import { expect, it } from 'vitest'
import type { Freshness } from '../../src/domain/confirmation.ts'
import {
  columnsOf,
  DEFAULT_COLUMNS,
  isInState,
  listsContacts,
  orientationOf,
  PRINT_COLUMNS,
  type PrintColumn,
  type PrintList,
  type PrintState,
} from '../../src/domain/print-list.ts'

it.each<[string, PrintColumn[], PrintColumn[]]>([
  ['stand in the order chosen', ['email', 'group', 'city'], ['email', 'group', 'city']],
  ['stand once each', ['group', 'city', 'city', 'group'], ['group', 'city']],
  ['name the organisation, even where nobody chose it', ['telephone'], ['group', 'telephone']],
  ['are the usual ones where none was chosen', [], [...DEFAULT_COLUMNS]],
  ['hold no note for everybody', ['group', 'note'], ['group']],
])('columns of a public list %s', (_what, chosen, columns) => {
  expect(columnsOf(chosen, 'public')).toEqual(columns)
})

it('an internal list may hold the note', () => {
  expect(columnsOf(['note'], 'internal')).toEqual(['group', 'note'])
})

it('a list is one of contacts as soon as a column tells of them', () => {
  expect(listsContacts({ columns: ['group', 'languages', 'meetings'] })).toBe(false)
  expect(listsContacts({ columns: ['group', 'email'] })).toBe(true)
})

it.each<[PrintState | null, readonly Freshness[]]>([
  [null, ['confirmed', 'overdue', 'never', 'dormant']],
  ['dormant', ['dormant']],
  ['not-dormant', ['confirmed', 'overdue', 'never']],
  ['overdue', ['overdue', 'never']],
])('a list of the state %s holds those who are %s', (state, ages) => {
  const all: readonly Freshness[] = ['confirmed', 'overdue', 'never', 'dormant']
  expect(all.filter((age) => isInState(age, state))).toEqual(ages)
})

it.each<[number, PrintList['form'], PrintList['orientation']]>([
  [8, 'table', 'portrait'],
  [9, 'table', 'landscape'],
  [9, 'directory', 'portrait'],
])('%d columns of a %s lie %s where upright paper was chosen', (count, form, orientation) => {
  const columns = PRINT_COLUMNS.slice(0, count)
  expect(orientationOf({ columns, form }, 'portrait')).toBe(orientation)
  expect(orientationOf({ columns, form }, 'landscape')).toBe('landscape')
})
