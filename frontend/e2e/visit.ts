import type { Page } from 'playwright-core'
import { expect } from 'vitest'

import { GATEWAY } from './installation'

/** Sample visit, consent, play; resolves with the visit's id when it records. */
export async function recordSample(page: Page, label: string): Promise<string> {
  await page.goto(new URL('/', page.url()).href)
  await page.getByRole('link', { name: 'Play a sample visit' }).click()
  await page.getByLabel('Patient', { exact: true }).fill(label)
  await page.getByLabel(/has heard this and agrees/).check()
  await page.getByRole('button', { name: 'Play the sample' }).click()
  await page.getByRole('region', { name: 'Recording' }).waitFor()
  const id = new URL(page.url()).pathname.split('/').at(-1)
  if (!id) throw new Error('no visit')
  return id
}

/** Resolves when so many seconds have been recorded. */
export async function recorded(page: Page, seconds: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const [minutes = 0, rest = 0] =
        /(\d+):(\d+)/
          .exec(document.querySelector('[data-testid="elapsed"]')?.textContent ?? '')
          ?.slice(1)
          .map(Number) ?? []
      return minutes * 60 + rest >= wanted
    },
    seconds,
    { timeout: (seconds + 30) * 1000 },
  )
}

/** What was kept while nobody took it is sent again, once a gateway is back: ms until it is safe. */
export const SENT_AGAIN = 110_000

export async function stopAndSend(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await page
    .getByTestId('safety')
    .getByText(/All of it is saved/)
    .waitFor({ timeout: SENT_AGAIN })
}

interface Range {
  readonly start: number
  readonly end: number
}

export interface Encounter {
  readonly state: string
  /** Once there is something to say. */
  readonly coverage?: {
    readonly recordedSamples?: number
    readonly storedGaps: readonly Range[]
    readonly transcriptGaps: readonly Range[]
  }
}

interface Transcript {
  readonly complete: boolean
  readonly segments: readonly { readonly words: readonly { readonly text: string }[] }[]
}

/** What the installation itself says about a visit, asked with the token of the page. */
export async function asked<T>(page: Page, path: string): Promise<T> {
  const token = await page.evaluate(() => {
    const key = Object.keys(sessionStorage).find((name) => name.startsWith('oidc.user'))
    const user = JSON.parse(sessionStorage.getItem(key ?? '') ?? '{}') as { access_token: string }
    return user.access_token
  })
  const response = await fetch(`${GATEWAY}/api${path}`, {
    headers: { Authorization: `Bearer ${token}` },
  })
  return (await response.json()) as T
}

const SAMPLES_PER_WORD = 8_000

interface Heard {
  readonly words: readonly string[]
  readonly expected: readonly string[]
  readonly gaps: number
}

/** Once all is written down: the words of the ruler that were heard, and those that were played. */
async function heardRuler(page: Page, id: string, session: number): Promise<Heard> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const transcript = await asked<Transcript>(page, `/encounters/${id}/transcript`)
    const { coverage } = await asked<Encounter>(page, `/encounters/${id}`)
    if (transcript.complete && coverage?.recordedSamples !== undefined) {
      const count = Math.floor(
        (coverage.recordedSamples + SAMPLES_PER_WORD / 2 - 1) / SAMPLES_PER_WORD,
      )
      return {
        words: transcript.segments
          .flatMap(({ words }) => words)
          .map(({ text }) => /s\d+w\d+/i.exec(text)?.[0].toLowerCase() ?? text),
        expected: Array.from(
          { length: count },
          (_, i) => `s${String(session)}w${String(i).padStart(6, '0')}`,
        ),
        gaps: coverage.storedGaps.length + coverage.transcriptGaps.length,
      }
    }
    if (Date.now() > deadline) throw new Error('the transcript was not completed')
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** So many seconds of the ruler at least, each word once and in order, and the page is closed. */
export async function expectWhole(page: Page, id: string, session: number, seconds: number) {
  const heard = await heardRuler(page, id, session)
  expect(heard.words).toEqual(heard.expected)
  expect(heard.words.length).toBeGreaterThanOrEqual(seconds * 2 - 1)
  expect(heard.gaps).toBe(0)
  await page.context().close()
}
