import type { Proposal } from '../../domain/proposal.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import type { Reader } from '../../http/reader.ts'
import { deskUrls, withQuery } from '../../http/urls.ts'
import { fill, joined } from '../../i18n/words.ts'

/** What a proposal is about, and where it is taken over; null where there is no such entry any more. */
export type About = { readonly name: string; readonly take: Href | null }

/** What a proposal is about; at most three statements. */
export function aboutOf({ store }: House, { noun, entryId, state, id }: Proposal, { words }: Reader): About {
  const said = words.proposals.desk
  const at = (path: Href) => withQuery(path, { vorschlag: id })
  if (entryId === null)
    return {
      name: fill(said.newGroup, { name: String(state.name ?? '') }),
      take: at(deskUrls.organisations.new),
    }
  const gone: About = { name: said.gone, take: null }
  const organisationName = (organisationId: number) => store.organisations.byId(organisationId)?.name ?? ''
  switch (noun) {
    case 'organisation': {
      const entry = store.organisations.byId(entryId)
      return entry === null ? gone : { name: entry.name, take: at(deskUrls.organisations.entry(entryId)) }
    }
    case 'contact': {
      const entry = store.contacts.byId(entryId)
      if (entry === null) return gone
      const name = joined([organisationName(entry.organisationId), entry.function], ': ')
      return { name, take: at(deskUrls.contacts.entry(entryId)) }
    }
    case 'meeting': {
      const entry = store.meetings.byId(entryId)
      if (entry === null) return gone
      const name = joined([organisationName(entry.organisationId), entry.title], ': ')
      return { name, take: at(deskUrls.meetings.entry(entryId)) }
    }
    case 'event': {
      const entry = store.events.byId(entryId)
      return entry === null ? gone : { name: entry.title, take: at(deskUrls.events.entry(entryId)) }
    }
    case 'venue': {
      const entry = store.venues.byId(entryId)
      return entry === null ? gone : { name: entry.name, take: at(deskUrls.venues.entry(entryId)) }
    }
    case 'project': {
      const entry = store.projects.byId(entryId)
      return entry === null ? gone : { name: entry.title, take: at(deskUrls.projects.entry(entryId)) }
    }
    default:
      return gone
  }
}
