// What is noted while a notice is read: what a coordinator should know, and what keeps it from being a schedule.

/** Something a coordinator should know; the catalogue's `reading.warnings` has a sentence for each. */
export type WarningKey =
  | 'year-assumed'
  | 'weekly-assumed'
  /** Only of hours that are open: when they end. */
  | 'end-missing'
  | 'working-days-assumed'
  | 'half-day-assumed'
  | 'about'
  | 'usually'
  | 'end-before-start'
  | 'weekday-mismatch'
  | 'interval-and-ordinal'
  | 'until-before-from'
  | 'week-mismatch'
  | 'land-unknown'

export type ReadingWarning = {
  readonly key: WarningKey
  readonly params: Readonly<Record<string, string | number>>
}

/** Why there is something certain, but no schedule; the catalogue's `reading.parts` has a question for each. */
export type PartQuestion =
  | 'which-day'
  | 'which-of-month'
  | 'which-months'
  | 'first-date'
  | 'start'
  | 'contradiction'
  | 'single-dates'
  | 'unclear'

/** Collects what is noted in one reading; the first question is the one to be asked. */
export class Notes {
  readonly #warnings = new Map<string, ReadingWarning>()
  #question: PartQuestion | null = null

  warn(key: WarningKey, params: ReadingWarning['params'] = {}): void {
    this.#warnings.set(`${key} ${JSON.stringify(params)}`, { key, params })
  }

  /** Tells of a contradiction: nothing is read then, whatever way out is offered. */
  contradict(key: WarningKey, params: ReadingWarning['params'] = {}): void {
    this.warn(key, params)
    this.#question = 'contradiction'
  }

  ask(question: PartQuestion): void {
    this.#question ??= question
  }

  get warnings(): readonly ReadingWarning[] {
    return [...this.#warnings.values()]
  }

  get question(): PartQuestion | null {
    return this.#question
  }
}
