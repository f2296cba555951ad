import type { Event } from '../../domain/event.ts'
import { gone, notFound } from '../../domain/refusal.ts'
import { isSlug } from '../../domain/slug.ts'
import type { House } from '../../http/house.ts'

/** The event of an address, of a former one, too; throws NotFound, and Gone for an archived one. */
export function eventAt({ store: { events } }: House, slug: string): Event {
  if (!isSlug(slug)) notFound(`event ${slug}`)
  const found =
    events.bySlug(slug) ?? events.bySlug(events.slugAfter(slug) ?? '') ?? notFound(`event ${slug}`)
  return found.archivedAt === null ? found : gone(`event ${slug}`)
}
