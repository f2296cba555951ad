import { may } from '../../domain/permission.ts'
import type { Project } from '../../domain/project.ts'
import { forbidden } from '../../domain/refusal.ts'
import type { EntryDesk } from '../../http/entry/desk.ts'
import { factsPreview } from '../../http/entry/facts-preview.ts'
import { textOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import { offeredNames, organisationNames } from '../../http/parts/organisation-field.ts'
import { printPart, projectPrints } from '../../http/parts/print-links.ts'
import { actorOf, byEntryForm, proposalIdIn, type Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls, urlsIn } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'
import {
  archiveProject,
  changeProject,
  createProject,
  openProject,
  projectDraftOf,
  restoreProject,
  tiesOfProject,
} from '../../operations/projects.ts'
import { accepting } from '../../operations/proposals.ts'
import { type Choices, formOf, ROWS, readProject, settle, withRow } from './forms.ts'
import { projectSections, sayProject } from './sections.ts'

const FACTS = ['topicIds', 'startYear', 'endYear', 'programmeId', 'parts']

/** What is a project's own at the desk. */
export function projectDesk(house: House, reader: Reader, asked: Asked): EntryDesk<'project', Project> {
  const { words, language } = reader
  const actor = actorOf(reader)
  const by = byEntryForm(reader, asked)
  const choices: Choices = {
    cities: house.store.cities.names(),
    topics: house.store.topics.all(),
    programmes: house.store.programmes.every(),
    names: organisationNames(house),
  }
  const paths = deskUrls.projects
  const citiesFor = (current: number | null) =>
    choices.cities.filter(
      ({ id }) => id === current || may(actor, 'create', { cityId: id, organisationId: null }),
    )
  return {
    noun: 'project',
    paths,
    words: { new: words.deskProjects.new, preview: words.desk.form.previewWord },
    form: {
      rowNames: ROWS,
      begin: () => {
        const own = citiesFor(null)
        if (own.length === 0) forbidden('create')
        return { cityId: own.length === 1 ? String(own[0]?.id) : '', 'parts.0.role': 'carrier' }
      },
      settle,
      withRow,
      read: (form) => readProject(form, choices),
      fill: (draft) => formOf(draft, choices.names),
      sections: (filled, stored) => {
        const cities = citiesFor(stored?.cityId ?? null)
        const city = cities.find(({ id }) => String(id) === textOf(filled.form, 'cityId'))
        return projectSections(filled, reader, {
          ...choices,
          cities,
          offered: offeredNames(house, city?.id ?? null),
        })
      },
    },
    operations: {
      open: (act, id) => openProject(house, actor, act, id),
      create: (draft) => createProject(house, by, draft),
      change: (change) =>
        accepting(house, by, proposalIdIn(asked.form), () => changeProject(house, by, change)),
      archive: (archiving) => archiveProject(house, by, archiving),
      restore: (restoring) => restoreProject(house, by, restoring),
    },
    acts: { read: 'read-internal', archive: 'archive' },
    tiesOf: tiesOfProject,
    nameOf: ({ title }) => title,
    draftOf: projectDraftOf,
    say: (draft) => sayProject(draft, reader, choices),
    preview: (draft, word) => {
      const city = choices.cities.find(({ id }) => id === draft.cityId)?.name ?? ''
      const facts = sayProject(draft, reader, choices).filter(({ group }) => FACTS.includes(group))
      return factsPreview(
        word,
        {
          title: draft.title,
          kindWord: fill(words.projects.kindWord, { city }),
          lead: draft.summary,
          description: draft.description,
        },
        facts,
      )
    },
    showsPreview: 'when-asked',
    trail: () => [{ href: paths.list(), label: words.deskProjects.title }],
    onSite: ({ slug }) => urlsIn(language).project(slug),
    more: (stored) => (stored.archivedAt === null ? printPart(projectPrints(stored, reader)) : []),
    after: { creating: paths.entry, changing: () => paths.list() },
  }
}
