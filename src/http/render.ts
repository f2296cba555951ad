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
  await app.register(fastifyView, { engine: { eta }, root: VIEWS, viewExt: 'eta', production: keepCompiled })
}

/** The HTML of a page: its template gets exactly `it.frame` and `it.page`. */
export function render(reply: FastifyReply, answer: PageAnswer, frame: Frame): Promise<string> {
  return reply.viewAsync(answer.name, { frame, page: answer.page })
}
