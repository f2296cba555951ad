import { describe, expect, test } from 'vitest'
import type { OrganisationDraft } from '../../src/domain/organisation.ts'
import {
  archiveOrganisation,
  changeOrganisation,
  createOrganisation,
  draftOf,
  restoreOrganisation,
} from '../../src/operations/organisations.ts'
import { anOrganisation, aTopic, idOf, openTown, problemsOf, type Town } from '../support/cast.ts'
import { organisationDraft } from '../support/drafts.ts'
import { day } from '../support/schedules.ts'

const amnesty = ({ cityId }: Town, fields: Partial<OrganisationDraft> = {}) =>
  organisationDraft({ cityId, name: 'Amnesty International', foundedYear: 1968, memberCount: 14, ...fields })

describe('creating an organisation', () => {
  test('is for whoever looks after its city, and all of it comes back', () => {
    const town = openTown()
    const { office, by } = town
    const draft = amnesty(town, {
      shortName: 'ai',
      website: 'https://amnesty-duisburg-oberhausen.de',
      topicIds: [aTopic(office, 'Menschenrechte')],
      languages: ['de', 'en'],
      texts: [{ language: 'de', summary: 'Für Menschenrechte.', description: '' }],
      addresses: [
        { kind: 'post', addition: 'c/o IZ', street: 'Flachsmarkt 15', postcode: '47051', town: 'Duisburg' },
      ],
    })
    const id = idOf(createOrganisation(office, by.coordinator, draft))
    expect(office.store.organisations.bySlug('amnesty-international')).toEqual({
      ...draft,
      id,
      slug: 'amnesty-international',
      version: 1,
      updatedAt: '2026-06-03T10:00:00Z',
      archivedAt: null,
    })
    expect(office.store.revisions.ofEntry('organisation', id)).toMatchObject([
      { version: 1, by: 'coordinator', origin: 'form', state: draft },
    ])
  })

  test('is for nobody else', () => {
    const town = openTown()
    for (const person of [town.by.otherCoordinator, town.by.editor, town.by.staff, town.by.stranger])
      expect(() => createOrganisation(town.office, person, amnesty(town))).toThrow('forbidden')
    expect(town.office.store.organisations.bySlug('amnesty-international')).toBeNull()
  })

  test('is refused where something is wrong, and nothing is kept', () => {
    const town = openTown()
    const draft = amnesty(town, { name: '', foundedYear: 2027 })
    expect(problemsOf(createOrganisation(town.office, town.by.coordinator, draft))).toEqual([
      'name name.missing',
      'foundedYear foundedYear.outOfRange',
    ])
    expect(town.office.store.search.find('choir', 5)).toEqual([])
  })
})

describe('changing an organisation', () => {
  test('is for whoever speaks for it, and keeps every saved state', () => {
    const { office, by, cityId, groupId } = openTown()
    const draft = organisationDraft({ cityId, name: 'Chor der Brücken', memberCount: 38 })
    expect(changeOrganisation(office, by.editor, { id: groupId, version: 1, draft }).kind).toBe('saved')
    expect(office.store.organisations.byId(groupId)).toMatchObject({ memberCount: 38, version: 2 })
    const history = office.store.revisions.ofEntry('organisation', groupId)
    expect(history.map(({ version, by: who, state }) => [version, who, state.memberCount])).toEqual([
      [2, 'editor', 38],
      [1, 'System', null],
    ])
  })

  test('is not for a stranger, nor to a city where one is not at home', () => {
    const { office, by, cityId, otherCityId, groupId } = openTown()
    const draft = organisationDraft({ cityId })
    for (const person of [by.otherCoordinator, by.staff, by.stranger])
      expect(() => changeOrganisation(office, person, { id: groupId, version: 1, draft })).toThrow(
        'forbidden',
      )
    const moved = { ...draft, cityId: otherCityId }
    for (const person of [by.coordinator, by.editor])
      expect(() => changeOrganisation(office, person, { id: groupId, version: 1, draft: moved })).toThrow(
        'forbidden',
      )
    expect(() => changeOrganisation(office, by.administrator, { id: 999, version: 1, draft })).toThrow(
      'not-found',
    )
    expect(office.store.organisations.byId(groupId)).toMatchObject({ cityId, version: 1 })
  })

  test('from an outdated copy changes nothing', () => {
    const { office, by, cityId, groupId } = openTown()
    const draft = organisationDraft({ cityId, memberCount: 38 })
    changeOrganisation(office, by.editor, { id: groupId, version: 1, draft })
    const late = { ...draft, name: 'Singkreis', memberCount: 12 }
    expect(changeOrganisation(office, by.coordinator, { id: groupId, version: 1, draft: late })).toEqual({
      kind: 'outdated',
      version: 2,
    })
    expect(office.store.organisations.byId(groupId)).toMatchObject({
      name: 'Chor der Brücken',
      memberCount: 38,
    })
    expect(office.store.revisions.ofEntry('organisation', groupId)).toHaveLength(2)
  })

  test('to another name gives another address; the old one leads on, and is free for nobody else', () => {
    const { office, by, cityId, groupId } = openTown()
    changeOrganisation(office, by.editor, {
      id: groupId,
      version: 1,
      draft: organisationDraft({ cityId, name: 'Singkreis' }),
    })
    const { organisations, search } = office.store
    expect(organisations.byId(groupId)?.slug).toBe('singkreis')
    expect(organisations.slugAfter('chor-der-bruecken')).toBe('singkreis')
    const other = anOrganisation(office, { name: 'Chor der Brücken', cityId })
    expect(organisations.byId(other)?.slug).toBe('chor-der-bruecken-2')
    changeOrganisation(office, by.editor, {
      id: groupId,
      version: 2,
      draft: organisationDraft({ cityId, name: 'Chor der Brücken' }),
    })
    expect(organisations.byId(groupId)?.slug).toBe('chor-der-bruecken')
    expect(search.find('singkreis', 5)).toEqual([])
  })
})

