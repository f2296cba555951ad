import type { NoticeDraft } from '../../domain/notice.ts'
import type { House } from '../../http/house.ts'
import { type NoticePart, noticeParts } from '../../http/parts/notice.ts'
import type { Reader } from '../../http/reader.ts'

/** The notice as it stands above its page; there is one. */
export type NoticePreview = {
  readonly kind: 'notice'
  readonly word: string
  readonly notices: readonly NoticePart[]
}

declare module '../../http/render.ts' {
  interface Parts {
    'notice-preview': NoticePreview
  }
}
declare module '../../http/entry/preview.ts' {
  interface Previews {
    notice: NoticePreview
  }
}

/** What readers will see above the page; `word` says what kind of look at it this is. */
export function noticePreview(house: House, reader: Reader, draft: NoticeDraft, word: string): NoticePreview {
  return { kind: 'notice', word, notices: noticeParts(house, reader, [draft]) }
}
