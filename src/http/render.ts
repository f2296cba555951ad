import { fileURLToPath } from 'node:url'
import fastifyView from '@fastify/view'
import { Eta } from 'eta'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { PageAnswer } from './answer.ts'
import type { Frame } from './frame.ts'

const VIEWS = fileURLToPath(new URL('../../views/', import.meta.url))

/**
 * Every page by the name of its template below `views/`, with the type of its view model.
 * Each section declares its own pages here by declaration merging, so that nothing imports upwards.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Pages {}

/**
 * Every part by the name of its template below `views/parts/`, with the type of what it is handed.
 * @public
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Parts {}

/**
 * Parts of which a page has many, and whose objects last from page to page as long as they say the same. Their HTML
 * lasts with them, so they get nothing but `it.part`.
 */
const LASTING: ReadonlySet<unknown> = new Set(['/parts/group-row'])

/** Lets the server render Eta templates; `keepCompiled` is for everything but work on the templates themselves. */
export async function registerViews(app: FastifyInstance, keepCompiled: boolean): Promise<void> {
  // Indentation is for those who read templates: without it a page is a sixth smaller.
  const eta = new Eta({ views: VIEWS, cache: keepCompiled, autoTrim: false, rmWhitespace: true })
  const resolve = eta.resolvePath
  const paths = new Map<string, string>()
  // Every name is counted from `views/`, whoever includes it; Eta would ask anew for each of a hundred parts of a page.
  eta.resolvePath = function (name, options) {
    const known = paths.get(name)
    if (known !== undefined) return known
    const path = resolve?.call(this, name.replace(/^\//, ''), { ...options, filepath: '' }) ?? name
    paths.set(name, path)
    return path
  }
  keepLastingParts(eta)
  await app.register(fastifyView, { engine: { eta }, root: VIEWS, viewExt: 'eta', production: keepCompiled })
}

function keepLastingParts(eta: Eta): void {
  const renderAnew = eta.render
  const kept = new WeakMap<object, string>()
  eta.render = function (template, data, options) {
    if (!LASTING.has(template) || !hasPart(data)) return renderAnew.call(this, template, data, options)
    const ready = kept.get(data.part)
    if (ready !== undefined) return ready
    const html = renderAnew.call(this, template, { part: data.part }, options)
    kept.set(data.part, html)
    return html
  }
}

function hasPart(data: object): data is { readonly part: object } {
  return 'part' in data && typeof data.part === 'object' && data.part !== null
}

/** The HTML of a page: its template gets exactly `it.frame` and `it.page`. */
export function render(reply: FastifyReply, answer: PageAnswer, frame: Frame): Promise<string> {
  return reply.viewAsync(answer.name, { frame, page: answer.page })
}
