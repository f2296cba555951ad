// Projects (Projekte) and funding programmes (Förderprogramme): what an organisation does for a time, with whom, paid by whom.
import { checkText, checkYear, type Problem, within } from './problem.ts'

export const PROJECT_ROLES = ['carrier', 'partner', 'funder', 'initiator'] as const
export type ProjectRole = (typeof PROJECT_ROLES)[number]

export type ProjectPart = {
  readonly organisationId: number
  readonly role: ProjectRole
  readonly text: string
}

export type ProjectDraft = {
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly description: string
  readonly cityId: number
  readonly startYear: number | null
  readonly endYear: number | null
  readonly programmeId: number | null
  readonly topicIds: readonly number[]
  readonly parts: readonly ProjectPart[]
}
export type Project = ProjectDraft & {
  readonly id: number
  readonly version: number
  readonly archivedAt: string | null
}

export type ProgrammeDraft = {
  readonly slug: string
  readonly title: string
  readonly description: string
  readonly funderIds: readonly number[]
}
export type Programme = ProgrammeDraft & {
  readonly id: number
  readonly version: number
  readonly archivedAt: string | null
}

/** What keeps a project from being saved. */
export function checkProject(draft: ProjectDraft): Problem[] {
  return [
    ...checkText('title', draft.title, { required: true, longest: 200 }),
    ...checkText('summary', draft.summary, { required: false, longest: 300 }),
    ...checkText('description', draft.description, { required: false, longest: 10_000 }),
    ...checkYear('startYear', draft.startYear),
    ...checkYear('endYear', draft.endYear),
    ...draft.parts.flatMap((part, index) =>
      within(`parts.${index}`, checkText('text', part.text, { required: false, longest: 1000 })),
    ),
    ...(draft.startYear !== null && draft.endYear !== null && draft.endYear < draft.startYear
      ? [{ field: 'endYear', key: 'endYear.beforeStart' }]
      : []),
    ...(draft.parts.some((part) => part.role === 'carrier')
      ? []
      : [{ field: 'parts', key: 'carrier.missing' }]),
  ]
}

/** What keeps a funding programme from being saved. */
export function checkProgramme(draft: ProgrammeDraft): Problem[] {
  return [
    ...checkText('title', draft.title, { required: true, longest: 200 }),
    ...checkText('description', draft.description, { required: false, longest: 10_000 }),
  ]
}
