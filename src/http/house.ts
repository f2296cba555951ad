import type { Clock } from '../domain/clock.ts'
import type { Typesetter } from '../formats/pdf.ts'
import type { FetchPlan } from '../post/fetcher.ts'
import type { Store } from '../store/index.ts'
import type { Assets } from './assets.ts'

/** What every page is made from: the store, the clock, and how the site is addressed. */
export type House = {
  readonly store: Store
  readonly clock: Clock
  /** Scheme, host and port of every absolute address. */
  readonly origin: string
  /** A demonstration on this machine: nothing is configured, the logins are printed. */
  readonly isDemonstration: boolean
  readonly assets: Assets
  /** Makes PDF files of what is printed. */
  readonly typesetter: Typesetter
  /** How the calendars of groups are fetched; null where that is switched off. */
  readonly fetching: FetchPlan | null
}
