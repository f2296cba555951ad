import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CONFIG_VARIABLES } from '../src/config.ts'

const readme = existsSync('README.md') ? readFileSync('README.md', 'utf8') : ''
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))
const named = new Set([...readme.matchAll(/\bnpm (?:run )?(?:-s )?([\w:-]+)/g)].map(([, name = '']) => name))

describe('the README', () => {
  it.each(Object.keys(scripts).filter((name) => !/^(?:pre|post)/.test(name)))('names npm run %s', (name) => {
    expect(named).toContain(name)
  })

  it('names no npm script that does not exist', () => {
    const strangers = [...readme.matchAll(/\bnpm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => name)
    expect(strangers.filter((name) => !(name in scripts))).toEqual([])
  })

  it.each(CONFIG_VARIABLES.map(({ name }) => name))('explains %s', (name) => {
    expect(readme).toMatch(new RegExp(`\\b${name}\\b`))
  })
})
