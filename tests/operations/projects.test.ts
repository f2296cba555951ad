import { describe, expect, test } from 'vitest'
import {
  archiveProject,
  changeProject,
  createProject,
  projectDraftOf,
} from '../../src/operations/projects.ts'
import { aProject, idOf, openTown, problemsOf, type Town } from '../support/cast.ts'
import { projectDraft } from '../support/drafts.ts'

const draftIn = ({ cityId, groupId }: Town) => projectDraft({ cityId }, groupId)
const GONE = 999

describe('creating a project', () => {
  test('is for whoever looks after its city', () => {
    const town = openTown()
    const id = idOf(createProject(town.office, town.by.coordinator, draftIn(town)))
    const project = town.office.store.projects.bySlug('netzwerk-integration')
    expect(project).toEqual({
      ...draftIn(town),
      id,
      slug: 'netzwerk-integration',
      version: 1,
      archivedAt: null,
    })
  })

  test('is for nobody else', () => {
    const town = openTown()
    for (const person of [town.by.otherCoordinator, town.by.editor, town.by.staff, town.by.stranger])
      expect(() => createProject(town.office, person, draftIn(town))).toThrow('forbidden')
    expect(town.office.store.projects.all()).toEqual([])
  })

  test('is refused with all that is wrong', () => {
    const town = openTown()
    aProject(town.office, { cityId: town.cityId, slug: 'wir' }, town.groupId)
    const draft = projectDraft(
      { cityId: town.cityId, slug: 'wir', title: '', startYear: 2020, endYear: 2019, parts: [] },
      town.groupId,
    )
    expect(problemsOf(createProject(town.office, town.by.coordinator, draft))).toEqual([
      'title title.missing',
      'endYear endYear.beforeStart',
      'parts carrier.missing',
      'slug slug.taken',
    ])
  })
})

describe('changing a project', () => {
  function stored(town: Town) {
    const id = aProject(town.office, { cityId: town.cityId }, town.groupId)
    return { id, draft: { ...draftIn(town), slug: 'netzwerk-integration', startYear: 2005 } }
  }

  test('keeps every saved state, with who saved it', () => {
    const town = openTown()
    const { id, draft } = stored(town)
    expect(changeProject(town.office, town.by.coordinator, { id, version: 1, draft })).toEqual({
      kind: 'saved',
      id,
      version: 2,
    })
    expect(town.office.store.projects.byId(id)).toMatchObject({ startYear: 2005, version: 2 })
    const history = town.office.store.revisions.ofEntry('project', id)
    expect(history.map(({ version, by, state }) => [version, by, state.startYear])).toEqual([
      [2, 'coordinator', 2005],
      [1, 'System', null],
    ])
  })

  test('is for an editor of the group that carries it, who neither creates nor archives one', () => {
    const town = openTown()
    const { id, draft } = stored(town)
    expect(changeProject(town.office, town.by.editor, { id, version: 1, draft }).kind).toBe('saved')
    const archiving = { id, version: 2, act: 'archive' } as const
    expect(() => archiveProject(town.office, town.by.editor, archiving)).toThrow('forbidden')
  })

  test('is not for a stranger', () => {
    const town = openTown()
    const { id, draft } = stored(town)
    for (const person of [town.by.otherCoordinator, town.by.staff, town.by.stranger])
      expect(() => changeProject(town.office, person, { id, version: 1, draft })).toThrow('forbidden')
    const moved = { ...draft, cityId: town.otherCityId }
    expect(() => changeProject(town.office, town.by.coordinator, { id, version: 1, draft: moved })).toThrow(
      'forbidden',
    )
    expect(() => changeProject(town.office, town.by.coordinator, { id: GONE, version: 1, draft })).toThrow(
      'not-found',
    )
    expect(town.office.store.projects.byId(id)?.version).toBe(1)
  })

  test('from an outdated copy changes nothing and says which version stands', () => {
    const town = openTown()
    const { id, draft } = stored(town)
    changeProject(town.office, town.by.coordinator, { id, version: 1, draft })
    const late = { ...draft, startYear: 1999 }
    expect(changeProject(town.office, town.by.coordinator, { id, version: 1, draft: late })).toEqual({
      kind: 'outdated',
      version: 2,
    })
    expect(town.office.store.projects.byId(id)?.startYear).toBe(2005)
    expect(town.office.store.revisions.ofEntry('project', id)).toHaveLength(2)
  })

  test('with another title gives another address, and the old one leads on to it', () => {
    const town = openTown()
    const { id, draft } = stored(town)
    changeProject(town.office, town.by.coordinator, {
      id,
      version: 1,
      draft: { ...draft, slug: '', title: 'Netz' },
    })
    expect(town.office.store.projects.slugAfter('netzwerk-integration')).toBe('netz')
    expect(town.office.store.search.find('netz', 5)).toEqual([{ noun: 'project', entryId: id }])
    expect(town.office.store.search.find('integration', 5)).toEqual([])
  })
})

test('archiving takes a project off the lists, and it can be brought back', () => {
  const town = openTown()
  const { office, by } = town
  const id = aProject(office, { cityId: town.cityId }, town.groupId)
  const seen = () => [office.store.projects.all().length, office.store.search.find('netzwerk', 5).length]
  expect(() => archiveProject(office, by.otherCoordinator, { id, version: 1, act: 'archive' })).toThrow(
    'forbidden',
  )
  expect(archiveProject(office, by.coordinator, { id, version: 2, act: 'archive' })).toEqual({
    kind: 'outdated',
    version: 1,
  })
  archiveProject(office, by.coordinator, { id, version: 1, act: 'archive' })
  expect(seen()).toEqual([0, 0])
  archiveProject(office, by.coordinator, { id, version: 2, act: 'bring-back' })
  expect(seen()).toEqual([1, 1])
  expect(office.store.revisions.ofEntry('project', id)).toHaveLength(3)
})

test('a project can be read back into the draft it came from', () => {
  const town = openTown()
  const id = aProject(town.office, { cityId: town.cityId }, town.groupId)
  const project = town.office.store.projects.byId(id)
  expect(project && projectDraftOf(project)).toEqual({ ...draftIn(town), slug: 'netzwerk-integration' })
})
