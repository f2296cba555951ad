import { subjectOf } from '../../operations/proposal-subjects.ts'
import { proposeCorrection, proposeGroup } from '../../operations/proposals.ts'
import type { Chapter } from './chapter.ts'

/** What readers of the demonstration have said, and nobody has decided yet. */
export function tellProposals({ office, story }: Chapter): void {
  for (const { group, part, label, right, answerTo } of story.proposals ?? []) {
    const subject = subjectOf(office, { noun: 'organisation', slug: group }, 'de')
    const meant = subject.parts.find(({ kind }) => kind === part)
    if (meant === undefined) throw new Error(`${group} has no ${part} to correct`)
    const result = proposeCorrection(office, subject, { part: meant.value, right, answerTo }, label)
    if (result.kind === 'refused') throw new Error(`the proposal for ${group} was refused`)
  }
  for (const { city, ...group } of story.newGroups ?? []) {
    const cityId = office.store.cities.bySlug(city)?.id ?? null
    const result = proposeGroup(office, { ...group, cityId })
    if (result.kind === 'refused') throw new Error(`the group ${group.name} was refused`)
  }
}
