import { defineConfig } from 'vitest/config'

/** Against a running suite, in a real browser; `./scribe test` starts both. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    testTimeout: 240_000,
    hookTimeout: 30_000,
    fileParallelism: false,
    globalSetup: ['e2e/needs.ts'],
  },
})
