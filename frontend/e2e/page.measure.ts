import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openBrowser, openPage, signIn } from './browser'
import { addProbe, heapBytes, keptFrames, percentile } from './probe'
import { asked, recorded, recordSample, stopAndSend } from './visit'

const SAMPLES_PER_SECOND = 16_000
const HOUR = 3600 * SAMPLES_PER_SECOND
const MEGABYTE = 1024 * 1024

/** The budgets of the page; what is measured stands in docs/page.md. */
describe('the page', () => {
  let browser: Browser
  const figures: Record<string, string> = {}
  const tell = (name: string, value: number, unit: string) => {
    figures[name] = `${value.toFixed(unit === 'ms' ? 0 : 1)} ${unit}`
  }

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    console.table(figures)
  })

  it('should be interactive at once, with nothing cached', async () => {
    const first: number[] = []
    const list: number[] = []
    for (let round = 0; round < 5; round++) {
      const page = await openPage(browser, {})
      await signIn(page)
      const session = await page.evaluate(() => ({ ...sessionStorage }))
      const address = new URL('/', page.url()).href
      await page.context().close()

      const stranger = await openPage(browser, {})
      await stranger.goto(address)
      first.push(await usable(stranger, 'Sign in'))
      await stranger.context().close()

      const known = await openPage(browser, {})
      await known.addInitScript((items) => {
        for (const [name, value] of Object.entries(items)) sessionStorage.setItem(name, value)
      }, session)
      await known.goto(address)
      list.push(await usable(known, 'New visit'))
      await known.context().close()
    }
    tell('sign-in usable, cold cache, median of 5', percentile(first, 50), 'ms')
    tell('list usable, cold cache, median of 5', percentile(list, 50), 'ms')
    expect(percentile(list, 50)).toBeLessThan(1500)
  })

  it('should show a word soon after it was spoken, and save what is typed', async () => {
    const page = await openPage(browser, {})
    await addProbe(page)
    await signIn(page)
    const id = await recordSample(page, 'Measured')
    await recorded(page, 60)
    const { captured, shown } = await page.evaluate(() => ({
      captured: window.probe.captured,
      shown: [...window.probe.shown],
    }))
    await stopAndSend(page)
    await page.waitForURL(/\/note$/, { timeout: 60_000 })
    const waits = await wordWaits(page, id, captured, new Map(shown))
    tell('word spoken to word shown, p50', percentile(waits, 50), 'ms')
    tell('word spoken to word shown, p99', percentile(waits, 99), 'ms')
    expect(waits.length).toBeGreaterThan(30)

    const saves = await keystrokesToSaved(page, 40)
    tell('keystroke to saved, p50', percentile(saves, 50), 'ms')
    tell('keystroke to saved, p99', percentile(saves, 99), 'ms')
    await page.context().close()
  })

  it('should stay small and quick with an hour of talk', async () => {
    const page = await openPage(browser, {})
    await addProbe(page)
    await page.addInitScript((samples) => {
      window.probe.pump = { samples, perTick: 50 }
    }, HOUR)
    await signIn(page)
    const before = await heapBytes(page)
    const id = await recordSample(page, 'An hour')
    let mostKept = 0
    for (;;) {
      await page.waitForTimeout(2000)
      mostKept = Math.max(mostKept, await keptFrames(page))
      const { coverage } = await asked<{ coverage?: { transcribedSamples: number } }>(
        page,
        `/encounters/${id}`,
      )
      if ((coverage?.transcribedSamples ?? 0) > HOUR * 0.99) break
    }
    const after = await heapBytes(page)
    tell('page heap before', before / MEGABYTE, 'MB')
    tell('page heap after an hour of talk', after / MEGABYTE, 'MB')
    tell('most audio kept on the device meanwhile', mostKept / 10, 's')
    expect(await keptFrames(page)).toBeLessThan(100)
    expect(after).toBeLessThan(100 * MEGABYTE)

    await stopAndSend(page)
    await page.waitForURL(/\/note$/, { timeout: 120_000 })
    await page.locator('[data-statement]').first().waitFor()
    const rows = await page.locator('[role=log] [data-index]').count()
    figures['rows of the transcript in the page'] = String(rows)
    expect(rows).toBeLessThan(100)

    await page.evaluate(() => {
      window.probe.longTasks.length = 0
      window.probe.paints.length = 0
    })
    await page.getByRole('log').hover()
    for (let i = 0; i < 60; i++) await page.mouse.wheel(0, 800)
    const scrolling = await page.evaluate(() => Math.max(0, ...window.probe.longTasks))
    tell('longest hold-up while scrolling an hour', scrolling, 'ms')
    await page.locator('[data-statement]').first().focus()
    await page.keyboard.press('e')
    await page.keyboard.type(' The quick brown fox jumps over the lazy dog', { delay: 30 })
    const paints = await page.evaluate(() => window.probe.paints)
    tell('keystroke to paint beside an hour, p99', percentile([16, ...paints], 99), 'ms')
    await page.context().close()
  })
})

/** Since the address was asked for. */
async function usable(page: Page, name: string): Promise<number> {
  const control = page.getByRole('button', { name }).or(page.getByRole('link', { name }))
  await control.first().waitFor()
  return page.evaluate(() => performance.now())
}

/** From the moment at which the last sample of a word was captured. */
async function wordWaits(
  page: Page,
  id: string,
  captured: readonly [position: number, at: number][],
  shown: ReadonlyMap<string, number>,
): Promise<number[]> {
  const { segments } = await asked<{
    segments: { words: { text: string; end: number }[] }[]
  }>(page, `/encounters/${id}/transcript`)
  return segments
    .flatMap(({ words }) => words)
    .flatMap(({ text, end }) => {
      const at = shown.get(/voice\d+/.exec(text)?.[0] ?? '')
      const spoken = captured.find(([position]) => position >= end)?.[1]
      return at === undefined || spoken === undefined ? [] : [Math.max(0, at - spoken)]
    })
}

async function keystrokesToSaved(page: Page, count: number): Promise<number[]> {
  const waits: number[] = []
  await page.locator('[data-statement]').first().focus()
  await page.keyboard.press('e')
  for (let i = 0; i < count; i++) {
    const saved = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const sign = document.querySelector('[data-testid=saving]')
          let typed = 0
          addEventListener('keydown', () => (typed = performance.now()), { once: true })
          const watch = new MutationObserver(() => {
            if (typed === 0 || !/^Saved/.test(sign?.textContent ?? '')) return
            watch.disconnect()
            resolve(performance.now() - typed)
          })
          if (sign) watch.observe(sign, { childList: true, characterData: true, subtree: true })
        }),
    )
    await page.keyboard.press('x')
    waits.push(await saved)
  }
  return waits
}