describe('archiving an organisation', () => {
  test('takes it out of lists and search, and it can be brought back', () => {
    const { office, by, groupId } = openTown()
    const seen = () => [
      office.store.organisations.names([groupId]).length,
      office.store.search.find('chor', 5).length,
    ]
    expect(seen()).toEqual([1, 1])
    archiveOrganisation(office, by.coordinator, { id: groupId, version: 1, act: 'archive' })
    expect(seen()).toEqual([0, 0])
    archiveOrganisation(office, by.coordinator, { id: groupId, version: 2, act: 'bring-back' })
    expect(seen()).toEqual([1, 1])
    expect(office.store.revisions.ofEntry('organisation', groupId)).toHaveLength(3)
  })

  test('is not for an editor or a stranger, nor from an outdated copy', () => {
    const { office, by, groupId } = openTown()
    for (const person of [by.editor, by.otherCoordinator, by.staff, by.stranger])
      expect(() => archiveOrganisation(office, person, { id: groupId, version: 1, act: 'archive' })).toThrow(
        'forbidden',
      )
    expect(archiveOrganisation(office, by.coordinator, { id: groupId, version: 2, act: 'archive' })).toEqual({
      kind: 'outdated',
      version: 1,
    })
    expect(office.store.organisations.byId(groupId)?.archivedAt).toBeNull()
  })
})

test('an organisation can be read back into the draft it came from', () => {
  const town = openTown()
  const id = anOrganisation(town.office, amnesty(town))
  const organisation = town.office.store.organisations.byId(id)
  expect(organisation && draftOf(organisation)).toEqual(amnesty(town))
})

describe('what only those decide who vouch for a group', () => {
  test('a coordinator lets it rest, and trusts its link', () => {
    const { office, by, groupId, cityId } = openTown()
    const draft = organisationDraft({ cityId, linkChanges: 'direct', dormantSince: day('2026-06-01') })
    expect(changeOrganisation(office, by.coordinator, { id: groupId, version: 1, draft }).kind).toBe('saved')
    expect(office.store.organisations.byId(groupId)).toMatchObject({
      linkChanges: 'direct',
      dormantSince: '2026-06-01',
    })
  })

  test('its editor does neither, and undoes neither by restoring', () => {
    const { office, by, groupId, cityId } = openTown()
    for (const fields of [{ linkChanges: 'direct' }, { dormantSince: day('2026-06-01') }] as const) {
      const draft = organisationDraft({ cityId, ...fields })
      expect(() => changeOrganisation(office, by.editor, { id: groupId, version: 1, draft })).toThrow(
        'forbidden',
      )
    }
    const draft = organisationDraft({ cityId, dormantSince: day('2026-06-01') })
    changeOrganisation(office, by.coordinator, { id: groupId, version: 1, draft })
    restoreOrganisation(office, by.editor, { id: groupId, version: 2, earlier: 1 })
    expect(office.store.organisations.byId(groupId)?.dormantSince).toBe('2026-06-01')
    restoreOrganisation(office, by.coordinator, { id: groupId, version: 3, earlier: 1 })
    expect(office.store.organisations.byId(groupId)?.dormantSince).toBeNull()
  })

  test('nobody lets it rest from a day to come', () => {
    const { office, by, groupId, cityId } = openTown()
    const draft = organisationDraft({ cityId, dormantSince: day('2026-06-04') })
    expect(
      problemsOf(changeOrganisation(office, by.coordinator, { id: groupId, version: 1, draft })),
    ).toEqual(['dormantSince dormantSince.future'])
  })
})
