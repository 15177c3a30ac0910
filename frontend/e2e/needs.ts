import { existsSync } from 'node:fs'

import { CHROMIUM } from './installation'

/** Says what is missing before a test fails for a reason that is not its own. */
export default function needs(): void {
  if (!process.env['PAGE_URL']) {
    throw new Error('The browser tests need a running suite: ./scribe test starts one for them.')
  }
  if (!existsSync(CHROMIUM)) {
    throw new Error(`The browser tests need Chromium at ${CHROMIUM}: install it, or set CHROMIUM.`)
  }
}
