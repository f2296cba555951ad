import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Everything, or only what colours decide: enough where a theme changes nothing else. */
export type Scope = 'everything' | 'colours'

const EVERYTHING = {
  runOnly: {
    type: 'tag' as const,
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  // The stricter rule below finds all that this one finds; measuring twice takes twice as long.
  rules: {
    'color-contrast-enhanced': { enabled: true },
    'color-contrast': { enabled: false },
    'target-size': { enabled: true },
  },
}
const COLOURS = {
  runOnly: { type: 'rule' as const, values: ['color-contrast-enhanced', 'link-in-text-block'] },
}
// By itself the rule of 7:1 (WCAG 1.4.6) passes over what is below 4.5:1, and over texts of one letter.
const CHECKS = {
  'color-contrast-enhanced': {
    options: {
      ignoreLength: true,
      contrastRatio: { normal: { minThreshold: 0 }, large: { minThreshold: 0 } },
    },
  },
}

/** What axe finds on the page, a line per element: `rule · html`. */
export async function findingsOn(page: Page, scope: Scope = 'everything'): Promise<string[]> {
  const options = {
    ...(scope === 'everything' ? EVERYTHING : COLOURS),
    checks: CHECKS,
    resultTypes: ['violations' as const],
  }
  const { violations } = await new AxeBuilder({ page }).options(options).setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} · ${html.slice(0, 200)}`))
}
