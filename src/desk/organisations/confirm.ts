import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import type { Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'
import { sayDate } from '../../i18n/say-day.ts'
import { sayInstant } from '../../i18n/say-instant.ts'
import { counted, fill, joined } from '../../i18n/words.ts'
import { confirmationToTakeBack } from '../../operations/confirmations.ts'
import type { SentRequest } from '../../store/confirmation-requests.ts'

/** The forms that note that an entry still holds, or ask the group; and what is known of both. */
export type ConfirmPart = {
  readonly kind: 'confirm'
  readonly action: Href
  readonly ask: Href
  readonly nobody: Href
  readonly sentences: readonly string[]
  /** Takes back what was noted just now; null where that is over. */
  readonly takeBack: { readonly action: Href; readonly confirmation: number } | null
}

declare module '../../http/render.ts' {
  interface Parts {
    confirm: ConfirmPart
  }
}
declare module '../../http/entry/more.ts' {
  interface Mores {
    confirm: ConfirmPart
  }
}

/** Whether the entry still holds, and how to find out. */
export function confirmPart(house: House, reader: Reader, id: number): ConfirmPart {
  const { confirmationRequests, unreached } = house.store
  const request = confirmationRequests.latestOf([id]).get(id)
  const tried = unreached.latestOf([id]).get(id)
  const latest = confirmationToTakeBack(house, id)
  const { workList } = reader.words.desk
  return {
    kind: 'confirm',
    action: deskUrls.confirming(id, 'bestaetigen'),
    ask: deskUrls.confirming(id, 'nachfragen'),
    nobody: deskUrls.confirming(id, 'niemanden-erreicht'),
    sentences: [
      sayConfirmed(house, reader, id),
      ...(request === undefined ? [] : [sayRequest(request, reader)]),
      ...(tried === undefined
        ? []
        : [
            joined(
              [
                counted(workList.unreached, tried.times, reader.language),
                fill(workList.latest, { at: sayInstant(tried.at, reader.language), by: tried.by }),
              ],
              ' ',
            ),
          ]),
    ],
    takeBack:
      latest === null ? null : { action: deskUrls.confirming(id, 'zuruecknehmen'), confirmation: latest.id },
  }
}

function sayConfirmed({ store }: House, { words, language }: Reader, id: number): string {
  const { confirm } = words.desk
  const latest = store.confirmations.notedOf(id)
  if (latest === null) return confirm.never
  const { on, way, by, notedAt, notedBy } = latest
  const noted =
    notedAt === null ? '' : fill(confirm.noted, { at: sayInstant(notedAt, language), by: notedBy })
  const day = sayDate(on, language)
  return joined([fill(confirm.last, { day, way: words.organisations.way[way], by }), noted], ' ')
}

/** What became of the last mail: whether it waits, went out, or came back. */
function sayRequest({ madeAt, mails, waiting, refused }: SentRequest, { words, language }: Reader): string {
  const { confirm } = words.desk
  const at = sayInstant(madeAt, language)
  if (refused === mails) return fill(confirm.mailRefused, { at })
  return fill(waiting > 0 ? confirm.mailWaiting : confirm.mailSent, { at })
}
