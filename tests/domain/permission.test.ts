import { expect, test } from 'vitest'
import { type Act, type Actor, may, type Role, type Ties } from '../../src/domain/permission.ts'

const HERE = 1
const THERE = 2
const CHOIR = 10
const READING_CIRCLE = 20

const ACTS: readonly Act[] = [
  'read-internal',
  'print-internal',
  'create',
  'edit',
  'archive',
  'vouch',
  'read-history',
  'restore',
  'edit-site-texts',
  'manage-accounts',
  'read-log',
  'read-mails',
]

function account(
  role: Role,
  cityIds: readonly number[] = [],
  organisationIds: readonly number[] = [],
): Actor {
  return { kind: 'account', id: 1, name: role, role, cityIds, organisationIds }
}

const ADMINISTRATOR = account('administrator')
const COORDINATOR = account('coordinator', [HERE])
const EDITOR = account('editor', [], [CHOIR])
const STAFF = account('staff')
const SYSTEM: Actor = { kind: 'system', name: 'Import' }

const CHOIR_HERE: Ties = { cityId: HERE, organisationId: CHOIR }
const CIRCLE_HERE: Ties = { cityId: HERE, organisationId: READING_CIRCLE }
const CHOIR_THERE: Ties = { cityId: THERE, organisationId: READING_CIRCLE }
const EVENT_HERE: Ties = { cityId: HERE, organisationId: null }
const EVENT_TOGETHER: Ties = { ...EVENT_HERE, togetherIds: [CHOIR_HERE.organisationId ?? 0] }
const RELATION: Ties = { ...CHOIR_THERE, togetherIds: [CHOIR], togetherCityIds: [HERE] }
const NOWHERE: Ties = { cityId: null, organisationId: null }

const ALL = ACTS
const READ = ['read-internal', 'print-internal'] as const
const EDIT = ['create', 'edit', 'archive', 'vouch', 'read-history', 'restore'] as const
const OWN = ['read-internal', 'edit', 'read-history', 'restore'] as const
const LOOK = ['read-internal', 'print-internal', 'read-history'] as const

test.each<[string, Actor, Ties, readonly Act[]]>([
  ['the system does everything', SYSTEM, NOWHERE, ALL],
  ['an administrator does everything', ADMINISTRATOR, NOWHERE, ALL],
  ['a coordinator keeps the groups of the own city', COORDINATOR, CHOIR_HERE, [...READ, ...EDIT]],
  ['a coordinator keeps the events of the own city', COORDINATOR, EVENT_HERE, [...READ, ...EDIT]],
  ['a coordinator reads what another city keeps', COORDINATOR, CHOIR_THERE, READ],
  [
    'a coordinator keeps a relation of which one side is of the own city',
    COORDINATOR,
    RELATION,
    [...READ, ...EDIT],
  ],
  ['an editor keeps a relation of the own group', EDITOR, RELATION, OWN],
  ['a coordinator changes nothing that belongs to all', COORDINATOR, NOWHERE, READ],
  ['an editor keeps the own group right', EDITOR, CHOIR_HERE, OWN],
  ['an editor has no business with another group', EDITOR, CIRCLE_HERE, []],
  ['an editor has no business with an event', EDITOR, EVENT_HERE, []],
  ['an editor keeps what the own group answers for with others', EDITOR, EVENT_TOGETHER, OWN],
  ['staff read and print, and change nothing', STAFF, CHOIR_HERE, LOOK],
  ['staff read and print what belongs to all', STAFF, NOWHERE, LOOK],
  ['an account without a city or a group has no business at all', account('editor'), NOWHERE, []],
])('%s', (_sentence, actor, ties, acts) => {
  expect(ACTS.filter((act) => may(actor, act, ties))).toEqual(ACTS.filter((act) => acts.includes(act)))
})
