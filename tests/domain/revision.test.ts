import { describe, expect, test } from 'vitest'
import { changedFields, isSame, mergeStates } from '../../src/domain/revision.ts'

describe('what changed between two states', () => {
  test('is told field by field, in the order of the newer one', () => {
    const before = { name: 'Chor', website: '', topicIds: [1, 2] }
    const after = { name: 'Chor der Brücken', website: '', topicIds: [2, 1] }
    expect(changedFields(before, after)).toEqual([
      { field: 'name', before: 'Chor', after: 'Chor der Brücken' },
      { field: 'topicIds', before: [1, 2], after: [2, 1] },
    ])
  })

  test('is everything for the first state, and nothing for the same one', () => {
    expect(changedFields(null, { name: 'Chor', note: null })).toEqual([
      { field: 'name', before: null, after: 'Chor' },
    ])
    expect(changedFields({ name: 'Chor' }, { name: 'Chor' })).toEqual([])
  })

  test('names a field that is there in one of them only', () => {
    expect(changedFields({ old: 1 }, { fresh: 2 })).toEqual([
      { field: 'fresh', before: null, after: 2 },
      { field: 'old', before: 1, after: null },
    ])
  })

  test('nothing and null are the same, an empty text is not', () => {
    expect([isSame(undefined, null), isSame('', null), isSame({ a: [1] }, { a: [1] })]).toEqual([
      true,
      false,
      true,
    ])
  })
})

describe('two people changed one entry', () => {
  const base = { name: 'Chor', website: '', note: 'alt', city: 1 }

  test('each another field: both changes stand, and what was taken over is named', () => {
    const merge = mergeStates(base, { ...base, name: 'Chor der Brücken' }, { ...base, note: 'neu' })
    expect(merge).toEqual({
      merged: { ...base, name: 'Chor der Brücken', note: 'neu' },
      conflicts: [],
      takenOver: ['note'],
    })
  })

  test('the same field differently: the typed value is kept and both are shown', () => {
    const merge = mergeStates(base, { ...base, name: 'Singkreis' }, { ...base, name: 'Gesangverein' })
    expect(merge.merged).toEqual({ ...base, name: 'Singkreis' })
    expect(merge.conflicts).toEqual([{ field: 'name', typed: 'Singkreis', stored: 'Gesangverein' }])
    expect(merge.takenOver).toEqual([])
  })

  test('the same field alike: there is no conflict', () => {
    const merge = mergeStates(base, { ...base, name: 'Singkreis' }, { ...base, name: 'Singkreis' })
    expect(merge).toEqual({ merged: { ...base, name: 'Singkreis' }, conflicts: [], takenOver: [] })
  })
})
