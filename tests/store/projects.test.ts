import { expect, test } from 'vitest'
import type { ProjectDraft } from '../../src/domain/project.ts'
import { createProgramme } from '../../src/operations/programmes.ts'
import { archiveProject } from '../../src/operations/projects.ts'
import { aProject, aTopic, idOf, openTown } from '../support/cast.ts'
import { SYSTEM } from '../support/office.ts'

test('a project comes back with everything that was put in, in its order', () => {
  const { office, cityId, groupId, otherGroupId } = openTown()
  const programmeDraft = { slug: '', title: 'WIR', description: '', funderIds: [otherGroupId] }
  const draft: ProjectDraft = {
    slug: 'xenos',
    title: 'Xenos – Integration und Vielfalt',
    summary: 'An Schulen.',
    description: 'Mit **fünf** Schulen.',
    cityId,
    startYear: 2009,
    endYear: 2012,
    programmeId: idOf(createProgramme(office, SYSTEM, programmeDraft)),
    topicIds: [aTopic(office, 'Bildung'), aTopic(office, 'Arbeit')],
    parts: [
      { organisationId: otherGroupId, role: 'funder', text: 'aus einem Fonds' },
      { organisationId: groupId, role: 'carrier', text: '' },
    ],
  }
  const id = aProject(office, draft, groupId)
  office.statements.length = 0
  expect(office.store.projects.bySlug('xenos')).toEqual({ ...draft, id, version: 1, archivedAt: null })
  expect(office.statements).toHaveLength(1)
  expect(office.store.projects.byId(999)).toBeNull()
})

test('projects are listed by title, everywhere or in a city, with who carries them', () => {
  const { office, cityId, otherCityId, groupId, otherGroupId } = openTown()
  const carriers: ProjectDraft['parts'] = [
    { organisationId: otherGroupId, role: 'carrier', text: '' },
    { organisationId: groupId, role: 'partner', text: '' },
    { organisationId: groupId, role: 'carrier', text: '' },
  ]
  aProject(office, { title: 'Wegweiser', cityId }, groupId)
  aProject(office, { title: 'Öffnung', cityId, parts: carriers }, groupId)
  aProject(office, { title: 'Xenos', cityId: otherCityId }, groupId)
  office.statements.length = 0
  expect(office.store.projects.all()).toMatchObject([
    { title: 'Öffnung', cityName: 'Duisburg', carrierIds: [otherGroupId, groupId], programmeTitle: null },
    { title: 'Wegweiser', cityName: 'Duisburg', carrierIds: [groupId] },
    { title: 'Xenos', cityName: 'Dortmund', carrierIds: [groupId] },
  ])
  expect(office.statements).toHaveLength(1)
  expect(office.store.projects.all({ cityId: otherCityId }).map((project) => project.title)).toEqual([
    'Xenos',
  ])
})

test('an organisation shows its projects with what it is to them, a programme shows those it pays for', () => {
  const { office, cityId, groupId, otherGroupId } = openTown()
  const programmeId = idOf(
    createProgramme(office, SYSTEM, { slug: '', title: 'WIR', description: '', funderIds: [] }),
  )
  const parts: ProjectDraft['parts'] = [
    { organisationId: groupId, role: 'carrier', text: '' },
    { organisationId: otherGroupId, role: 'partner', text: 'berät' },
  ]
  const id = aProject(office, { title: 'Wegweiser', cityId, programmeId, parts }, groupId)
  aProject(office, { title: 'Anderes', cityId }, groupId)
  const { projects } = office.store
  expect(projects.ofOrganisation(otherGroupId)).toMatchObject([
    { id, role: 'partner', text: 'berät', programmeTitle: 'WIR', carrierIds: [groupId] },
  ])
  expect(projects.ofOrganisation(groupId).map((project) => project.title)).toEqual(['Anderes', 'Wegweiser'])
  expect(projects.ofProgramme(programmeId).map((project) => project.id)).toEqual([id])
  expect(projects.lines([id])).toEqual(projects.ofProgramme(programmeId))
  archiveProject(office, SYSTEM, { id, version: 1, act: 'archive' })
  const lists = [
    projects.ofOrganisation(otherGroupId),
    projects.ofProgramme(programmeId),
    projects.lines([id]),
  ]
  expect(lists).toEqual([[], [], []])
})
