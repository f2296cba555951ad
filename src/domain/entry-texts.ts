// What people wrote in an entry: every text in it that is no choice, no number and no date, so that it can be written anew.
import type { ContactDraft } from './contact.ts'
import type { EventDraft } from './event.ts'
import type { MeetingDraft } from './meeting.ts'
import type { NoticeDraft } from './notice.ts'
import type { OrganisationDraft } from './organisation.ts'
import type { ProjectDraft } from './project.ts'
import type { RelationDraft } from './relation.ts'
import type { VenueDraft } from './venue.ts'

export type WrittenField =
  | 'name'
  | 'shortName'
  | 'title'
  | 'text'
  | 'summary'
  | 'description'
  | 'address'
  | 'website'
  | 'internalNote'
  | 'channels'
  | 'note'
  | 'place'
  | 'arrival'
  | 'rooms'
  | 'reason'
  | 'programme'
  | 'participations'
  | 'report'

/** Writes one text of an entry anew. */
export type Rewrite = (text: string, field: WrittenField) => string

/** An organisation, its address in the web included. */
export function rewriteOrganisation(draft: OrganisationDraft, anew: Rewrite): OrganisationDraft {
  return {
    ...draft,
    name: anew(draft.name, 'name'),
    shortName: anew(draft.shortName, 'shortName'),
    website: anew(draft.website, 'website'),
    internalNote: anew(draft.internalNote, 'internalNote'),
    texts: draft.texts.map((text) => ({
      ...text,
      summary: anew(text.summary, 'summary'),
      description: anew(text.description, 'description'),
    })),
    addresses: draft.addresses.map((address) => ({
      ...address,
      addition: anew(address.addition, 'address'),
      street: anew(address.street, 'address'),
      postcode: anew(address.postcode, 'address'),
      town: anew(address.town, 'address'),
    })),
  }
}

/** A contact without the person's name: another name may be another person, who agreed to nothing. */
export function rewriteContact(draft: ContactDraft, anew: Rewrite): ContactDraft {
  return {
    ...draft,
    function: anew(draft.function, 'name'),
    note: anew(draft.note, 'note'),
    channels: draft.channels.map((channel) => ({
      ...channel,
      value: anew(channel.value, 'channels'),
      note: anew(channel.note, 'channels'),
    })),
  }
}

/** A meeting with the reasons of its exceptions; its times are no text. */
export function rewriteMeeting(draft: MeetingDraft, anew: Rewrite): MeetingDraft {
  return {
    ...draft,
    title: anew(draft.title, 'title'),
    place: anew(draft.place, 'place'),
    description: anew(draft.description, 'description'),
    exceptions: draft.exceptions.map((exception) => ({
      ...exception,
      reason: exception.reason === null ? null : anew(exception.reason, 'reason'),
    })),
  }
}

/** An event with programme, participations and report. */
export function rewriteEvent(draft: EventDraft, anew: Rewrite): EventDraft {
  const { report, cancelledBecause } = draft
  return {
    ...draft,
    title: anew(draft.title, 'title'),
    summary: anew(draft.summary, 'summary'),
    description: anew(draft.description, 'description'),
    place: anew(draft.place, 'place'),
    cancelledBecause: cancelledBecause === null ? null : anew(cancelledBecause, 'reason'),
    programme: draft.programme.map((item) => ({
      ...item,
      title: anew(item.title, 'programme'),
      description: anew(item.description, 'programme'),
      place: anew(item.place, 'programme'),
    })),
    participations: draft.participations.map((participation) => ({
      ...participation,
      text: anew(participation.text, 'participations'),
      stand: anew(participation.stand, 'participations'),
    })),
    report:
      report === null
        ? null
        : {
            ...report,
            text: anew(report.text, 'report'),
            workingGroups: report.workingGroups.map((group) => anew(group, 'report')),
            demands: report.demands.map((demand) => anew(demand, 'report')),
          },
  }
}

/** A venue with its rooms. */
export function rewriteVenue(draft: VenueDraft, anew: Rewrite): VenueDraft {
  return {
    ...draft,
    name: anew(draft.name, 'name'),
    shortName: anew(draft.shortName, 'shortName'),
    street: anew(draft.street, 'address'),
    postcode: anew(draft.postcode, 'address'),
    description: anew(draft.description, 'description'),
    arrival: anew(draft.arrival, 'arrival'),
    rooms: draft.rooms.map((room) => ({
      ...room,
      name: anew(room.name, 'rooms'),
      floor: anew(room.floor, 'rooms'),
    })),
  }
}

/** A project, with what each takes part as. */
export function rewriteProject(draft: ProjectDraft, anew: Rewrite): ProjectDraft {
  return {
    ...draft,
    title: anew(draft.title, 'title'),
    summary: anew(draft.summary, 'summary'),
    description: anew(draft.description, 'description'),
    parts: draft.parts.map((part) => ({ ...part, text: anew(part.text, 'participations') })),
  }
}

/** A notice. */
export function rewriteNotice(draft: NoticeDraft, anew: Rewrite): NoticeDraft {
  return { ...draft, text: anew(draft.text, 'text') }
}

/** A relation: the words beside it. */
export function rewriteRelation(draft: RelationDraft, anew: Rewrite): RelationDraft {
  return { ...draft, note: anew(draft.note, 'note') }
}
