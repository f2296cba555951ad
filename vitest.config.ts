import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/bench/**'],
    pool: 'forks',
    // Nothing here lives in modules but words and prepared answers: loading them anew for each file took half the time.
    isolate: false,
    // One for each core: the one that is kept free otherwise would only wait.
    maxWorkers: '100%',
    // A zone nobody has in mind: what leans on the machine's clock instead of Europe/Berlin fails here.
    env: { TZ: 'Pacific/Apia' },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
