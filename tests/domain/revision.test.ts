import { describe, expect, test } from 'vitest'
import { mergeStates } from '../../src/domain/revision.ts'

describe('two people changed one entry', () => {
  const base = { name: 'Chor', website: '', note: 'alt', city: 1 }

  test('nothing and null are the same, an empty text is not', () => {
    expect(mergeStates({}, { name: null }, { name: 'Chor' }).takenOver).toEqual(['name'])
    expect(mergeStates({ name: null }, { name: '' }, { name: 'Chor' }).conflicts).toEqual([
      { field: 'name', typed: '', stored: 'Chor' },
    ])
  })

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
