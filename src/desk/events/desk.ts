import type { Event } from '../../domain/event.ts'
import { may } from '../../domain/permission.ts'
import { forbidden } from '../../domain/refusal.ts'
import { attachmentsPart } from '../../http/entry/attachments.ts'
import type { EntryDesk } from '../../http/entry/desk.ts'
import { textOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import { clashFields } from '../../http/parts/clashes.ts'
import type { Filled } from '../../http/parts/fields.ts'
import { offeredNames, organisationNames } from '../../http/parts/organisation-field.ts'
import { printPart, signInPrints } from '../../http/parts/print-links.ts'
import { placesOf } from '../../http/parts/venue-field.ts'
import { actorOf, byEntryForm, proposalIdIn, type Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls, urlsIn } from '../../http/urls.ts'
import {
  archiveEvent,
  changeEvent,
  claimantOfEvent,
  createEvent,
  eventDraftOf,
  openEvent,
  restoreEvent,
  tiesOfEvent,
} from '../../operations/events.ts'
import { accepting } from '../../operations/proposals.ts'
import { clashesOf } from '../../operations/room-clashes.ts'
import { type Choices, formOf, ROWS, readEvent, settle, withRow } from './forms.ts'
import { eventPreview } from './preview.ts'
import { sayEvent } from './said.ts'
import { eventSections } from './sections.ts'

/** What is an event's own at the desk. */
export function eventDesk(house: House, reader: Reader, asked: Asked): EntryDesk<'event', Event> {
  const { words, language, now } = reader
  const actor = actorOf(reader)
  const by = byEntryForm(reader, asked)
  const choices: Choices = {
    cities: house.store.cities.names(),
    topics: house.store.topics.all(),
    places: placesOf(house),
    names: organisationNames(house),
  }
  const paths = deskUrls.events
  const citiesFor = (current: number | null) =>
    choices.cities.filter(
      ({ id }) => id === current || may(actor, 'create', { cityId: id, organisationId: null }),
    )
  const clashesIn = (filled: Filled, stored: Event | null) => {
    const reading =
      stored !== null && stored.archivedAt !== null ? null : readEvent(filled.form, choices, now.day)
    if (reading?.kind !== 'draft') return []
    return clashFields(
      filled,
      clashesOf(house, claimantOfEvent(stored?.id ?? 0, reading.draft)),
      house,
      reader,
    )
  }
  return {
    noun: 'event',
    paths,
    words: { new: words.deskEvents.new, preview: words.desk.form.previewWord },
    form: {
      rowNames: ROWS,
      begin: () => {
        const own = citiesFor(null)
        if (own.length === 0) forbidden('create')
        const cityId = own.length === 1 ? String(own[0]?.id) : ''
        return { cityId, 'participations.0.role': 'organiser' }
      },
      settle,
      withRow,
      read: (form) => readEvent(form, choices, now.day),
      fill: (draft) => formOf(draft, choices.names),
      sections: (filled, stored) => {
        const cities = citiesFor(stored?.cityId ?? null)
        const city = cities.find(({ id }) => String(id) === textOf(filled.form, 'cityId'))
        return eventSections(filled, reader, {
          ...choices,
          clashes: clashesIn(filled, stored),
          cities,
          offered: offeredNames(house, city?.id ?? null),
        })
      },
    },
    operations: {
      open: (act, id) => openEvent(house, actor, act, id),
      create: (draft) => createEvent(house, by, draft),
      change: (change) =>
        accepting(house, by, proposalIdIn(asked.form), () => changeEvent(house, by, change)),
      archive: (archiving) => archiveEvent(house, by, archiving),
      restore: (restoring) => restoreEvent(house, by, restoring),
    },
    acts: { read: 'read-internal', archive: 'archive' },
    tiesOf: tiesOfEvent,
    nameOf: ({ title }) => title,
    draftOf: eventDraftOf,
    say: (draft) => sayEvent(draft, reader, choices),
    preview: (draft, word, stored) => eventPreview(house, reader, draft, { word, id: stored?.id ?? null }),
    showsPreview: 'when-asked',
    trail: () => [{ href: paths.list(), label: words.deskEvents.title }],
    onSite: ({ slug }) => urlsIn(language).event(slug),
    more: (stored) => [
      attachmentsPart(house, reader, { noun: 'event', id: stored.id }, tiesOfEvent(stored)),
      ...(stored.archivedAt === null ? printPart(signInPrints({ veranstaltung: stored.slug }, reader)) : []),
    ],
    after: { creating: paths.entry, changing: () => paths.list() },
  }
}
