import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Everything, or only what colours decide: enough where a theme changes nothing else. */
export type Scope = 'everything' | 'colours'

// 7:1 (WCAG 1.4.6) is more than the 4.5:1 of color-contrast, which is therefore not measured again: it takes half the time.
const EVERYTHING = {
  runOnly: {
    type: 'tag' as const,
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  rules: {
    'color-contrast-enhanced': { enabled: true },
    'color-contrast': { enabled: false },
    'target-size': { enabled: true },
  },
}
const COLOURS = {
  runOnly: { type: 'rule' as const, values: ['color-contrast-enhanced', 'link-in-text-block'] },
}

/** What axe finds on the page, a line per element: `rule · html`. */
export async function findingsOn(page: Page, scope: Scope = 'everything'): Promise<string[]> {
  const options = scope === 'everything' ? EVERYTHING : COLOURS
  const builder = new AxeBuilder({ page }).options({ ...options, resultTypes: ['violations'] })
  const { violations } = await builder.setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} · ${html.slice(0, 200)}`))
}
