import type { EventReport } from '../../domain/event.ts'
import type { SiteLanguage } from '../../domain/language.ts'
import { groupDigits, type Words } from '../../i18n/words.ts'
import type { Html } from '../html.ts'
import { markdownToHtml } from '../markdown.ts'

/** What was reported of an event when it was over. */
export type ReportPart = {
  readonly text: Html
  readonly figures: readonly { readonly label: string; readonly figure: string }[]
  readonly workingGroups: readonly string[]
  readonly demands: readonly string[]
}

declare module '../render.ts' {
  interface Parts {
    report: ReportPart
  }
}

/** A report as readers see it; a figure that nobody counted is left out. */
export function reportPart(report: EventReport, { events }: Words, language: SiteLanguage): ReportPart {
  const { text, attendance, workingGroups, demands } = report
  const figures: readonly (readonly [label: string, figure: number])[] = [
    [events.attendance, attendance ?? 0],
    [events.workingGroups, workingGroups.length],
    [events.demands, demands.length],
  ]
  return {
    text: markdownToHtml(text),
    figures: figures
      .filter(([, figure]) => figure > 0)
      .map(([label, figure]) => ({ label, figure: groupDigits(figure, language) })),
    workingGroups,
    demands,
  }
}
