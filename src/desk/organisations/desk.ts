import type { Organisation } from '../../domain/organisation.ts'
import { mayAnywhere } from '../../domain/permission.ts'
import { forbidden } from '../../domain/refusal.ts'
import type { EntryDesk } from '../../http/entry/desk.ts'
import type { House } from '../../http/house.ts'
import { actorOf, byEntryForm, proposalIdIn, type Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls, urlsIn } from '../../http/urls.ts'
import { wordsOf } from '../../i18n/words.ts'
import { createGroup, likelyTheSame } from '../../operations/new-groups.ts'
import {
  archiveOrganisation,
  changeOrganisation,
  createOrganisation,
  draftOf,
  openOrganisation,
  restoreOrganisation,
  tiesOf,
} from '../../operations/organisations.ts'
import { accepting } from '../../operations/proposals.ts'
import { choicesOf, citiesFor } from './choices.ts'
import { formOf, ROWS, readOrganisation, settle, withRow } from './forms.ts'
import { moreOf } from './more.ts'
import { organisationPreview } from './preview.ts'
import { sayOrganisation } from './said.ts'
import { organisationSections } from './sections.ts'
import { usesPart } from './uses.ts'

/** What is an organisation's own at the desk. */
export function organisationDesk(
  house: House,
  reader: Reader,
  asked: Asked,
): EntryDesk<'organisation', Organisation> {
  const { words, now, language } = reader
  const actor = actorOf(reader)
  const by = byEntryForm(reader, asked)
  const choices = choicesOf(house)
  const vouches = mayAnywhere(actor, 'vouch')
  const paths = deskUrls.organisations
  return {
    noun: 'organisation',
    paths,
    words: { new: words.desk.organisations.new, preview: words.desk.form.previewWord },
    form: {
      rowNames: ROWS,
      begin: () => {
        const own = citiesFor(actor, choices.cities, null)
        if (own.length === 0) forbidden('create')
        const form = {
          reviewMonths: '12',
          mailLanguage: 'de',
          memberKind: 'persons',
          languages: 'de',
          kind: '',
        }
        return withRow({ ...form, cityId: own.length === 1 ? String(own[0]?.id) : '' })
      },
      settle,
      withRow,
      read: (form, stored) =>
        readOrganisation(form, choices, { today: now.day, vouched: vouches ? null : stored }),
      fill: formOf,
      sections: (filled, stored) =>
        organisationSections(filled, reader, {
          ...choices,
          cities: citiesFor(actor, choices.cities, stored?.cityId ?? null),
          vouches: vouches ? 'shown' : 'kept',
        }),
    },
    operations: {
      open: (act, id) => openOrganisation(house, actor, act, id),
      create: (draft) => {
        const proposalId = proposalIdIn(asked.form)
        const state = proposalId === null ? null : (house.store.proposals.byId(proposalId)?.state ?? null)
        const contactFunction = wordsOf('de').proposals.group.contactFunction
        return accepting(house, by, proposalId, () =>
          state === null
            ? createOrganisation(house, by, draft)
            : createGroup(house, by, { draft, state, contactFunction }),
        )
      },
      change: (change) =>
        accepting(house, by, proposalIdIn(asked.form), () => changeOrganisation(house, by, change)),
      archive: (archiving) => archiveOrganisation(house, by, archiving),
      restore: (restoring) => restoreOrganisation(house, by, restoring),
    },
    acts: { read: 'read-internal', archive: 'archive' },
    tiesOf,
    nameOf: ({ name }) => name,
    draftOf,
    say: (draft) => sayOrganisation(draft, reader, choices),
    preview: (draft, word) => organisationPreview(draft, reader, choices, word),
    showsPreview: 'when-asked',
    trail: () => [],
    onSite: (stored) => urlsIn(language).organisation(stored),
    more: (stored) => [...moreOf(house, reader, stored), ...usesPart(house, reader, asked, stored)],
    similar: (draft) => likelyTheSame(house, draft).map(({ name }) => name),
    after: { creating: paths.entry, changing: () => paths.list() },
  }
}
