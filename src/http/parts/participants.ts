import { PARTICIPATION_ROLES, type ParticipationDraft } from '../../domain/event.ts'
import { fill, type Words } from '../../i18n/words.ts'
import type { OrganisationLink } from './organisation-link.ts'

type Partner = { readonly link: OrganisationLink; readonly text: string }

type Participant = Partner & {
  readonly stand: string
  /** Who comes along with this participant. */
  readonly partners: readonly Partner[]
}

/** Who takes part in an event, by role. */
export type Participants = readonly {
  readonly role: string
  readonly participants: readonly Participant[]
}[]

declare module '../render.ts' {
  interface Parts {
    participants: Participants
  }
}

/** Everybody at an event under a role; who comes with another stands with that one, as long as the other is there. */
export function participantsOf(
  participations: readonly ParticipationDraft[],
  linkOf: (id: number) => OrganisationLink | null,
  words: Words,
): Participants {
  const hosts = new Set(
    participations.filter((each) => each.withOrganisationId === null).map((each) => each.organisationId),
  )
  const isWith = ({ withOrganisationId }: ParticipationDraft) =>
    withOrganisationId !== null && hosts.has(withOrganisationId)
  const partnerOf = ({ organisationId, text }: ParticipationDraft): Partner[] => {
    const link = linkOf(organisationId)
    return link === null ? [] : [{ link, text }]
  }
  const shownAlready = new Set<number>()
  const partnersOf = (id: number): Partner[] => {
    // Whoever has two roles brings the partners along once.
    if (shownAlready.has(id)) return []
    shownAlready.add(id)
    return participations.filter((each) => isWith(each) && each.withOrganisationId === id).flatMap(partnerOf)
  }
  const rolesOf = PARTICIPATION_ROLES.map((role) => ({
    role: words.kinds.participation[role],
    participants: participations
      .filter((each) => each.role === role && !isWith(each))
      .flatMap((each) =>
        partnerOf(each).map((partner) => ({
          ...partner,
          stand: each.stand === '' ? '' : fill(words.events.stand, { stand: each.stand }),
          partners: partnersOf(each.organisationId),
        })),
      ),
  }))
  return rolesOf.filter(({ participants }) => participants.length > 0)
}
