import { defineConfig } from 'vitest/config'

/** How quick the page is, against `./scribe run --simulators`; for a quiet machine. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.measure.ts'],
    testTimeout: 600_000,
    fileParallelism: false,
    globalSetup: ['e2e/needs.ts'],
    reporters: ['verbose'],
  },
})
