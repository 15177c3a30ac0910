import { readFileSync } from 'node:fs'

import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  MovOutputFormat,
  Output,
} from 'mediabunny'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openBrowser, openPage, signIn } from './browser'
import { rulerFile } from './installation'
import { asked, expectWhole, type Encounter } from './visit'

const WAV_HEADER = 44
const RATE = 16_000

/**
 * Part of a ruler as a telephone would leave it: the same sound in another file, not in a WAV, with
 * its table of contents in front.
 */
async function asMovie(session: number, from: number, until: number): Promise<Buffer> {
  const pcm = readFileSync(rulerFile(session)).subarray(WAV_HEADER)
  const target = new BufferTarget()
  const output = new Output({ format: new MovOutputFormat({ fastStart: 'in-memory' }), target })
  const source = new EncodedAudioPacketSource('pcm-s16')
  output.addAudioTrack(source)
  await output.start()
  for (let second = from; second < until; second++) {
    await source.add(
      new EncodedPacket(
        pcm.subarray(second * RATE * 2, (second + 1) * RATE * 2),
        'key',
        second - from,
        1,
      ),
      {
        decoderConfig: { codec: 'pcm-s16', sampleRate: RATE, numberOfChannels: 1 },
      },
    )
  }
  await output.finalize()
  return Buffer.from(target.buffer ?? new ArrayBuffer(0))
}

async function choose(page: Page, label: string, files: readonly Buffer[]): Promise<string> {
  await page.goto(new URL('/visits/new', page.url()).href)
  await page.getByLabel('Patient', { exact: true }).fill(label)
  await page.getByLabel(/has heard this and agrees/).check()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Upload a recording' }).click()
  await (
    await chooser
  ).setFiles(
    files.map((buffer, i) => ({
      name: `memo ${String(i + 1)}.mov`,
      mimeType: 'video/quicktime',
      buffer,
    })),
  )
  await page.waitForURL(/visits\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Once all of it is stored: what is missing in it, in samples. */
async function storedGaps(page: Page, id: string) {
  const deadline = Date.now() + 60_000
  for (;;) {
    const { coverage } = await asked<Encounter>(page, `/encounters/${id}`)
    if (coverage?.recordedSamples !== undefined) return coverage.storedGaps
    if (Date.now() > deadline) throw new Error('the recording was not stored')
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

describe('a recording that is chosen', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
  })

  it('should be heard whole, two files behind each other, whatever they are called', async () => {
    const page = await openPage(browser, {})
    await signIn(page)

    const id = await choose(page, 'Two memos', [await asMovie(7, 0, 20), await asMovie(7, 20, 40)])

    await expectWhole(page, id, 7, 40)
  })

  it('should be kept as far as it goes where it was cut off, and its end as a gap', async () => {
    const page = await openPage(browser, {})
    await signIn(page)
    const whole = await asMovie(7, 0, 40)

    const id = await choose(page, 'Half a memo', [whole.subarray(0, whole.length / 2)])

    const [gap] = await storedGaps(page, id)
    expect(gap?.end).toBe(40 * RATE)
    expect(gap?.start).toBeGreaterThan(18 * RATE)
    expect(gap?.start).toBeLessThan(21 * RATE)
  })

  it('should be chosen anew where the first one is none', async () => {
    const page = await openPage(browser, {})
    await signIn(page)
    const id = await choose(page, 'Wrong memo', [Buffer.from('%PDF-1.7 a letter')])
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose another recording' }).click()

    await (
      await chooser
    ).setFiles([{ name: 'memo.mov', mimeType: 'video/quicktime', buffer: await asMovie(7, 0, 20) }])

    await expectWhole(page, id, 7, 5)
  })

  it('should survive a lost network and a closed tab', async () => {
    const page = await openPage(browser, {})
    await signIn(page)
    await page.route('**/audio', (route) => route.abort())
    const id = await choose(page, 'Memo on the road', [await asMovie(7, 0, 40)])
    await page.getByText('It is kept on this device until all of it is saved.').waitFor()
    await page.getByText(/could not be sent now/).waitFor()

    await page.unroute('**/audio')
    await page.goto(new URL(page.url()).origin)
    await page.getByText('The recording chosen for Memo on the road is not sent yet.').waitFor()
    await page.getByRole('button', { name: 'Send now' }).click()

    await expectWhole(page, id, 7, 40)
  })
})
