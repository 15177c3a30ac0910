import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openBrowser, openPage, signIn } from './browser'
import { asked, recorded, stopAndSend, type Encounter } from './visit'

declare global {
  interface Window {
    /** Takes sound away from the page as a system does, or gives it back. */
    sound: { take(): void; giveBack(): void }
  }
}

/** A system that may take sound away: contexts are suspended, and asking for them does not help. */
async function soundCanBeTaken(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Real = window.AudioContext
    const contexts: AudioContext[] = []
    let taken = false
    window.AudioContext = class extends Real {
      constructor(options?: AudioContextOptions) {
        super(options)
        contexts.push(this)
        if (taken) void super.suspend()
      }

      override resume(): Promise<void> {
        return taken ? new Promise(() => undefined) : super.resume()
      }
    }
    window.sound = {
      take: () => {
        taken = true
        contexts.forEach((context) => void context.suspend())
      },
      giveBack: () => {
        taken = false
      },
    }
  })
}

async function recordMicrophone(page: Page, label: string): Promise<string> {
  await page.getByRole('link', { name: 'New visit' }).click()
  await page.getByLabel('Patient', { exact: true }).fill(label)
  await page.getByLabel(/has heard this and agrees/).check()
  await page.getByRole('button', { name: 'Start recording' }).click()
  await page.getByRole('region', { name: 'Recording' }).waitFor()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

describe('a recording that stands still', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
  })

  it('should be told, go on by itself, and stay as a gap of its length', async () => {
    const page = await openPage(browser, {})
    await soundCanBeTaken(page)
    await signIn(page)
    const id = await recordMicrophone(page, 'Standstill')
    await recorded(page, 4)

    const taken = Date.now()
    await page.evaluate(() => {
      window.sound.take()
    })
    await page.getByText('Not recording', { exact: true }).first().waitFor()
    expect(Date.now() - taken).toBeLessThan(3_500)
    expect(await page.getByTestId('safety').innerText()).toMatch(/^Nothing is being recorded/)
    expect(await page.getByText('Recording', { exact: true }).count()).toBe(0)
    await page.getByText(/no sound has come for \d+ s/).waitFor()
    await page.waitForTimeout(5_000)
    await page.evaluate(() => {
      window.sound.giveBack()
    })
    await page.getByText(/Nothing was captured from 0:0\d to 0:\d\d/).waitFor()
    const gone = (Date.now() - taken) / 1000
    await page.getByText('Recording', { exact: true }).first().waitFor()
    await stopAndSend(page)

    await expect
      .poll(async () => (await asked<Encounter>(page, `/encounters/${id}`)).coverage.storedGaps, {
        timeout: 30_000,
      })
      .toHaveLength(1)
    const { coverage } = await asked<Encounter>(page, `/encounters/${id}`)
    const [gap] = coverage.storedGaps
    const seconds = gap ? (gap.end - gap.start) / 16_000 : 0
    expect(seconds).toBeGreaterThan(gone - 3)
    expect(seconds).toBeLessThan(gone + 1)
    await page.goto(`${new URL(page.url()).origin}/visits/${id}/note`)
    await page.getByText(/0:0\d to 0:\d\d was not captured/).waitFor()
    await page.context().close()
  })
})
