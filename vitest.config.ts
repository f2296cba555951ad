import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/bench/**'],
    pool: 'forks',
    // A zone nobody has in mind: what leans on the machine's clock instead of Europe/Berlin fails here.
    env: { TZ: 'Pacific/Apia' },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
