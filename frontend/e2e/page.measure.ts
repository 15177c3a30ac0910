import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openBrowser, openPage, signIn } from './browser'
import { PAGE } from './installation'
import { addProbe, heapBytes, keptFrames, percentile } from './probe'
import { asked, recorded, recordSample, stopAndSend } from './visit'

const SAMPLES_PER_SECOND = 16_000
const HOUR = 3600 * SAMPLES_PER_SECOND
const MEGABYTE = 1024 * 1024
const ROUNDS = 5

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
    const bytes: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const page = await openPage(browser, {})
      await signIn(page)
      await planVisit(page)
      const session = await page.evaluate(() => ({ ...sessionStorage }))
      await page.context().close()

      const stranger = await openPage(browser, {})
      first.push(await shownAfter(stranger, 'button'))
      await stranger.context().close()

      const known = await openPage(browser, {})
      await known.addInitScript((items) => {
        for (const [name, value] of Object.entries(items)) sessionStorage.setItem(name, value)
      }, session)
      list.push(await shownAfter(known, 'li > a'))
      bytes.push(await scriptBytes(known))
      await known.context().close()
    }
    tell('sign-in usable, nothing cached, median', percentile(first, 50), 'ms')
    tell('list with its visits usable, nothing cached, median', percentile(list, 50), 'ms')
    tell('JavaScript that the list loads (gzip)', percentile(bytes, 50) / 1000, 'kB')
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
    let kept = 0
    let transcribed = 0
    while (transcribed < HOUR * 0.99 || kept > 100) {
      await page.waitForTimeout(2000)
      kept = await keptFrames(page)
      const { coverage } = await asked<{ coverage?: { transcribedSamples: number } }>(
        page,
        `/encounters/${id}`,
      )
      transcribed = coverage?.transcribedSamples ?? 0
    }
    const after = await heapBytes(page)
    tell('page heap before', before / MEGABYTE, 'MB')
    tell('page heap after an hour of talk', after / MEGABYTE, 'MB')
    expect(after).toBeLessThan(100 * MEGABYTE)

    // The sample may have come to its end by itself.
    const stop = page.getByRole('button', { name: 'Stop', exact: true })
    if (await stop.isVisible()) await stop.click()
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

async function planVisit(page: Page): Promise<void> {
  await page.goto(new URL('/visits/new', PAGE).href)
  await page.getByLabel('Patient', { exact: true }).fill('Planned')
  await page.getByRole('button', { name: 'Only plan it' }).click()
  await page.locator('li > a').first().waitFor()
}

/** From asking for the address until such a control stands on the screen. */
async function shownAfter(page: Page, control: string): Promise<number> {
  await page.addInitScript((selector) => {
    new MutationObserver((_, watch) => {
      if (!document.querySelector(selector)) return
      watch.disconnect()
      requestAnimationFrame(() => performance.mark('shown'))
    }).observe(document, { childList: true, subtree: true })
  }, control)
  await page.goto(PAGE)
  const mark = await page.waitForFunction(() => performance.getEntriesByName('shown')[0]?.startTime)
  return (await mark.jsonValue()) ?? NaN
}

function scriptBytes(page: Page): Promise<number> {
  return page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  )
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

async function notWithin(ms: number): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, ms).unref())
  throw new Error('what was typed was not saved')
}

async function keystrokesToSaved(page: Page, count: number): Promise<number[]> {
  const waits: number[] = []
  await page.locator('[data-statement]').first().focus()
  await page.keyboard.press('e')
  await page.locator('textarea:focus').waitFor()
  for (let i = 0; i < count; i++) {
    // Before the key goes down, and ahead of the line, which keeps its keys to itself.
    const saved = await page.evaluateHandle(() => ({
      after: new Promise<number>((resolve) => {
        const sign = document.querySelector('[data-testid=saving]')
        let typed = 0
        const options = { once: true, capture: true }
        addEventListener('keydown', () => (typed = performance.now()), options)
        const watch = new MutationObserver(() => {
          if (typed === 0 || !/^Saved/.test(sign?.textContent ?? '')) return
          watch.disconnect()
          resolve(performance.now() - typed)
        })
        if (sign) watch.observe(sign, { childList: true, characterData: true, subtree: true })
      }),
    }))
    await page.keyboard.press('x')
    const wait = saved.evaluate(({ after }) => after)
    waits.push(await Promise.race([wait, notWithin(10_000)]))
  }
  return waits
}
