import { type Meeting, tiesAtMeeting } from '../../domain/meeting.ts'
import type { Organisation } from '../../domain/organisation.ts'
import { notFound } from '../../domain/refusal.ts'
import type { EntryDesk } from '../../http/entry/desk.ts'
import type { Form } from '../../http/forms.ts'
import { calendarsFor } from '../../http/free-days.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { clashFields } from '../../http/parts/clashes.ts'
import type { Filled } from '../../http/parts/fields.ts'
import { printPart, signInPrints } from '../../http/parts/print-links.ts'
import { actorOf, byEntryForm, proposalIdIn, type Reader } from '../../http/reader.ts'
import { withSlot } from '../../http/schedule/schedule-form.ts'
import { sentenceProblems } from '../../http/schedule/sentence-part.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { deskUrls, urlsIn } from '../../http/urls.ts'
import {
  archiveMeeting,
  changeMeeting,
  claimantOf,
  createMeeting,
  meetingDraftOf,
  openMeeting,
  restoreMeeting,
} from '../../operations/meetings.ts'
import { openOrganisation } from '../../operations/organisations.ts'
import { accepting } from '../../operations/proposals.ts'
import { clashesOf } from '../../operations/room-clashes.ts'
import { inForeignCalendar } from './foreign.ts'
import { begun, formOf, type Kept, ROWS, readMeeting, settle } from './forms.ts'
import { datesPart } from './more.ts'
import { meetingPreview } from './preview.ts'
import { sayMeeting } from './said.ts'
import { meetingSections } from './sections.ts'
import { tongueOf } from './tongue.ts'

/** What is a meeting's own at the desk; of a new one the address names the organisation, of any other the meeting. */
export function meetingDesk(house: House, reader: Reader, asked: Asked): EntryDesk<'meeting', Meeting> {
  const { words, now } = reader
  const actor = actorOf(reader)
  const by = byEntryForm(reader, asked)
  const tongue = tongueOf(house, reader, asked)
  const calendarAt = calendarsFor(house, reader)
  const keptBy = (stored: Meeting | null): Kept =>
    stored ?? { organisationId: numberIn(asked, 'id'), exceptions: [], schedule: null }
  const organisationOf = (stored: Meeting | null): Organisation => {
    const { organisationId } = keptBy(stored)
    return house.store.organisations.byId(organisationId) ?? notFound(`organisation ${organisationId}`)
  }
  const housesFor = (venueId: number | null) => house.store.houses.toChoose(venueId)
  const atOrganisation = ({ organisationId }: { readonly organisationId: number }): Href =>
    deskUrls.organisations.entry(organisationId)
  const read = (form: Form, stored: Meeting | null) =>
    readMeeting(form, keptBy(stored), {
      houses: housesFor(stored?.venueId ?? null),
      today: now.day,
      problemsOfSentence: (settled) => sentenceProblems(settled, reader, tongue),
    })
  const clashesIn = (filled: Filled, stored: Meeting | null) => {
    const reading = stored !== null && stored.archivedAt !== null ? null : read(filled.form, stored)
    if (reading?.kind !== 'draft') return []
    const claimant = claimantOf(stored?.id ?? 0, organisationOf(stored).cityId, reading.draft)
    return clashFields(filled, clashesOf(house, claimant), house, reader)
  }
  return {
    noun: 'meeting',
    paths: { ...deskUrls.meetings, new: deskUrls.newMeeting(numberIn(asked, 'id')) },
    words: { new: words.meetings.new, preview: words.desk.form.previewWord },
    form: {
      rowNames: ROWS,
      begin: () => {
        openOrganisation(house, actor, 'edit', numberIn(asked, 'id'))
        return begun(asked.query, tongue)
      },
      settle: (form) => settle(form, tongue),
      withRow: withSlot,
      read,
      fill: formOf,
      sections: (filled, stored) => {
        const houses = housesFor(stored?.venueId ?? null)
        const homeId = organisationOf(stored).cityId
        return meetingSections(filled, reader, houses, {
          kept: keptBy(stored),
          tongue,
          clashes: clashesIn(filled, stored),
          calendarAt: (venueId) => {
            const cityId = houses.find(({ id }) => id === venueId)?.cityId ?? homeId
            return calendarAt({ cityId, venueId })
          },
        })
      },
    },
    operations: {
      open: (act, id) => openMeeting(house, actor, act, id),
      create: (draft) => createMeeting(house, by, draft),
      change: (change) =>
        accepting(house, by, proposalIdIn(asked.form), () => changeMeeting(house, by, change)),
      archive: (archiving) => archiveMeeting(house, by, archiving),
      restore: (restoring) => restoreMeeting(house, by, restoring),
    },
    acts: { read: 'read-internal', archive: 'edit' },
    tiesOf: (stored) => tiesAtMeeting(actor, stored, organisationOf(stored).cityId),
    nameOf: ({ title }) => title,
    keptElsewhere: (stored) => inForeignCalendar(stored, reader),
    draftOf: meetingDraftOf,
    say: (draft) => sayMeeting(draft, reader, housesFor(draft.venueId)),
    preview: (draft, word, stored) => {
      const organisation = organisationOf(stored)
      const cityName = house.store.cities.byId(organisation.cityId)?.name ?? ''
      return meetingPreview(draft, reader, {
        word,
        organisation,
        cityName,
        houses: housesFor(draft.venueId),
        calendarAt,
      })
    },
    showsPreview: 'when-asked',
    trail: (stored) => {
      const { id, name } = organisationOf(stored)
      return [
        { href: deskUrls.meetings.list(), label: words.meetings.title },
        { href: deskUrls.organisations.entry(id), label: name },
      ]
    },
    onSite: (stored) => {
      const organisation = organisationOf(stored)
      if (organisation.archivedAt !== null) return null
      return `${urlsIn(reader.language).organisation(organisation)}#treffen-${stored.id}` as Href
    },
    more: (stored) => {
      const prints = stored.archivedAt === null ? signInPrints({ treffen: stored.id }, reader) : []
      return [datesPart(house, reader, stored), ...printPart(prints)]
    },
    after: {
      creating: deskUrls.meetings.entry,
      changing: atOrganisation,
    },
  }
}
