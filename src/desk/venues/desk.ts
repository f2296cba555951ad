import { may } from '../../domain/permission.ts'
import { forbidden } from '../../domain/refusal.ts'
import type { Venue } from '../../domain/venue.ts'
import type { EntryDesk } from '../../http/entry/desk.ts'
import { factsPreview } from '../../http/entry/facts-preview.ts'
import { textOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import { offeredNames, organisationNames } from '../../http/parts/organisation-field.ts'
import { actorOf, byEntryForm, proposalIdIn, type Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls, urlsIn } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'
import { accepting } from '../../operations/proposals.ts'
import {
  archiveVenue,
  changeVenue,
  createVenue,
  openVenue,
  restoreVenue,
  tiesOfVenue,
  venueDraftOf,
} from '../../operations/venues.ts'
import { type Choices, formOf, ROWS, readVenue, settle, withRow } from './forms.ts'
import { openingHours } from './hours.ts'
import { roomLinksPart, usesOf } from './more.ts'
import { sayVenue } from './said.ts'
import { venueSections } from './sections.ts'

const FACTS = [
  'street',
  'postcode',
  'cityId',
  'arrival',
  'stepFree',
  'slots',
  'scheduleNote',
  'operatorId',
  'rooms',
]

/** What is a venue's own at the desk. */
export function venueDesk(house: House, reader: Reader, asked: Asked): EntryDesk<'venue', Venue> {
  const { words, language } = reader
  const actor = actorOf(reader)
  const by = byEntryForm(reader, asked)
  const choices: Choices = {
    cities: house.store.cities.names(),
    names: organisationNames(house),
  }
  const hours = openingHours(house, reader, choices.cities)
  const paths = deskUrls.venues
  const citiesFor = (current: number | null) =>
    choices.cities.filter(
      ({ id }) => id === current || may(actor, 'create', { cityId: id, organisationId: null }),
    )
  return {
    noun: 'venue',
    paths,
    words: { new: words.deskVenues.new, preview: words.desk.form.previewWord },
    form: {
      rowNames: ROWS,
      begin: () => {
        const own = citiesFor(null)
        if (own.length === 0) forbidden('create')
        return withRow({ cityId: own.length === 1 ? String(own[0]?.id) : '' }, 'rooms')
      },
      settle: (form) => settle(form, hours.tongueFor(form)),
      withRow,
      read: (form) => readVenue(form, choices, hours.read(form)),
      fill: (draft) => formOf(draft, choices),
      sections: (filled, stored) => {
        const cities = citiesFor(stored?.cityId ?? null)
        const city = cities.find(({ id }) => String(id) === textOf(filled.form, 'cityId'))
        const offered = offeredNames(house, city?.id ?? null)
        return venueSections(filled, reader, { cities, offered, hours: hours.part(filled, stored) })
      },
    },
    operations: {
      open: (act, id) => openVenue(house, actor, act, id),
      create: (draft) => createVenue(house, by, draft),
      change: (change) =>
        accepting(house, by, proposalIdIn(asked.form), () => changeVenue(house, by, change)),
      archive: (archiving) => archiveVenue(house, by, archiving),
      restore: (restoring) => restoreVenue(house, by, restoring),
    },
    acts: { read: 'read-internal', archive: 'archive' },
    tiesOf: tiesOfVenue,
    nameOf: ({ name }) => name,
    draftOf: venueDraftOf,
    say: (draft) => sayVenue(draft, reader, choices),
    preview: (draft, word) => {
      const city = choices.cities.find(({ id }) => id === draft.cityId)?.name ?? ''
      const facts = sayVenue(draft, reader, choices).filter(({ group }) => FACTS.includes(group))
      const kindWord = fill(words.venues.kindWord, { city })
      return factsPreview(word, { title: draft.name, kindWord, description: draft.description }, facts)
    },
    showsPreview: 'when-asked',
    trail: () => [{ href: paths.list(), label: words.deskVenues.title }],
    onSite: ({ slug }) => urlsIn(language).venue(slug),
    more: (stored) => [...roomLinksPart(reader, stored), usesOf(house, reader, stored)],
    after: { creating: paths.entry, changing: () => paths.list() },
  }
}
