// Knows how many entries are changed together: all or none, and each of the revisions bears the same mark.
import { randomUUID } from 'node:crypto'
import type { Failure, Together } from '../domain/outcome.ts'
import { type By, type Office, type Outdated, type Refused, type Saved, write } from './act.ts'

/** Carries out one change after the other in one transaction; where any is not saved, none is. */
export function changeTogether<Each>(
  office: Office,
  by: By,
  all: readonly Each[],
  change: (by: By, each: Each) => Saved | Refused | Outdated,
): Together<Each> {
  const batch = randomUUID()
  const failures: Failure<Each>[] = []
  try {
    write(office, () => {
      for (const each of all) {
        const result = change({ ...by, batch }, each)
        if (result.kind !== 'saved') failures.push({ each, because: result })
      }
      if (failures.length > 0) throw new Undone()
    })
  } catch (error) {
    if (error instanceof Undone) return { kind: 'stopped', failures }
    throw error
  }
  return { kind: 'saved', batch, count: all.length }
}

/** Thrown within a transaction that is to leave nothing behind. */
class Undone extends Error {}
