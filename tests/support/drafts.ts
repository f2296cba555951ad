// Drafts with as little in them as the checks allow; a test names only the fields it is about.
import type { CityDraft } from '../../src/domain/city.ts'
import type { ContactDraft } from '../../src/domain/contact.ts'
import type { EventDraft } from '../../src/domain/event.ts'
import type { MeetingDraft } from '../../src/domain/meeting.ts'
import type { OrganisationDraft } from '../../src/domain/organisation.ts'
import type { ProjectDraft } from '../../src/domain/project.ts'
import type { RelationDraft } from '../../src/domain/relation.ts'
import { day, rule, schedule, slot } from './schedules.ts'

export function cityDraft(fields: Partial<CityDraft> = {}): CityDraft {
  return {
    slug: '',
    name: 'Duisburg',
    land: 'NW',
    ags: null,
    postcodes: [],
    latitude: null,
    longitude: null,
    description: '',
    ...fields,
  }
}

export function organisationDraft(
  fields: Partial<OrganisationDraft> & { readonly cityId: number },
): OrganisationDraft {
  return {
    name: 'Chor der Brücken',
    shortName: '',
    nameLanguage: null,
    kind: 'group',
    foundedYear: null,
    memberCount: null,
    memberKind: 'persons',
    website: '',
    reviewMonths: 12,
    mailLanguage: 'de',
    linkChanges: 'proposed',
    dormantSince: null,
    internalNote: '',
    texts: [],
    topicIds: [],
    languages: ['de'],
    addresses: [],
    ...fields,
  }
}

export function contactDraft(
  fields: Partial<ContactDraft> & { readonly organisationId: number },
): ContactDraft {
  return {
    audience: 'public',
    function: 'Leitung',
    personName: '',
    namePlaces: [],
    consentWay: null,
    consentGivenOn: null,
    consentWording: '',
    consentEndsOn: null,
    channels: [{ id: null, kind: 'email', value: 'chor@bruecken.example', note: '', places: [] }],
    hours: null,
    note: '',
    ...fields,
  }
}

/** Every Monday, at no place in particular. */
export function meetingDraft(
  fields: Partial<MeetingDraft> & { readonly organisationId: number },
): MeetingDraft {
  const everyMonday = rule({ kind: 'weekly', weekdays: [1], every: 1, anchor: null })
  return {
    title: 'Forum',
    kind: 'house-meeting',
    venueId: null,
    roomId: null,
    place: '',
    schedule: schedule([slot(everyMonday)]),
    description: '',
    exceptions: [],
    ...fields,
  }
}

/** A festival of one day, 20 June 2026, by one organiser. */
export function eventDraft(
  fields: Partial<EventDraft> & { readonly cityId: number },
  organiserId: number,
): EventDraft {
  return {
    slug: '',
    title: 'Fest der Vielfalt',
    summary: '',
    description: '',
    startsOn: day('2026-06-20'),
    endsOn: day('2026-06-20'),
    start: null,
    end: null,
    venueId: null,
    roomId: null,
    place: '',
    yearlySince: null,
    cancelledBecause: null,
    topicIds: [],
    programme: [],
    participations: [
      { organisationId: organiserId, role: 'organiser', text: '', stand: '', withOrganisationId: null },
    ],
    report: null,
    ...fields,
  }
}

export function relationDraft(
  fields: Partial<RelationDraft> & { readonly fromId: number; readonly toId: number },
): RelationDraft {
  return { kind: 'member-of', sinceYear: null, untilYear: null, note: '', ...fields }
}

export function projectDraft(
  fields: Partial<ProjectDraft> & { readonly cityId: number },
  carrierId: number,
): ProjectDraft {
  return {
    slug: '',
    title: 'Netzwerk Integration',
    summary: '',
    description: '',
    startYear: null,
    endYear: null,
    programmeId: null,
    topicIds: [],
    parts: [{ organisationId: carrierId, role: 'carrier', text: '' }],
    ...fields,
  }
}

/** The first bytes of a small PDF. */
export const PDF = new Uint8Array(Buffer.from('%PDF-1.7\n'))

/** The first bytes of a small PNG. */
export const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
