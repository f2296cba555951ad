import type { Href } from '../../http/href.ts'
import { pathsOfNoun } from '../../http/noun-paths.ts'
import { withQuery } from '../../http/query.ts'
import type { Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'
import { fill, joined } from '../../i18n/words.ts'
import type { ProposalAbout } from '../../store/proposals.ts'

/** What a proposal is about, in words. */
export function nameOf({ noun, entryId, name, organisationName }: ProposalAbout, { words }: Reader): string {
  const said = words.proposals.desk
  if (name === null) return said.gone
  if (entryId === null) return fill(said.newGroup, { name })
  const isOfGroup = noun === 'contact' || noun === 'meeting'
  return isOfGroup ? joined([organisationName, name], ': ') : name
}

/** Where a proposal is taken over: the form of its entry with the proposal in it; null where that is gone. */
export function takeHref({ id, noun, entryId, name }: ProposalAbout): Href | null {
  const at = (path: Href) => withQuery(path, { vorschlag: id })
  if (entryId === null) return at(deskUrls.organisations.new)
  if (name === null) return null
  const paths = pathsOfNoun(noun)
  return paths === null ? null : at(paths.entry(entryId))
}
