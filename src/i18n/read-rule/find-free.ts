// Finds free days: „an Feiertagen“, „in den Oster- und Sommerferien“, and where a date goes then.
import type { SchoolBreak } from '../../domain/rule.ts'
import { isJoint, isMark, meant } from './items.ts'
import type { Item } from './lexer.ts'
import type { Finding } from './part.ts'

/** Public holidays, school holidays, days on which the house is closed; „in Nordrhein-Westfalen“ belongs to them. */
export function findFreeDays(items: readonly Item[], at: number): Finding {
  if (meant(items[at], 'holidays') !== null) return { found: { is: 'public-holidays' }, end: at + 1 }
  if (meant(items[at], 'closing-days') !== null) return { found: { is: 'closing-days' }, end: at + 1 }
  return findSchool(items, at)
}

/** „Oster- und Sommerferien“ are one. */
function findSchool(items: readonly Item[], at: number): Finding {
  const only: SchoolBreak[] = []
  let isAll = false
  let end = at
  for (let next = at; ; ) {
    const school = meant(items[next], 'school')
    if (school === null) break
    if (school.only === null) isAll = true
    else only.push(...school.only)
    end = next + 1
    const joined = isMark(items[end], ',') || isJoint(items[end], 'and', 'or') ? end + 1 : end
    next = isJoint(items[joined], 'in') ? joined + 1 : joined
    if (next === end && meant(items[next], 'school') === null) break
  }
  if (end === at) return null
  return { found: { is: 'school-holidays', only: isAll ? null : only }, end }
}

/** „am Folgetag“, „eine Woche später“, „am Dienstag danach“. */
export function findShift(items: readonly Item[], at: number): Finding {
  const shift = meant(items[at], 'shift')
  if (shift !== null) return { found: { is: 'shift', to: shift.to }, end: at + 1 }
  const next = isJoint(items[at], 'on') ? at + 1 : at
  // „am darauffolgenden Dienstag“, „am Dienstag danach“
  const behind = isJoint(items[next], 'thereafter') ? meant(items[next + 1], 'weekday') : null
  if (behind !== null) return { found: { is: 'shift', to: behind.weekday }, end: next + 2 }
  const weekday = meant(items[next], 'weekday')
  if (weekday === null || !isJoint(items[next + 1], 'thereafter')) return null
  return { found: { is: 'shift', to: weekday.weekday }, end: next + 2 }
}
