import { expect, it } from 'vitest'
import { NO_TIES } from '../../src/domain/permission.ts'
import type { Office } from '../../src/operations/act.ts'
import { notePrinting } from '../../src/operations/printing.ts'
import { openTown } from '../support/cast.ts'

/** What is noted of printing; everything else that was noted belongs to those who made the town. */
function printed(office: Office) {
  return office.store.audit.latest(10).filter(({ act }) => act === 'print-internal')
}

it('notes who had an internal list made, and when, and changes no content', () => {
  const { office, by } = openTown()
  const version = office.store.content.version(0)
  notePrinting(office, by.staff, { ties: NO_TIES, what: '/druck/kontakte.pdf' })
  expect(printed(office)).toEqual([
    {
      at: '2026-06-03T10:00:00Z',
      accountId: by.staff.actor.kind === 'account' ? by.staff.actor.id : null,
      act: 'print-internal',
      noun: 'print-list',
      entryId: null,
      result: '/druck/kontakte.pdf',
    },
  ])
  expect(office.store.content.version(Number.MAX_SAFE_INTEGER)).toBe(version)
})

it('is refused to whoever may not print, and then nothing is noted', () => {
  const { office, by } = openTown()
  expect(() => notePrinting(office, by.editor, { ties: NO_TIES, what: '/druck/kontakte' })).toThrow(
    'forbidden',
  )
  expect(printed(office)).toEqual([])
})
