// What is done to organisations: create, change, rename their address, archive, bring back, restore; each a revision.
import { checkOrganisation, type Organisation, type OrganisationDraft } from '../domain/organisation.ts'
import { type Act, type Actor, may } from '../domain/permission.ts'
import { forbidden, notFound } from '../domain/refusal.ts'
import { chosenSlug, slugAfterChange } from '../domain/slug.ts'
import {
  type Archiving,
  type By,
  type Change,
  type Office,
  type Outdated,
  outdated,
  permit,
  type Refused,
  type Restoring,
  record,
  refused,
  type Saved,
  saved,
  write,
} from './act.ts'
import { checkHome } from './homes.ts'

/** Creates an organisation under a free slug made from its name. */
export function createOrganisation(office: Office, by: By, draft: OrganisationDraft): Saved | Refused {
  return write(office, ({ at, today }) => {
    permit(by, 'create', { cityId: draft.cityId, organisationId: null })
    const problems = [...checkOrganisation(draft, today), ...checkHome(office, draft.cityId, 'cityId')]
    if (problems.length > 0) return refused(problems)
    const { organisations } = office.store
    const slug = chosenSlug('', draft.name, organisations.isSlugTaken)
    const id = organisations.insert(slug, draft, at)
    record(office, by, { noun: 'organisation', id, version: 1, at, state: draft })
    index(office, id, draft)
    return saved(id, 1)
  })
}

/**
 * Changes an organisation that still has the version the change was made from.
 * A changed name gives a new slug; the old address leads on to it.
 */
export function changeOrganisation(
  office: Office,
  by: By,
  { id, version, draft }: Change<OrganisationDraft>,
): Saved | Refused | Outdated {
  return write(office, ({ at, today }) => {
    const stored = openOrganisation(office, by.actor, 'edit', id)
    // Whoever hands an entry over to another city must be at home there, too.
    if (draft.cityId !== stored.cityId) permit(by, 'create', { cityId: draft.cityId, organisationId: id })
    if (vouchesOtherwise(draft, stored)) permit(by, 'vouch', tiesOf(stored))
    const problems = [
      ...checkOrganisation(draft, today),
      ...(draft.cityId === stored.cityId ? [] : checkHome(office, draft.cityId, 'cityId')),
    ]
    if (problems.length > 0) return refused(problems)
    const { organisations } = office.store
    if (!organisations.update(id, version, draft, at)) return outdated(stored.version)
    renameIfNeeded(office, stored, draft)
    const state = stored.archivedAt === null ? draft : { ...draft, archivedAt: stored.archivedAt }
    record(office, by, { noun: 'organisation', id, version: version + 1, at, state })
    if (stored.archivedAt === null) index(office, id, draft)
    return saved(id, version + 1)
  })
}

/** Takes an organisation off every page (`archive`) or puts it back (`bring-back`), unless its city is archived; nothing is deleted. */
export function archiveOrganisation(
  office: Office,
  by: By,
  { id, version, act }: Archiving,
): Saved | Refused | Outdated {
  return write(office, ({ at }) => {
    const stored = openOrganisation(office, by.actor, 'archive', id)
    const problems = act === 'archive' ? [] : checkHome(office, stored.cityId, 'archiv')
    if (problems.length > 0) return refused(problems)
    const archivedAt = act === 'archive' ? at : null
    const { organisations } = office.store
    if (!organisations.setArchived(id, version, archivedAt, at)) return outdated(stored.version)
    record(office, by, {
      noun: 'organisation',
      id,
      version: version + 1,
      at,
      state: { ...draftOf(stored), archivedAt },
    })
    if (act === 'archive') office.store.search.remove('organisation', id)
    else index(office, id, stored)
    return saved(id, version + 1)
  })
}

/**
 * Makes an earlier state of an organisation its newest one; whether it is in the archive stays as it is, and so does what
 * is not for this person to decide.
 */
export function restoreOrganisation(
  office: Office,
  by: By,
  { id, version, earlier }: Restoring,
): Saved | Refused | Outdated {
  const { linkChanges, dormantSince, ...stored } = openOrganisation(office, by.actor, 'restore', id)
  const { draft: before } =
    office.store.revisions.draftAt('organisation', id, earlier) ?? notFound(`version ${earlier}`)
  const draft = may(by.actor, 'vouch', tiesOf(stored)) ? before : { ...before, linkChanges, dormantSince }
  return changeOrganisation(office, { ...by, origin: 'restore' }, { id, version, draft })
}

/**
 * The organisation, for somebody who may do this to it. Throws Forbidden for anybody else; NotFound where they may not
 * even know of it, because it is in the archive.
 */
export function openOrganisation(office: Office, actor: Actor, act: Act, id: number): Organisation {
  const stored = office.store.organisations.byId(id) ?? notFound(`organisation ${id}`)
  const ties = tiesOf(stored)
  if (may(actor, act, ties)) return stored
  if (stored.archivedAt !== null && !may(actor, 'read-internal', ties)) notFound(`organisation ${id}`)
  return forbidden(act)
}

/** The editable fields of an organisation, as a revision keeps them. */
export function draftOf(organisation: Organisation): OrganisationDraft {
  const {
    id: _id,
    slug: _slug,
    version: _version,
    updatedAt: _at,
    archivedAt: _archivedAt,
    ...draft
  } = organisation
  return draft
}

/** What an organisation is tied to, for questions of permission. */
export function tiesOf(organisation: { readonly id: number; readonly cityId: number }) {
  return { cityId: organisation.cityId, organisationId: organisation.id }
}

/** Whether a draft lets a group rest, or trusts its link, otherwise than before. */
function vouchesOtherwise(draft: OrganisationDraft, stored: Organisation): boolean {
  return draft.dormantSince !== stored.dormantSince || draft.linkChanges !== stored.linkChanges
}

function renameIfNeeded(office: Office, stored: Organisation, draft: OrganisationDraft): void {
  const { organisations } = office.store
  const slug = slugAfterChange(stored, { slug: '', name: draft.name }, (candidate) =>
    organisations.isSlugTakenByOther(candidate, stored.id),
  )
  if (slug !== stored.slug) organisations.changeSlug(stored.id, stored.slug, slug)
}

function index(office: Office, id: number, draft: OrganisationDraft): void {
  office.store.search.put({
    noun: 'organisation',
    entryId: id,
    cityId: draft.cityId,
    name: `${draft.name} ${draft.shortName}`,
    topics: office.store.topics.wordsOf(draft.topicIds),
    text: draft.texts.flatMap((text) => [text.summary, text.description]).join(' '),
  })
}

/** Lets the search find an entry by what is stored of it, as long as it is on the site. */
export function indexOrganisation(office: Office, id: number): void {
  const stored = office.store.organisations.byId(id)
  if (stored !== null && stored.archivedAt === null) index(office, id, draftOf(stored))
}
