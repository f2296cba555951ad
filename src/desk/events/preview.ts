import type { EventDraft } from '../../domain/event.ts'
import type { House } from '../../http/house.ts'
import { type EventView, eventContent, eventView } from '../../http/parts/event-view.ts'
import type { Reader } from '../../http/reader.ts'

/** An event as readers will see it, by the parts of their own page. */
export type EventPreview = { readonly kind: 'event'; readonly word: string; readonly view: EventView }

declare module '../../http/render.ts' {
  interface Parts {
    'event-preview': EventPreview
  }
}
declare module '../../http/entry/preview.ts' {
  interface Previews {
    event: EventPreview
  }
}

/** What readers will see of a draft; `word` says what kind of look at it this is, `id` is null for a new event. */
export function eventPreview(
  house: House,
  reader: Reader,
  draft: EventDraft,
  { word, id }: { readonly word: string; readonly id: number | null },
): EventPreview {
  return { kind: 'event', word, view: eventView(eventContent(house, reader, draft, id), reader) }
}
