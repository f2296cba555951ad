// What is done with a group that readers told of: it becomes an organisation with its meeting and its contact, at once.
import type { Day } from '../domain/day.ts'
import type { MeetingDraft } from '../domain/meeting.ts'
import type { OrganisationDraft } from '../domain/organisation.ts'
import type { NewGroupDraft } from '../domain/proposal.ts'
import type { State } from '../domain/revision.ts'
import type { Schedule } from '../domain/schedule.ts'
import { readSchedule } from '../i18n/read-rule.ts'
import type { By, Office, Refused, Saved } from './act.ts'
import { createContact } from './contacts.ts'
import { createMeeting } from './meetings.ts'
import { createOrganisation } from './organisations.ts'

/** What is told beside the organisation itself, under these names of its state. */
type Beside = {
  readonly newMeeting: Pick<MeetingDraft, 'title' | 'schedule' | 'place'> | null
  readonly newChannels: readonly { readonly kind: 'telephone' | 'email'; readonly value: string }[]
}

/** The state of a proposal for a new group: the organisation's draft, and what comes with it. */
export function groupState({ store }: Office, draft: NewGroupDraft, today: Day): State {
  const cityId = draft.cityId ?? 0
  const land = store.cities.byId(cityId)?.land ?? null
  const organisation: OrganisationDraft = {
    name: draft.name,
    shortName: '',
    nameLanguage: null,
    kind: 'group',
    cityId,
    foundedYear: null,
    memberCount: null,
    memberKind: 'persons',
    website: URL.canParse(draft.website) ? draft.website : '',
    reviewMonths: 12,
    mailLanguage: 'de',
    linkChanges: 'proposed',
    dormantSince: null,
    internalNote: '',
    texts: [{ language: 'de', summary: '', description: draft.about }],
    topicIds: [],
    languages: ['de'],
    addresses: [],
  }
  const beside: Beside = {
    newMeeting:
      draft.times === '' && draft.place === ''
        ? null
        : {
            title: draft.name.slice(0, 200),
            place: draft.place,
            schedule: scheduleOf(draft.times, { today, land }),
          },
    newChannels: [
      ...(draft.telephone === '' ? [] : [{ kind: 'telephone' as const, value: draft.telephone }]),
      ...(draft.email === '' ? [] : [{ kind: 'email' as const, value: draft.email }]),
    ],
  }
  return { ...organisation, ...beside }
}

/** Times that have one meaning become a schedule; anything else is kept as words. */
function scheduleOf(
  times: string,
  about: Pick<Parameters<typeof readSchedule>[1], 'today' | 'land'>,
): Schedule {
  const reading = readSchedule(times, { language: 'de', ...about })
  if (reading.status === 'read')
    return { slots: reading.schedule.slots, note: reading.leftover === '' ? null : reading.leftover }
  return { slots: [], note: times === '' ? null : times }
}

/** Creates the organisation as it was edited, with the meeting and the contact that were told along with it. */
export function createGroup(
  office: Office,
  by: By,
  {
    draft,
    state,
    contactFunction,
  }: {
    readonly draft: OrganisationDraft
    readonly state: State
    readonly contactFunction: string
  },
): Saved | Refused {
  return office.store.transaction(() => {
    const result = createOrganisation(office, by, draft)
    if (result.kind !== 'saved') return result
    const { newMeeting, newChannels } = besideOf(state)
    const organisationId = result.id
    if (newMeeting !== null && (newMeeting.schedule.slots.length > 0 || newMeeting.schedule.note !== null))
      createMeeting(office, by, {
        ...newMeeting,
        organisationId,
        kind: 'meeting',
        venueId: null,
        roomId: null,
        description: '',
        exceptions: [],
      })
    if (newChannels.length > 0)
      createContact(office, by, {
        organisationId,
        audience: 'public',
        function: contactFunction,
        personName: '',
        namePlaces: [],
        consentWay: null,
        consentGivenOn: null,
        consentWording: '',
        consentEndsOn: null,
        channels: newChannels.map((channel) => ({ ...channel, id: null, note: '', places: [] })),
        hours: null,
        note: '',
      })
    return result
  })
}

/** What was proposed was checked when it came in, and is read back as it was written. */
function besideOf(state: State): Beside {
  return {
    newMeeting: (state.newMeeting ?? null) as Beside['newMeeting'],
    newChannels: (state.newChannels ?? []) as Beside['newChannels'],
  }
}

/** Entries of the same city whose names are so like this one that it may be there already. */
export function likelyTheSame(
  { store }: Office,
  { name, cityId }: Pick<OrganisationDraft, 'name' | 'cityId'>,
): readonly { readonly id: number; readonly name: string }[] {
  const ids = store.search.find(name, 3, { noun: 'organisation', cityId }).map(({ entryId }) => entryId)
  return store.organisations.names(ids).map((each) => ({ id: each.id, name: each.name }))
}
