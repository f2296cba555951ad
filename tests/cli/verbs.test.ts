import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'treffpunkt-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const environment = (more: Record<string, string> = {}) => ({ ...process.env, DATA_DIR: folder, ...more })

function run(
  verb: string,
  words: readonly string[],
  input = '',
  more: Record<string, string> = {},
): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, ['--import', 'tsx', `src/cli/${verb}.ts`, ...words], {
    env: environment(more),
    input,
    encoding: 'utf8',
  })
}

describe('npm run user', () => {
  it('makes an account whose password came on standard input, lists and disables it', () => {
    const made = run(
      'user',
      ['create', '--email', 'Kim@Stadt.example', '--name', 'Kim'],
      'ein ziemlich langes Wort\n',
    )
    expect(made.stdout).toContain('Made the account Kim@Stadt.example (administrator).')
    expect(run('user', ['list']).stdout).toMatch(/administrator +kim@stadt\.example {2}Kim/)
    expect(run('user', ['disable', '--email', 'kim@stadt.example']).stdout).toContain('Disabled')
    expect(run('user', ['list']).stdout).toContain('(disabled)')
  })

  it.each([
    [
      'a password that is too short',
      ['create', '--email', 'a@b.example', '--name', 'A'],
      'kurz\n',
      'at least 15',
    ],
    ['a missing name', ['create', '--email', 'a@b.example'], 'ein ziemlich langes Wort\n', 'Usage'],
    [
      'an unknown role',
      ['create', '--email', 'a@b.example', '--name', 'A', '--role', 'king'],
      'x\n',
      'Usage',
    ],
    [
      'an unknown city',
      ['create', '--email', 'a@b.example', '--name', 'A', '--cities', 'nix'],
      'x\n',
      'There is no entry "nix"',
    ],
    ['an unknown flag', ['create', '--mail', 'a@b.example'], '', 'Usage'],
    ['no verb', [], '', 'Usage'],
  ])('refuses %s with a sentence and status 2', (_what, words, input, sentence) => {
    const refused = run('user', words, input)
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain(sentence)
  })
})

describe('npm run demo', () => {
  it('is not for a public site', () => {
    const refused = run('demo', [], '', { ORIGIN: 'https://treffpunkt.example.org' })
    expect(refused.status).not.toBe(0)
    expect(refused.stderr).toContain('unset ORIGIN')
  })
})

describe('the start', () => {
  it('ends with a sentence where a variable is wrong', () => {
    const refused = spawnSync(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
      env: environment({ PORT: 'abc' }),
      encoding: 'utf8',
    })
    expect(refused.status).toBe(1)
    expect(refused.stderr.trim()).toBe('PORT must be a number from 0 to 65535.')
  })

  it('of a public site has neither demonstration nor logins, and refuses a folder that was a demonstration', async () => {
    const origin = { ORIGIN: 'https://treffpunkt.example.org', PORT: '0', LOG_LEVEL: 'silent' }
    const started = await startUntil('There is no account yet', origin)
    expect(started).not.toContain('@treffpunkt.example')
    expect(run('demo', []).stdout).toContain('administrator@treffpunkt.example')
    const refused = spawnSync(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
      env: environment(origin),
      encoding: 'utf8',
    })
    expect(refused.stderr).toContain('This data folder holds the demonstration')
  })
})

/** What the program printed until it said the words; it is ended then. */
function startUntil(words: string, more: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], { env: environment(more) })
    let printed = ''
    child.stdout.on('data', (chunk) => {
      printed += chunk
      if (printed.includes(words)) child.kill('SIGTERM')
    })
    child.stderr.on('data', (chunk) => {
      printed += chunk
    })
    child.on('exit', () => (printed.includes(words) ? resolve(printed) : reject(new Error(printed))))
  })
}
